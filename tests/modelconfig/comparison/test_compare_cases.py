"""Compare each case: a folder in tests/cases/compare with a document and small files of public catalogues.

`models.json` is the document, and `models.sources.json` its companion with exceptions, if there are any. Every other
input is named after its kind. `expected.txt` is what the command prints; run
`python -m tests.modelconfig.comparison.test_compare_cases` to write it. The rows follow the formats of the sources:
those of litellm, models.dev and genai-prices as their packages have them, endoflife.date as its documentation does.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from modelconfig.cli.main import cli
from modelconfig.comparison.source_files import KINDS

CASES = Path(__file__).parents[2] / "cases" / "compare"
FOLDERS = sorted(CASES.iterdir())
SUFFIXES = (".json", ".py", ".md")


def sources(folder: Path) -> list[str]:
    """Return the KIND=FILE arguments of a case."""
    names = ((kind, kind + suffix) for kind in KINDS for suffix in SUFFIXES)
    return [f"{kind}={name}" for kind, name in names if (folder / name).exists()]


def output(folder: Path) -> str:
    """Return what the command prints for a case, both streams, and its exit code."""
    arguments = ["compare", "models.json", *(part for source in sources(folder) for part in ("--with", source))]
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(cli, arguments, prog_name="modelconfig")
    finally:
        os.chdir(before)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return f"{result.stdout}{result.stderr}exit code {result.exit_code}\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    assert output(folder) == (folder / "expected.txt").read_text("utf-8")


def test_case_folders_contain_only_case_files() -> None:
    assert len(FOLDERS) > 30
    for folder in FOLDERS:
        inputs = {file.name for file in folder.glob("models.sources.json")}
        inputs |= {source.partition("=")[2] for source in sources(folder)}
        assert len(inputs) > (0 if "models.sources.json" not in inputs else 1)
        assert {file.name for file in folder.iterdir()} == inputs | {"models.json", "expected.txt"}


if __name__ == "__main__":
    for case in FOLDERS:
        (case / "expected.txt").write_text(output(case), "utf-8")
