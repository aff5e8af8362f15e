"""Rules on limits: bounds, lengths, patterns, unique items.

Validators check limits; codecs and types do not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Category
from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.rules.findings import Effect, RuleResult, breaks, undecided
from codegen.evolution.rules.rule_context import RuleContext

_OLD_READERS = "readers of before that validate refuse the values that are new; types and codecs alone accept them"
_OLD_DOCUMENTS = "documents of before may hold values that validation refuses now; types and codecs alone accept them"
_WIDEN = "Keep the limit until no reader of before is left; or add a member with wider limits."
_NARROW = "Keep accepting what was valid; warn about it with a rule of `validate` instead."
NARROWED = (breaks(Category.BACKWARD, _OLD_DOCUMENTS),)
WIDENED = (breaks(Category.FORWARD, _OLD_READERS),)


def _limit_message(change: SchemaChange) -> str:
    return f"`{change.name}` was {_limit(change.before, change.kind)} and is {_limit(change.after, change.kind)}"


def _limit(limit: tuple[float, bool], kind: ChangeKind) -> str:
    number, is_marked = limit
    if math.isinf(number):
        return "without limit"
    text = str(int(number) if number == int(number) else number)
    # The flag orders limits with the same number: True is an excluded lower limit, or an included upper one.
    if kind is ChangeKind.LOWER_LIMIT:
        return f"more than {text}" if is_marked else text
    return text if is_marked else f"less than {text}"


def minimum_raised(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A lower limit was raised: `minimum`, `minLength`, `minItems`, `minProperties`."""
    if change.after < change.before:
        return None
    return RuleResult(message=_limit_message(change), hint=_NARROW, effects=NARROWED)


def minimum_lowered(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A lower limit was lowered or removed."""
    if change.after > change.before:
        return None
    return RuleResult(message=_limit_message(change), hint=_WIDEN, effects=WIDENED)


def maximum_lowered(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An upper limit was lowered: `maximum`, `maxLength`, `maxItems`, `maxProperties`."""
    if change.after > change.before:
        return None
    return RuleResult(message=_limit_message(change), hint=_NARROW, effects=NARROWED)


def maximum_raised(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An upper limit was raised or removed."""
    if change.after < change.before:
        return None
    return RuleResult(message=_limit_message(change), hint=_WIDEN, effects=WIDENED)


def pattern_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A string without a pattern got one."""
    if "pattern" in change.before:
        return None
    return RuleResult(message="must match a pattern now", hint=_NARROW, effects=NARROWED)


def pattern_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A string no longer has a pattern."""
    if "pattern" in change.after:
        return None
    return RuleResult(message="need not match a pattern any more", hint=_WIDEN, effects=WIDENED)


def pattern_narrowed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """The pattern changed, and rejects a documented example that the old one matched."""
    if "pattern" not in change.before or "pattern" not in change.after:
        return None
    rejected = next(_rejected_examples(change.before, change.before, change.after), None)
    if rejected is None:
        return None
    effects = (*NARROWED, *_other_direction(change))
    return RuleResult(
        message=f"has another pattern, which refuses {rejected!r}, an example of before", hint=_NARROW, effects=effects
    )


def pattern_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """The pattern changed, and no documented example proves that the new one is narrower."""
    if "pattern" not in change.before or "pattern" not in change.after:
        return None
    if any(_rejected_examples(change.before, change.before, change.after)):
        return None
    text = "whether the new pattern matches all that the old one did is not decided by a program"
    return RuleResult(
        message="has another pattern",
        hint="Compare them, and say what you found in the file of exceptions; or give examples that differ.",
        effects=(undecided(Category.BACKWARD, text), *_other_direction(change)),
    )


def _other_direction(change: SchemaChange) -> tuple[Effect, ...]:
    if any(_rejected_examples(change.after, change.after, change.before)):
        return WIDENED
    text = "whether the old pattern matches all that the new one does is not decided by a program"
    return (undecided(Category.FORWARD, text),)


def _rejected_examples(
    examples: dict[str, object], accepting: dict[str, object], rejecting: dict[str, object]
) -> Iterator[str]:
    """Yield documented values that one pattern matches and another does not."""
    listed_examples = examples.get("examples", ())
    documented = [*listed_examples, examples.get("default")] if isinstance(listed_examples, (list, tuple)) else []
    for text in documented:
        if isinstance(text, str) and shapes.matches(accepting, text) and shapes.matches(rejecting, text) is False:
            yield text


def unique_items_demanded(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """Items must be unique now."""
    if not change.after:
        return None
    return RuleResult(message="must not hold an item twice any more", hint=_NARROW, effects=NARROWED)


def unique_items_dropped(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """Items need not be unique now."""
    if change.after:
        return None
    return RuleResult(message="may hold an item twice now", hint=_WIDEN, effects=WIDENED)
