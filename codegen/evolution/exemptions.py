"""Findings that are accepted with a reason in `schema/released/exceptions.json`.

An entry applies to one change since one version. The next release makes it obsolete, so it can stay in the file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from codegen.evolution.releases import FOLDER, numbers
from codegen.evolution.rules.findings import ChangeFinding, Verdict
from codegen.evolution.rules.rule_pages import rules_on_changes
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers, reader
from modelconfig.schema.validator import validate

NAME = "exceptions.json"


def _closed_object(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has exactly these properties."""
    required = list(properties)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_PROPERTIES: dict[str, Any] = {
    "since": {"type": "string", "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$"},
    "rule": {"type": "string"},
    "place": {"type": "string", "pattern": "^[^#]+\\.json#(/.*)?$"},
    "verdict": {"type": "string", "oneOf": [{"const": "breaks"}, {"const": "compatible"}]},
    "reason": {"type": "string", "pattern": "[^ ]+ +[^ ]+ +[^ ]"},
}
_SCHEMA = _closed_object(exceptions={"type": "array", "items": _closed_object(**_PROPERTIES)})


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


class Exemptions(NamedTuple):
    """The entries of the file of exceptions, its problems, and its name and text; no text if it cannot be read."""

    entries: list[Exemption]
    problems: list[Problem]
    file: str
    text: str = ""


def load_exemptions(schema_folder: Path) -> Exemptions:
    """Return the exceptions beside the schemas; no entry and no problem where the file does not exist."""
    path = schema_folder / FOLDER / NAME
    file = path.as_posix()
    if not path.exists():
        return Exemptions([], [], file)
    source, value, problems = reader.read_json(file)
    text = "" if source is None else source.text
    problems = problems or validate(value, _SCHEMA)
    if problems:
        return Exemptions([], in_file(problems, file), file, text)
    entries = [
        Exemption(
            entry["since"], entry["rule"], entry["place"], Verdict(entry["verdict"]), entry["reason"],
            pointers.of(["exceptions", index]),
        )
        for index, entry in enumerate(value["exceptions"])
    ]  # fmt: skip
    return Exemptions(entries, in_file(_invalid_entries(entries), file), file, text)


def _invalid_entries(entries: list[Exemption]) -> Iterator[Problem]:
    """Yield a problem for each unknown rule, and for each entry that repeats another one."""
    earlier = set()
    for entry in entries:
        if entry.rule not in rules_on_changes():
            hint = did_you_mean(entry.rule, rules_on_changes())
            yield error("MC174", f"unknown rule `{entry.rule}`", hint=hint, pointer=f"{entry.pointer}/rule")
        key = entry.since, entry.rule, entry.location
        if key in earlier:
            message = f"duplicate exception for `{entry.rule}` at {entry.location}"
            yield error("MC174", message, hint="Remove one of them.", pointer=entry.pointer)
        earlier.add(key)


def unreleased_versions(exemptions: Exemptions, versions: Iterable[str]) -> list[Problem]:
    """Return a problem for each exception since a version later than the last release, which accepts nothing."""
    last = max(map(numbers, versions))
    hint = "Set `since` to the last release: an exception applies to the changes since a release."
    problems = [
        error("MC174", f"version {entry.since} has not been released", hint=hint, pointer=f"{entry.pointer}/since")
        for entry in exemptions.entries
        if numbers(entry.since) > last
    ]
    return in_file(problems, exemptions.file)


class AppliedExemptions(NamedTuple):
    """Findings, the accepted ones marked, and the problems of exceptions: those that are invalid, and those unused."""

    findings: list[ChangeFinding]
    invalid: list[Problem]
    unused: list[Problem]


def apply_exemptions(findings: Iterable[ChangeFinding], exemptions: Exemptions, since: str) -> AppliedExemptions:
    """Return the findings, the accepted ones marked, and a problem for each unused or invalid exception."""
    unused = {(entry.rule, entry.location): entry for entry in exemptions.entries if entry.since == since}
    by_key = dict(unused)
    invalid: list[Problem] = []
    problems: list[Problem] = []
    result = []
    for finding in findings:
        keys = [(finding.rule, str(location)) for location in finding.change.locations]
        key = next((key for key in keys if key in by_key), None)
        if key is None or finding.verdict() is Verdict.COMPATIBLE:
            result.append(finding)
            continue
        unused.pop(key, None)
        entry = by_key[key]
        if entry.verdict is Verdict.COMPATIBLE and finding.verdict() is Verdict.BREAKS and not finding.policy:
            hint = 'Use "breaks": the change is accepted, and requires a new major version.'
            message = "a change that breaks cannot be accepted as compatible"
            invalid.append(error("MC174", message, hint=hint, pointer=f"{entry.pointer}/verdict"))
        result.append(replace(finding, reason=entry.reason, accepted_as=entry.verdict))
    for entry in unused.values():
        message = f"unused exception: `{entry.rule}` has no finding at {entry.location}"
        problems.append(error("MC174", message, hint="Remove it, or correct its `place`.", pointer=entry.pointer))
    return AppliedExemptions(result, in_file(invalid, exemptions.file), in_file(problems, exemptions.file))
