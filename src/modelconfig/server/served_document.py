"""Describe the served document for `/status`, metrics and logs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from modelconfig.storage.digests import digest


def now() -> datetime:
    """Return the current time, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime | None) -> str | None:
    """Return a time in the format of RFC 3339, to the second; None for None."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class ServedDocument:
    """The served document: its source, its revision, and the time since when it is served."""

    source: str
    """`embedded`, `file`, `cached`, `polled`, or `kept`: a merged result of an earlier run."""
    revision: str
    models: int
    providers: int
    digest: str
    """SHA-256 of the bytes without a content coding."""
    generation: int
    since: datetime

    @classmethod
    def of(cls, document: dict[str, Any], body: bytes, source: str, generation: int) -> ServedDocument:
        """Return the description of a document that is served as `body` from now on."""
        return cls(
            source=source,
            revision=str(document.get("revision", "")),
            models=len(document.get("models") or ()),
            providers=len(document.get("providers") or ()),
            digest=digest(body),
            generation=generation,
            since=now(),
        )

    def age(self) -> float:
        """Return the seconds for which it has been served."""
        return max(0.0, (now() - self.since).total_seconds())

    def to_json(self) -> dict[str, Any]:
        """Return the property `document` of `/status`."""
        return asdict(self) | {"since": stamp(self.since), "ageSeconds": round(self.age())}


def log_fields(document: ServedDocument) -> dict[str, Any]:
    """Return the fields of a log line about a document."""
    return {
        "source": document.source,
        "revision": document.revision,
        "models": document.models,
        "digest": document.digest[:12],
        "generation": document.generation,
    }
