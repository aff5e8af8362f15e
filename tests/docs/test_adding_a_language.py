"""The page about adding a language: what it names exists, and its smallest language works as it stands there."""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from codegen import pipeline
from codegen.output import drift
from codegen.schema.rules import source_rules
from codegen.targets import registry
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = (ROOT / "docs" / "adding-a-language.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`((?:codegen|docs|generated|tests)/[\w./-]+|[\w.-]+\.(?:py|toml))`")


def block(start: str) -> str:
    (found,) = (found["text"] for found in BLOCK.finditer(PAGE) if found["text"].startswith(start))
    return found


def test_every_file_that_it_names_exists() -> None:
    named = {name for name in NAMED.findall(PAGE) if "outline" not in name}
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_names_that_it_mentions_are_there() -> None:
    assert all(f"`{reading.name}`" in PAGE for reading in registry.Reading)
    assert "`constant_collision`" in PAGE
    assert hasattr(source_rules, "constant_collision")
    assert "APART" in (ROOT / "noxfile.py").read_text("utf-8")


def test_each_language_is_a_module_and_a_folder_of_templates() -> None:
    emitters = {path.stem for path in (ROOT / "codegen").glob("emit_*.py")}
    assert emitters == {target.emitter.removeprefix("codegen.") for target in registry.TARGETS}
    folders = {path.name for path in (ROOT / "codegen" / "templates").iterdir()}
    assert folders == {emitter.removeprefix("emit_") for emitter in emitters}


def test_nothing_else_in_the_generator_knows_a_language() -> None:
    """Only its own modules, the table, and the checks that keep names free speak of Go."""
    own = re.compile(r"(emit_go|go_\w+)\.py|targets\.py")
    for path in sorted((ROOT / "codegen").rglob("*.py")):
        if not own.fullmatch(path.name):
            assert not re.search(r"emit_go|go_text|generated/go", path.read_text("utf-8")), path


def test_the_smallest_language_works_as_it_stands_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    template = tmp_path / "templates" / "outline" / "outline.txt.jinja"
    template.parent.mkdir(parents=True)
    template.write_text(block("{% for"), "utf-8")
    module = ModuleType("codegen.targets.outline")
    module.__file__ = str(tmp_path / "emit_outline.py")
    exec(compile(block('"""The schema as an outline'), module.__file__, "exec"), module.__dict__)  # noqa: S102 - ours
    monkeypatch.setitem(sys.modules, module.__name__, module)
    row = eval(block("Target("), {"Target": registry.Target, "Reading": registry.Reading})  # noqa: S307 - ours
    monkeypatch.setattr(pipeline, "TARGETS", (row,))

    sources, problems = pipeline.check_schemas(ROOT / "schema")
    assert not problems
    files = pipeline.generate_types(sources)
    lines = files["generated/outline/outline.txt"].splitlines()
    assert sorted(lines) == sorted(sources.homes)
    found, _ = drift(tmp_path, {name: files[name] for name in files if "outline" in name}, (row.folder,), (), "again")
    assert [problem.code for problem in found] == ["MC170"]
