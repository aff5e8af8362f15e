"""Rules on names that went: announced before, reserved after, and never back with another meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.rules.findings import Told, breaks

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext


_COMEBACK = (
    breaks(Category.FORWARD, "older readers would take a later use of the name for what it was"),
    breaks(Category.BACKWARD, "a later use of the name would be found in documents that mean what it was"),
)
_BACK = (
    breaks(Category.FORWARD, "older readers take it for what the name meant before"),
    breaks(Category.BACKWARD, "in older documents the name has the meaning of then"),
)


def removal_not_announced(change: SchemaChange, world: RuleContext) -> Told | None:
    """What goes was not deprecated in a release before."""
    if "const" in change.around[0] or world.announced(change):
        return None
    readers = [one for one in Audience if one is not Audience.CATALOGUE]
    return Told(
        message=f"{_what(change)} went without having been deprecated in a release",
        instead='Bring it back with "deprecated": true, release that, and remove it in the release after.',
        effects=(breaks(Category.SOURCE, "nobody had the time to stop using it", readers),),
        policy=True,
    )


def removed_name_not_reserved(change: SchemaChange, _: RuleContext) -> Told | None:
    """The name of what went is free to be taken for something else."""
    record = change.around[1]
    if not isinstance(record, dict) or "const" in change.around[0]:
        return None
    if change.name in record.get("x-reserved", ()) or change.new is not None:
        return None
    return Told(
        message=f"{_what(change)} went, and its name is not reserved",
        instead=f'Add "{change.name}" to `x-reserved` of the same definition.',
        effects=_COMEBACK,
        policy=True,
    )


def reserved_name_returned(change: SchemaChange, world: RuleContext) -> Told | None:
    """A name that was reserved is in use again."""
    if change.name not in world.reserved(change.owner):
        return None
    return Told(
        message=f"{_what(change)} has a name that was reserved",
        instead="Choose a new name: readers of the past gave this one another meaning.",
        effects=_BACK,
        policy=True,
    )


def removed_name_returned(change: SchemaChange, world: RuleContext) -> Told | None:
    """A name that an earlier release had is in use again, though nobody reserved it."""
    if change.name in world.reserved(change.owner):
        return None
    versions = list(world.known_before(change.owner, change.name))
    if not versions:
        return None
    return Told(
        message=f"{_what(change)} has a name that {', '.join(versions)} had",
        instead="Choose a new name; if it means the same as then, say so in the file of exceptions.",
        effects=_BACK,
        policy=True,
    )


def reservation_dropped(change: SchemaChange, _: RuleContext) -> Told | None:
    """A name is not reserved any more, so that it could be taken."""
    record = change.around[1]
    if change.after or change.name in record.get("properties", {}) or change.name in shapes.values(record):
        return None
    return Told(
        message=f'does not reserve "{change.name}" any more',
        instead="Put it back into `x-reserved`: reservations last for ever.",
        effects=_COMEBACK,
        policy=True,
    )


def name_reserved(change: SchemaChange, _: RuleContext) -> Told | None:
    """A name may not be used from now on."""
    if not change.after:
        return None
    return Told(message=f'reserves the name "{change.name}"', instead="Nothing.")


def _what(change: SchemaChange) -> str:
    return (
        f'the value "{change.name}"' if "properties" not in (change.around[1] or {}) else f"the member `{change.name}`"
    )
