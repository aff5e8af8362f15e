"""A report for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.rules.findings import ChangeSeverity, Level, Verdict
from modelconfig.diagnostics.phrases import count, printable

if TYPE_CHECKING:
    from codegen.evolution.finding_locations import FindingLocation
    from codegen.evolution.next_version import VersionCheck
    from codegen.evolution.report import Report
    from codegen.evolution.rules.findings import ChangeFinding

_COLOURS = {ChangeSeverity.ERROR: "31", ChangeSeverity.WARNING: "33", ChangeSeverity.NOTE: "36"}


def as_text(report: Report, spots: list[FindingLocation], *, colour: bool = False) -> str:
    """Return each finding with both places, what it does to whom and what to do instead, and a summary."""
    parts = [_finding(report, one, spot, colour=colour) for one, spot in zip(report.findings, spots, strict=True)]
    return "\n".join([*parts, summary(report)])


def _finding(report: Report, one: ChangeFinding, spot: FindingLocation, *, colour: bool) -> str:
    severity = one.severity(report.categories)
    word = f"\033[1;{_COLOURS[severity]}m{severity}\033[0m" if colour else str(severity)
    head = f"{spot}: " if spot.file else ""
    lines = [f"{head}{word}[{one.rule}] {one.subject}: {one.message}"]
    lines += [f"  old: {one.old or 'nothing'}", f"  new: {one.new or 'nothing'}"]
    for effect in one.effects:
        if effect.category in report.categories:
            whom = ", ".join(effect.audiences)
            lines.append(f"  {effect.category} {effect.verdict} ({whom}): {effect.text}")
    if not one.effects:
        lines.append("  nobody reads or writes anything else because of it")
    if one.reason:
        lines.append(f"  accepted: {one.reason}")
    elif severity is not ChangeSeverity.NOTE:
        lines.append(f"  = {one.instead}")
    return "".join(f"{printable(line)}\n" if not colour else f"{line}\n" for line in lines)


def summary(report: Report) -> str:
    """Return how many findings there are of each verdict, and what becomes of the version."""
    verdicts = [one.verdict(report.categories) for one in report.findings]
    numbers = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in Verdict)
    chosen = ", ".join(sorted(report.categories))
    found = f"{count(len(verdicts), 'finding')} ({numbers}) in {chosen}" if verdicts else "nothing changed"
    return f"against {report.against}: {found}\n{version(report.version)}\n"


def version(judgement: VersionCheck) -> str:
    """Return what becomes of the version, in one sentence."""
    if judgement.fault:
        return (
            f"error[version-not-raised] {judgement.fault}: `x-version` must be {judgement.least} at least, in all files"
        )
    if judgement.level is Level.NONE:
        return f"version {judgement.present} stays"
    part = judgement.level.name.lower()
    return f"the next version is {judgement.least} at least (a {part} change); it is {judgement.present}"
