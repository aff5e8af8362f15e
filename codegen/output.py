"""Write generated files, and report where the disk differs from them: the only module that writes."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.errors import WriteError
from modelconfig.storage.atomic import os_errors_as_problems, write_all, write_atomically

__all__ = [
    "Mode",
    "OutputResult",
    "OwnedFolders",
    "WriteError",
    "WrittenFiles",
    "drift",
    "stray_files",
    "write_all",
    "write_atomically",
    "write_or_compare",
    "write_tree",
]

_IGNORED_PARTS = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store", "node_modules"})


class Mode(Enum):
    """What a run does with generated files."""

    WRITE = auto()
    CHECK = auto()
    """Write nothing; every difference is a problem."""
    DRY_RUN = auto()
    """Write nothing; list what would change."""


@dataclass(frozen=True, slots=True)
class OwnedFolders:
    """Folders below `root` that may contain only generated files and `foreign` ones."""

    root: Path
    owned: Sequence[str]
    foreign: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class OutputResult:
    """The result of writing or comparing files. `notes` are for people, `listed` is what a dry run would change."""

    problems: list[Problem] = field(default_factory=list)
    notes: str = ""
    listing: str = ""


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """The files that a run changed on disk, as paths relative to its root."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def write_or_compare(expected: Mapping[str, str], folders: OwnedFolders, mode: Mode, command: str) -> OutputResult:
    """Write the expected files, or compare them with the disk. `command` is the one that writes them."""
    root, owned, foreign = folders.root, folders.owned, folders.foreign
    if mode is Mode.WRITE:
        try:
            written = write_tree(root, expected, owned, foreign)
        except WriteError as error:
            return OutputResult([error.problem])
        return OutputResult(notes=_summary(written, len(expected)))
    differences, diff = drift(root, expected, owned, foreign, command)
    if mode is Mode.CHECK:
        return OutputResult(differences, notes=diff)
    return OutputResult(listing="".join(f"{problem.file}: {problem.message}\n" for problem in differences))


def _summary(written: WrittenFiles, generated: int) -> str:
    """Return a line for each file that a run changed, and a line with the totals."""
    lines = [f"wrote   {name}\n" for name in written.written] + [f"removed {name}\n" for name in written.removed]
    unchanged = generated - len(written.written)
    return "".join(lines) + f"{generated} files generated, {unchanged} of them unchanged\n"


def _current(path: Path) -> str | None:
    """Return a file's text, or None if it cannot be read. Invalid UTF-8 never equals a generated text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None


def stray_files(
    root: Path, expected: Mapping[str, str], owned: Sequence[str], foreign: Sequence[str] = ()
) -> list[str]:
    """Return files below the `owned` folders that are not expected; `foreign` ones belong to another generator."""
    strays = []
    for folder in owned:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            is_expected = name in expected or name in foreign
            ignored = _IGNORED_PARTS.intersection(path.relative_to(root).parts)
            if not is_expected and not ignored and (path.is_file() or path.is_symlink()):
                strays.append(name)
    return strays


def write_tree(
    root: Path, expected: Mapping[str, str], owned: Sequence[str], foreign: Sequence[str] = ()
) -> WrittenFiles:
    """Write the files that differ from the expected text, and remove stray ones. Raise WriteError before any change."""
    differing = [name for name, text in expected.items() if _current(root / name) != text]
    strays = stray_files(root, expected, owned, foreign)
    write_all({root / name: expected[name] for name in differing})
    for name in strays:
        with os_errors_as_problems(root / name):
            (root / name).unlink()
    return WrittenFiles(differing, strays)


def drift(
    root: Path, expected: Mapping[str, str], owned: Sequence[str], foreign: Sequence[str], command: str
) -> tuple[list[Problem], str]:
    """Return the differences between disk and expected files, as problems and as a unified diff; write nothing."""
    problems: list[Problem] = []
    diff: list[str] = []
    for name, text in expected.items():
        old = _current(root / name)
        if old == text:
            continue
        message = "is not what would be generated" if os.path.lexists(root / name) else "is missing"
        problems += in_file([error("MC170", message, hint=f"Run `{command}` and commit the result.")], name)
        old_name = "/dev/null" if old is None else f"a/{name}"
        diff += _unified((old or ""), text, old_name, f"b/{name}")
    for name in stray_files(root, expected, owned, foreign):
        hint = f"Nothing generates it any more: run `{command}`, which removes it."
        problems += in_file([error("MC171", "is a stray file", hint=hint)], name)
    return problems, "".join(diff)


def _unified(old: str, new: str, old_name: str, new_name: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), old_name, new_name)
    return [line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines]
