"""Select the base document: the newest of the embedded, the cached and the polled one, or the operator's choice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum
from typing import Any, Final

from modelconfig.diagnostics.credentials import is_client_side
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.documents.revisions import future_revision, parse
from modelconfig.errors import DocumentInvalid
from modelconfig.jsontext.writer import canonical
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.storage.digests import digest
from modelconfig.views.base_document import base_document

Document = dict[str, Any]
_RECENT: Final = timedelta(days=7)


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


@dataclass(frozen=True, slots=True)
class Base:
    """A base document and its source, which is not NEWEST. `digest` is that of its bytes."""

    source: BaseSource
    document: Document = field(repr=False)
    digest: str
    problems: tuple[Problem, ...] = ()
    """The warnings about the document."""

    @property
    def revision(self) -> str:
        """The revision that the document states."""
        return str(self.document.get("revision", ""))

    @property
    def configures_clients(self) -> bool:
        """Whether a property `clientSideConfig` is anywhere in the document."""
        return any(map(is_client_side, _names(self.document)))

    @property
    def models(self) -> int:
        """The number of its models."""
        return len(self.document.get("models") or ())


def _names(value: Any) -> Iterator[str]:
    """Yield the names of properties at any depth whose values are not null."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield from (name for name, item in value.items() if item is not None)
    for item in items:
        yield from _names(item)


@dataclass(slots=True)
class BaseInUse:
    """The base document in use, and the problems of its selection. Polling replaces both."""

    base: Base
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RecentSizes:
    """The numbers of models of documents that were replaced in the last seven days.

    Without them, documents that each keep half of the models would remove almost all of them within a few polls.
    """

    replaced: tuple[tuple[datetime, int], ...] = ()
    """Time of the replacement and number of models, by time. The numbers fall, because smaller ones do not matter."""

    def at(self, now: datetime) -> "RecentSizes":
        """Return those that matter at a time. One that is later is of a clock that was set back, and counts as now."""
        return RecentSizes(tuple((min(time, now), size) for time, size in self.replaced if now - time <= _RECENT))

    def largest(self, current: int) -> int:
        """Return the largest number, with that of the current document."""
        return max([current, *(size for _, size in self.replaced)])

    def after(self, current: int, now: datetime) -> "RecentSizes":
        """Return the numbers after the current document was replaced: one for each hour, so that they are few."""
        larger = [item for item in self.replaced if item[1] > current]
        if larger and _hour(larger[-1][0]) == _hour(now):
            _, current = larger.pop()
        return RecentSizes((*larger, (now, current)))


NO_SIZES: Final = RecentSizes()


def _hour(time: datetime) -> datetime:
    return time.replace(minute=0, second=0, microsecond=0)


class Rank(Enum):
    """How a document compares to the one in use."""

    NEWER = "newer"
    """It replaces the one in use."""
    OTHER = "other"
    """It replaces the one in use, although the revision does not say that it is newer."""
    SAME = "same"
    """It is the one in use."""
    OLDER = "older"
    """It does not replace the one in use."""


def base_of(source: BaseSource, document: Document, data: bytes, name: str = "") -> Base:
    """Return a valid document as a base, without server-side properties; `name` is the file or address it is from."""
    stripped, problems = base_document(document, name)
    return Base(source, stripped, digest(data), tuple(problems))


def unacceptable(base: Base, limits: PollingLimits, day: date) -> Problem | None:
    """Return what prevents the use of a polled or cached document on a day, or None."""
    if base.configures_clients and limits.reject_client_side_config:
        hint = "Remove the property on the gateway, or start the instance without the option."
        return error("MC462", "it contains clientSideConfig (--reject-client-side-config)", hint=hint)
    return future_revision(base.revision, day)


def embedded_base() -> Base:
    """Return the embedded document, parsed again, so that no other caller can change it. Raises DataMissing."""
    from json import loads

    from modelconfig.documents.loader import embedded_document_bytes

    data = embedded_document_bytes()
    return base_of(BaseSource.EMBEDDED, loads(data), data)


def select_base(source: BaseSource, embedded: Base, cached: Base | None) -> BaseInUse:
    """Return the base to use until the gateway has responded.

    Raises DocumentInvalid if the operator wants the cached document and none exists.
    """
    if source is BaseSource.EMBEDDED or (cached is None and source.polls):
        return BaseInUse(embedded, embedded.problems)
    if cached is None:
        hint = "Start once without --source cached, so that the gateway is polled; or correct --cache-dir."
        message = "--source cached requires a cached document, and none exists"
        raise DocumentInvalid([error("MC435", message, hint=hint)])
    rank = compare(cached, embedded, source) if source is BaseSource.NEWEST else Rank.NEWER
    problems = (same_revision(cached, embedded),) if rank is Rank.OTHER else ()
    base = cached if rank in (Rank.NEWER, Rank.OTHER) else embedded
    return BaseInUse(base, problems + base.problems)


def compare(candidate: Base, current: Base, source: BaseSource) -> Rank:
    """Return whether a document replaces the one in use.

    Revisions are ordered by day and number. A revision in another format ranks below all of these, and is equal to any
    other such revision.
    """
    if candidate.digest == current.digest or canonical(candidate.document) == canonical(current.document):
        return Rank.SAME
    new, old = parse(candidate.revision), parse(current.revision)
    if new == old:
        return Rank.OTHER
    newer = new is not None and (old is None or new > old)
    return Rank.NEWER if newer or source is BaseSource.POLLED else Rank.OLDER


def same_revision(candidate: Base, current: Base) -> Problem:
    """Return the warning that two documents differ, and that their revisions do not say which is newer."""
    revision = quote(candidate.revision)
    if parse(candidate.revision) is None:
        message = (
            f"the revision {revision} of the {candidate.source} document does not match YYYY-MM-DD.N, "
            f"so it cannot be compared with that of the {current.source} document"
        )
    else:
        documents = f"the {candidate.source} and the {current.source} document"
        message = f"{documents} have the same revision, {revision}, and different content"
    hint = "Publish every change under a new revision. Until then, the document of the gateway is used."
    return warning("MC431", message, hint=hint)


def older_revision(offered: Base, current: Base) -> Problem:
    """Return the warning that a gateway offers an older document than the active one."""
    message = (
        f"the gateway offers the revision {quote(offered.revision)}, "
        f"which is older than the active one, {quote(current.revision)}"
    )
    hint = "Publish the newest document on the gateway. To use its document nevertheless, set --source polled."
    return warning("MC465", message, hint=hint)
