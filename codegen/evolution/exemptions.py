"""Findings that somebody looked at and accepted, each with a reason, in `schema/released/exceptions.json`.

An entry speaks of one change since one version, so it needs no removal: with the next release it is history.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from codegen.evolution.releases import FOLDER, numbers
from codegen.evolution.rules.findings import Verdict
from codegen.evolution.rules.rule_registry import ids
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers, reader
from modelconfig.schema.validator import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from codegen.evolution.rules.findings import ChangeFinding

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
    """One accepted finding: of a rule, at a place of the new or else the old side, in changes since a version."""

    since: str
    rule: str
    place: str
    verdict: Verdict
    reason: str
    pointer: str
    """Where it stands in its file."""


def too_early(exemptions: Iterable[Exemption], known: Iterable[str], file: str) -> list[Problem]:
    """Return the exceptions since a version that is yet to come, which accept nothing."""
    last = max(map(numbers, known))
    hint = "Name the last release: exceptions speak of what changed since then."
    found = [one for one in exemptions if numbers(one.since) > last]
    problems = [
        error("MC174", f"{one.since} is no release yet", hint=hint, pointer=f"{one.pointer}/since") for one in found
    ]
    return in_file(problems, file)


def load_exemptions(schema_directory: Path) -> tuple[list[Exemption], list[Problem], dict[str, str]]:
    """Return the exceptions, what is wrong with their file, and its text by name. No file is no exception."""
    path = schema_directory / FOLDER / NAME
    if not path.exists():
        return [], [], {}
    name = path.as_posix()
    source, problems = reader.read_source(name)
    if source is None:
        return [], in_file(problems, name), {}
    value, wrong = reader.parse_json(source.text)
    if not wrong:
        wrong = validate(value, _SCHEMA)
    if wrong:
        return [], in_file(wrong, name), {name: source.text}
    found: list[Exemption] = []
    for index, entry in enumerate(value["exceptions"]):
        pointer = pointers.of(["exceptions", index])
        if entry["rule"] not in ids():
            hint = did_you_mean(entry["rule"], ids())
            problems.append(error("MC174", f"`{entry['rule']}` is no rule", hint=hint, pointer=f"{pointer}/rule"))
        one = Exemption(**{**entry, "verdict": Verdict(entry["verdict"])}, pointer=pointer)
        if any((one.since, one.rule, one.place) == (other.since, other.rule, other.place) for other in found):
            message = f"another exception speaks of `{one.rule}` at {one.place} already"
            problems.append(error("MC174", message, hint="Keep one of them.", pointer=pointer))
        found.append(one)
    return found, in_file(problems, name), {name: source.text}


def apply_exemptions(
    findings: Iterable[ChangeFinding], exemptions: Sequence[Exemption], since: str, file: str
) -> tuple[list[ChangeFinding], list[Problem]]:
    """Return the findings with what is accepted marked, and the exceptions since this version that nothing needs."""
    by_key = {(one.rule, one.place): one for one in exemptions if one.since == since}
    used: set[Exemption] = set()
    wrong: list[Problem] = []
    answered = []
    for finding in findings:
        places = [str(place) for place in (finding.new, finding.old) if place is not None]
        entry = next((by_key[finding.rule, place] for place in places if (finding.rule, place) in by_key), None)
        if entry is None or finding.verdict() is Verdict.COMPATIBLE:
            answered.append(finding)
            continue
        used.add(entry)
        if entry.verdict is Verdict.COMPATIBLE and finding.verdict() is Verdict.BREAKS and not finding.policy:
            hint = 'Write "breaks": the change is accepted, and asks for a new major version.'
            message = "what is known to break cannot be called compatible"
            wrong.append(error("MC174", message, hint=hint, pointer=f"{entry.pointer}/verdict"))
        answered.append(replace(finding, reason=entry.reason, answered=entry.verdict))
    for entry in by_key.values():
        if entry not in used:
            message = f"nothing needs this exception: `{entry.rule}` finds nothing at {entry.place}"
            wrong.append(error("MC174", message, hint="Remove it, or correct its place.", pointer=entry.pointer))
    return answered, in_file(wrong, file)
