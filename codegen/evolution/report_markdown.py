"""A report as Markdown, for the text of a pull request or for release notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.report_text import version
from codegen.evolution.rules.findings import Verdict
from codegen.targets.reference.markdown_text import code, phrase
from modelconfig.diagnostics.phrases import count

if TYPE_CHECKING:
    from codegen.evolution.finding_locations import FindingLocation
    from codegen.evolution.report import Report
    from codegen.evolution.rules.findings import ChangeFinding

_HEADINGS = {
    Verdict.BREAKS: "Breaks",
    Verdict.UNDECIDED: "Undecided: somebody has to look",
    Verdict.COMPATIBLE: "Compatible",
}


def as_markdown(report: Report, spots: list[FindingLocation]) -> str:
    """Return a heading, the version, and a section a verdict with each finding."""
    parts = [f"## Contract against {phrase(report.against)}\n", f"{phrase(version(report.version))}.\n"]
    for verdict, heading in _HEADINGS.items():
        found = [
            _finding(report, one, spot)
            for one, spot in zip(report.findings, spots, strict=True)
            if one.verdict(report.categories) is verdict
        ]
        if found:
            parts.append(f"### {heading} ({count(len(found), 'finding')})\n\n{''.join(found)}")
    return "\n".join(parts)


def _finding(report: Report, one: ChangeFinding, spot: FindingLocation) -> str:
    where = f" ({phrase(str(spot))})" if spot.file else ""
    lines = [f"- **{one.rule}** {code(one.subject)} {phrase(one.message)}{where}"]
    lines.append(f"  - old {_code(one.old)}, new {_code(one.new)}")
    lines += [
        f"  - {effect.category} {effect.verdict} for {', '.join(effect.audiences)}: {phrase(effect.text)}"
        for effect in one.effects
        if effect.category in report.categories
    ]
    if one.reason:
        lines.append(f"  - accepted: {phrase(one.reason)}")
    elif one.verdict(report.categories) is not Verdict.COMPATIBLE:
        lines.append(f"  - instead: {phrase(one.instead)}")
    return "".join(f"{line}\n" for line in lines)


def _code(place: object) -> str:
    return "nothing" if place is None else code(str(place))
