"""Write a tree of generated files, or report where the disk differs from it."""

import difflib
import os
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.errors import WriteError
from modelconfig.storage.atomic import os_errors_as_problems, write_all

_IGNORED_PARTS = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store", "node_modules"})


class Mode(Enum):
    """What a run does with generated files."""

    WRITE = auto()
    CHECK = auto()
    """Write nothing; every difference is a problem."""
    DRY_RUN = auto()
    """Write nothing; list what would change."""


class OwnedFolders(NamedTuple):
    """Folders below `root` that may contain only generated files, and `foreign` ones of other generators."""

    root: Path
    owned: Sequence[str]
    foreign: Sequence[str] = ()

    def stray_files(self, expected: Mapping[str, str]) -> list[str]:
        """Return the files in these folders that are neither expected nor foreign."""
        return [
            name
            for folder in self.owned
            for path in sorted((self.root / folder).rglob("*"))
            if (name := path.relative_to(self.root).as_posix()) not in expected
            and name not in self.foreign
            and not _IGNORED_PARTS.intersection(path.relative_to(self.root).parts)
            and (path.is_file() or path.is_symlink())
        ]


class OutputResult(NamedTuple):
    """The result of writing or comparing files. `notes` are for people, `listing` is what a dry run would change."""

    problems: Sequence[Problem] = ()
    notes: str = ""
    listing: str = ""


def write_or_compare(expected: Mapping[str, str], folders: OwnedFolders, mode: Mode, command: str) -> OutputResult:
    """Write the expected files, or compare them with the disk. `command` is the one that writes them."""
    if mode is Mode.WRITE:
        try:
            written, removed = write_tree(folders, expected)
        except WriteError as write_error:
            return OutputResult([write_error.problem])
        lines = [f"wrote   {name}\n" for name in written] + [f"removed {name}\n" for name in removed]
        unchanged = len(expected) - len(written)
        return OutputResult(notes="".join(lines) + f"{len(expected)} files generated, {unchanged} of them unchanged\n")
    differences, diff = drift(folders, expected, command)
    if mode is Mode.CHECK:
        return OutputResult(differences, notes=diff)
    return OutputResult(listing="".join(f"{problem.file}: {problem.message}\n" for problem in differences))


def write_tree(folders: OwnedFolders, expected: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Write the files that differ from the expected text, remove stray ones, and return the names of both.

    Raise WriteError before any change.
    """
    root = folders.root
    differing = [name for name, text in expected.items() if _current(root / name) != text]
    strays = folders.stray_files(expected)
    write_all({root / name: expected[name] for name in differing}, durable=False)
    for name in strays:
        with os_errors_as_problems(root / name):
            (root / name).unlink()
    # Where upper and lower case are one name, a stray file may have been an expected one in another case.
    write_all({root / name: text for name, text in expected.items() if not (root / name).exists()}, durable=False)
    return differing, strays


def drift(folders: OwnedFolders, expected: Mapping[str, str], command: str) -> tuple[list[Problem], str]:
    """Return the differences between disk and expected files, as problems and as a unified diff; write nothing."""
    problems: list[Problem] = []
    diff: list[str] = []
    for name, text in expected.items():
        path = folders.root / name
        old = _current(path)
        if old != text:
            message = "differs from the generated content" if os.path.lexists(path) else "is missing"
            problems += in_file([error("MC170", message, hint=f"Run `{command}` and commit the result.")], name)
            diff += _unified(old or "", text, "/dev/null" if old is None else f"a/{name}", f"b/{name}")
    for name in folders.stray_files(expected):
        hint = f"Run `{command}` to remove it: it is no longer generated."
        problems += in_file([error("MC171", "is not a generated file", hint=hint)], name)
    return problems, "".join(diff)


def _current(path: Path) -> str | None:
    """Return a file's text, or None if it cannot be read. Invalid UTF-8 never equals a generated text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None


def _unified(old: str, new: str, old_name: str, new_name: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), old_name, new_name)
    return [line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines]
