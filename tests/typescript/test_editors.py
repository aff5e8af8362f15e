"""The declarations in an editor: each description unchanged, with its deprecation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from codegen.ir import model as ir
from codegen.targets.typescript.emitter import emit
from tests.codegen.targets.typescript.golden import CASES, client_view
from tests.typescript.compiling import HERE, NEWEST, OLDEST, CompilerMode, Toolchain, compile_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Shown = dict[str, dict[str, Any]]

SCHEMAS = [HERE.parents[1] / "schema", *CASES]
FIXTURE = next(case for case in CASES if case.name == "every-form")


@pytest.fixture(scope="session")
def declared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return a function that writes the declarations of a folder of schemas and returns the file."""

    def write(schemas: Path) -> Path:
        file = tmp_path_factory.mktemp(schemas.name) / "index.d.ts"
        file.write_text(emit([client_view(schemas)])["generated/typescript/index.d.ts"], encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def shown(toolchain: Toolchain, declared: Callable[[Path], Path]) -> Callable[[Path], Shown]:
    """Return a function that returns the texts of an editor, by `Type` and `Type.property`."""

    def ask(schemas: Path) -> Shown:
        file = declared(schemas)
        done = toolchain.run(HERE / "quick_info.cjs", toolchain.modules, file, folder=file.parent)
        assert done.returncode == 0, done.stderr
        answer: Shown = json.loads(done.stdout)
        return answer

    return ask


def described(module: ir.Module) -> Iterator[tuple[str, str, ir.Deprecation | None]]:
    """Yield name, description and deprecation of every type, property and value."""
    for definition in module.definitions:
        yield definition.name, definition.description, definition.deprecation
        for member in definition.properties if isinstance(definition, ir.ObjectType) else ():
            yield f"{definition.name}.{member.name}", member.description, member.deprecation


def read(text: str) -> list[str]:
    """Return the rendered text: Markdown removes a backslash before punctuation."""
    return text.replace("\\@", "@").replace("@\\internal", "@internal").replace("*\\/", "*/").split()


@pytest.mark.parametrize("schemas", SCHEMAS, ids=lambda schemas: schemas.name)
def test_each_description_is_shown_completely(shown: Callable[[Path], Shown], schemas: Path) -> None:
    answer = shown(schemas)
    for name, text, _ in described(client_view(schemas)):
        expected = read(text)
        assert read(answer[name]["text"])[: len(expected)] == expected, name
    assert all(found["text"] for found in answer.values())


@pytest.mark.parametrize("schemas", SCHEMAS, ids=lambda schemas: schemas.name)
def test_exactly_deprecated_names_have_a_tag(shown: Callable[[Path], Shown], schemas: Path) -> None:
    answer = shown(schemas)
    for name, _, deprecation in described(client_view(schemas)):
        tags = [tag for tag, _ in answer[name]["tags"]]
        assert tags.count("deprecated") == (deprecation is not None), name
        assert set(tags) <= {"deprecated", "since", "defaultValue"}, name


def test_the_deprecation_is_separate_from_the_description(shown: Callable[[Path], Shown]) -> None:
    colour = shown(FIXTURE)["Document.colour"]
    assert colour["text"].startswith("What it looks like.")
    assert colour["tags"] == [
        ["defaultValue", '`"red"`'],
        ["since", "1.0.0"],
        ["deprecated", "Since contract 2.2.0; use `shapes`."],
    ]


def test_each_known_value_has_a_description(shown: Callable[[Path], Shown]) -> None:
    text = shown(FIXTURE)["KnownColour"]["text"]
    assert '- `"red"`: As a rose.\n' in text
    assert '- `"crimson"`: Darker. Deprecated since contract 1.5.0; use `red`.\n' in text
    assert text.endswith('- `"blue"`: As the sky. Deprecated.')


@pytest.mark.parametrize("compiler", [OLDEST, NEWEST])
def test_every_golden_case_compiles(toolchain: Toolchain, compiler: str, tmp_path: Path) -> None:
    for case in CASES:
        (tmp_path / f"{case.name}.d.ts").write_bytes((case / "index.d.ts").read_bytes())
    report = compile_folder(toolchain, CompilerMode(compiler, "nodenext"), tmp_path)
    assert report.output == ""


def test_hostile_text_adds_no_declaration(shown: Callable[[Path], Shown]) -> None:
    hostile = next(case for case in CASES if case.name == "hostile-text")
    types = [name for name in shown(hostile) if "." not in name]
    assert types == ["Document", "KnownKind", "Kind"]
