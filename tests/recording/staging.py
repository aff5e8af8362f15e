"""Write cases that are parts of a file as separate input files of commands, in a temporary folder."""

from __future__ import annotations

import copy
import json
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def stage(inputs: Path, target: Path) -> None:
    """Write every generated input below `target`."""
    _stage_evolution(inputs / "tests" / "cases" / "evolution", target / "evolution")
    _stage_yaml(inputs / "tests" / "cases" / "yaml", target / "yaml")
    _stage_completions(inputs / "tests" / "cases" / "completions", target / "completions")
    _stage_model_configurations(inputs / "tests" / "cases" / "site-model-configuration", target / "wrapped")
    _stage_kit(inputs / "generated" / "conformance", target / "kit")


def _stage_evolution(cases: Path, target: Path) -> None:
    """Turn `old.json` and `new.json`, or the folders of that name, into folders of schemas."""
    for case in sorted(path for path in cases.glob("*/*/*") if path.is_dir()):
        for side in ("old", "new"):
            folder = target.joinpath(*case.relative_to(cases).parts, side)
            if (case / side).is_dir():
                shutil.copytree(case / side, folder)
            elif (case / f"{side}.json").exists():
                _write(folder / "model.json", (case / f"{side}.json").read_bytes())


def _stage_yaml(cases: Path, target: Path) -> None:
    """Write each YAML text as a catalogue."""
    for case in sorted(cases.glob("*/*.yaml")):
        _write(target / case.parent.name / case.stem / "catalog.yaml", case.read_bytes())


def _stage_completions(cases: Path, target: Path) -> None:
    for case in sorted(cases.glob("*/*.json")):
        _write(target / case.parent.name / case.name, b'{"completions": %b}' % case.read_bytes())


def _stage_model_configurations(cases: Path, target: Path) -> None:
    for case in sorted(cases.glob("*/*.json")):
        _write(target / case.parent.name / case.name, b'{"modelConfiguration": %b}' % case.read_bytes())


def _stage_kit(kit: Path, target: Path) -> None:
    """Write the document of each case of the conformance kit, in a file of its kind."""
    for entry in json.loads((kit / "index.json").read_text("utf-8"))["files"]:
        content = json.loads((kit / entry["file"]).read_text("utf-8"))
        for number, case in enumerate(content["cases"]):
            document = patched(content["document"], case["patch"])
            path, whole = _placed(content["schema"], f"{content['definition']}-{number:03}", document)
            for name, value in whole.items():
                _write(target / path / name, json.dumps(value, indent=1).encode())


def _placed(schema: str, name: str, document: Any) -> tuple[str, dict[str, Any]]:
    """Return a folder and its files for a document of the kit."""
    if schema == "catalog":
        return f"catalog/{name}", {"catalog.yaml": document}
    if schema == "catalog-provider":
        models = dict.fromkeys(("chat", "fastChat", "codeCompletion"), "anthropic::2024-10-22::2024-10-22")
        top = {"revision": "2026-11-22.1", "providers": ["anthropic"], "defaultModels": models}
        top |= {"sources": {"one": {"title": "text"}}, "windows": {"one": {"base": {"input": 1, "output": 1}}}}
        return f"catalog-provider/{name}", {"catalog.yaml": top, "providers/anthropic.yaml": document}
    wrapped = {"completions": "completions", "site-model-configuration": "modelConfiguration"}.get(schema)
    return schema, {f"{name}.json": document if wrapped is None else {wrapped: document}}


def patched(document: Any, patch: list[dict[str, Any]]) -> Any:
    """Return a document with a patch applied; docs/conformance.md lists the operations."""
    changed = copy.deepcopy(document)
    for operation in patch:
        tokens = [token.replace("~1", "/").replace("~0", "~") for token in operation["path"].split("/")[1:]]
        if not tokens:
            return operation["value"]
        parent = changed
        for token in tokens[:-1]:
            parent = parent[int(token) if isinstance(parent, list) else token]
        last = int(tokens[-1]) if isinstance(parent, list) else tokens[-1]
        if operation["op"] == "remove":
            del parent[last]
        else:
            parent[last] = operation["value"]
    return changed


def staged(stage_folder: Path, pattern: str) -> Iterator[str]:
    """Return the paths of generated inputs, with the placeholder of their folder."""
    for path in sorted(stage_folder.glob(pattern)):
        yield f"{{stage}}/{path.relative_to(stage_folder).as_posix()}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
