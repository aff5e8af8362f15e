"""Rules on enumerations and unions."""

from collections.abc import Iterator

from codegen.evolution.diff.audiences import STRICT_AUDIENCES, TOLERANT_AUDIENCES, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, Level, breaks, compatible, finding
from codegen.evolution.rules.rule_context import RuleContext

_ANY_VALUE = "readers accept any value"
_OLD_VALUE = "older documents may contain it, and readers of this version reject them"
_SWITCHES = breaks(Category.SOURCE, "exhaustive `switch` statements no longer compile")
_NAMED = breaks(Category.SOURCE, "programs that use the value no longer compile")


def value_added(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that an enumeration has a new value, or a constant another one."""
    old_parent, new_parent = change.parents
    message = f'has the new value "{change.name}"'
    if old_parent.get("x-open-enum"):
        yield finding(
            change, "open-value-added", message, "No action needed: readers keep a value that they do not know.",
            compatible(Category.FORWARD, _ANY_VALUE),
            compatible(Category.SOURCE, "only a `switch` over the `Known…` type requires the new value, as intended"),
        )  # fmt: skip
    elif "const" not in new_parent:
        yield finding(
            change, "closed-value-added", f"{message}, but older readers accept only the values they know",
            "Keep this enumeration, and add a property with an open enumeration.",
            breaks(Category.FORWARD, "older readers reject a document with it"), _SWITCHES,
        )  # fmt: skip
    if "const" in new_parent:
        yield finding(
            change, "constant-changed", f'is now always "{change.name}"',
            "Keep this variant, and add one with the new constant.",
            breaks(Category.FORWARD, "older readers reject any other value"),
            breaks(Category.BACKWARD, "older documents contain the old value"),
            breaks(Category.SOURCE, "the literal type has another value"),
        )  # fmt: skip


def value_removed(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that an enumeration lost a value. Readers of an open one still accept it as an unknown value."""
    old_parent, new_parent = change.parents
    message = f'no longer has the value "{change.name}"'
    if new_parent.get("x-open-enum"):
        yield finding(
            change, "open-value-removed", message,
            "Deprecate it for a release, remove it in a new major version, and add it to `x-reserved`.",
            compatible(Category.BACKWARD, _ANY_VALUE, TOLERANT_AUDIENCES),
            breaks(Category.BACKWARD, "older files may contain it, and `site check` rejects them", STRICT_AUDIENCES),
            _NAMED, announced=True,
        )  # fmt: skip
    elif "const" not in old_parent or "const" not in new_parent:
        hint = "Deprecate the value, and keep accepting it."
        yield finding(
            change, "closed-value-removed", message, hint, breaks(Category.BACKWARD, _OLD_VALUE), _NAMED
        )  # fmt: skip


def openness(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that an enumeration was opened or closed."""
    if change.after:
        yield finding(
            change, "enumeration-opened", "is now an open enumeration: readers accept any value",
            "Release it, and add values only when older readers are no longer in use: they reject new values.",
            compatible(Category.FORWARD, "the listed values are the same; a later value would break older readers"),
            breaks(Category.SOURCE, "programs must handle values that have no name"),
        )  # fmt: skip
    else:
        yield finding(
            change, "enumeration-closed", "is now a closed enumeration: readers reject values that are not listed",
            "Keep it open: a value that is added later would break every reader of this version.",
            compatible(Category.BACKWARD, "producers could only write the listed values"),
            breaks(Category.SOURCE, "programs that use another value no longer compile"),
        )  # fmt: skip


def order(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that the listed values are in another order, which has no meaning in documents."""
    yield finding(change, "values-reordered", "lists its values in another order", level=Level.PATCH)


def variant_added(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a union has a new variant, which older readers cannot read."""
    yield finding(
        change, "variant-added", f'has the new variant "{change.name}"',
        "Add a property for it beside the union: readers reject unknown variants.",
        breaks(Category.FORWARD, "older readers reject an unknown `type`"), _SWITCHES,
    )  # fmt: skip


def variant_removed(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a union lost a variant."""
    yield finding(
        change, "variant-removed", f'no longer has the variant "{change.name}"',
        "Deprecate its definition, and keep reading it.", breaks(Category.BACKWARD, _OLD_VALUE),
        breaks(Category.SOURCE, "programs that use the variant no longer compile"),
    )  # fmt: skip
