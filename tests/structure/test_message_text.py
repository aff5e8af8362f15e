"""No control flow depends on the text of a message, and no code edits one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.structure.message_text import dependencies
from tests.structure.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_no_code_depends_on_the_text_of_a_message() -> None:
    assert list(dependencies(ROOT)) == []


@pytest.mark.parametrize(
    "line",
    [
        'return "list" in problem.message',
        'return problem.message == "JSON has no comments"',
        'return problem.hint.replace("/a", "/b")',
        "return _WORD.sub('', problem.message)",
        "return replace(problem, message=self.shortened(problem.message))",
        "message, hint = problem.message, problem.hint; return hint.startswith(name)",
    ],
)
def test_a_dependency_is_found(line: str, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "module.py").write_text(f"def check(self, problem):\n    {line}\n", "utf-8")
    assert len(list(dependencies(tmp_path))) == 1


@pytest.mark.parametrize(
    "line",
    [
        'return f"cannot save: {problem.message}"',
        "return replace(problem, message=printable(problem.message))",
        "return error('MC001', problem.message, hint=problem.hint or 'Change it.')",
        "return path.replace('/', problem.file)",
    ],
)
def test_a_message_may_be_shown(line: str, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "module.py").write_text(f"def check(self, problem):\n    {line}\n", "utf-8")
    assert list(dependencies(tmp_path)) == []
