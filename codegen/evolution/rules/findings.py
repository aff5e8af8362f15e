"""What a rule says of a change: a verdict by category and audience, and a hint."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from codegen.evolution.diff.audiences import ALL_CATEGORIES, APPLICABLE_CATEGORIES, Audience, Category
from codegen.evolution.diff.changes import SchemaChange


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
class ChangeFinding:
    """What one rule found in one change."""

    rule: str
    change: SchemaChange
    message: str
    hint: str
    effects: tuple[Effect, ...]
    level: Level
    announced: bool
    """Whether it is an announced removal, which raises the version, but fails the check only if documents break."""
    policy: bool
    """Whether it comes from a rule of the project on how to change a contract, which no document can prove."""
    reason: str = ""
    """Why the finding is accepted, from the file of exceptions."""
    accepted_as: Verdict | None = None
    """The verdict that an exception gives."""

    def verdict(
        self, categories: Collection[Category] = ALL_CATEGORIES, audiences: Collection[Audience] = frozenset(Audience)
    ) -> Verdict:
        """Return the worst verdict for some audiences in some categories."""
        if self.accepted_as is Verdict.COMPATIBLE:
            return Verdict.COMPATIBLE
        verdicts = {
            effect.verdict
            for effect in self.effects
            if effect.category in categories and not set(audiences).isdisjoint(effect.audiences)
        }
        return next((verdict for verdict in Verdict if verdict in verdicts), Verdict.COMPATIBLE)

    def severity(self, categories: Collection[Category] = ALL_CATEGORIES) -> ChangeSeverity:
        """Return the severity where only some categories count."""
        if self.verdict(categories) is Verdict.COMPATIBLE:
            return ChangeSeverity.NOTE
        affected = {effect.category for effect in self.effects if effect.verdict is not Verdict.COMPATIBLE}
        is_announced = self.announced and affected & set(categories) <= {Category.SOURCE}
        return ChangeSeverity.WARNING if is_announced or self.accepted_as else ChangeSeverity.ERROR

    @property
    def required_level(self) -> Level:
        """The part of the version that the finding raises. An undecided change counts as breaking."""
        if self.policy:
            return Level.NONE
        return self.level if self.verdict() is Verdict.COMPATIBLE else Level.MAJOR


def finding(
    change: SchemaChange,
    rule: str,
    message: str,
    hint: str = "No action needed.",
    *effects: Effect,
    level: Level = Level.MINOR,
    announced: bool = False,
    policy: bool = False,
) -> ChangeFinding:
    """Return the finding of a rule, with each effect restricted to the audiences that it applies to."""
    restricted = []
    for effect in effects:
        audiences = tuple(
            audience
            for audience in effect.audiences
            if audience in change.audiences and effect.category in APPLICABLE_CATEGORIES[audience]
        )
        if audiences:
            restricted.append(replace(effect, audiences=audiences))
    return ChangeFinding(
        rule=rule, change=change, message=message, hint=hint, effects=tuple(restricted), level=level,
        announced=announced, policy=policy,
    )  # fmt: skip


def breaks(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return the effect that something breaks for these audiences, as far as the change affects them."""
    return Effect(category, Verdict.BREAKS, text, tuple(audiences))


def undecided(category: Category, text: str) -> Effect:
    """Return the effect that a program cannot decide whether something breaks."""
    return Effect(category, Verdict.UNDECIDED, text)


def compatible(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return the effect that nothing breaks, and why, where a reader might expect the opposite."""
    return Effect(category, Verdict.COMPATIBLE, text, tuple(audiences))


def as_json(value: object) -> str:
    """Return the value of a keyword for a message: JSON text, cut if long; "none" for an absent keyword."""
    if value is None:
        return "none"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
