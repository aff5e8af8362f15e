"""A report as text for a terminal, JSON, GitHub workflow commands or Markdown."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

import click

from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.report import Report, VersionCheck
from codegen.evolution.rules.findings import ChangeFinding, ChangeSeverity, Level, Verdict
from codegen.evolution.rules.rule_pages import VERSION_NOT_RAISED
from codegen.targets.reference.markdown_text import code, phrase
from modelconfig.diagnostics.phrases import count, printable
from modelconfig.diagnostics.render.github import workflow_command
from modelconfig.jsontext import positions

FORMATS = ("text", "json", "github", "markdown")
_COLOURS = {ChangeSeverity.ERROR: "red", ChangeSeverity.WARNING: "yellow", ChangeSeverity.NOTE: "cyan"}
_HEADINGS = {
    Verdict.BREAKS: "Breaks",
    Verdict.UNDECIDED: "Undecided: needs an exception",
    Verdict.COMPATIBLE: "Compatible",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding as every format shows it. `file` is empty where only the old schema has the location."""

    finding: ChangeFinding
    severity: ChangeSeverity
    verdict: Verdict
    details: list[str]
    """A line for each effect that counts, and one with the reason of an exception or the hint."""
    file: str = ""
    line: int | None = None
    column: int | None = None

    @property
    def location(self) -> str:
        """The location as editors name it."""
        return f"{self.file}:{self.line}:{self.column}" if self.file else ""


def render(report: Report, new: Snapshot, format_name: str, *, colour: bool = False) -> str:
    """Return a report in one of the formats; `new` is the new schema, in whose files the findings are located."""
    rows = _rows(report, new)
    if format_name == "text":
        return _as_text(report, rows, colour=colour)
    return {"json": _as_json, "github": _as_github, "markdown": _as_markdown}[format_name](report, rows)


def _rows(report: Report, new: Snapshot) -> list[_Row]:
    """Return a row for each finding, in order. Each file is searched once for all locations in it."""
    pointers_by_file: dict[str, list[str]] = {}
    for finding in report.findings:
        if location := finding.change.shown_at:
            pointers_by_file.setdefault(location.file, []).append(location.pointer)
    positions_of = {
        (name, pointer): position
        for name, listed in pointers_by_file.items()
        for pointer, position in zip(
            listed,
            positions.pointer_positions([(pointer, True) for pointer in listed], new.files[_module(name)].text),
            strict=True,
        )
    }
    rows = []
    for finding in report.findings:
        severity, verdict = finding.severity(report.categories), finding.verdict(report.categories)
        row = _Row(finding, severity, verdict, _details(report, finding))
        if location := finding.change.shown_at:
            line, column = positions_of[location.file, location.pointer]
            row = replace(row, file=new.files[_module(location.file)].name, line=line, column=column)
        rows.append(row)
    return rows


def _module(file: str) -> str:
    return file.removesuffix(".json")


def _details(report: Report, finding: ChangeFinding) -> list[str]:
    lines = [
        f"{effect.category} {effect.verdict} ({', '.join(effect.audiences)}): {effect.text}"
        for effect in finding.effects
        if effect.category in report.categories
    ]
    if not finding.effects:
        lines.append("readers and writers are not affected")
    if finding.reason:
        lines.append(f"accepted: {finding.reason}")
    elif finding.verdict(report.categories) is not Verdict.COMPATIBLE:
        lines.append(f"fix: {finding.hint}")
    return lines


def _as_text(report: Report, rows: list[_Row], *, colour: bool) -> str:
    """Return each finding with both locations, its effects and a hint, and a summary."""
    parts = []
    for row in rows:
        finding, change = row.finding, row.finding.change
        severity = click.style(row.severity, fg=_COLOURS[row.severity], bold=True) if colour else row.severity
        prefix = f"{row.location}: " if row.location else ""
        head = f"[{finding.rule}] {change.subject}: {finding.message}"
        lines = [f"old: {change.old or 'none'}", f"new: {change.new or 'none'}", *row.details]
        parts.append(
            f"{printable(prefix)}{severity}{printable(head)}\n" + "".join(f"  {printable(line)}\n" for line in lines)
        )
    verdicts = [row.verdict for row in rows]
    numbers = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in Verdict)
    categories = ", ".join(sorted(report.categories))
    counts = f"{count(len(rows), 'finding')} ({numbers}) in {categories}" if rows else "no changes"
    return "\n".join([*parts, f"against {report.baseline}: {counts}\n{_version(report.version)}\n"])


def _as_json(report: Report, rows: list[_Row]) -> str:
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
        "findings": [_finding_json(row) for row in rows],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _finding_json(row: _Row) -> dict[str, Any]:
    finding = row.finding
    return {
        "rule": finding.rule,
        "severity": row.severity,
        "verdict": row.verdict,
        "subject": finding.change.subject,
        "message": finding.message,
        "instead": finding.hint,
        "old": finding.change.old and asdict(finding.change.old),
        "new": finding.change.new and asdict(finding.change.new),
        "file": row.file or None,
        "line": row.line,
        "column": row.column,
        "effects": [asdict(effect) for effect in finding.effects],
        "level": finding.required_level.name.lower(),
        "accepted": finding.reason or None,
    }


def _as_github(report: Report, rows: list[_Row]) -> str:
    """Return one command for each finding, and one for a version that is too low."""
    lines = []
    for row in rows:
        parameters = {"file": row.file, "line": row.line, "col": row.column, "title": row.finding.rule}
        text = "\n".join([f"{row.finding.change.subject}: {row.finding.message}", *row.details])
        level = "notice" if row.severity is ChangeSeverity.NOTE else row.severity
        lines.append(workflow_command(level, parameters, text))
    if report.version.problem:
        lines.append(workflow_command("error", {"title": VERSION_NOT_RAISED}, _version(report.version)))
    return "".join(f"{line}\n" for line in lines)


def _as_markdown(report: Report, rows: list[_Row]) -> str:
    """Return a heading, the version, and a section with the findings of each verdict."""
    parts = [f"## Contract against {phrase(report.baseline)}\n", f"{phrase(_version(report.version))}.\n"]
    for verdict, heading in _HEADINGS.items():
        items = [_item(row) for row in rows if row.verdict is verdict]
        if items:
            parts.append(f"### {heading} ({count(len(items), 'finding')})\n\n{''.join(items)}")
    return "\n".join(parts)


def _item(row: _Row) -> str:
    finding, change = row.finding, row.finding.change
    location = f" ({phrase(row.location)})" if row.location else ""
    lines = [f"- **{finding.rule}** {code(change.subject)} {phrase(finding.message)}{location}"]
    old, new = (code(str(side)) if side else "none" for side in (change.old, change.new))
    lines += [f"  - old {old}, new {new}", *(f"  - {phrase(line)}" for line in row.details)]
    return "".join(f"{line}\n" for line in lines)


def _version(check: VersionCheck) -> str:
    """Return one sentence on the version."""
    if check.problem:
        return f"error[{VERSION_NOT_RAISED}] {check.problem}: set `x-version` to {check.minimum} or later"
    if check.level is Level.NONE:
        return f"the version remains {check.current}"
    return f"the next version is {check.minimum} or later ({check.level.name.lower()} change); it is {check.current}"
