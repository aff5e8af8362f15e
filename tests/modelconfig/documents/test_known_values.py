"""Values of a document as examples in the schema of another: where the annotation names, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from modelconfig.documents.known_values import with_known_values

DOCUMENT = {"models": [{"ref": "a", "name": "A"}, {"ref": "b"}, {"ref": "a"}, {"ref": 5}, 7], "default": {"chat": "b"}}


def schema(location: str, **keywords: Any) -> dict[str, Any]:
    return {"$defs": {"Ref": {"type": "string", "x-known-values": location, **keywords}}}


@pytest.mark.parametrize(
    ("location", "values"),
    [
        ("/models/*/ref", ["a", "b"]),
        ("/models/*/name", ["A"]),
        ("/default/chat", ["b"]),
        ("/models/*", []),
        ("/nothing/*/ref", []),
        ("/default/*/chat", []),
    ],
)
def test_the_values_at_the_location_are_examples(location: str, values: list[str]) -> None:
    assert with_known_values(schema(location), DOCUMENT) == schema(location, examples=values)


def test_known_values_precede_the_examples_of_the_schema() -> None:
    changed = with_known_values(schema("/models/*/ref", examples=["c", "b"]), DOCUMENT)
    assert changed == schema("/models/*/ref", examples=["a", "b", "c"])


def test_the_schema_itself_is_unchanged() -> None:
    original = {"anyOf": [schema("/models/*/ref"), {"type": "null"}], "enum": ["a", 1, None]}
    changed = with_known_values(original, DOCUMENT)
    assert original == {"anyOf": [schema("/models/*/ref"), {"type": "null"}], "enum": ["a", 1, None]}
    assert changed == {
        "anyOf": [schema("/models/*/ref", examples=["a", "b"]), {"type": "null"}],
        "enum": ["a", 1, None],
    }
