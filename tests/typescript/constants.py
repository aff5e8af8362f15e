"""Documents as TypeScript constants of the declared type, one per line."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from tests.codegen.conformance.kit import schema
from tests.typescript.compiling import compile_folder
from tests.typescript.projects import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.typescript.compiling import CompilerMode, Toolchain

_FILE = "constants.ts"
_HEAD = 'import type { ModelConfiguration } from "./modelconfig.js"'


def known_to_clients(document: Any) -> Any:
    """Return a document without properties that clients do not know; values of wrong types are kept."""
    client = schema("model", "client")
    return _known(client, client["$defs"], document)


def _known(node: dict[str, Any], definitions: dict[str, Any], value: Any) -> Any:
    while "$ref" in node:
        node = definitions[node["$ref"].rpartition("/")[2]]
    if isinstance(value, list) and "items" in node:
        return [_known(node["items"], definitions, item) for item in value]
    if isinstance(value, dict) and "properties" in node:
        members = node["properties"]
        return {name: _known(members[name], definitions, member) for name, member in value.items() if name in members}
    return value


def accepted(toolchain: Toolchain, mode: CompilerMode, folder: Path, documents: Sequence[Any]) -> list[bool]:
    """Return for each document whether the compiler accepts it as a configuration; one compilation for all."""
    folder.mkdir()
    shutil.copy(PACKAGE / "index.d.ts", folder / "modelconfig.d.ts")
    (folder / "package.json").write_text('{ "private": true, "type": "module" }\n', encoding="utf-8")
    lines = [_HEAD]
    for number, document in enumerate(documents):
        lines.append(f"export const case{number}: ModelConfiguration = {json.dumps(document, ensure_ascii=True)}")
    (folder / _FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")
    report = compile_folder(toolchain, mode, folder)
    assert report.others == []
    assert list(report.errors) == [_FILE], report.output
    return [number + len([_HEAD]) + 1 not in report.errors[_FILE] for number in range(len(documents))]
