"""A report as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.report_text import version
from codegen.evolution.rules.findings import ChangeSeverity

if TYPE_CHECKING:
    from codegen.evolution.finding_locations import FindingLocation
    from codegen.evolution.report import Report
    from codegen.evolution.rules.findings import ChangeFinding

_COMMANDS = {ChangeSeverity.ERROR: "error", ChangeSeverity.WARNING: "warning", ChangeSeverity.NOTE: "notice"}


def as_github(report: Report, spots: list[FindingLocation]) -> str:
    """Return one command a finding, and one for a version that is not raised."""
    lines = [_command(report, one, spot) for one, spot in zip(report.findings, spots, strict=True)]
    if report.version.fault:
        lines.append(f"::error title=version-not-raised::{_data(version(report.version))}")
    return "".join(f"{line}\n" for line in lines)


def _command(report: Report, one: ChangeFinding, spot: FindingLocation) -> str:
    given = {"file": spot.file, "line": spot.line, "col": spot.column, "title": one.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in given.items() if value not in ("", None))
    said = [f"{one.subject}: {one.message}"]
    said += [
        f"{effect.category} {effect.verdict} ({', '.join(effect.audiences)}): {effect.text}" for effect in one.effects
    ]
    said.append(f"accepted: {one.reason}" if one.reason else one.instead)
    return f"::{_COMMANDS[one.severity(report.categories)]} {properties}::{_data(chr(10).join(said))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
