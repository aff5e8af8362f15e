"""The handwritten schemas with jsonschema, the reference implementation, and all their subschemas."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_FOLDER = Path(__file__).parents[3] / "schema"
FILES: dict[str, Any] = {
    path.name: json.loads(path.read_text("utf-8")) for path in sorted(SCHEMA_FOLDER.glob("*.json"))
}


def _whole_text(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    # Python's `$` also matches before a final newline, which no other engine does.
    if isinstance(instance, str) and not re.fullmatch(pattern.removeprefix("^").removesuffix("$"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: Any = extend(Draft202012Validator, {"pattern": _whole_text})  # type: ignore[no-untyped-call]  # `extend` is untyped
# Without `$schema`: for a named draft jsonschema would use its own validator, without our `pattern`.
_REGISTRY: Registry[Any] = Registry().with_resources(
    [
        (name, DRAFT202012.create_resource({key: value for key, value in schema.items() if key != "$schema"}))
        for name, schema in FILES.items()
    ]
)


def validator(file: str, pointer: str = "") -> Any:
    """Return a validator for the subschema at `pointer` of `file`, or for the file's root."""
    return _Validator({"$ref": f"{file}#{pointer}"}, registry=_REGISTRY)


def roots() -> dict[str, tuple[str, str]]:
    """Return file and pointer of every kind of document, by its name."""
    found = {}
    for file, schema in FILES.items():
        found[file.removesuffix(".json")] = (file, "")
        for name, target in schema.get("x-roots", {}).items():
            found[name] = (file, target.removeprefix("#"))
    return found


def subschemas(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every subschema of `file` below `$defs` with its JSON Pointer, in reading order."""
    pending = [(f"/$defs/{name}", schema) for name, schema in FILES[file]["$defs"].items()]
    while pending:
        pointer, schema = pending.pop(0)
        yield pointer, schema
        below = [(f"{pointer}/properties/{name}", child) for name, child in schema.get("properties", {}).items()]
        for keyword in ("oneOf", "anyOf"):
            below += [(f"{pointer}/{keyword}/{index}", child) for index, child in enumerate(schema.get(keyword, []))]
        for keyword in ("items", "additionalProperties"):
            if isinstance(schema.get(keyword), dict):
                below.append((f"{pointer}/{keyword}", schema[keyword]))
        pending = below + pending
