"""Which supplied document to use: of the embedded, the cached and the polled one the newest, or what an operator says.

Pure functions on documents that have been checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error, warning
from modelconfig.documents.revisions import parse
from modelconfig.jsontext.writer import canonical

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

Document = dict[str, Any]


class BaseSource(StrEnum):
    """What an operator wants served (`--source`)."""

    NEWEST = "newest"
    """The newest revision of all."""
    EMBEDDED = "embedded"
    """The document of the package; nothing is polled."""
    CACHED = "cached"
    """The document that was polled last, by an earlier run; nothing is polled."""
    POLLED = "polled"
    """What the gateway has, whatever its revision."""

    @property
    def polls(self) -> bool:
        """Whether the gateway is asked."""
        return self in (BaseSource.NEWEST, BaseSource.POLLED)


EMBEDDED: Final = "embedded"
CACHED: Final = "cached"
POLLED: Final = "polled"


@dataclass(frozen=True, slots=True)
class Base:
    """A supplied document and where it comes from: `embedded`, `cached` or `polled`. `digest` is that of its bytes."""

    source: str
    document: Document = field(repr=False)
    digest: str

    @property
    def revision(self) -> str:
        """Which edition it is, as it says itself."""
        return str(self.document.get("revision", ""))

    @property
    def models(self) -> int:
        """How many models it has."""
        return len(self.document.get("models") or ())


class Chosen(NamedTuple):
    """The base to begin with, None only where the operator wants one that is not there; what to say of the choice."""

    base: Base | None
    problems: list[Problem]


class Rank(Enum):
    """How a polled document compares to the one in use."""

    NEWER = "newer"
    """It takes its place."""
    OTHER = "other"
    """It takes its place, though nobody can tell by the revision that it is newer."""
    SAME = "same"
    """It is the one in use."""
    OLDER = "older"
    """It does not take its place."""


def select_base(source: BaseSource, embedded: Base, cached: Base | None) -> Chosen:
    """Return what to serve until the gateway has answered."""
    if source is BaseSource.EMBEDDED or (cached is None and source.polls):
        return Chosen(embedded, [])
    if cached is None:
        hint = "Let it be polled once (without --source cached), or check --cache-dir."
        message = "there is no document in the cache, and --source cached forbids any other"
        return Chosen(None, [error("MC435", message, hint=hint)])
    if source is not BaseSource.NEWEST:
        return Chosen(cached, [])
    rank = compare(cached, embedded, source)
    if rank is Rank.OTHER:
        return Chosen(cached, [same_revision(cached, "the embedded one")])
    return Chosen(cached if rank is Rank.NEWER else embedded, [])


def compare(offered: Base, used: Base, source: BaseSource) -> Rank:
    """Return whether a document takes the place of the one in use.

    Revisions are ordered by day and number. One of any other form ranks below all of these, and beside its like.
    """
    if offered.digest == used.digest or canonical(offered.document) == canonical(used.document):
        return Rank.SAME
    new, old = parse(offered.revision), parse(used.revision)
    if new == old:
        return Rank.OTHER
    newer = new is not None and (old is None or new > old)
    return Rank.NEWER if newer or source is BaseSource.POLLED else Rank.OLDER


def same_revision(offered: Base, used: str) -> Problem:
    """Return the warning about two contents between which no revision decides."""
    if parse(offered.revision) is None:
        message = f"neither the revision of {used} nor the newer one's, {quote(offered.revision)}, can be compared"
    else:
        message = (
            f"the {offered.source} document has the revision {quote(offered.revision)} of {used}, and other content"
        )
    hint = "The one from the gateway is used. Whoever publishes there should give every change a revision of its own."
    return warning("MC431", message, hint=hint)
