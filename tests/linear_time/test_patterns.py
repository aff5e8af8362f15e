"""No regular expression takes quadratic time, in any way that the code uses it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.linear_time.collected_patterns import ROOT, Collection

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 60
PROCESSES = 4
VARIABLE_PATTERNS = {
    ("codegen.schema.rules.portable_patterns", "pattern"): "only compiles a pattern of a schema",
    (
        "modelconfig.schema.patterns",
        "''.join(('\\\\Z' if element == '$' else element for element in elements))",
    ): "a pattern of a schema: those of this repository are collected",
    ("modelconfig.site.legacy.completions", "pattern"): "one of a table, which is collected",
    ("modelconfig.site.rules.endpoint_rules", "_ROUTES[kind]"): "one of a table, which is collected",
    ("modelconfig.site.rules.pattern_suggestions", "re.escape(literal)"): "characters without an operator",
    (
        "modelconfig.site.valid_parts",
        "_DEPENDENCIES[problem.code].replace('ITEM', item)",
    ): "one of a table, which is collected, with a pointer in it",
}
"""The calls of `re` whose pattern depends on variables, and why they need no further test."""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection()


def slow_patterns(patterns: Sequence[tuple[re.Pattern[Any], set[str]]], seconds: int = SECONDS) -> list[str]:
    """Return what a process finds out about patterns, which is ended after some seconds of processor time."""
    lines = [
        json.dumps([text if isinstance(text, str) else text.decode("latin-1"), flags, text != str(text), [*methods]])
        for text, flags, methods in ((pattern.pattern, pattern.flags, methods) for pattern, methods in patterns)
    ]
    command = [sys.executable, "-m", "tests.linear_time.pattern_work", str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            printed, _ = process.communicate("\n".join(lines), timeout=10 * seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            printed, _ = process.communicate()
    numbers = [int(line) for line in printed.splitlines() if line.isdigit()]
    found = [json.loads(line) for line in printed.splitlines() if not line.isdigit()]
    return found if process.returncode == 0 else [*found, f"{patterns[numbers[-1]][0].pattern!r} does not end"]


def test_no_pattern_takes_quadratic_time(collection: Collection) -> None:
    patterns = [(used.pattern, collection.methods_of(used)) for used in collection.patterns.values()]
    with ThreadPoolExecutor(2) as executor:
        found = list(executor.map(slow_patterns, [patterns[start::PROCESSES] for start in range(PROCESSES)]))
    assert [sentence for part in found for sentence in part] == []


def test_every_pattern_is_collected(collection: Collection) -> None:
    texts = {text for text, _ in collection.patterns}
    origins = {origin for used in collection.patterns.values() for origin in used.origins}
    assert len(texts) > 150
    assert {"modelconfig.diagnostics.json_tokens", "codegen.evolution.releases", "schema/model.json"} <= origins
    # In a function, in a table of a function, in an object, and in a schema.
    assert {"[^a-z]", r"\$\{[^{}]*\}", r"gpt-35-([a-z0-9-]+)"} <= texts
    assert collection.unknown == set(VARIABLE_PATTERNS)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\\.|\[(?:\\.|[^\]\\])*\]|.", "findall"),
        (r"\bENV\[[^\]]*\]", "search"),
        (r"your(?:[-_][a-z]+)*[-_]key(?:[-_][a-z]+)*", "fullmatch"),
        (r"(?:#[^\n]*\r?\n)*x", "match"),
    ],
)
def test_a_quadratic_pattern_is_found(pattern: str, method: str) -> None:
    assert slow_patterns([(re.compile("a"), {"search"}), (re.compile(pattern), {method})], 2) != []


@pytest.mark.parametrize("pattern", [r"(?:ab)*", "a{0,2000}b"])
def test_a_linear_pattern_is_not_found(pattern: str) -> None:
    assert slow_patterns([(re.compile(pattern), {"search", "match", "fullmatch", "split"})]) == []
