"""A report for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaLocation
    from codegen.evolution.finding_locations import FindingLocation
    from codegen.evolution.report import Report
    from codegen.evolution.rules.findings import ChangeFinding


def as_json(report: Report, spots: list[FindingLocation]) -> str:
    """Return one object: what was compared, the version, and every finding."""
    judgement = report.version
    whole = {
        "against": report.against,
        "categories": sorted(report.categories),
        "fails": report.fails,
        "version": {
            "base": judgement.base,
            "present": judgement.present,
            "least": judgement.least,
            "level": judgement.level.name.lower(),
            "fault": judgement.fault or None,
        },
        "findings": [_finding(report, one, spot) for one, spot in zip(report.findings, spots, strict=True)],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _finding(report: Report, one: ChangeFinding, spot: FindingLocation) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "severity": one.severity(report.categories),
        "verdict": one.verdict(report.categories),
        "subject": one.subject,
        "message": one.message,
        "instead": one.instead,
        "old": _place(one.old),
        "new": _place(one.new),
        "file": spot.file or None,
        "line": spot.line,
        "column": spot.column,
        "effects": [
            {
                "category": effect.category,
                "verdict": effect.verdict,
                "audiences": list(effect.audiences),
                "text": effect.text,
            }
            for effect in one.effects
        ],
        "level": one.raises.name.lower(),
        "accepted": one.reason or None,
    }


def _place(place: SchemaLocation | None) -> dict[str, str] | None:
    return None if place is None else {"file": place.file, "pointer": place.pointer}
