"""A report as JSON."""

from __future__ import annotations

import json
from typing import Any

from codegen.evolution.diff.changes import SchemaLocation
from codegen.evolution.finding_locations import FindingLocation
from codegen.evolution.report import Report
from codegen.evolution.rules.findings import ChangeFinding


def as_json(report: Report, locations: list[FindingLocation]) -> str:
    """Return one JSON object: what was compared, the version, and every finding."""
    version = report.version
    content = {
        "against": report.baseline,
        "categories": sorted(report.categories),
        "fails": report.fails,
        "version": {
            "base": version.base,
            "present": version.current,
            "least": version.minimum,
            "level": version.level.name.lower(),
            "fault": version.problem or None,
        },
        "findings": [
            _finding(report, finding, location) for finding, location in zip(report.findings, locations, strict=True)
        ],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _finding(report: Report, finding: ChangeFinding, location: FindingLocation) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity(report.categories),
        "verdict": finding.verdict(report.categories),
        "subject": finding.subject,
        "message": finding.message,
        "instead": finding.hint,
        "old": _location_json(finding.old),
        "new": _location_json(finding.new),
        "file": location.file or None,
        "line": location.line,
        "column": location.column,
        "effects": [
            {
                "category": effect.category,
                "verdict": effect.verdict,
                "audiences": list(effect.audiences),
                "text": effect.text,
            }
            for effect in finding.effects
        ],
        "level": finding.required_level.name.lower(),
        "accepted": finding.reason or None,
    }


def _location_json(location: SchemaLocation | None) -> dict[str, str] | None:
    return None if location is None else {"file": location.file, "pointer": location.pointer}
