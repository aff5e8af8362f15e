"""The source has no regular expression that a supported Python matches incorrectly."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(file for folder in ("src", "codegen") for file in (ROOT / folder).rglob("*.py"))
_ESCAPE_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_POSSESSIVE_OR_ATOMIC = re.compile(r"[*+?}]\+|\(\?>")


def rejected(pattern: str) -> bool:
    """Return whether a pattern has a possessive quantifier or an atomic group.

    Python 3.11.2, the version of Debian 12, matches both incorrectly if they repeat a group.
    """
    return _POSSESSIVE_OR_ATOMIC.search(_ESCAPE_OR_CLASS.sub("x", pattern)) is not None


def literals(source: str) -> list[str]:
    """Return the string literals of a module that imports `re`, also the pieces of its f-strings.

    A literal in which no character repeats is a set of characters, as in `char in "*+?"`, not a pattern.
    """
    nodes = list(ast.walk(ast.parse(source)))
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    values = [node.value for node in nodes if isinstance(node, ast.Constant)] if "re" in imported else []
    return [value for value in values if isinstance(value, str) and len(set(value)) < len(value)]


@pytest.mark.parametrize("pattern", ["a*+", "a++", "a?+", "a{2}+", "(?>a)", r"(?:[^\]\\]++|\\.)*", "[+]*+", r"\\*+b"])
def test_possessive_quantifiers_and_atomic_groups_are_recognised(pattern: str) -> None:
    assert rejected(pattern)


@pytest.mark.parametrize("pattern", ["a*b+", r"a\*+", "[*+?]", "[]*+]", "[^]*+]", r"[\]*+]", "(?:a)", r"\{a\}+"])
def test_other_patterns_are_not_reported(pattern: str) -> None:
    assert not rejected(pattern)


def test_no_pattern_uses_them() -> None:
    assert len(FILES) > 100
    assert [(file.name, text) for file in FILES for text in literals(file.read_text("utf-8")) if rejected(text)] == []
