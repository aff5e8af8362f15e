"""Findings that are accepted with a reason in `schema/released/exceptions.json`.

An entry applies to one change since one version, so it need not be removed: the next release makes it obsolete.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from codegen.evolution.releases import FOLDER, numbers
from codegen.evolution.rules.findings import ChangeFinding, Verdict
from codegen.evolution.rules.rule_registry import ids
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers, reader
from modelconfig.schema.validator import validate

NAME = "exceptions.json"
_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$ref": "#/$defs/Exceptions",
    "$defs": {
        "Exceptions": {
            "type": "object",
            "properties": {"exceptions": {"type": "array", "items": {"$ref": "#/$defs/Exception"}}},
            "required": ["exceptions"],
            "additionalProperties": False,
        },
        "Exception": {
            "type": "object",
            "properties": {
                "since": {"type": "string", "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$"},
                "rule": {"type": "string"},
                "place": {"type": "string", "pattern": "^[^#]+\\.json#(/.*)?$"},
                "verdict": {
                    "type": "string",
                    "oneOf": [{"const": "breaks"}, {"const": "compatible"}],
                },
                "reason": {"type": "string", "pattern": "[^ ]+ +[^ ]+ +[^ ]"},
            },
            "required": ["since", "rule", "place", "verdict", "reason"],
            "additionalProperties": False,
        },
    },
}


@dataclass(frozen=True, slots=True)
class Exemption:
    """An accepted finding of a rule, at a location of the new or else the old schema, since a version."""

    since: str
    rule: str
    location: str
    verdict: Verdict
    reason: str
    pointer: str
    """The JSON Pointer of the entry in its file."""


def too_early(exemptions: Iterable[Exemption], versions: Iterable[str], file: str) -> list[Problem]:
    """Return a problem for each exception since a version later than the last release, which accepts nothing."""
    last = max(map(numbers, versions))
    hint = "Name the last release: exceptions speak of what changed since then."
    future = [exemption for exemption in exemptions if numbers(exemption.since) > last]
    problems = [
        error("MC174", f"{exemption.since} is no release yet", hint=hint, pointer=f"{exemption.pointer}/since")
        for exemption in future
    ]
    return in_file(problems, file)


def load_exemptions(schema_directory: Path) -> tuple[list[Exemption], list[Problem], dict[str, str]]:
    """Return the exceptions, the problems of their file, and its text by name; nothing where no file exists."""
    path = schema_directory / FOLDER / NAME
    if not path.exists():
        return [], [], {}
    name = path.as_posix()
    source, problems = reader.read_source(name)
    if source is None:
        return [], in_file(problems, name), {}
    value, file_problems = reader.parse_json(source.text)
    if not file_problems:
        file_problems = validate(value, _SCHEMA)
    if file_problems:
        return [], in_file(file_problems, name), {name: source.text}
    exemptions: list[Exemption] = []
    for index, entry in enumerate(value["exceptions"]):
        pointer = pointers.of(["exceptions", index])
        if entry["rule"] not in ids():
            hint = did_you_mean(entry["rule"], ids())
            problems.append(error("MC174", f"`{entry['rule']}` is no rule", hint=hint, pointer=f"{pointer}/rule"))
        exemption = Exemption(
            since=entry["since"],
            rule=entry["rule"],
            location=entry["place"],
            verdict=Verdict(entry["verdict"]),
            reason=entry["reason"],
            pointer=pointer,
        )
        if any(
            (exemption.since, exemption.rule, exemption.location) == (earlier.since, earlier.rule, earlier.location)
            for earlier in exemptions
        ):
            message = f"another exception speaks of `{exemption.rule}` at {exemption.location} already"
            problems.append(error("MC174", message, hint="Keep one of them.", pointer=pointer))
        exemptions.append(exemption)
    return exemptions, in_file(problems, name), {name: source.text}


class AppliedExemptions(NamedTuple):
    """Findings, the accepted ones marked, and the problems of exceptions: those that are invalid, and those unused."""

    findings: list[ChangeFinding]
    invalid: list[Problem]
    unused: list[Problem]


def apply_exemptions(
    findings: Iterable[ChangeFinding], exemptions: Sequence[Exemption], since: str, file: str
) -> AppliedExemptions:
    """Return the findings, the accepted ones marked, and a problem for each unused or invalid exception."""
    by_key = {(exemption.rule, exemption.location): exemption for exemption in exemptions if exemption.since == since}
    used: set[Exemption] = set()
    invalid: list[Problem] = []
    unused: list[Problem] = []
    result = []
    for finding in findings:
        locations = [str(location) for location in (finding.new, finding.old) if location is not None]
        entry = next(
            (by_key[finding.rule, location] for location in locations if (finding.rule, location) in by_key), None
        )
        if entry is None or finding.verdict() is Verdict.COMPATIBLE:
            result.append(finding)
            continue
        used.add(entry)
        if entry.verdict is Verdict.COMPATIBLE and finding.verdict() is Verdict.BREAKS and not finding.policy:
            hint = 'Write "breaks": the change is accepted, and asks for a new major version.'
            message = "what is known to break cannot be called compatible"
            invalid.append(error("MC174", message, hint=hint, pointer=f"{entry.pointer}/verdict"))
        result.append(replace(finding, reason=entry.reason, accepted_as=entry.verdict))
    for entry in by_key.values():
        if entry not in used:
            message = f"nothing needs this exception: `{entry.rule}` finds nothing at {entry.location}"
            unused.append(error("MC174", message, hint="Remove it, or correct its place.", pointer=entry.pointer))
    return AppliedExemptions(result, in_file(invalid, file), in_file(unused, file))
