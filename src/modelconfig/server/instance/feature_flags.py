"""The switches of a file that decide what clients are told of their features, in place of the defaults."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.credentials import may_hold_credential
from modelconfig.diagnostics.problem import Severity, has_errors, in_file, warning
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source
from modelconfig.schema.validator import Checker
from modelconfig.site.property_names import without_credentials

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.problem import Problem

Switches = dict[str, Any]
"""What is switched, by the names of the client configuration; what is absent has its default."""

_BOOLEANS: Final = (
    "codyEnabled",
    "chatEnabled",
    "autoCompleteEnabled",
    "customCommandsEnabled",
    "attributionEnabled",
    "smartContextWindowEnabled",
    "userShouldUseEnterprise",
)
_LARGEST: Final = 1 << 20
"""Bytes of a file of switches, of which there are ten."""
_SCHEMA: Final[dict[str, Any]] = {
    "$ref": "#/$defs/Switches",
    "$defs": {
        "Switches": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                **{name: {"type": "boolean"} for name in _BOOLEANS},
                "attribution": {
                    "type": "string",
                    "oneOf": [{"const": name} for name in ("none", "permissive", "enforced")],
                },
                "latestSupportedCompletionsStreamAPIVersion": {"type": "integer", "minimum": 0, "maximum": 1000},
            },
        }
    },
}


class FeatureFlagFile:
    """The switches in force, and what is wrong with the newest state of their file. `read` reads it again."""

    def __init__(self, path: str | None) -> None:
        """Know nothing yet: `read` does. Without a path everything has its default."""
        self._path = path
        self.switches: Switches | None = None
        """None as long as no state of the file could be used: something may be switched off there."""
        self.problems: tuple[Problem, ...] = ()
        self.refusing = False
        self.refused = 0

    def read(self) -> bool:
        """Read the file again. Return whether other switches count now; where it cannot be used, the old ones do."""
        found, problems = ({}, []) if self._path is None else read_feature_flags(self._path)
        self.refusing = found is None
        # The same state may be read twice, and is refused once.
        self.refused += self.refusing and tuple(problems) != self.problems
        self.problems = tuple(problems)
        if found is None or found == self.switches:
            return False
        self.switches = found
        return True


def read_feature_flags(path: str) -> tuple[Switches | None, list[Problem]]:
    """Return the switches of a file, JSON with comments, and what is wrong with it; None where that is an error."""
    source, problems = read_source(path, _LARGEST)
    if source is None:
        return None, problems
    text = strip_comments(source.text)
    value, found = parse_json(text)
    if value is not NOTHING:
        told = [
            # What this version does not know may be known to another one.
            replace(one, severity=Severity.WARNING) if one.code == "MC103" else one
            for one in _checker().problems(value)
        ]
        found = found + locate_problems([*told, *(_contradictions(value) if isinstance(value, dict) else [])], text)
    # Nothing here is secret; what looks like it was pasted into the wrong file.
    problems = problems + in_file(map(_fit_to_be_seen, found), source.name)
    if has_errors(problems) or not isinstance(value, dict):
        return None, problems
    return {name: item for name, item in value.items() if name in _known()}, problems


def _contradictions(value: Mapping[str, Any]) -> list[Problem]:
    kind, on = value.get("attribution"), value.get("attributionEnabled")
    if not isinstance(kind, str) or not isinstance(on, bool) or on == (kind != "none"):
        return []
    message = f'"attributionEnabled" is {str(on).lower()}, and "attribution" says the opposite, which counts'
    return [warning("MC414", message, hint="Leave out one of the two.", pointer="/attributionEnabled")]


def _fit_to_be_seen(found: Problem) -> Problem:
    told = without_credentials(found)
    return replace(told, pointer="") if may_hold_credential(found.pointer) else told


def _known() -> Mapping[str, Any]:
    properties: Mapping[str, Any] = _SCHEMA["$defs"]["Switches"]["properties"]
    return properties


@cache
def _checker() -> Checker:
    return Checker(_SCHEMA)
