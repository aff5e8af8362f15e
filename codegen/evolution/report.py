"""A report from two snapshots: changes, findings of the rules, and the next version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from codegen.evolution.diff.audiences import ALL_CATEGORIES, Audience, Category
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.schema_diff import Comparison
from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.next_version import VersionCheck, check_version
from codegen.evolution.rules.findings import ChangeFinding, ChangeSeverity, Level, make_finding
from codegen.evolution.rules.meaning import keyword_changed
from codegen.evolution.rules.rule_context import RuleContext
from codegen.evolution.rules.rule_registry import RULES, rule_id
from codegen.schema.profiles import digest

_KINDS_WITHOUT_FINDING = frozenset({ChangeKind.VALUE_REMOVED, ChangeKind.RESERVED})
"""Kinds whose changes may have no finding, because another change at the same location has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The effects of a schema change."""

    baseline: str
    findings: tuple[ChangeFinding, ...]
    version: VersionCheck
    categories: frozenset[Category] = ALL_CATEGORIES

    @property
    def fails(self) -> bool:
        """Whether the check fails: an error, or a version that is too low."""
        return bool(self.version.problem) or any(
            finding.severity(self.categories) is ChangeSeverity.ERROR for finding in self.findings
        )


def change_findings(
    old: Snapshot, new: Snapshot, *, last_release: Snapshot | None = None, history: Sequence[Snapshot] = ()
) -> list[ChangeFinding]:
    """Return the findings of the rules for every difference, in the order of the new schema's files and definitions."""
    comparison = Comparison(old, new)
    context = RuleContext(old, new, comparison.renamed, last_release, history)
    findings: list[ChangeFinding] = []
    changes = list(comparison.changes()) or list(_wording_changes(old, new))
    for change in changes:
        new_findings = list(_apply_rules(change, context))
        if not new_findings and change.kind not in _KINDS_WITHOUT_FINDING:
            # Every change has a finding: one that no rule covers is undecided.
            new_findings = [make_finding(rule_id(keyword_changed), change, keyword_changed(change, context))]
        findings.extend(new_findings)
    return _without_duplicates(findings)


def _wording_changes(old: Snapshot, new: Snapshot) -> Iterable[SchemaChange]:
    """Yield the files that differ without any structural difference."""
    new_content = _content(new)
    for module, content in _content(old).items():
        if new_content.get(module) != content:
            location = SchemaLocation(f"{module}.json", "")
            yield SchemaChange(
                kind=ChangeKind.WORDING,
                subject=location.file,
                audiences=frozenset(Audience),
                old=location,
                new=location,
                shown_at=location,
            )


def _apply_rules(change: SchemaChange, context: RuleContext) -> Iterable[ChangeFinding]:
    for rule in RULES[change.kind]:
        result = rule(change, context)
        if result is not None:
            yield make_finding(rule_id(rule), change, result)


def _without_duplicates(findings: Iterable[ChangeFinding]) -> list[ChangeFinding]:
    """Return the findings without duplicates: a definition can be reached in several ways."""
    merged: dict[tuple[str, str, str, str], ChangeFinding] = {}
    for finding in findings:
        key = (finding.rule, str(finding.old), str(finding.new), finding.message)
        first = merged.get(key)
        merged[key] = (
            finding if first is None else replace(first, effects=tuple(dict.fromkeys(first.effects + finding.effects)))
        )
    return list(merged.values())


def level(findings: Iterable[ChangeFinding]) -> Level:
    """Return the part of the version that the findings raise."""
    return max((finding.required_level for finding in findings), default=Level.NONE)


def changed(old: Snapshot, new: Snapshot) -> bool:
    """Return whether two snapshots differ in anything except their version."""
    return _content(old) != _content(new)


def _content(snapshot: Snapshot) -> dict[str, str]:
    return {
        module: digest({keyword: value for keyword, value in file.schema.items() if keyword != "x-version"})
        for module, file in snapshot.sources.files.items()
    }


def next_version(old: Snapshot, new: Snapshot, findings: Sequence[ChangeFinding]) -> VersionCheck:
    """Return the version that the new schema must have after the old one."""
    return check_version(old.version, new.version, level(findings), changed=changed(old, new))


def affected_audiences(finding: ChangeFinding) -> list[Audience]:
    """Return the audiences that a finding affects, most important first."""
    affected = {audience for effect in finding.effects for audience in effect.audiences}
    return [audience for audience in Audience if audience in affected]
