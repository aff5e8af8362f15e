"""Rules on enumerations and unions."""

from __future__ import annotations

from codegen.evolution.diff.audiences import STRICT_AUDIENCES, Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import Level, RuleResult, breaks, compatible
from codegen.evolution.rules.rule_context import RuleContext

_TOLERANT = tuple(audience for audience in Audience if audience not in STRICT_AUDIENCES)


def _was_open(change: SchemaChange) -> bool:
    return bool(change.parents[0].get("x-open-enum"))


def _is_open(change: SchemaChange) -> bool:
    return bool(change.parents[1].get("x-open-enum"))


def closed_value_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A closed enumeration has a new value, which older readers reject."""
    if _was_open(change) or "const" in change.parents[1]:
        return None
    return RuleResult(
        message=f'has the new value "{change.name}", and older readers know no others than theirs',
        hint="Add an open enumeration as a member of its own, and leave this one as it is.",
        effects=(
            breaks(Category.FORWARD, "they refuse a document with it"),
            breaks(Category.SOURCE, "exhaustive switches do not compile any more"),
        ),
    )


def open_value_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An open enumeration has a new value, which readers of an open enumeration accept."""
    if not _was_open(change):
        return None
    return RuleResult(
        message=f'has the new value "{change.name}"',
        hint="Nothing: readers take a value that they do not know as such.",
        effects=(
            compatible(Category.FORWARD, "readers accept any value"),
            compatible(Category.SOURCE, "only switches over the `Known…` type ask for the new value, as they should"),
        ),
    )


def closed_value_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A closed enumeration lost a value, which readers of this version reject."""
    if _is_open(change) or ("const" in change.parents[0] and "const" in change.parents[1]):
        return None
    return RuleResult(
        message=f'has no value "{change.name}" any more',
        hint="Deprecate the value; go on accepting it.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may hold it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "programs that name the value do not compile"),
        ),
    )


def open_value_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An open enumeration lost a value. Readers still accept it as an unknown value."""
    if not _is_open(change):
        return None
    return RuleResult(
        message=f'has no value "{change.name}" any more',
        hint="Deprecate it for a release, remove it with a new major version, and put it into `x-reserved`.",
        effects=(
            compatible(Category.BACKWARD, "readers accept any value", _TOLERANT),
            breaks(Category.BACKWARD, "files of before may hold it, and the check refuses them", STRICT_AUDIENCES),
            breaks(Category.SOURCE, "programs that name the value do not compile"),
        ),
        announced=True,
    )


def constant_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A constant has another value."""
    if "const" not in change.parents[1]:
        return None
    return RuleResult(
        message=f'is always "{change.name}" now',
        hint="Add a variant with the new constant, and keep this one.",
        effects=(
            breaks(Category.FORWARD, "older readers refuse another value"),
            breaks(Category.BACKWARD, "documents of before hold the other value"),
            breaks(Category.SOURCE, "the literal type has another value"),
        ),
    )


def enumeration_opened(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An enumeration was opened: readers accept any value now."""
    if not change.after:
        return None
    return RuleResult(
        message="is open now: readers accept any value",
        hint="Ship it, and add values only when no reader of before is left: those refuse them.",
        effects=(
            compatible(
                Category.FORWARD, "the listed values are the same; a value added later would break older readers"
            ),
            breaks(Category.SOURCE, "programs have to expect values that have no name"),
        ),
    )


def enumeration_closed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An enumeration was closed: readers reject unknown values now."""
    if change.after:
        return None
    return RuleResult(
        message="is closed now: readers refuse any value that is not listed",
        hint="Leave it open: the first value that is added later would break every reader of this version.",
        effects=(
            compatible(Category.BACKWARD, "producers could only write the listed values"),
            breaks(Category.SOURCE, "programs that give another value do not compile"),
        ),
    )


def values_reordered(_: SchemaChange, __: RuleContext) -> RuleResult:
    """The listed values are in another order."""
    message, hint = "lists its values in another order", "Nothing: the order has no meaning for documents."
    return RuleResult(message=message, hint=hint, level=Level.PATCH)


def variant_added(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A union has a new variant, which older readers cannot read."""
    return RuleResult(
        message=f'has the new variant "{change.name}"',
        hint="Add a member of its own for it, beside the union: unions have no unknown variant.",
        effects=(
            breaks(Category.FORWARD, "older readers refuse a `type` that they do not know"),
            breaks(Category.SOURCE, "exhaustive switches do not compile any more"),
        ),
    )


def variant_removed(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A union lost a variant."""
    return RuleResult(
        message=f'has no variant "{change.name}" any more',
        hint="Deprecate its definition, and go on reading it.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may hold it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "programs that name the variant do not compile"),
        ),
    )
