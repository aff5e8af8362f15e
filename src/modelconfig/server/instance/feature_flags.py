"""Read the file of feature flags, which replace the defaults of the client configuration."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import Severity, has_errors, in_file, map_pointers, warning
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source
from modelconfig.schema.validator import Checker
from modelconfig.site.site_file import safe_pointer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.problem import Problem

Flags = dict[str, Any]
"""Feature flags by their names in the client configuration; an absent flag has its default."""

_BOOLEANS: Final = (
    "codyEnabled",
    "chatEnabled",
    "autoCompleteEnabled",
    "customCommandsEnabled",
    "attributionEnabled",
    "smartContextWindowEnabled",
    "userShouldUseEnterprise",
)
_SIZE_LIMIT: Final = 1 << 20
"""Maximum bytes of a file of feature flags, of which ten exist."""
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
    """The active feature flags, and the problems of the newest state of their file. `read` reads it again."""

    def __init__(self, path: str | None) -> None:
        """Start without flags until `read` is called. Without a path every flag has its default."""
        self._path = path
        self.flags: Flags | None = None
        """None until a state of the file could be used: it may turn something off."""
        self.problems: tuple[Problem, ...] = ()
        self.rejecting = False
        self.rejections = 0

    def read(self) -> bool:
        """Read the file again, and return whether the flags have changed. An invalid file changes nothing."""
        flags, problems = ({}, []) if self._path is None else read_feature_flags(self._path)
        self.rejecting = flags is None
        # The same state may be read twice, and is counted once.
        self.rejections += self.rejecting and tuple(problems) != self.problems
        self.problems = tuple(problems)
        if flags is None or flags == self.flags:
            return False
        self.flags = flags
        return True


def read_feature_flags(path: str) -> tuple[Flags | None, list[Problem]]:
    """Return the flags in a file, JSON with comments, and its problems; None if one of them is an error."""
    source, problems = read_source(path, _SIZE_LIMIT)
    if source is None:
        return None, problems
    text = strip_comments(source.text)
    value, value_problems = parse_json(text)
    if value is not NOTHING:
        schema_problems = [
            # A property that this version does not know may be known to another one.
            replace(problem, severity=Severity.WARNING) if problem.code == "MC103" else problem
            for problem in _checker().problems(value)
        ]
        contradictions = _contradictions(value) if isinstance(value, dict) else []
        value_problems = value_problems + locate_problems([*schema_problems, *contradictions], text)
    # Flags are not secret, but a credential may have been pasted into the wrong file.
    problems = problems + in_file([map_pointers(problem, safe_pointer) for problem in value_problems], source.name)
    if has_errors(problems) or not isinstance(value, dict):
        return None, problems
    return {name: item for name, item in value.items() if name in _known_flags()}, problems


def _contradictions(value: Mapping[str, Any]) -> list[Problem]:
    attribution, enabled = value.get("attribution"), value.get("attributionEnabled")
    if not isinstance(attribution, str) or not isinstance(enabled, bool) or enabled == (attribution != "none"):
        return []
    message = f'"attributionEnabled" is {str(enabled).lower()}, and "attribution" says the opposite, which counts'
    return [warning("MC414", message, hint="Leave out one of the two.", pointer="/attributionEnabled")]


def _known_flags() -> Mapping[str, Any]:
    properties: Mapping[str, Any] = _SCHEMA["$defs"]["Switches"]["properties"]
    return properties


@cache
def _checker() -> Checker:
    return Checker(_SCHEMA)
