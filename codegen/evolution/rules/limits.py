"""Rules on limits: bounds, lengths, patterns, unique items.

Validators check limits; codecs and types do not.
"""

import math
from collections.abc import Iterator
from typing import Any

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, Effect, breaks, finding, undecided
from codegen.evolution.rules.rule_context import RuleContext
from codegen.schema import bounds

_WIDENED = breaks(Category.FORWARD, "older readers that validate reject the new values; types and codecs accept them")
_NARROWED = breaks(
    Category.BACKWARD, "older documents may contain values that are now invalid; types and codecs accept them"
)


def limits(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a bound, length or number of items was raised, lowered, added or removed."""
    is_raised = change.after > change.before
    is_lower_limit = change.name.startswith("min")
    rule = f"{'minimum' if is_lower_limit else 'maximum'}-{'raised' if is_raised else 'lowered'}"
    before, after = (_limit(limit, is_lower_limit=is_lower_limit) for limit in (change.before, change.after))
    message = f"`{change.name}` changed from {before} to {after}"
    yield _narrowed(change, rule, message) if is_raised is is_lower_limit else _widened(change, rule, message)


def _limit(limit: bounds.Limit, *, is_lower_limit: bool) -> str:
    number, is_marked = limit
    if math.isinf(number):
        return "unlimited"
    text = str(int(number) if number == int(number) else number)
    if is_marked is not is_lower_limit:
        return text
    return f"more than {text}" if is_lower_limit else f"less than {text}"


def unique_items(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that items must be unique, or need not be."""
    if change.after:
        yield _narrowed(change, "unique-items-demanded", "now requires unique items")
    else:
        yield _widened(change, "unique-items-dropped", "no longer requires unique items")


def pattern(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a pattern was added, removed or changed. Documented examples may prove that it is narrower."""
    if "pattern" not in change.before:
        yield _narrowed(change, "pattern-added", "now has a `pattern`")
    elif "pattern" not in change.after:
        yield _widened(change, "pattern-removed", "no longer has a `pattern`")
    else:
        yield _changed_pattern(change)


def _changed_pattern(change: SchemaChange) -> ChangeFinding:
    forward = _WIDENED
    if _rejected_example(change.after, change.before) is None:
        forward = undecided(Category.FORWARD, "the check cannot compare patterns: the new one may match more")
    rejected = _rejected_example(change.before, change.after)
    if rejected is not None:
        message = f"`pattern` changed and rejects {rejected!r}, an earlier example"
        return _narrowed(change, "pattern-narrowed", message, forward)
    return finding(
        change, "pattern-changed", "`pattern` changed",
        "Compare the patterns and add an exception with the result; or add examples that only one of them matches.",
        undecided(Category.BACKWARD, "the check cannot compare patterns: the new one may match less"), forward,
    )  # fmt: skip


def _rejected_example(accepting: dict[str, Any], rejecting: dict[str, Any]) -> str | None:
    """Return a documented value of one schema that matches its pattern, and not the pattern of the other."""
    for text in [*accepting.get("examples", ()), accepting.get("default")]:
        if isinstance(text, str) and shapes.matches(accepting, text) and shapes.matches(rejecting, text) is False:
            return text
    return None


def _narrowed(change: SchemaChange, rule: str, message: str, *effects: Effect) -> ChangeFinding:
    hint = "Keep accepting what was valid; add a rule to `validate` that warns about it."
    return finding(change, rule, message, hint, _NARROWED, *effects)


def _widened(change: SchemaChange, rule: str, message: str) -> ChangeFinding:
    hint = "Keep the limit as long as older readers are in use; or add a property with wider limits."
    return finding(change, rule, message, hint, _WIDENED)
