"""What is served at a moment, as `/status`, metrics and logs tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from modelconfig.storage.digests import digest


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime | None) -> str | None:
    """Return a moment as RFC 3339 writes it, to the second; None for one that never was."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class ServedDocument:
    """A document that is served: where it comes from, which edition it is, and since when."""

    source: str
    """`embedded`, `file`, `cached`, `polled`, or `kept`: a merged result of an earlier run."""
    revision: str
    models: int
    providers: int
    digest: str
    """SHA-256 of the bytes that clients get without a content coding."""
    generation: int
    since: datetime

    @classmethod
    def of(cls, document: dict[str, Any], body: bytes, source: str, generation: int) -> ServedDocument:
        """Describe a document, from now on served as `body`."""
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
        """Return it as the member `document` of `/status`."""
        return {
            "source": self.source,
            "revision": self.revision,
            "models": self.models,
            "providers": self.providers,
            "digest": self.digest,
            "generation": self.generation,
            "since": stamp(self.since),
            "ageSeconds": round(self.age()),
        }


def log_fields(document: ServedDocument) -> dict[str, Any]:
    """Return what a line of the log tells of it."""
    return {
        "source": document.source,
        "revision": document.revision,
        "models": document.models,
        "digest": document.digest[:12],
        "generation": document.generation,
    }
