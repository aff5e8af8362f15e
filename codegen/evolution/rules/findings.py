"""What a rule says of a change: three-valued, by category and audience, with what to do instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import COUNTS, EVERYTHING, Audience, Category

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from codegen.evolution.diff.changes import SchemaChange, SchemaLocation


class Verdict(StrEnum):
    """The three answers; nothing is ever guessed."""

    BREAKS = "breaks"
    UNDECIDED = "undecided"
    COMPATIBLE = "compatible"


class ChangeSeverity(StrEnum):
    """How much a finding weighs. Errors fail a check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Level(IntEnum):
    """Which part of a version number a change raises."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to some audiences in one category."""

    category: Category
    verdict: Verdict
    text: str
    audiences: tuple[Audience, ...] = tuple(Audience)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a rule says. `announced` removals are expected: they raise the version, and fail nothing by SOURCE alone.

    `policy` marks rules of ours about how to change a contract; no document proves them.
    """

    message: str
    instead: str
    effects: tuple[Effect, ...] = ()
    level: Level = Level.MINOR
    announced: bool = False
    policy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFinding:
    """One change, judged by one rule. Places are None where a side has nothing there."""

    rule: str
    subject: str
    message: str
    instead: str
    effects: tuple[Effect, ...]
    old: SchemaLocation | None
    new: SchemaLocation | None
    near: SchemaLocation | None
    """Where to show it in the new schema: `new`, or what stands around the place of what is gone."""
    level: Level
    announced: bool = False
    policy: bool = False
    reason: str = ""
    """Why this is accepted, from the file of exceptions."""
    answered: Verdict | None = None
    """The verdict that an exception gives."""

    def verdict(self, categories: Collection[Category] = EVERYTHING) -> Verdict:
        """Return the worst verdict in some categories."""
        if self.answered is not None and self.answered is Verdict.COMPATIBLE:
            return Verdict.COMPATIBLE
        found = {effect.verdict for effect in self.effects if effect.category in categories}
        return next((one for one in Verdict if one in found), Verdict.COMPATIBLE)

    def severity(self, categories: Collection[Category] = EVERYTHING) -> ChangeSeverity:
        """Return how much this weighs where only some categories matter."""
        verdict = self.verdict(categories)
        if verdict is Verdict.COMPATIBLE:
            return ChangeSeverity.NOTE
        if self.answered is not None:
            return ChangeSeverity.WARNING
        bad = {effect.category for effect in self.effects if effect.verdict is not Verdict.COMPATIBLE}
        planned = self.announced and bad & set(categories) <= {Category.SOURCE}
        return ChangeSeverity.WARNING if planned else ChangeSeverity.ERROR

    @property
    def raises(self) -> Level:
        """Which part of the version this asks for. What is undecided counts as a break until somebody decided."""
        if self.policy:
            return Level.NONE
        return self.level if self.verdict() is Verdict.COMPATIBLE else Level.MAJOR


def breaks(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return that something breaks for those of the audiences whom the change concerns."""
    return Effect(category, Verdict.BREAKS, text, tuple(audiences))


def undecided(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return that a program cannot decide whether something breaks."""
    return Effect(category, Verdict.UNDECIDED, text, tuple(audiences))


def compatible(category: Category, text: str, audiences: Iterable[Audience] = Audience) -> Effect:
    """Return that nothing breaks though one might think so, and why."""
    return Effect(category, Verdict.COMPATIBLE, text, tuple(audiences))


def finding(rule: str, change: SchemaChange, told: Told) -> ChangeFinding:
    """Return what a rule said as a finding, each effect only for whom it can happen to."""
    effects = []
    for effect in told.effects:
        meant = [one for one in effect.audiences if one in change.audiences and effect.category in COUNTS[one]]
        if meant:
            effects.append(Effect(effect.category, effect.verdict, effect.text, tuple(meant)))
    return ChangeFinding(
        rule=rule, subject=change.subject, message=told.message, instead=told.instead, effects=tuple(effects),
        old=change.old, new=change.new, near=change.near, level=told.level, announced=told.announced,
        policy=told.policy,
    )  # fmt: skip
