"""What an editor shows of the declarations: each text as it was written, and what is deprecated beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from codegen.ir import model as ir
from codegen.targets.typescript.emitter import emit
from tests.codegen.targets.typescript.golden import CASES, client_view
from tests.typescript.compiling import HERE, CompilerMode, Toolchain, compile_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Shown = dict[str, dict[str, Any]]

SCHEMAS = [HERE.parents[1] / "schema", *CASES]
FIXTURE = next(case for case in CASES if case.name == "every-form")


@pytest.fixture(scope="session")
def declared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return the way to a file with the declarations of a folder of schemas."""

    def write(schemas: Path) -> Path:
        file = tmp_path_factory.mktemp(schemas.name) / "index.d.ts"
        file.write_text(emit([client_view(schemas)])["generated/typescript/index.d.ts"], encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def shown(toolchain: Toolchain, declared: Callable[[Path], Path]) -> Callable[[Path], Shown]:
    """Return the way to what an editor shows, by `Type` and `Type.member`."""

    def ask(schemas: Path) -> Shown:
        file = declared(schemas)
        done = toolchain.run(HERE / "quick_info.cjs", toolchain.modules, file, folder=file.parent)
        assert done.returncode == 0, done.stderr
        answer: Shown = json.loads(done.stdout)
        return answer

    return ask


def described(module: ir.Module) -> Iterator[tuple[str, str, ir.Deprecation | None]]:
    """Yield name, text and deprecation of everything that an editor can point at."""
    for definition in module.definitions:
        yield definition.name, definition.description, definition.deprecation
        for member in definition.properties if isinstance(definition, ir.ObjectType) else ():
            yield f"{definition.name}.{member.name}", member.description, member.deprecation


def read(text: str) -> list[str]:
    """Return the words that a reader sees: Markdown takes a backslash before punctuation away."""
    return text.replace("\\@", "@").replace("*\\/", "*/").split()


@pytest.mark.parametrize("schemas", SCHEMAS, ids=lambda schemas: schemas.name)
def test_each_text_is_shown_whole(shown: Callable[[Path], Shown], schemas: Path) -> None:
    answer = shown(schemas)
    for name, text, _ in described(client_view(schemas)):
        expected = read(text)
        assert read(answer[name]["text"])[: len(expected)] == expected, name
    assert all(found["text"] for found in answer.values())


@pytest.mark.parametrize("schemas", SCHEMAS, ids=lambda schemas: schemas.name)
def test_a_tag_is_there_exactly_where_something_is_deprecated(shown: Callable[[Path], Shown], schemas: Path) -> None:
    answer = shown(schemas)
    for name, _, deprecation in described(client_view(schemas)):
        tags = [tag for tag, _ in answer[name]["tags"]]
        assert tags.count("deprecated") == (deprecation is not None), name
        assert set(tags) <= {"deprecated", "since", "defaultValue"}, name


def test_the_note_stands_beside_the_text(shown: Callable[[Path], Shown]) -> None:
    colour = shown(FIXTURE)["Document.colour"]
    assert colour["text"].startswith("What it looks like.")
    assert colour["tags"] == [
        ["defaultValue", '`"red"`'],
        ["since", "1.0.0"],
        ["deprecated", "Since contract 2.2.0; use `shapes`."],
    ]


def test_each_known_value_is_explained(shown: Callable[[Path], Shown]) -> None:
    text = shown(FIXTURE)["KnownColour"]["text"]
    assert '- `"red"`: As a rose.\n' in text
    assert '- `"crimson"`: Darker. Deprecated since contract 1.5.0; use `red`.\n' in text
    assert text.endswith('- `"blue"`: As the sky. Deprecated.')


@pytest.mark.parametrize("compiler", ["typescript-5.9", "typescript-newest"])
def test_every_golden_case_is_typescript(toolchain: Toolchain, compiler: str, tmp_path: Path) -> None:
    for case in CASES:
        (tmp_path / f"{case.name}.d.ts").write_bytes((case / "index.d.ts").read_bytes())
    report = compile_folder(toolchain, CompilerMode(compiler, "nodenext"), tmp_path)
    assert report.output == ""


def test_hostile_text_declares_nothing(shown: Callable[[Path], Shown]) -> None:
    hostile = next(case for case in CASES if case.name == "hostile-text")
    types = [name for name in shown(hostile) if "." not in name]
    assert types == ["Document", "KnownKind", "Kind"]
