"""Read a folder before publishing to it: a published tree, an empty folder, or unrelated files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from modelconfig.diagnostics.phrases import count, quote
from modelconfig.diagnostics.problem import error, in_file, warning
from modelconfig.documents import revisions
from modelconfig.jsontext.reader import read_bytes
from modelconfig.publish import tree_layout
from modelconfig.storage.digests import digest

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.diagnostics.problem import Problem

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

    folder: Path
    marked: bool
    versions: dict[str, PublishedVersion]
    newest: PublishedVersion | None
    leftovers: list[str]


def read_tree(folder: Path) -> Tree | Problem:
    """Return the tree in a folder, or why it must not be published to. Raises OSError."""
    names = sorted(path.name for path in folder.iterdir())
    marker = _content(folder / tree_layout.HEADERS)
    marked = marker is not None and tree_layout.is_header_file(marker)
    visible_names = [name for name in names if not name.startswith(".") and name not in _SYSTEM_FOLDERS]
    if visible_names and not marked:
        return _not_published(folder, visible_names)
    digests = [digest for name in names if (digest := tree_layout.digest_of(name)) is not None]
    versions = {name: _published_version(folder, name) for name in digests}
    newest = versions.get(_newest_digest(folder))
    return Tree(folder, marked, versions, newest, [name for name in names if tree_layout.is_leftover(name)])


def damaged(tree: Tree, repaired: str) -> list[Problem]:
    """Return a warning for each damaged version; the one with the digest `repaired` is about to be rewritten."""
    damaged_versions = [version for version in tree.versions.values() if not version.intact]
    hint = "Remove it, or publish its document again. Whoever asked for it got something else."
    rewritten_hint = "It is written anew. Find out what changed it: caches may keep what they were given for a year."
    return [
        problem
        for version in damaged_versions
        for problem in in_file(
            [
                warning(
                    "MC441",
                    "the content of this file is not the one that it is named by",
                    hint=rewritten_hint if version.digest == repaired else hint,
                )
            ],
            (tree.folder / tree_layout.edition(version.digest)).as_posix(),
        )
    ]


def _not_published(folder: Path, names: list[str]) -> Problem:
    shown = ", ".join(quote(name) for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    message = f"this folder holds {count(len(names), 'file')} of something else: {shown}"
    hint = "Name an empty folder, a new one, or one that was published to before."
    return in_file([error("MC440", message, hint=hint)], folder.as_posix())[0]


def _published_version(folder: Path, name: str) -> PublishedVersion:
    content = _content(folder / tree_layout.edition(name))
    revision = _json_object(content).get("revision")
    return PublishedVersion(
        name, revision if isinstance(revision, str) else "", content is not None and digest(content) == name
    )


def _newest_digest(folder: Path) -> str:
    digest = _json_object(_content(folder / tree_layout.POINTER)).get("digest")
    return digest if isinstance(digest, str) else ""


def _json_object(content: bytes | None) -> dict[str, object]:
    try:
        value = json.loads(content or b"")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _content(path: Path) -> bytes | None:
    return read_bytes(path, tree_layout.SIZE_LIMIT)[0]
