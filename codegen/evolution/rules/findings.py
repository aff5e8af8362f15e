"""What a rule says of a change: a verdict by category and audience, and a hint."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from codegen.evolution.diff.audiences import ALL_CATEGORIES, APPLICABLE_CATEGORIES, Audience, Category
from codegen.evolution.diff.changes import SchemaChange, SchemaLocation


class Verdict(StrEnum):
    """The verdict of a rule on a change, worst first."""

    BREAKS = "breaks"
    UNDECIDED = "undecided"
    COMPATIBLE = "compatible"


class ChangeSeverity(StrEnum):
    """The severity of a finding. Errors fail the check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Level(IntEnum):
    """The part of a version number that a change raises."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect of a change on some audiences in one category."""

    category: Category
    verdict: Verdict
    text: str
    audiences: tuple[Audience, ...] = tuple(Audience)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """The result of a rule.

    `announced` removals raise the version, and do not fail the check if they break SOURCE only. `policy` marks rules
    of the project on how to change a contract, which no document can prove.
    """

    message: str
    hint: str
    effects: tuple[Effect, ...] = ()
    level: Level = Level.MINOR
    announced: bool = False
    policy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFinding:
    """The result of one rule for one change. A location is None where the schema has nothing there."""

    rule: str
    subject: str
    message: str
    hint: str
    effects: tuple[Effect, ...]
    old: SchemaLocation | None
    new: SchemaLocation | None
    shown_at: SchemaLocation | None
    """Where to show the finding in the new schema: `new`, or the location that contained what was removed."""
    level: Level
    announced: bool = False
    policy: bool = False
    reason: str = ""
    """Why the finding is accepted, from the file of exceptions."""
    accepted_as: Verdict | None = None
    """The verdict that an exception gives."""

    def verdict(self, categories: Collection[Category] = ALL_CATEGORIES) -> Verdict:
        """Return the worst verdict in some categories."""
        if self.accepted_as is not None and self.accepted_as is Verdict.COMPATIBLE:
            return Verdict.COMPATIBLE
        verdicts = {effect.verdict for effect in self.effects if effect.category in categories}
        return next((verdict for verdict in Verdict if verdict in verdicts), Verdict.COMPATIBLE)

    def severity(self, categories: Collection[Category] = ALL_CATEGORIES) -> ChangeSeverity:
        """Return the severity where only some categories count."""
        verdict = self.verdict(categories)
        if verdict is Verdict.COMPATIBLE:
            return ChangeSeverity.NOTE
        if self.accepted_as is not None:
            return ChangeSeverity.WARNING
        affected = {effect.category for effect in self.effects if effect.verdict is not Verdict.COMPATIBLE}
        is_announced = self.announced and affected & set(categories) <= {Category.SOURCE}
        return ChangeSeverity.WARNING if is_announced else ChangeSeverity.ERROR

    @property
    def required_level(self) -> Level:
        """The part of the version that the finding raises. An undecided change counts as breaking."""
        if self.policy:
            return Level.NONE
        return self.level if self.verdict() is Verdict.COMPATIBLE else Level.MAJOR


def breaks(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return the effect that something breaks for these audiences, as far as the change affects them."""
    return Effect(category, Verdict.BREAKS, text, tuple(audiences))


def undecided(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return the effect that a program cannot decide whether something breaks."""
    return Effect(category, Verdict.UNDECIDED, text, tuple(audiences))


def compatible(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return the effect that nothing breaks, and why, where a reader might expect the opposite."""
    return Effect(category, Verdict.COMPATIBLE, text, tuple(audiences))


def make_finding(rule: str, change: SchemaChange, result: RuleResult) -> ChangeFinding:
    """Return the finding for the result of a rule, with each effect restricted to the audiences that it applies to."""
    effects = []
    for effect in result.effects:
        audiences = [
            audience
            for audience in effect.audiences
            if audience in change.audiences and effect.category in APPLICABLE_CATEGORIES[audience]
        ]
        if audiences:
            effects.append(Effect(effect.category, effect.verdict, effect.text, tuple(audiences)))
    return ChangeFinding(
        rule=rule, subject=change.subject, message=result.message, hint=result.hint, effects=tuple(effects),
        old=change.old, new=change.new, shown_at=change.shown_at, level=result.level, announced=result.announced,
        policy=result.policy,
    )  # fmt: skip
