"""A report as text for a terminal."""

from __future__ import annotations

from codegen.evolution.finding_locations import FindingLocation
from codegen.evolution.next_version import VersionCheck
from codegen.evolution.report import Report
from codegen.evolution.rules.findings import ChangeFinding, ChangeSeverity, Level, Verdict
from modelconfig.diagnostics.phrases import count, printable

_COLOURS = {ChangeSeverity.ERROR: "31", ChangeSeverity.WARNING: "33", ChangeSeverity.NOTE: "36"}


def as_text(report: Report, locations: list[FindingLocation], *, colour: bool = False) -> str:
    """Return each finding with both locations, its effects and a hint, and a summary."""
    parts = [
        _finding(report, finding, location, colour=colour)
        for finding, location in zip(report.findings, locations, strict=True)
    ]
    return "\n".join([*parts, summary(report)])


def _finding(report: Report, finding: ChangeFinding, location: FindingLocation, *, colour: bool) -> str:
    severity = finding.severity(report.categories)
    label = f"\033[1;{_COLOURS[severity]}m{severity}\033[0m" if colour else str(severity)
    prefix = f"{location}: " if location.file else ""
    lines = [f"{prefix}{label}[{finding.rule}] {finding.subject}: {finding.message}"]
    lines += [f"  old: {finding.old or 'nothing'}", f"  new: {finding.new or 'nothing'}"]
    for effect in finding.effects:
        if effect.category in report.categories:
            audiences = ", ".join(effect.audiences)
            lines.append(f"  {effect.category} {effect.verdict} ({audiences}): {effect.text}")
    if not finding.effects:
        lines.append("  nobody reads or writes anything else because of it")
    if finding.reason:
        lines.append(f"  accepted: {finding.reason}")
    elif severity is not ChangeSeverity.NOTE:
        lines.append(f"  = {finding.hint}")
    return "".join(f"{printable(line)}\n" if not colour else f"{line}\n" for line in lines)


def summary(report: Report) -> str:
    """Return the number of findings of each verdict, and the sentence on the version."""
    verdicts = [finding.verdict(report.categories) for finding in report.findings]
    numbers = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in Verdict)
    categories = ", ".join(sorted(report.categories))
    counts = f"{count(len(verdicts), 'finding')} ({numbers}) in {categories}" if verdicts else "nothing changed"
    return f"against {report.baseline}: {counts}\n{version(report.version)}\n"


def version(check: VersionCheck) -> str:
    """Return one sentence on the version."""
    if check.problem:
        return f"error[version-not-raised] {check.problem}: `x-version` must be {check.minimum} at least, in all files"
    if check.level is Level.NONE:
        return f"version {check.current} stays"
    part = check.level.name.lower()
    return f"the next version is {check.minimum} at least (a {part} change); it is {check.current}"
