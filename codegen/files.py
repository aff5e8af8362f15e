"""`{path: text}` to disk: the only room that writes, and the check that the disk still says the same.

A file appears whole or not at all. All new contents are staged beside their targets before the first one is
renamed, so a full disk or a read-only folder leaves every old file as it was.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.problems import Problem, error, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_IGNORED_PARTS = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store", "node_modules"})


@dataclass(frozen=True, slots=True)
class Written:
    """What a run changed on disk, as paths relative to its root."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


class WriteError(Exception):
    """A file could not be written; everything on disk is as it was before. `problem` says which file and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def write_atomically(path: Path, text: str) -> None:
    """Replace one file, or create it. Raises WriteError and leaves the old content where that fails."""
    write_all({path: text})


def write_all(texts: Mapping[Path, str]) -> None:
    """Replace several files: all are staged first, then renamed in the given order. Raises WriteError."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, text in texts.items():
            staged.append(_stage(path, text))
        for temporary, target in staged:
            with _told(target):
                temporary.replace(target)
    finally:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn the system's refusal into a problem about `path`."""
    try:
        yield
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
        hint = "Make the folder writable, or free some space; the old content is untouched."
        problem = error("MC011", f"cannot be written: {reason}", hint=hint)
        raise WriteError(in_file([problem], path.as_posix())[0]) from refused


def _stage(path: Path, text: str) -> tuple[Path, Path]:
    """Write `text` beside the file that `path` leads to; return the temporary file and that target."""
    with _told(path):
        target = Path(os.path.realpath(path))  # unlike Path.resolve, this bears a link that leads to itself
        if target.is_dir():
            raise IsADirectoryError(21, "it is a directory")
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8"))
                stream.flush()
                os.fsync(stream.fileno())
            if mode is not None:
                temporary.chmod(mode)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return temporary, target


def _current(path: Path) -> str | None:
    """Return a file's text, or None where there is none to read. What is not UTF-8 never equals a text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None


def strays(root: Path, expected: Mapping[str, str], owned: Sequence[str], foreign: Sequence[str] = ()) -> list[str]:
    """Return files below the `owned` folders that nothing generates; `foreign` ones belong to another generator."""
    found = []
    for folder in owned:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            known = name in expected or name in foreign
            ignored = _IGNORED_PARTS.intersection(path.relative_to(root).parts)
            if not known and not ignored and (path.is_file() or path.is_symlink()):
                found.append(name)
    return found


def write_tree(root: Path, expected: Mapping[str, str], owned: Sequence[str], foreign: Sequence[str] = ()) -> Written:
    """Bring the disk to the expected state: write what differs, remove strays. Raises WriteError before any change."""
    differing = [name for name, text in expected.items() if _current(root / name) != text]
    superfluous = strays(root, expected, owned, foreign)
    write_all({root / name: expected[name] for name in differing})
    for name in superfluous:
        with _told(root / name):
            (root / name).unlink()
    return Written(differing, superfluous)


def drift(
    root: Path, expected: Mapping[str, str], owned: Sequence[str], foreign: Sequence[str], remedy: str
) -> tuple[list[Problem], str]:
    """Return how the disk differs from the expected state, as problems and as one unified diff; writes nothing."""
    problems: list[Problem] = []
    diff: list[str] = []
    for name, text in expected.items():
        old = _current(root / name)
        if old == text:
            continue
        message = "is not what would be generated" if os.path.lexists(root / name) else "is missing"
        problems += in_file([error("MC170", message, hint=f"Run `{remedy}` and commit the result.")], name)
        old_name = "/dev/null" if old is None else f"a/{name}"
        diff += _unified((old or ""), text, old_name, f"b/{name}")
    for name in strays(root, expected, owned, foreign):
        hint = f"Nothing generates it any more: run `{remedy}`, which removes it."
        problems += in_file([error("MC171", "is a stray file", hint=hint)], name)
    return problems, "".join(diff)


def _unified(old: str, new: str, old_name: str, new_name: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), old_name, new_name)
    return [line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines]
