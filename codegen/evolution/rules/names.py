"""Rules on removed and reserved names."""

from collections.abc import Iterator

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, breaks, finding
from codegen.evolution.rules.rule_context import RuleContext

_REUSE_IS_POSSIBLE = (
    breaks(Category.FORWARD, "if the name is reused, older readers will give it its old meaning"),
    breaks(Category.BACKWARD, "if the name is reused, older documents will be read with its new meaning"),
)
_REUSED = (
    breaks(Category.FORWARD, "older readers give the name its old meaning"),
    breaks(Category.BACKWARD, "older documents use the name with its old meaning"),
)


def removal_not_announced(change: SchemaChange, context: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that something was removed that was not deprecated in an earlier release."""
    if "const" in change.parents[0] or context.announced(change):
        return
    readers = [audience for audience in Audience if audience is not Audience.CATALOGUE]
    yield finding(
        change, "removal-not-announced",
        f"{_value(change)}was removed without having been deprecated in a release",
        'Restore it with "deprecated": true, release that, and remove it in the next release.',
        breaks(Category.SOURCE, "users had no release in which to stop using it", readers),
        policy=True,
    )  # fmt: skip


def removed_name_not_reserved(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a property or value was removed, and its name is not reserved."""
    old_parent, new_parent = change.parents
    if "const" in old_parent or change.name in new_parent.get("x-reserved", ()):
        return
    yield finding(
        change, "removed-name-not-reserved", f"{_value(change)}was removed, and its name is not reserved",
        f'Add "{change.name}" to `x-reserved` of the same definition.', *_REUSE_IS_POSSIBLE, policy=True,
    )  # fmt: skip


def name_returned(change: SchemaChange, context: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a reserved name is used again, or a name that an earlier release had."""
    if change.name in context.reserved(change.owner):
        yield finding(
            change, "reserved-name-returned", f"{_value(change)}uses a reserved name",
            "Choose a new name: older readers know this one with another meaning.", *_REUSED, policy=True,
        )  # fmt: skip
    elif versions := context.versions_with_name(change.owner, change.name):
        yield finding(
            change, "removed-name-returned",
            f"{_value(change)}uses a name from {', '.join(versions)} that was removed since",
            "Choose a new name; if the meaning is the same, state that in an exception.", *_REUSED, policy=True,
        )  # fmt: skip


def reservation(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a name was reserved, or is no longer reserved, so that it could be used again."""
    parent = change.parents[1]
    if change.after:
        yield finding(change, "name-reserved", f'reserves the name "{change.name}"')
    elif change.name not in parent.get("properties", {}) and change.name not in shapes.values(parent):
        yield finding(
            change, "reservation-dropped", f'no longer reserves the name "{change.name}"',
            "Restore it in `x-reserved`: reservations are permanent.", *_REUSE_IS_POSSIBLE, policy=True,
        )  # fmt: skip


def _value(change: SchemaChange) -> str:
    """Return the start of a message: the value, or nothing for a property, which the subject of the change names."""
    return "" if "properties" in (change.parents[1] or {}) else f'the value "{change.name}" '
