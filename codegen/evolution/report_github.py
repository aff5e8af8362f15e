"""A report as GitHub workflow commands."""

from __future__ import annotations

from codegen.evolution.finding_locations import FindingLocation
from codegen.evolution.report import Report
from codegen.evolution.report_text import version
from codegen.evolution.rules.findings import ChangeFinding, ChangeSeverity

_COMMANDS = {ChangeSeverity.ERROR: "error", ChangeSeverity.WARNING: "warning", ChangeSeverity.NOTE: "notice"}


def as_github(report: Report, locations: list[FindingLocation]) -> str:
    """Return one command for each finding, and one for a version that is too low."""
    lines = [_command(report, finding, location) for finding, location in zip(report.findings, locations, strict=True)]
    if report.version.problem:
        lines.append(f"::error title=version-not-raised::{_data(version(report.version))}")
    return "".join(f"{line}\n" for line in lines)


def _command(report: Report, finding: ChangeFinding, location: FindingLocation) -> str:
    parameters = {"file": location.file, "line": location.line, "col": location.column, "title": finding.rule}
    properties = ",".join(
        f"{name}={_parameter(str(value))}" for name, value in parameters.items() if value not in ("", None)
    )
    lines_of_text = [f"{finding.subject}: {finding.message}"]
    lines_of_text += [
        f"{effect.category} {effect.verdict} ({', '.join(effect.audiences)}): {effect.text}"
        for effect in finding.effects
    ]
    lines_of_text.append(f"accepted: {finding.reason}" if finding.reason else finding.hint)
    return f"::{_COMMANDS[finding.severity(report.categories)]} {properties}::{_data(chr(10).join(lines_of_text))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _parameter(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
