"""From two sides to a report: every change, what the rules say of it, and which version comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import EVERYTHING, Audience, Category
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.schema_diff import Comparison
from codegen.evolution.next_version import VersionCheck, check_version
from codegen.evolution.rules.findings import ChangeSeverity, Level, finding
from codegen.evolution.rules.meaning import keyword_changed
from codegen.evolution.rules.rule_context import RuleContext
from codegen.evolution.rules.rule_registry import RULES, rule_id
from codegen.schema.profiles import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codegen.evolution.diff.snapshot import Snapshot
    from codegen.evolution.rules.findings import ChangeFinding

_MAY_BE_SILENT = frozenset({ChangeKind.VALUE_REMOVED, ChangeKind.RESERVED})
"""Kinds of which some changes are told by another change of the same place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a change of the schema does."""

    against: str
    findings: tuple[ChangeFinding, ...]
    version: VersionCheck
    categories: frozenset[Category] = EVERYTHING

    @property
    def fails(self) -> bool:
        """Tell whether somebody has to do something."""
        return bool(self.version.fault) or any(
            one.severity(self.categories) is ChangeSeverity.ERROR for one in self.findings
        )


def change_findings(
    old: Snapshot, new: Snapshot, *, baseline: Snapshot | None = None, history: Sequence[Snapshot] = ()
) -> list[ChangeFinding]:
    """Return what the rules say of every difference, in the order of the new schema's files and definitions."""
    comparison = Comparison(old, new)
    world = RuleContext(old, new, comparison.renamed, baseline, history)
    found: list[ChangeFinding] = []
    changes = list(comparison.changes()) or list(_wordings(old, new))
    for change in changes:
        told = list(_told(change, world))
        if not told and change.kind not in _MAY_BE_SILENT:
            # Nothing is ever dropped in silence: what no rule speaks about is undecided.
            told = [finding(rule_id(keyword_changed), change, keyword_changed(change, world))]
        found.extend(told)
    return _merged(found)


def _wordings(old: Snapshot, new: Snapshot) -> Iterable[SchemaChange]:
    """Yield the files that differ though nothing in them does."""
    after = _content(new)
    for module, content in _content(old).items():
        if after.get(module) != content:
            place = SchemaLocation(f"{module}.json", "")
            yield SchemaChange(
                kind=ChangeKind.WORDING,
                subject=place.file,
                audiences=frozenset(Audience),
                old=place,
                new=place,
                near=place,
            )


def _told(change: SchemaChange, world: RuleContext) -> Iterable[ChangeFinding]:
    for rule in RULES[change.kind]:
        said = rule(change, world)
        if said is not None:
            yield finding(rule_id(rule), change, said)


def _merged(found: Iterable[ChangeFinding]) -> list[ChangeFinding]:
    """Return the findings without repetitions: a definition can be reached by several ways."""
    kept: dict[tuple[str, str, str, str], ChangeFinding] = {}
    for one in found:
        key = (one.rule, str(one.old), str(one.new), one.message)
        first = kept.get(key)
        kept[key] = one if first is None else replace(first, effects=tuple(dict.fromkeys(first.effects + one.effects)))
    return list(kept.values())


def level(found: Iterable[ChangeFinding]) -> Level:
    """Return which part of the version the findings raise."""
    return max((one.raises for one in found), default=Level.NONE)


def changed(old: Snapshot, new: Snapshot) -> bool:
    """Tell whether two sides differ in anything but their version."""
    return _content(old) != _content(new)


def _content(side: Snapshot) -> dict[str, str]:
    return {
        module: digest({keyword: value for keyword, value in file.schema.items() if keyword != "x-version"})
        for module, file in side.sources.files.items()
    }


def next_version(old: Snapshot, new: Snapshot, found: Sequence[ChangeFinding]) -> VersionCheck:
    """Return which version the new side must have after the old one."""
    return check_version(old.version, new.version, level(found), changed=changed(old, new))


def concerned(one: ChangeFinding) -> list[Audience]:
    """Return whom a finding has something to say to, in the order of importance."""
    named = {audience for effect in one.effects for audience in effect.audiences}
    return [audience for audience in Audience if audience in named]
