"""What is in a folder before something is published there: a tree of ours, nothing yet, or somebody else's files."""

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

# Made by the system or by tools where a folder is mounted or kept; nothing that a person has put there.
_NOBODYS = frozenset({"lost+found"})


class PublishedVersion(NamedTuple):
    """A document that was published. `whole` tells whether it is what its name says."""

    digest: str
    revision: str
    whole: bool

    @property
    def rank(self) -> tuple[bool, revisions.Revision | None, str]:
        """Return what orders editions, the newest last."""
        parsed = revisions.parse(self.revision)
        return (parsed is not None, parsed, self.digest)


class Tree(NamedTuple):
    """A folder that something can be published to. `newest` is the edition that its pointer names."""

    folder: Path
    marked: bool
    editions: dict[str, PublishedVersion]
    newest: PublishedVersion | None
    leftovers: list[str]


def read_tree(folder: Path) -> Tree | Problem:
    """Return what is there, or why nothing should be published to this folder. Raises OSError."""
    names = sorted(path.name for path in folder.iterdir())
    mark = _content(folder / tree_layout.HEADERS)
    marked = mark is not None and tree_layout.is_header_file(mark)
    found = [name for name in names if not name.startswith(".") and name not in _NOBODYS]
    if found and not marked:
        return _foreign(folder, found)
    digests = [digest for name in names if (digest := tree_layout.digest_of(name)) is not None]
    editions = {one: _edition(folder, one) for one in digests}
    newest = editions.get(_pointed_to(folder))
    return Tree(folder, marked, editions, newest, [name for name in names if tree_layout.is_leftover(name)])


def damaged(tree: Tree, repaired: str) -> list[Problem]:
    """Return a warning for each edition that is not what its name says; one of them is about to be put right."""
    wrong = [one for one in tree.editions.values() if not one.whole]
    hint = "Remove it, or publish its document again. Whoever asked for it got something else."
    mended = "It is written anew. Find out what changed it: caches may keep what they were given for a year."
    return [
        found
        for one in wrong
        for found in in_file(
            [
                warning(
                    "MC441",
                    "the content of this file is not the one that it is named by",
                    hint=mended if one.digest == repaired else hint,
                )
            ],
            (tree.folder / tree_layout.edition(one.digest)).as_posix(),
        )
    ]


def _foreign(folder: Path, names: list[str]) -> Problem:
    shown = ", ".join(quote(name) for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    message = f"this folder holds {count(len(names), 'file')} of something else: {shown}"
    hint = "Name an empty folder, a new one, or one that was published to before."
    return in_file([error("MC440", message, hint=hint)], folder.as_posix())[0]


def _edition(folder: Path, name: str) -> PublishedVersion:
    content = _content(folder / tree_layout.edition(name))
    revision = _members(content).get("revision")
    return PublishedVersion(
        name, revision if isinstance(revision, str) else "", content is not None and digest(content) == name
    )


def _pointed_to(folder: Path) -> str:
    found = _members(_content(folder / tree_layout.POINTER)).get("digest")
    return found if isinstance(found, str) else ""


def _members(content: bytes | None) -> dict[str, object]:
    try:
        value = json.loads(content or b"")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _content(path: Path) -> bytes | None:
    return read_bytes(path, tree_layout.LARGEST)[0]
