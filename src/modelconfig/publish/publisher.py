"""Publish a document to a folder: first the immutable files, then those that instances poll, the pointer last.

If a run is interrupted, each name has the whole content of one document, in all codings, and the pointer names a
document that exists.
"""

import contextlib
import stat
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file, warning
from modelconfig.documents.revisions import parse
from modelconfig.publish import tree_layout
from modelconfig.publish.content_codings import ENCODINGS, compress, is_compressed
from modelconfig.publish.tree import Tree, damaged, read_file, read_tree
from modelconfig.storage.atomic import os_errors_as_problems, staging
from modelconfig.storage.digests import digest
from modelconfig.storage.folder_lock import lock
from modelconfig.storage.open_folder import OpenFolder, open_folder


class Published(NamedTuple):
    """The result of publishing a document. Nothing was written if the problems are fatal."""

    digest: str
    problems: list[Problem]
    written: list[str]
    unchanged: list[str]
    removed: list[str]


def publish(  # noqa: PLR0913  # one parameter for each option of the command
    path: Path,
    data: bytes,
    document: dict[str, Any],
    *,
    sources: bytes | None = None,
    keep: int | None = None,
    world_writable: bool = False,
    waiting: Callable[[], None],
    is_fatal: Callable[[list[Problem]], bool] = has_errors,
) -> Published:
    """Publish a document, given as bytes and as a value, to a folder, which is created if it is missing.

    `sources` is the document's companion; without one, that of an earlier document is removed. `keep` is the number of
    documents to keep, including this one; without it none is removed. `world_writable` accepts a folder in which every
    user can replace files. `waiting` is called if another run has to end first. Nothing is written if `is_fatal` is
    true of the problems. Raises WriteError; then the previous document or the new one is published as a whole.
    """
    name, revision = digest(data), document["revision"]
    with contextlib.ExitStack() as stack:
        with os_errors_as_problems(path):
            folder = stack.enter_context(_opened(path))
            unsafe = None if world_writable else _world_writable(folder)
        if unsafe is not None:
            return Published(name, [unsafe], [], [], [])
        is_locked = lock(folder, waiting)
        with os_errors_as_problems(path):
            tree = read_tree(folder)
        if isinstance(tree, Problem):
            return Published(name, [tree], [], [], [])
        if is_locked:
            _remove(folder, tree.leftovers)
        problems = damaged(tree, name) + _not_newer(tree, name, revision)
        if is_fatal(problems):
            return Published(name, problems, [], [], [])
        removed_digests = _outdated(tree, name, keep)
        remaining_digests = {*tree.versions, name}.difference(removed_digests)
        companion = {} if sources is None else _companion(sources)
        # Without a library, this run writes fewer files of its document than there are of earlier ones.
        suffixes = [*reversed(tree_layout.SUFFIXES.values()), ""]
        editions = [tree_layout.edition(remaining) + suffix for remaining in remaining_digests for suffix in suffixes]
        existing = {file for file in editions if folder.exists(file)}
        files = _files(name, revision, _representations(folder, name, data), existing, companion)
        written = _write(folder, files, marked=tree.marked)
        outdated = [tree_layout.DOCUMENT, tree_layout.SOURCES, *map(tree_layout.edition, removed_digests)]
        # The plain file last: it shows the next run that files of a document are left.
        removed = _remove(
            folder, [file + suffix for file in outdated for suffix in suffixes if file + suffix not in files]
        )
    unchanged = [file for file in files if file not in written]
    return Published(name, problems, written, unchanged, removed)


def _opened(path: Path) -> OpenFolder:
    """Open a folder, which is created if it is missing. Raises OSError."""
    folder = open_folder(path, create=True, listed=True)
    if folder.is_new:
        # As with the files: a web server must be able to read it.
        folder.set_mode(0o755)
    return folder


def _world_writable(folder: OpenFolder) -> Problem | None:
    """Return an error if every user may replace the files in a folder."""
    mode = folder.status().st_mode
    if not mode & stat.S_IWOTH or mode & stat.S_ISVTX:
        return None
    message = "every user can replace files in this folder, which is world-writable without the sticky bit"
    hint = "Remove the permission with `chmod o-w`, or accept it with --allow-world-writable."
    return in_file([error("MC480", message, hint=hint)], folder.path.as_posix())[0]


def _representations(folder: OpenFolder, name: str, data: bytes) -> dict[str, bytes]:
    """Return the contents of a document's files by suffix: plain, and in each content coding.

    An existing compressed file is kept if it contains the document: an immutable file must not change, even if a newer
    compressor gives another result.
    """
    contents = {"": data}
    for coding in ENCODINGS:
        suffix = tree_layout.SUFFIXES[coding]
        existing = read_file(folder, tree_layout.edition(name) + suffix)
        if existing is None or not is_compressed(coding, existing, data):
            existing = compress(coding, data)
        contents[suffix] = existing
    return contents


def _companion(sources: bytes) -> dict[str, bytes]:
    """Return the contents of the companion's files by name: plain, and in each content coding."""
    contents = {tree_layout.SUFFIXES[coding]: compress(coding, sources) for coding in ENCODINGS}
    return {tree_layout.SOURCES + suffix: content for suffix, content in {"": sources, **contents}.items()}


def _files(
    name: str,
    revision: str,
    representations: dict[str, bytes],
    existing: set[str],
    companion: dict[str, bytes],
) -> dict[str, bytes]:
    """Return the contents of all files of this run, in the order in which they are written."""
    documents = {
        document + suffix
        for document in (tree_layout.edition(name), tree_layout.DOCUMENT)
        for suffix in representations
    }
    names = {*existing, *documents, tree_layout.POINTER, *companion}
    return {
        **{tree_layout.edition(name) + suffix: content for suffix, content in representations.items()},
        **tree_layout.header_files(names),
        **companion,
        **{tree_layout.DOCUMENT + suffix: content for suffix, content in representations.items()},
        tree_layout.POINTER: tree_layout.pointer(revision, name, len(representations[""])),
    }


def _write(folder: OpenFolder, files: dict[str, bytes], *, marked: bool) -> list[str]:
    """Write the files that have changed; return their names."""
    changed = [name for name, content in files.items() if read_file(folder, name) != content]
    if not changed:
        return []
    if not marked:
        empty = {tree_layout.HEADERS: tree_layout.header_files([])[tree_layout.HEADERS]}
        with staging(folder, empty, mode=tree_layout.READABLE) as put_in_place:
            put_in_place(tree_layout.HEADERS)
    with staging(folder, {name: files[name] for name in changed}, mode=tree_layout.READABLE) as put_in_place:
        polled = [name for name in changed if name.startswith(tree_layout.DOCUMENT)]
        for name in changed:
            if name == tree_layout.POINTER or name in polled[:1]:
                folder.flush()
            if name in {tree_layout.DOCUMENT, tree_layout.SOURCES}:
                # Remove the compressed files first: plain and compressed files never have different documents.
                compressed = [name + suffix for suffix in tree_layout.SUFFIXES.values()]
                _remove(folder, [file for file in compressed if file in changed or file not in files])
            put_in_place(name)
        folder.flush()
    return changed


def _not_newer(tree: Tree, name: str, revision: str) -> list[Problem]:
    """Return a warning if instances with the newest published document will not prefer this one."""
    newest = tree.newest
    if newest is None or newest.digest == name:
        return []
    new, old = parse(revision), parse(newest.revision)
    if new is not None and (old is None or new > old):
        return []
    message = f"revision {quote(revision)} is not newer than the published {quote(newest.revision)}"
    hint = "Give the document a higher revision: instances keep the newest one that they have seen."
    return in_file([warning("MC443", message, hint=hint)], (tree.folder.path / tree_layout.POINTER).as_posix())


def _outdated(tree: Tree, name: str, keep: int | None) -> list[str]:
    """Return the digests of the documents to remove: the oldest ones."""
    others = sorted((version for version in tree.versions.values() if version.digest != name), key=attrgetter("rank"))
    return [] if keep is None else [version.digest for version in others[: max(len(others) - (keep - 1), 0)]]


def _remove(folder: OpenFolder, names: list[str]) -> list[str]:
    removed = []
    for name in names:
        with os_errors_as_problems(folder.path / name), contextlib.suppress(FileNotFoundError):
            folder.remove(name)
            removed.append(name)
    return removed
