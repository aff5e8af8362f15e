"""Documents for a gateway to offer: the supplied one, newer and older editions of it, and what nobody should serve."""

from __future__ import annotations

import copy
import json
from typing import Any

from modelconfig.schema.embedded import embedded_bytes

Document = dict[str, Any]


def supplied() -> Document:
    """The embedded document."""
    document: Document = json.loads(embedded_bytes("models.json"))
    return document


def edition(number: int, **members: Any) -> Document:
    """One that is newer than the embedded one, the higher the number the newer; a model's name tells it from others."""
    document = supplied()
    document["revision"] = f"2099-01-01.{number}"
    document["models"][0]["displayName"] = f"Edition {number}"
    return {**document, **members}


def older() -> Document:
    """One from before the embedded one was made."""
    return edition(1, revision="2001-01-01.1")


def later_version() -> Document:
    """One that a later version of the contract allows: enumerations have more values, and objects more members."""
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
    """A newer one from which every model has vanished."""
    return edition(9004, models=[])


def shrunken(models: int) -> Document:
    """A newer one that was cut short: it is valid, with defaults among what is left."""
    document = edition(9005)
    kept = [model for model in document["models"] if model["modelRef"] in set(document["defaultModels"].values())]
    rest = [model for model in document["models"] if model not in kept]
    document["models"] = (kept + rest)[:models]
    left = {model["modelRef"] for model in document["models"]}
    document["defaultModels"] = {role: ref for role, ref in document["defaultModels"].items() if ref in left}
    return document


def against_a_rule() -> Document:
    """A newer one that fits the schema, with a model that can do nothing."""
    document = edition(9006)
    document["models"][1] = {**copy.deepcopy(document["models"][1]), "capabilities": []}
    return document


def as_bytes(document: object) -> bytes:
    """The bytes of a document as it is sent."""
    return json.dumps(document, indent=1).encode()
