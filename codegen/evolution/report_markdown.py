"""A report as Markdown."""

from __future__ import annotations

from codegen.evolution.finding_locations import FindingLocation
from codegen.evolution.report import Report
from codegen.evolution.report_text import version
from codegen.evolution.rules.findings import ChangeFinding, Verdict
from codegen.targets.reference.markdown_text import code, phrase
from modelconfig.diagnostics.phrases import count

_HEADINGS = {
    Verdict.BREAKS: "Breaks",
    Verdict.UNDECIDED: "Undecided: somebody has to look",
    Verdict.COMPATIBLE: "Compatible",
}


def as_markdown(report: Report, locations: list[FindingLocation]) -> str:
    """Return a heading, the version, and a section with the findings of each verdict."""
    parts = [f"## Contract against {phrase(report.baseline)}\n", f"{phrase(version(report.version))}.\n"]
    for verdict, heading in _HEADINGS.items():
        items = [
            _finding(report, finding, location)
            for finding, location in zip(report.findings, locations, strict=True)
            if finding.verdict(report.categories) is verdict
        ]
        if items:
            parts.append(f"### {heading} ({count(len(items), 'finding')})\n\n{''.join(items)}")
    return "\n".join(parts)


def _finding(report: Report, finding: ChangeFinding, location: FindingLocation) -> str:
    location_text = f" ({phrase(str(location))})" if location.file else ""
    lines = [f"- **{finding.rule}** {code(finding.subject)} {phrase(finding.message)}{location_text}"]
    lines.append(f"  - old {_code(finding.old)}, new {_code(finding.new)}")
    lines += [
        f"  - {effect.category} {effect.verdict} for {', '.join(effect.audiences)}: {phrase(effect.text)}"
        for effect in finding.effects
        if effect.category in report.categories
    ]
    if finding.reason:
        lines.append(f"  - accepted: {phrase(finding.reason)}")
    elif finding.verdict(report.categories) is not Verdict.COMPATIBLE:
        lines.append(f"  - instead: {phrase(finding.hint)}")
    return "".join(f"{line}\n" for line in lines)


def _code(location: object) -> str:
    return "nothing" if location is None else code(str(location))
