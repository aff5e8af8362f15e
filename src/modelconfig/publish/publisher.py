"""Publish a document to a folder: first the immutable files, then those that instances poll, the pointer last.

If a run is interrupted, each name has the whole content of one document, in all codings, and the pointer names a
document that exists.
"""

from __future__ import annotations

import contextlib
import os
from operator import attrgetter
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
"""The mode of published files, whatever the umask: a web server reads them as another user."""


class Published(NamedTuple):
    """The result of publishing a document. Nothing was written if the problems have errors."""

    digest: str
    problems: list[Problem]
    written: list[str]
    unchanged: list[str]
    removed: list[str]


def publish(
    folder: Path, data: bytes, document: dict[str, Any], *, keep: int | None = None, waiting: Callable[[], None]
) -> Published:
    """Publish a document, given as bytes and as a value, to a folder, which is created if it is missing.

    `keep` is the number of documents to keep, including this one; without it none is removed. `waiting` is called if
    another run has to end first. Raises WriteError; then the previous document or the new one is published as a whole.
    """
    name, revision = digest(data), document["revision"]
    _create_folder(folder)
    with locked(folder, waiting) as is_locked:
        with os_errors_as_problems(folder):
            tree = read_tree(folder)
        if isinstance(tree, Problem):
            return Published(name, [tree], [], [], [])
        if is_locked:
            _remove(folder, tree.leftovers)
        representations = file_representations(folder, name, revision, data)
        problems = damaged(tree, name) + _conflicts(tree, name, representations) + _not_newer(tree, name, revision)
        if has_errors(problems):
            return Published(name, problems, [], [], [])
        removed_digests = _outdated(tree, name, keep)
        files = _files(tree, name, revision, representations, removed_digests)
        written = _write(folder, files, marked=tree.marked)
        # The plain file last: it shows the next run that files of a document are left.
        suffixes = [*reversed(list(tree_layout.CODINGS))]
        removed = _remove(
            folder,
            [tree_layout.edition(removed_digest) + suffix for removed_digest in removed_digests for suffix in suffixes],
        )
    unchanged = [file for file in files if file not in written]
    return Published(name, problems, written, unchanged, removed)


def _files(
    tree: Tree, name: str, revision: str, representations: dict[str, FileRepresentation], removed_digests: list[str]
) -> dict[str, FileRepresentation]:
    """Return all files of this run, in the order in which they are written."""
    pointer = tree_layout.pointer(revision, name, len(representations[""].content))
    time = representations[""].time
    digests = {*tree.versions, name}.difference(removed_digests)
    documents = {tree_layout.edition(digest) for digest in digests} | {tree_layout.DOCUMENT}
    names = {document + suffix for document in documents for suffix in tree_layout.CODINGS} | {tree_layout.POINTER}
    return {
        **{tree_layout.edition(name) + suffix: representation for suffix, representation in representations.items()},
        **{file: FileRepresentation(content, time) for file, content in tree_layout.header_files(names).items()},
        **{tree_layout.DOCUMENT + suffix: representation for suffix, representation in representations.items()},
        tree_layout.POINTER: FileRepresentation(pointer, time),
    }


def _write(folder: Path, files: dict[str, FileRepresentation], *, marked: bool) -> list[str]:
    """Write the files that have changed; return their names."""
    changed = [name for name, representation in files.items() if not _is_current(folder / name, representation)]
    if not changed:
        return []
    if not marked:
        write_atomically(folder / tree_layout.HEADERS, tree_layout.empty_header_file(), mode=READABLE)
    contents = {folder / name: files[name].content for name in changed}
    times = {folder / name: files[name].time for name in changed}
    with staging(contents, mode=READABLE, times=times) as put_in_place:
        polled = [name for name in changed if name.startswith(tree_layout.DOCUMENT)]
        for name in changed:
            if name == tree_layout.POINTER or name in polled[:1]:
                _sync(folder)
            if name == tree_layout.DOCUMENT:
                # Remove the compressed files first: plain and compressed files never have different documents.
                _remove(folder, [file for file in polled if file != tree_layout.DOCUMENT])
            put_in_place(folder / name)
        _sync(folder)
    return changed


def _is_current(path: Path, representation: FileRepresentation) -> bool:
    try:
        return int(path.stat().st_mtime) == representation.time and path.read_bytes() == representation.content
    except OSError:
        return False


def _conflicts(tree: Tree, name: str, representations: dict[str, FileRepresentation]) -> list[Problem]:
    """Return why web servers would give this document and a published one the same entity tag.

    The files that are polled and the pointer have the time of a document, from which web servers make entity tags.
    """
    for other_digest in tree.versions:
        if other_digest == name:
            continue
        for suffix, representation in representations.items():
            path = tree.folder / (tree_layout.edition(other_digest) + suffix)
            with contextlib.suppress(OSError):
                file_status = path.stat()
                # The pointers of two documents may have the same size although the documents have not.
                same_size = suffix == "" or file_status.st_size == len(representation.content)
                if int(file_status.st_mtime) == representation.time and same_size:
                    message = "web servers could not tell this document from the new one, which has the same revision"
                    hint = "Give the new document the next revision: its files get another time with it."
                    return in_file([error("MC442", message, hint=hint)], path.as_posix())
    return []


def _not_newer(tree: Tree, name: str, revision: str) -> list[Problem]:
    """Return a warning if instances with the newest published document will not prefer this one."""
    newest = tree.newest
    if newest is None or newest.digest == name:
        return []
    new, old = parse(revision), parse(newest.revision)
    if new is not None and (old is None or new > old):
        return []
    what = "the same revision" if revision == newest.revision else f"the revision {quote(newest.revision)}"
    message = f"the document before this one has {what}, so {quote(revision)} does not count as newer"
    hint = "Instances keep the newest revision that they have seen. Give the document a higher one."
    return in_file([warning("MC443", message, hint=hint)], (tree.folder / tree_layout.POINTER).as_posix())


def _outdated(tree: Tree, name: str, keep: int | None) -> list[str]:
    """Return the digests of the documents to remove: the oldest ones."""
    others = sorted((version for version in tree.versions.values() if version.digest != name), key=attrgetter("rank"))
    return [] if keep is None else [version.digest for version in others[: max(len(others) - (keep - 1), 0)]]


def _create_folder(folder: Path) -> None:
    with os_errors_as_problems(folder):
        try:
            folder.mkdir(parents=True)
        except OSError:
            # Another run may have created it, and the error need not be FileExistsError.
            if not folder.is_dir():
                raise
        else:
            # As with the files: a web server must be able to read it.
            folder.chmod(0o755)


def _remove(folder: Path, names: list[str]) -> list[str]:
    removed = []
    for name in names:
        with os_errors_as_problems(folder / name), contextlib.suppress(FileNotFoundError):
            (folder / name).unlink()
            removed.append(name)
    return removed


def _sync(folder: Path) -> None:
    """Flush the folder to disk, where the system supports that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
