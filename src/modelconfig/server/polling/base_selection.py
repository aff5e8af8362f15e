"""Select the base document: the newest of the embedded, the cached and the polled one, or the operator's choice.

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
    """Which base document an operator wants served (`--source`)."""

    NEWEST = "newest"
    """The newest revision."""
    EMBEDDED = "embedded"
    """The document in the package, without polling."""
    CACHED = "cached"
    """The last document that an earlier run polled, without polling."""
    POLLED = "polled"
    """The document of the gateway, whatever its revision."""

    @property
    def polls(self) -> bool:
        """Whether the gateway is polled."""
        return self in (BaseSource.NEWEST, BaseSource.POLLED)


EMBEDDED: Final = "embedded"
CACHED: Final = "cached"
POLLED: Final = "polled"


@dataclass(frozen=True, slots=True)
class Base:
    """A base document and its source: `embedded`, `cached` or `polled`. `digest` is that of its bytes."""

    source: str
    document: Document = field(repr=False)
    digest: str

    @property
    def revision(self) -> str:
        """The revision that the document states."""
        return str(self.document.get("revision", ""))

    @property
    def models(self) -> int:
        """The number of its models."""
        return len(self.document.get("models") or ())


class Selection(NamedTuple):
    """The base to start with, None only if the wanted one does not exist, and the problems of the choice."""

    base: Base | None
    problems: list[Problem]


class Rank(Enum):
    """How a polled document compares to the one in use."""

    NEWER = "newer"
    """It replaces the one in use."""
    OTHER = "other"
    """It replaces the one in use, although the revision does not say that it is newer."""
    SAME = "same"
    """It is the one in use."""
    OLDER = "older"
    """It does not replace the one in use."""


def select_base(source: BaseSource, embedded: Base, cached: Base | None) -> Selection:
    """Return the base to serve until the gateway has answered."""
    if source is BaseSource.EMBEDDED or (cached is None and source.polls):
        return Selection(embedded, [])
    if cached is None:
        hint = "Let it be polled once (without --source cached), or check --cache-dir."
        message = "there is no document in the cache, and --source cached forbids any other"
        return Selection(None, [error("MC435", message, hint=hint)])
    if source is not BaseSource.NEWEST:
        return Selection(cached, [])
    rank = compare(cached, embedded, source)
    if rank is Rank.OTHER:
        return Selection(cached, [same_revision(cached, "the embedded one")])
    return Selection(cached if rank is Rank.NEWER else embedded, [])


def compare(candidate: Base, current: Base, source: BaseSource) -> Rank:
    """Return whether a document replaces the one in use.

    Revisions are ordered by day and number. A revision in another form ranks below all of these, and equal to its like.
    """
    if candidate.digest == current.digest or canonical(candidate.document) == canonical(current.document):
        return Rank.SAME
    new, old = parse(candidate.revision), parse(current.revision)
    if new == old:
        return Rank.OTHER
    newer = new is not None and (old is None or new > old)
    return Rank.NEWER if newer or source is BaseSource.POLLED else Rank.OLDER


def same_revision(candidate: Base, current: str) -> Problem:
    """Return the warning that two documents differ, and that their revisions do not say which is newer."""
    if parse(candidate.revision) is None:
        message = f"neither the revision of {current} nor the newer one's, {quote(candidate.revision)}, can be compared"
    else:
        revision = quote(candidate.revision)
        message = f"the {candidate.source} document has the revision {revision} of {current}, and other content"
    hint = "The one from the gateway is used. Whoever publishes there should give every change a revision of its own."
    return warning("MC431", message, hint=hint)
