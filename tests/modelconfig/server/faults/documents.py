"""Documents of a gateway: the embedded one, newer and older editions of it, and documents to be rejected."""

from __future__ import annotations

import copy
import json
from typing import Any

from modelconfig.documents.revisions import Revision, parse
from modelconfig.schema.embedded import embedded_bytes

Document = dict[str, Any]


def supplied() -> Document:
    """Return the embedded document."""
    document: Document = json.loads(embedded_bytes("models.json"))
    return document


def embedded_revision() -> Revision:
    """Return the revision of the embedded document."""
    revision = parse(supplied()["revision"])
    assert revision is not None
    return revision


def edition_revision(number: int) -> str:
    """Return the revision of an edition: of the embedded document's day, which every clock counts as reached."""
    day, embedded_number = embedded_revision()
    return Revision(day, embedded_number + number).text()


def edition(number: int, **members: Any) -> Document:
    """Return a document newer than the embedded one; a higher number is newer. A model's name contains the number."""
    document = supplied()
    document["revision"] = edition_revision(number)
    document["models"][0]["displayName"] = f"Edition {number}"
    return {**document, **members}


def older() -> Document:
    """Return a document older than the embedded one."""
    return edition(1, revision="2001-01-01.1")


def later_version() -> Document:
    """Return a document of a later schema version: enumerations have more values, and objects more properties."""
    document = edition(9003)
    document["schemaVersion"] = "1.7"
    document["futureMember"] = {"nested": [1, 2.5, None, {"deeper": True}]}
    first = document["models"][0]
    first["status"], first["category"], first["tier"] = "retired", "galactic", "platinum"
    first["capabilities"] = [*first["capabilities"], "telepathy"]
    first["futureMember"] = "kept"
    document["providers"][0]["futureMember"] = [1]
    return document


def without_models() -> Document:
    """Return a newer document without models."""
    return edition(9004, models=[])


def shrunken(models: int) -> Document:
    """Return a newer, valid document with few models, including the default models."""
    document = edition(9005)
    defaults = [model for model in document["models"] if model["modelRef"] in set(document["defaultModels"].values())]
    rest = [model for model in document["models"] if model not in defaults]
    document["models"] = (defaults + rest)[:models]
    left = {model["modelRef"] for model in document["models"]}
    document["defaultModels"] = {role: ref for role, ref in document["defaultModels"].items() if ref in left}
    return document


def breaking_a_rule() -> Document:
    """Return a newer document that matches the schema, with a model without capabilities."""
    document = edition(9006)
    document["models"][1] = {**copy.deepcopy(document["models"][1]), "capabilities": []}
    return document


def as_bytes(document: object) -> bytes:
    """Return the bytes of a document as they are sent."""
    return json.dumps(document, indent=1).encode()
