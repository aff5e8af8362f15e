"""Rules on what a value must satisfy beyond its type. Validators hold to it; codecs and types do not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Category
from codegen.evolution.diff.changes import ChangeKind
from codegen.evolution.rules.findings import Effect, Told, breaks, undecided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext

_OLD_READERS = "readers of before that validate refuse the values that are new; types and codecs alone accept them"
_OLD_DOCUMENTS = "documents of before may hold values that validation refuses now; types and codecs alone accept them"
_WIDEN = "Keep the limit until no reader of before is left; or add a member with wider limits."
_NARROW = "Keep accepting what was valid; warn about it with a rule of `validate` instead."
NARROWED = (breaks(Category.BACKWARD, _OLD_DOCUMENTS),)
WIDENED = (breaks(Category.FORWARD, _OLD_READERS),)


def _told(change: SchemaChange) -> str:
    return f"`{change.name}` was {_limit(change.before, change.kind)} and is {_limit(change.after, change.kind)}"


def _limit(bound: tuple[float, bool], kind: ChangeKind) -> str:
    number, mark = bound
    if math.isinf(number):
        return "without limit"
    text = str(int(number) if number == int(number) else number)
    # Bounds are marked so that they compare: lower ones where they are excluded, upper ones where they are not.
    if kind is ChangeKind.LOWER_LIMIT:
        return f"more than {text}" if mark else text
    return text if mark else f"less than {text}"


def minimum_raised(change: SchemaChange, _: RuleContext) -> Told | None:
    """A lower limit went up: `minimum`, `minLength`, `minItems`, `minProperties`."""
    if change.after < change.before:
        return None
    return Told(message=_told(change), instead=_NARROW, effects=NARROWED)


def minimum_lowered(change: SchemaChange, _: RuleContext) -> Told | None:
    """A lower limit went down."""
    if change.after > change.before:
        return None
    return Told(message=_told(change), instead=_WIDEN, effects=WIDENED)


def maximum_lowered(change: SchemaChange, _: RuleContext) -> Told | None:
    """An upper limit went down: `maximum`, `maxLength`, `maxItems`, `maxProperties`."""
    if change.after > change.before:
        return None
    return Told(message=_told(change), instead=_NARROW, effects=NARROWED)


def maximum_raised(change: SchemaChange, _: RuleContext) -> Told | None:
    """An upper limit went up."""
    if change.after < change.before:
        return None
    return Told(message=_told(change), instead=_WIDEN, effects=WIDENED)


def pattern_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """A text that was free must match a pattern."""
    if "pattern" in change.before:
        return None
    return Told(message="must match a pattern now", instead=_NARROW, effects=NARROWED)


def pattern_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A text need not match a pattern any more."""
    if "pattern" in change.after:
        return None
    return Told(message="need not match a pattern any more", instead=_WIDEN, effects=WIDENED)


def pattern_narrowed(change: SchemaChange, _: RuleContext) -> Told | None:
    """Another pattern, which refuses a text that is documented as an example of before."""
    if "pattern" not in change.before or "pattern" not in change.after:
        return None
    lost = next(_lost(change.before, change.before, change.after), None)
    if lost is None:
        return None
    effects = (*NARROWED, *_other_direction(change))
    return Told(
        message=f"has another pattern, which refuses {lost!r}, an example of before", instead=_NARROW, effects=effects
    )


def pattern_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """Another pattern, of which no documented example proves that it is narrower."""
    if "pattern" not in change.before or "pattern" not in change.after:
        return None
    if any(_lost(change.before, change.before, change.after)):
        return None
    text = "whether the new pattern matches all that the old one did is not decided by a program"
    return Told(
        message="has another pattern",
        instead="Compare them, and say what you found in the file of exceptions; or give examples that differ.",
        effects=(undecided(Category.BACKWARD, text), *_other_direction(change)),
    )


def _other_direction(change: SchemaChange) -> tuple[Effect, ...]:
    if any(_lost(change.after, change.after, change.before)):
        return WIDENED
    text = "whether the old pattern matches all that the new one does is not decided by a program"
    return (undecided(Category.FORWARD, text),)


def _lost(examples: dict[str, object], fits: dict[str, object], other: dict[str, object]) -> Iterator[str]:
    """Yield documented values that one pattern matches and another does not."""
    given = examples.get("examples", ())
    documented = [*given, examples.get("default")] if isinstance(given, (list, tuple)) else []
    for text in documented:
        if isinstance(text, str) and shapes.matches(fits, text) and shapes.matches(other, text) is False:
            yield text


def unique_items_demanded(change: SchemaChange, _: RuleContext) -> Told | None:
    """Items must differ from each other now."""
    if not change.after:
        return None
    return Told(message="must not hold an item twice any more", instead=_NARROW, effects=NARROWED)


def unique_items_dropped(change: SchemaChange, _: RuleContext) -> Told | None:
    """Items may be equal now."""
    if change.after:
        return None
    return Told(message="may hold an item twice now", instead=_WIDEN, effects=WIDENED)
