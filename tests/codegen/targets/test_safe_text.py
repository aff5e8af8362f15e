"""Templates of all targets write only SafeText."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from codegen.targets.safe_text import SafeText, environment
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TARGETS = ROOT / "codegen" / "targets"


@pytest.mark.parametrize("value", ["*/ evil", "", 1, None, True, ["x"]])
def test_a_template_rejects_unsafe_text(value: object, tmp_path: Path) -> None:
    template = environment(tmp_path).from_string("{{ value }}")
    with pytest.raises(TypeError, match="is not a SafeText"):
        template.render(value=value)


def test_a_template_writes_safe_text_and_its_own_text(tmp_path: Path) -> None:
    template = environment(tmp_path, {"safe": SafeText}).from_string("{% if x %}a {{ x | safe }}{% endif %}")
    assert template.render(x="b") == "a b"


def test_unsafe_text_joined_to_safe_text_is_unsafe(tmp_path: Path) -> None:
    template = environment(tmp_path).from_string("{{ x + y }}")
    with pytest.raises(TypeError, match="is not a SafeText"):
        template.render(x=SafeText("a"), y="*/")


def test_an_unknown_variable_is_an_error(tmp_path: Path) -> None:
    from jinja2 import UndefinedError

    with pytest.raises((TypeError, UndefinedError)):
        environment(tmp_path).from_string("{{ nothing }}").render()


@pytest.mark.parametrize("path", sorted(TARGETS.glob("*/*.py")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_target_has_a_mechanism_of_its_own(path: Path) -> None:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    bases = [ast.unparse(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases]
    assert "str" not in bases
    called = [ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)]
    assert not [name for name in called if name.rpartition(".")[2] == "Environment"]
