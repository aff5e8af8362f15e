"""Describe the served document for `/status`, metrics and logs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from modelconfig.documents.companion.data_sources import CheckedDays, checked_days_of
from modelconfig.documents.current_day import now
from modelconfig.documents.queries import roles
from modelconfig.storage.digests import digest


def stamp(moment: datetime | None) -> str | None:
    """Return a time in the format of RFC 3339, to the second; None for None."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class RetiringModel(NamedTuple):
    """A model with a day of retirement that clients still offer."""

    ref: str
    retires_on: date
    roles: tuple[str, ...]
    """The defaults that it is, such as `chat`."""

    def to_json(self) -> dict[str, Any]:
        """Return an item of `retiringModels` in `/status`."""
        return {"modelRef": self.ref, "retiresOn": self.retires_on.isoformat(), "defaultFor": list(self.roles)}


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
    retiring: tuple[RetiringModel, ...] = ()
    """Default models first, then by day."""
    checked: CheckedDays | None = None
    """When its values were checked; None if that is unknown."""

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
            retiring=tuple(_retiring(document)),
            checked=checked_days_of(str(document.get("revision", ""))),
        )

    def age(self) -> float:
        """Return the seconds for which it has been served."""
        return max(0.0, (now() - self.since).total_seconds())

    def to_json(self) -> dict[str, Any]:
        """Return the property `document` of `/status`."""
        properties = asdict(self) | {"since": stamp(self.since), "ageSeconds": round(self.age())}
        properties["checked"] = None if self.checked is None else self.checked.to_json()
        del properties["retiring"]
        return properties | {"retiringModels": [model.to_json() for model in self.retiring]}


def _retiring(document: dict[str, Any]) -> list[RetiringModel]:
    """Return the models of a document, not the deprecated ones, whose day of retirement is known."""
    default_for = roles({"defaultModels": document.get("defaultModels") or {}})
    found = []
    for model in document.get("models") or ():
        with suppress(KeyError, TypeError, ValueError):
            if model["status"] != "deprecated":
                day = date.fromisoformat(model["retiresOn"])
                found.append(RetiringModel(model["modelRef"], day, tuple(default_for.get(model["modelRef"], ()))))
    return sorted(found, key=lambda model: (not model.roles, model.retires_on, model.ref))


def log_fields(document: ServedDocument) -> dict[str, Any]:
    """Return the fields of a log line about a document."""
    return {
        "source": document.source,
        "revision": document.revision,
        "models": document.models,
        "digest": document.digest[:12],
        "generation": document.generation,
    }
