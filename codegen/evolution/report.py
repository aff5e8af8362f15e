"""A report from two snapshots: changes, findings of the rules, and the next version."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from codegen.evolution.diff.audiences import ALL_CATEGORIES, NOT_IN_CONTRACT, Audience, Category
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.schema_diff import Comparison
from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.releases import numbers
from codegen.evolution.rules.findings import ChangeFinding, ChangeSeverity, Level
from codegen.evolution.rules.rule_context import RuleContext
from codegen.evolution.rules.rule_registry import RULES


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """The version that a change requires. `problem` describes what is wrong with the current one, "" for nothing."""

    base: str
    current: str
    minimum: str
    level: Level
    problem: str = ""


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
        return bool(self.version.problem or self.errors)

    @property
    def errors(self) -> list[ChangeFinding]:
        """The findings that fail the check."""
        return [finding for finding in self.findings if finding.severity(self.categories) is ChangeSeverity.ERROR]


def change_findings(
    old: Snapshot, new: Snapshot, *, last_release: Snapshot | None = None, history: Sequence[Snapshot] = ()
) -> list[ChangeFinding]:
    """Return the findings of the rules for every difference, in the order of the new schema's files and definitions."""
    comparison = Comparison(old, new)
    context = RuleContext(old, new, comparison.renamed, last_release, history)
    changes = list(comparison.changes())
    changes += _wording_changes(old, new, {location.file for change in changes for location in change.locations})
    return _without_duplicates(
        finding for change in changes for rule in RULES[change.kind] for finding in rule(change, context)
    )


def _wording_changes(old: Snapshot, new: Snapshot, changed_files: Collection[str]) -> Iterable[SchemaChange]:
    """Yield the files that differ without any structural difference."""
    new_content = _content(new)
    for module, content in _content(old).items():
        location = SchemaLocation(f"{module}.json", "")
        if new_content.get(module) != content and location.file not in changed_files:
            yield SchemaChange(
                kind=ChangeKind.WORDING, subject=location.file, audiences=frozenset(Audience), old=location,
                new=location, shown_at=location,
            )  # fmt: skip


def _without_duplicates(findings: Iterable[ChangeFinding]) -> list[ChangeFinding]:
    """Return the findings without duplicates: a definition can be reached in several ways."""
    merged: dict[tuple[object, ...], ChangeFinding] = {}
    for finding in findings:
        change = finding.change
        key = finding.rule, change.old, change.new, change.name
        first = merged.setdefault(key, finding)
        merged[key] = replace(first, effects=tuple(dict.fromkeys(first.effects + finding.effects)))
    return list(merged.values())


def check_version(old: Snapshot, new: Snapshot, findings: Iterable[ChangeFinding]) -> VersionCheck:
    """Return the version that the new schema must have after the old one, and whether it has it."""
    base, current = old.version, new.version
    is_changed = changed(old, new)
    levels = [finding.required_level for finding in findings if not finding.change.audiences <= NOT_IN_CONTRACT]
    level = max([Level.PATCH if is_changed else Level.NONE, *levels])
    minimum = next_version(base, level)
    problem = ""
    if numbers(current) < numbers(base):
        problem = f"the version decreased from {base} to {current}"
    elif is_changed and current == base:
        problem = f"the schema changed, but its version is still {base}"
    elif numbers(current) < numbers(minimum):
        problem = f"{current} is too low after {base}"
    return VersionCheck(base, current, minimum, level, problem)


def next_version(version: str, level: Level) -> str:
    """Return the version after another one. Before 1.0.0, a breaking change raises the minor version."""
    major, minor, patch = numbers(version)
    if major == 0 and level > Level.PATCH:
        level = Level(level - 1)
    match level:
        case Level.MAJOR:
            return f"{major + 1}.0.0"
        case Level.MINOR:
            return f"{major}.{minor + 1}.0"
        case Level.PATCH:
            return f"{major}.{minor}.{patch + 1}"
        case Level.NONE:
            return version


def changed(old: Snapshot, new: Snapshot) -> bool:
    """Return whether the contract of two snapshots differs in anything except its version."""
    return _content(old) != _content(new)


def _content(snapshot: Snapshot) -> dict[str, str]:
    """Return each schema as text without its version. The order of keywords and names counts: targets keep it.

    What only the source of the catalogue uses does not count.
    """
    content = {}
    for module, file in snapshot.files.items():
        definitions = {
            name: node
            for name, node in file.schema.get("$defs", {}).items()
            if snapshot.audiences_of(name) != NOT_IN_CONTRACT
        }
        is_source = snapshot.audience_of_file(module) in NOT_IN_CONTRACT
        keywords = {} if is_source else {word: value for word, value in file.schema.items() if word != "x-version"}
        content[module] = json.dumps(keywords | {"$defs": definitions})
    return content
