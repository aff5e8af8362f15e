"""File, line and column of each finding, in the new schema or else in the old one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.rules.findings import ChangeFinding
from modelconfig.diagnostics.problem import error
from modelconfig.jsontext import positions


@dataclass(frozen=True, slots=True)
class FindingLocation:
    """A location as editors and GitHub name it; `file` is empty where only the old schema has it."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"


def finding_locations(findings: Sequence[ChangeFinding], new: Snapshot) -> list[FindingLocation]:
    """Return the location of each finding. Each file is read once."""
    by_file: dict[str, set[str]] = {}
    for finding in findings:
        if finding.shown_at is not None:
            by_file.setdefault(finding.shown_at.file, set()).add(finding.shown_at.pointer)
    locations: dict[tuple[str, str], FindingLocation] = {}
    for name, pointers in by_file.items():
        file = new.sources.files[name.removesuffix(".json")]
        problems = [error("", "", pointer=pointer, at_key=True) for pointer in sorted(pointers)]
        for located in positions.locate_problems(problems, file.text):
            locations[name, located.pointer] = FindingLocation(file.name, located.line, located.column)
    return [
        FindingLocation("") if finding.shown_at is None else locations[finding.shown_at.file, finding.shown_at.pointer]
        for finding in findings
    ]
