"""The formats of a report, by name."""

from __future__ import annotations

from codegen.evolution.finding_locations import FindingLocation
from codegen.evolution.report import Report

FORMATS = ("text", "json", "github", "markdown")


def render(report: Report, locations: list[FindingLocation], format_name: str, *, colour: bool = False) -> str:
    """Return a report in one of the formats. `locations` has the location of each finding, in the same order."""
    match format_name:
        case "json":
            from codegen.evolution.report_json import as_json

            return as_json(report, locations)
        case "github":
            from codegen.evolution.report_github import as_github

            return as_github(report, locations)
        case "markdown":
            from codegen.evolution.report_markdown import as_markdown

            return as_markdown(report, locations)
        case _:
            from codegen.evolution.report_text import as_text

            return as_text(report, locations, colour=colour)
