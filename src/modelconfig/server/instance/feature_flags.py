"""Read the file of feature flags, which replace the defaults of the client configuration."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem, Severity, has_errors, in_file, warning
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source
from modelconfig.schema.validator import Checker
from modelconfig.server.instance.client_config import DEFAULTS
from modelconfig.server.instance.watched_files import WatchedFile

Flags = dict[str, Any]
"""Feature flags by their names in the client configuration; an absent flag has its default."""

_SIZE_LIMIT: Final = 1 << 20
"""Maximum bytes of a file of feature flags, of which ten exist."""
_FLAG_SCHEMAS: Final = {
    **{
        name: {"type": "boolean"} if isinstance(default, bool) else {"type": "integer", "minimum": 0, "maximum": 1000}
        for name, default in DEFAULTS.items()
    },
    "attribution": {"type": "string", "oneOf": [{"const": name} for name in ("none", "permissive", "enforced")]},
}
_CHECKER: Final = Checker(
    {
        "$ref": "#/$defs/Switches",
        "$defs": {"Switches": {"type": "object", "additionalProperties": False, "properties": _FLAG_SCHEMAS}},
    }
)


class FeatureFlagFile(WatchedFile):
    """The active feature flags. Without a path every flag has its default."""

    flags: Flags | None = None
    """None until a state of the file could be used: it may turn something off."""

    def read(self) -> bool:
        """Read the file again, and return whether the flags have changed. An invalid file changes nothing."""
        flags, problems = ({}, []) if self.path is None else read_feature_flags(self.path)
        self.note(problems, rejecting=flags is None)
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
            for problem in _CHECKER.problems(value)
        ]
        contradictions = _contradictions(value) if isinstance(value, dict) else []
        value_problems = value_problems + locate_problems([*schema_problems, *contradictions], text)
    problems = problems + in_file(value_problems, source.name)
    if has_errors(problems):
        return None, problems
    return {name: item for name, item in value.items() if name in _FLAG_SCHEMAS}, problems


def _contradictions(value: Mapping[str, Any]) -> list[Problem]:
    attribution, enabled = value.get("attribution"), value.get("attributionEnabled")
    if not isinstance(attribution, str) or not isinstance(enabled, bool) or enabled == (attribution != "none"):
        return []
    message = f'"attributionEnabled" is {str(enabled).lower()}, which contradicts "attribution" and is ignored'
    return [warning("MC414", message, hint="Remove one of the two.", pointer="/attributionEnabled")]
