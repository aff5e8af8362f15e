"""Where findings stand: file, line and column of the new schema, or of the old one where the new has no such file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import error
from modelconfig.jsontext import positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codegen.evolution.diff.snapshot import Snapshot
    from codegen.evolution.rules.findings import ChangeFinding


@dataclass(frozen=True, slots=True)
class FindingLocation:
    """A place as editors and GitHub name it; `file` is empty where only the old side has it."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"


def finding_locations(findings: Sequence[ChangeFinding], new: Snapshot) -> list[FindingLocation]:
    """Return the spot of each finding, each file being looked through once."""
    by_file: dict[str, set[str]] = {}
    for finding in findings:
        if finding.near is not None:
            by_file.setdefault(finding.near.file, set()).add(finding.near.pointer)
    found: dict[tuple[str, str], FindingLocation] = {}
    for name, pointers in by_file.items():
        file = new.sources.files[name.removesuffix(".json")]
        problems = [error("", "", pointer=pointer, at_key=True) for pointer in sorted(pointers)]
        for placed in positions.locate_problems(problems, file.text):
            found[name, placed.pointer] = FindingLocation(file.name, placed.line, placed.column)
    return [
        FindingLocation("") if finding.near is None else found[finding.near.file, finding.near.pointer]
        for finding in findings
    ]
