"""Rules on enumerations and unions: which values there are, and what readers do with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import STRICT, Audience, Category
from codegen.evolution.rules.findings import Level, Told, breaks, compatible

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext

_TOLERANT = tuple(one for one in Audience if one not in STRICT)


def _was_open(change: SchemaChange) -> bool:
    return bool(change.around[0].get("x-open-enum"))


def _is_open(change: SchemaChange) -> bool:
    return bool(change.around[1].get("x-open-enum"))


def closed_value_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """An enumeration that readers take for complete has a new value."""
    if _was_open(change) or "const" in change.around[1]:
        return None
    return Told(
        message=f'has the new value "{change.name}", and older readers know no others than theirs',
        instead="Add an open enumeration as a member of its own, and leave this one as it is.",
        effects=(
            breaks(Category.FORWARD, "they refuse a document with it"),
            breaks(Category.SOURCE, "exhaustive switches do not compile any more"),
        ),
    )


def open_value_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """An open enumeration has a new value: what it was opened for."""
    if not _was_open(change):
        return None
    return Told(
        message=f'has the new value "{change.name}"',
        instead="Nothing: readers take a value that they do not know as such.",
        effects=(
            compatible(Category.FORWARD, "readers accept any value"),
            compatible(Category.SOURCE, "only switches over the `Known…` type ask for the new value, as they should"),
        ),
    )


def closed_value_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A value is gone, and readers of this version refuse it."""
    if _is_open(change) or ("const" in change.around[0] and "const" in change.around[1]):
        return None
    return Told(
        message=f'has no value "{change.name}" any more',
        instead="Deprecate the value; go on accepting it.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may hold it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "programs that name the value do not compile"),
        ),
    )


def open_value_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A value of an open enumeration is gone: readers accept it still, as one that they do not know."""
    if not _is_open(change):
        return None
    return Told(
        message=f'has no value "{change.name}" any more',
        instead="Deprecate it for a release, remove it with a new major version, and put it into `x-reserved`.",
        effects=(
            compatible(Category.BACKWARD, "readers accept any value", _TOLERANT),
            breaks(Category.BACKWARD, "files of before may hold it, and the check refuses them", STRICT),
            breaks(Category.SOURCE, "programs that name the value do not compile"),
        ),
        announced=True,
    )


def constant_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A constant has another value."""
    if "const" not in change.around[1]:
        return None
    return Told(
        message=f'is always "{change.name}" now',
        instead="Add a variant with the new constant, and keep this one.",
        effects=(
            breaks(Category.FORWARD, "older readers refuse another value"),
            breaks(Category.BACKWARD, "documents of before hold the other value"),
            breaks(Category.SOURCE, "the literal type has another value"),
        ),
    )


def enumeration_opened(change: SchemaChange, _: RuleContext) -> Told | None:
    """Readers accept any value now."""
    if not change.after:
        return None
    return Told(
        message="is open now: readers accept any value",
        instead="Ship it, and add values only when no reader of before is left: those refuse them.",
        effects=(
            compatible(
                Category.FORWARD, "the listed values are the same; a value added later would break older readers"
            ),
            breaks(Category.SOURCE, "programs have to expect values that have no name"),
        ),
    )


def enumeration_closed(change: SchemaChange, _: RuleContext) -> Told | None:
    """Readers refuse unknown values now."""
    if change.after:
        return None
    return Told(
        message="is closed now: readers refuse any value that is not listed",
        instead="Leave it open: the first value that is added later would break every reader of this version.",
        effects=(
            compatible(Category.BACKWARD, "producers could only write the listed values"),
            breaks(Category.SOURCE, "programs that give another value do not compile"),
        ),
    )


def values_reordered(_: SchemaChange, __: RuleContext) -> Told:
    """The listed values stand in another order."""
    message, instead = "lists its values in another order", "Nothing: the order has no meaning for documents."
    return Told(message=message, instead=instead, level=Level.PATCH)


def variant_added(change: SchemaChange, _: RuleContext) -> Told:
    """A union has a new variant, which older readers cannot read."""
    return Told(
        message=f'has the new variant "{change.name}"',
        instead="Add a member of its own for it, beside the union: unions have no unknown variant.",
        effects=(
            breaks(Category.FORWARD, "older readers refuse a `type` that they do not know"),
            breaks(Category.SOURCE, "exhaustive switches do not compile any more"),
        ),
    )


def variant_removed(change: SchemaChange, _: RuleContext) -> Told:
    """A union has lost a variant."""
    return Told(
        message=f'has no variant "{change.name}" any more',
        instead="Deprecate its definition, and go on reading it.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may hold it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "programs that name the variant do not compile"),
        ),
    )
