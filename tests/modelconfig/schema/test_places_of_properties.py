"""The hint for an unknown property: what it is called here, or the object that it belongs in."""

from __future__ import annotations

from typing import Any

import pytest

from modelconfig.schema.validator import validate

SCHEMA: dict[str, Any] = {
    "$ref": "#/$defs/Site",
    "$defs": {
        "Site": {
            "type": "object",
            "properties": {
                "enabled": {"type": "boolean"},
                "providers": {"type": "array", "items": {"$ref": "#/$defs/Provider"}},
                "filters": {"type": "object", "properties": {"allow": {}}, "additionalProperties": False},
            },
            "additionalProperties": False,
        },
        "Provider": {
            "type": "object",
            "properties": {
                "id": {"type": "string"},
                "parent": {"$ref": "#/$defs/Provider"},
                "server": {"oneOf": [{"$ref": "#/$defs/First"}, {"$ref": "#/$defs/Second"}]},
            },
            "additionalProperties": False,
        },
        "First": {
            "type": "object",
            "properties": {"type": {"const": "first"}, "accessToken": {}, "limits": {"$ref": "#/$defs/Limits"}},
            "additionalProperties": False,
        },
        "Second": {
            "type": "object",
            "properties": {"type": {"const": "second"}, "region": {}},
            "additionalProperties": False,
        },
        "Limits": {"type": "object", "properties": {"count": {}}, "additionalProperties": False},
    },
}


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ({"allow": []}, 'Move it into "filters".'),
        ({"providers": [{"allow": []}]}, 'Move it into "filters".'),
        ({"count": 1}, 'Move it into "limits" in "server" in "providers".'),
        ({"providers": [{"count": 1}]}, 'Move it into "limits" in "server".'),
        ({"providers": [{"parent": {"count": 1}}]}, 'Move it into "limits" in "server".'),
        ({"providers": [{"server": {"type": "first", "enabled": True}}]}, "Move it to the outermost object."),
        ({"providers": [{"server": {"type": "first", "id": "a"}}]}, 'Move it into "providers".'),
        # Only another variant of the same object has it.
        (
            {"providers": [{"server": {"type": "first", "region": "a"}}]},
            'Known properties: "type", "accessToken" and "limits".',
        ),
        ({"providers": [{"server": {"type": "first", "api_key": "a"}}]}, 'Did you mean "accessToken"?'),
        ({"providers": [{"server": {"type": "first", "apiKey": "a"}}]}, 'Did you mean "accessToken"?'),
        ({"filter": {}}, 'Did you mean "filters"?'),
        ({"colour": 1}, 'Known properties: "enabled", "providers" and "filters".'),
    ],
)
def test_the_hint_for_an_unknown_property(value: Any, hint: str) -> None:
    (problem,) = validate(value, SCHEMA)
    assert (problem.code, problem.hint) == ("MC103", hint)
