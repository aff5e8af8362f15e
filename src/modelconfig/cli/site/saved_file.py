"""Write a result of a `site` command to a file of the user, without replacing another one by mistake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.cli.options import echo_problems
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.storage.atomic import try_write

if TYPE_CHECKING:
    from pathlib import Path


def save(output: Path, text: str, *, force: bool, mode: int | None = None) -> int:
    """Write a file and return the exit code; print the problem if it was not written."""
    problem = _output_problem(output, text, force=force)
    problem = try_write({output: text}, mode=mode) if problem is None else replace(problem, file=output.as_posix())
    if problem is None:
        return CLEAN
    echo_problems([problem])
    return FINDINGS if problem.code == "MC359" else UNUSABLE


def _output_problem(output: Path, text: str, *, force: bool) -> Problem | None:
    """Return the problem that prevents writing the output, or replacing the file that exists."""
    if not output.parent.is_dir():
        return error("MC011", "the folder of this file does not exist", hint="Create it, or correct the path.")
    if not output.exists() or output.is_symlink():
        return None  # links are rejected when the file is written
    if not output.is_file():
        # Writing would replace a device or a pipe by a file, and fails for a folder.
        return error("MC011", "this is not a regular file", hint="Specify a regular file.")
    hint = "Specify another file, or use `--force` to replace this one."
    is_replaceable = force or _has_content(output, text)
    return None if is_replaceable else error("MC359", "the file already exists and has other content", hint=hint)


def _has_content(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False
