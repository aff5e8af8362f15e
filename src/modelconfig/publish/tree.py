"""Read a folder before publishing to it: a published tree, an empty folder, or unrelated files."""

from contextlib import suppress
from typing import NamedTuple

from modelconfig.diagnostics.phrases import count, quote
from modelconfig.diagnostics.problem import Problem, error, in_file, warning
from modelconfig.documents import revisions
from modelconfig.publish import tree_layout
from modelconfig.storage.digests import digest
from modelconfig.storage.open_folder import OpenFolder

# Created by the system where a file system is mounted, not by a user.
_SYSTEM_FOLDERS = frozenset({"lost+found"})


class PublishedVersion(NamedTuple):
    """A published document. `intact` says whether its content matches the digest in its name."""

    digest: str
    revision: str
    intact: bool

    @property
    def rank(self) -> tuple[bool, revisions.Revision | None, str]:
        """Return the sort key of versions, the newest last."""
        parsed = revisions.parse(self.revision)
        return (parsed is not None, parsed, self.digest)


class Tree(NamedTuple):
    """A folder that can be published to. `newest` is the version that its pointer names."""

    folder: OpenFolder
    marked: bool
    versions: dict[str, PublishedVersion]
    newest: PublishedVersion | None
    leftovers: list[str]


def read_tree(folder: OpenFolder) -> Tree | Problem:
    """Return the tree in a folder, or why it must not be published to. Raises OSError."""
    names = folder.names()
    marked = tree_layout.json_object(read_file(folder, tree_layout.HEADERS)).get("format") == tree_layout.FORMAT
    visible_names = [name for name in names if not name.startswith(".") and name not in _SYSTEM_FOLDERS]
    if visible_names and not marked:
        return _not_published(folder, visible_names)
    digests = [digest for name in names if (digest := tree_layout.digest_of(name)) is not None]
    versions = {name: _published_version(folder, name) for name in digests}
    pointer = tree_layout.json_object(read_file(folder, tree_layout.POINTER))
    newest = versions.get(str(pointer.get("digest")))
    leftovers = [name for name in names if tree_layout.LEFTOVER.fullmatch(name)]
    return Tree(folder, marked, versions, newest, leftovers)


def read_file(folder: OpenFolder, name: str) -> bytes | None:
    """Return the content of a file, or None if it is missing, a link, cannot be read, or is too large for a tree."""
    with suppress(OSError):
        return folder.read(name, tree_layout.SIZE_LIMIT)
    return None


def damaged(tree: Tree, repaired: str) -> list[Problem]:
    """Return a warning for each damaged version; the one with the digest `repaired` is about to be rewritten."""
    message = "file content does not match the digest in its name"
    hint = "Remove the file, or publish its document again. Clients and caches may have the wrong content."
    repaired_hint = "Find out what changed the file, and purge caches. The file itself is rewritten."
    return [
        problem
        for version in tree.versions.values()
        if not version.intact
        for problem in in_file(
            [warning("MC441", message, hint=repaired_hint if version.digest == repaired else hint)],
            (tree.folder.path / tree_layout.edition(version.digest)).as_posix(),
        )
    ]


def _not_published(folder: OpenFolder, names: list[str]) -> Problem:
    shown = ", ".join(quote(name) for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    message = f"the folder contains {count(len(names), 'unrelated file')}: {shown}"
    hint = "Choose a new or empty folder, or one that `modelconfig publish` has written to."
    return in_file([error("MC440", message, hint=hint)], folder.path.as_posix())[0]


def _published_version(folder: OpenFolder, name: str) -> PublishedVersion:
    content = read_file(folder, tree_layout.edition(name))
    revision = tree_layout.json_object(content).get("revision")
    intact = content is not None and digest(content) == name
    return PublishedVersion(name, revision if isinstance(revision, str) else "", intact)
