"""No other code of the generator or the runtime refers to the Go target."""

from __future__ import annotations

import re

import pytest

from tests.codegen.schema.schema_cases import ROOT

OWN = ROOT / "codegen" / "targets" / "go"
SUFFIXES = {".py", ".jinja", ".jinja2", ".json", ".toml", ".js", ".html", ".css"}
"""Pages for people (`.md`) may speak of Go."""
KNOWS = re.compile(
    r"""
    \b(?:golang|gofmt|GOFLAGS|GOPATH)\b
    | \bgo_\w | \w_go\b                         # a name made with it
    | \bgo\.\w | [\w/]\.go\b | /go\b            # a module, a suffix of files, a folder
    | ["'`](?:go|Go)["'`]                       # its name as a value
    | (?:[^\W_]|[,;)`])[ ]Go\b                  # its name within a sentence: the verb is capitalised only in front
    | \bGo(?:'s\b | [ ](?:module|type|program|source|file|target|package|name|constant|code)s?\b)
    """,
    re.VERBOSE,
)


def lines_that_name_go() -> list[str]:
    found = []
    for top in ("codegen", "src"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in SUFFIXES and OWN not in path.parents and "__pycache__" not in path.parts:
                name = path.relative_to(ROOT).as_posix()
                lines = enumerate(path.read_text("utf-8").splitlines(), 1)
                found += [f"{name}:{number}: {line.strip()}" for number, line in lines if KNOWS.search(line)]
    return found


def test_no_other_code_names_go() -> None:
    assert lines_that_name_go() == []


@pytest.mark.parametrize(
    "line",
    [
        'if target == "go":',
        "TARGETS = ('python', 'go')",
        'name="Go",',
        "from codegen.targets.go import emitter",
        "import codegen.targets.go",
        'folder="generated/go"',
        "go_names = set()",
        "def emit_go(modules):",
        'files["types.go"] = text',
        "subprocess.run(['gofmt', '-l'])",
        "# Names that are taken in Go stay free.",
        "# Python, Go and TypeScript.",
        '"""Rules for `Go` only."""',
        "# Go's constants stand beside its types.",
        "# Go constants stand beside types.",
    ],
)
def test_such_a_line_is_found(line: str) -> None:
    assert KNOWS.search(line)


@pytest.mark.parametrize(
    "line",
    [
        "# Let it go on, and come back.",
        'instead="Go on accepting null; it reads as absent.",',
        "# It is over. Go on with the next.",
        '"The server cannot go on."',
        "go({ model: model.ref }, { opens: true });",
        'Google, "good", ago, category, algorithm.google',
        "`keyword` does not go with that",
    ],
)
def test_the_verb_is_not_reported(line: str) -> None:
    assert not KNOWS.search(line)
