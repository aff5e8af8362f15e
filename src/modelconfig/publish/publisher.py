"""Publishing a document to a folder: first what never changes, then what instances poll, the pointer last.

Whenever a run is cut short, each name has a whole content of one document, in all its codings, and the pointer leads to
a document that is there.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file, warning
from modelconfig.documents.revisions import parse
from modelconfig.publish import tree_layout
from modelconfig.publish.representations import FileRepresentation, file_representations
from modelconfig.publish.tree import Tree, damaged, read_tree
from modelconfig.storage.atomic import os_errors_as_problems, staging, write_atomically
from modelconfig.storage.digests import digest
from modelconfig.storage.folder_lock import locked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

READABLE = 0o644
"""The mode of published files, whatever the user's mask: a web server reads them as somebody else."""


class Published(NamedTuple):
    """What became of publishing a document. Nothing was written where the problems have errors."""

    digest: str
    problems: list[Problem]
    written: list[str]
    unchanged: list[str]
    removed: list[str]


def publish(
    folder: Path, data: bytes, document: dict[str, Any], *, keep: int | None = None, waiting: Callable[[], None]
) -> Published:
    """Publish a document, given as bytes and as the value that they say, to a folder that is made if it is missing.

    `keep` is how many documents stay there, with this one; without it none goes. `waiting` is called when another run
    has to end first. Raises WriteError; then what was there before is still there, or the newer document is whole.
    """
    name, revision = digest(data), document["revision"]
    _make(folder)
    with locked(folder, waiting) as alone:
        with os_errors_as_problems(folder):
            tree = read_tree(folder)
        if isinstance(tree, Problem):
            return Published(name, [tree], [], [], [])
        if alone:
            _remove(folder, tree.leftovers)
        made = file_representations(folder, name, revision, data)
        problems = damaged(tree, name) + _clashes(tree, name, made) + _not_newer(tree, name, revision)
        if has_errors(problems):
            return Published(name, problems, [], [], [])
        gone = _superfluous(tree, name, keep)
        wanted = _wanted(tree, name, revision, made, gone)
        written = _write(folder, wanted, marked=tree.marked)
        # The plain file last: by it the next run sees what is left of an edition.
        suffixes = [*reversed(list(tree_layout.CODINGS))]
        removed = _remove(folder, [tree_layout.edition(one) + suffix for one in gone for suffix in suffixes])
    unchanged = [one for one in wanted if one not in written]
    return Published(name, problems, written, unchanged, removed)


def _wanted(
    tree: Tree, name: str, revision: str, made: dict[str, FileRepresentation], gone: list[str]
) -> dict[str, FileRepresentation]:
    """Return all files of this run, in the order in which they are put in place."""
    pointer = tree_layout.pointer(revision, name, len(made[""].content))
    time = made[""].time
    plain = {tree_layout.edition(one) for one in {*tree.editions, name}.difference(gone)} | {tree_layout.DOCUMENT}
    names = {one + suffix for one in plain for suffix in tree_layout.CODINGS} | {tree_layout.POINTER}
    return {
        **{tree_layout.edition(name) + suffix: form for suffix, form in made.items()},
        **{one: FileRepresentation(content, time) for one, content in tree_layout.header_files(names).items()},
        **{tree_layout.DOCUMENT + suffix: form for suffix, form in made.items()},
        tree_layout.POINTER: FileRepresentation(pointer, time),
    }


def _write(folder: Path, wanted: dict[str, FileRepresentation], *, marked: bool) -> list[str]:
    """Bring the files of a folder to what is wanted; return the names of those that were not."""
    stale = [name for name, form in wanted.items() if not _is(folder / name, form)]
    if not stale:
        return []
    if not marked:
        write_atomically(folder / tree_layout.HEADERS, tree_layout.empty_header_file(), mode=READABLE)
    contents = {folder / name: wanted[name].content for name in stale}
    times = {folder / name: wanted[name].time for name in stale}
    with staging(contents, mode=READABLE, times=times) as put:
        polled = [name for name in stale if name.startswith(tree_layout.DOCUMENT)]
        for name in stale:
            if name == tree_layout.POINTER or name in polled[:1]:
                _settle(folder)
            if name == tree_layout.DOCUMENT:
                # For a moment there is the plain file alone: never one document plain and another one compressed.
                _remove(folder, [one for one in polled if one != tree_layout.DOCUMENT])
            put(folder / name)
        _settle(folder)
    return stale


def _is(path: Path, form: FileRepresentation) -> bool:
    try:
        return int(path.stat().st_mtime) == form.time and path.read_bytes() == form.content
    except OSError:
        return False


def _clashes(tree: Tree, name: str, made: dict[str, FileRepresentation]) -> list[Problem]:
    """Return why web servers would take this document for another one that is there.

    The names that are polled and the pointer have the times of a document, and their entity tags come from those.
    """
    for other in tree.editions:
        if other == name:
            continue
        for suffix, form in made.items():
            path = tree.folder / (tree_layout.edition(other) + suffix)
            with contextlib.suppress(OSError):
                found = path.stat()
                # The pointers to two documents may have one size where the documents have not.
                alike = suffix == "" or found.st_size == len(form.content)
                if int(found.st_mtime) == form.time and alike:
                    message = "web servers could not tell this document from the new one, which has the same revision"
                    hint = "Give the new document the next revision: its files get another time with it."
                    return in_file([error("MC442", message, hint=hint)], path.as_posix())
    return []


def _not_newer(tree: Tree, name: str, revision: str) -> list[Problem]:
    """Return a warning if instances that have the newest document so far will not prefer this one to it."""
    before = tree.newest
    if before is None or before.digest == name:
        return []
    new, old = parse(revision), parse(before.revision)
    if new is not None and (old is None or new > old):
        return []
    what = "the same revision" if revision == before.revision else f"the revision {quote(before.revision)}"
    message = f"the document before this one has {what}, so {quote(revision)} does not count as newer"
    hint = "Instances keep the newest revision that they have seen. Give the document a higher one."
    return in_file([warning("MC443", message, hint=hint)], (tree.folder / tree_layout.POINTER).as_posix())


def _superfluous(tree: Tree, name: str, keep: int | None) -> list[str]:
    """Return the digests of the documents that go: the oldest ones."""
    others = sorted((one for one in tree.editions.values() if one.digest != name), key=lambda one: one.rank)
    return [] if keep is None else [one.digest for one in others[: max(len(others) - (keep - 1), 0)]]


def _make(folder: Path) -> None:
    with os_errors_as_problems(folder):
        try:
            folder.mkdir(parents=True)
        except OSError:
            # Another run may have made it since a moment, and systems need not say first that it is there.
            if not folder.is_dir():
                raise
        else:
            # As with the files: a web server has to get in.
            folder.chmod(0o755)


def _remove(folder: Path, names: list[str]) -> list[str]:
    removed = []
    for name in names:
        with os_errors_as_problems(folder / name), contextlib.suppress(FileNotFoundError):
            (folder / name).unlink()
            removed.append(name)
    return removed


def _settle(folder: Path) -> None:
    """See that what was put in place so far outlives a power failure, where the system can promise that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
