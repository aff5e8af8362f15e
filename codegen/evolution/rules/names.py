"""Rules on removed and reserved names."""

from __future__ import annotations

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import RuleResult, breaks
from codegen.evolution.rules.rule_context import RuleContext

_REUSE_IS_POSSIBLE = (
    breaks(Category.FORWARD, "older readers would take a later use of the name for what it was"),
    breaks(Category.BACKWARD, "a later use of the name would be found in documents that mean what it was"),
)
_REUSED = (
    breaks(Category.FORWARD, "older readers take it for what the name meant before"),
    breaks(Category.BACKWARD, "in older documents the name has the meaning of then"),
)


def removal_not_announced(change: SchemaChange, context: RuleContext) -> RuleResult | None:
    """Something was removed that was not deprecated in an earlier release."""
    if "const" in change.parents[0] or context.announced(change):
        return None
    readers = [audience for audience in Audience if audience is not Audience.CATALOGUE]
    return RuleResult(
        message=f"{_value_or_property(change)} went without having been deprecated in a release",
        hint='Bring it back with "deprecated": true, release that, and remove it in the release after.',
        effects=(breaks(Category.SOURCE, "nobody had the time to stop using it", readers),),
        policy=True,
    )


def removed_name_not_reserved(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A property or value was removed, and its name is not reserved."""
    node = change.parents[1]
    if not isinstance(node, dict) or "const" in change.parents[0]:
        return None
    if change.name in node.get("x-reserved", ()) or change.new is not None:
        return None
    return RuleResult(
        message=f"{_value_or_property(change)} went, and its name is not reserved",
        hint=f'Add "{change.name}" to `x-reserved` of the same definition.',
        effects=_REUSE_IS_POSSIBLE,
        policy=True,
    )


def reserved_name_returned(change: SchemaChange, context: RuleContext) -> RuleResult | None:
    """A reserved name is used again."""
    if change.name not in context.reserved(change.owner):
        return None
    return RuleResult(
        message=f"{_value_or_property(change)} has a name that was reserved",
        hint="Choose a new name: readers of the past gave this one another meaning.",
        effects=_REUSED,
        policy=True,
    )


def removed_name_returned(change: SchemaChange, context: RuleContext) -> RuleResult | None:
    """A name of an earlier release that was never reserved is used again."""
    if change.name in context.reserved(change.owner):
        return None
    versions = list(context.versions_with_name(change.owner, change.name))
    if not versions:
        return None
    return RuleResult(
        message=f"{_value_or_property(change)} has a name that {', '.join(versions)} had",
        hint="Choose a new name; if it means the same as then, say so in the file of exceptions.",
        effects=_REUSED,
        policy=True,
    )


def reservation_dropped(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A name is no longer reserved, so that it could be used again."""
    node = change.parents[1]
    if change.after or change.name in node.get("properties", {}) or change.name in shapes.values(node):
        return None
    return RuleResult(
        message=f'does not reserve "{change.name}" any more',
        hint="Put it back into `x-reserved`: reservations last for ever.",
        effects=_REUSE_IS_POSSIBLE,
        policy=True,
    )


def name_reserved(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A name was reserved."""
    if not change.after:
        return None
    return RuleResult(message=f'reserves the name "{change.name}"', hint="Nothing.")


def _value_or_property(change: SchemaChange) -> str:
    return (
        f'the value "{change.name}"' if "properties" not in (change.parents[1] or {}) else f"the member `{change.name}`"
    )
