"""Rules on the type of a value."""

from collections.abc import Iterator

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import STRICT_AUDIENCES, TOLERANT_AUDIENCES, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, Effect, breaks, compatible, finding, undecided
from codegen.evolution.rules.rule_context import RuleContext
from codegen.schema import bounds
from codegen.schema.traversal import Schema

_DIRECTIONS = (Category.FORWARD, Category.BACKWARD)


def shape_changed(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that the type of a value changed: another JSON type, or another shape of the same JSON type."""
    names = shapes.shape(change.before), shapes.shape(change.after)
    before, after = (shapes.JSON_TYPES.get(name, name) for name in names)
    effects: tuple[Effect, ...]
    match before, after:
        case "integer", "number":
            rule, message = "number-widened", "now accepts fractions"
            effects = breaks(Category.FORWARD, "older readers reject fractions"), _whole_numbers(change)
        case "number", "integer":
            rule, message = "number-narrowed", "no longer accepts fractions"
            effects = _whole_numbers(change), breaks(Category.BACKWARD, "older documents may contain fractions")
        case _ if before != after:
            rule, message = "type-changed", f"changed from {_with_article(before)} to {_with_article(after)}"
            effects = (
                breaks(Category.FORWARD, "older readers reject values of the new type"),
                breaks(Category.BACKWARD, "older documents contain values of the old type"),
            )
        case _:
            rule, message = "form-changed", f"changed from {_with_article(names[0])} to {_with_article(names[1])}"
            text = "the check cannot compare two different shapes"
            effects = tuple(undecided(category, text) for category in _DIRECTIONS)
            if before == "string":
                effects = tuple(_string_effects(change.before, change.after))
    yield finding(
        change, rule, message, "Add a property of the new type beside it, and deprecate this one.",
        *effects, breaks(Category.SOURCE, "the generated type is different"),
    )  # fmt: skip


def _whole_numbers(change: SchemaChange) -> Effect:
    """Return the effect on whole numbers that the integer schema accepts and the number schema may not."""
    is_widened = change.after["type"] == "number"
    values, reader = (change.before, change.after) if is_widened else (change.after, change.before)
    category = Category.BACKWARD if is_widened else Category.FORWARD
    is_narrower = bounds.lower_bound(reader) > bounds.lower_bound(values) or (
        bounds.upper_bound(reader) < bounds.upper_bound(values)
    )
    if is_narrower:
        return breaks(category, "whole numbers outside the limits of the reader are rejected")
    return compatible(category, "whole numbers stay valid")


def _string_effects(before: Schema, after: Schema) -> Iterator[Effect]:
    """Yield the effects where a string becomes an enumeration, or an enumeration a string."""
    if shapes.shape(after) != shapes.ENUM:
        yield _listed_values_effect(Category.BACKWARD, before, after)
        if before.get("x-open-enum"):
            yield compatible(Category.FORWARD, "older readers accept any value")
        else:
            yield breaks(Category.FORWARD, "older readers reject values that are not listed")
        return
    yield _listed_values_effect(Category.FORWARD, after, before)
    others = "older documents may contain other values"
    if after.get("x-open-enum"):
        yield compatible(Category.BACKWARD, "readers accept any value", TOLERANT_AUDIENCES)
        yield breaks(Category.BACKWARD, others, STRICT_AUDIENCES)
    else:
        yield breaks(Category.BACKWARD, others)


def _listed_values_effect(category: Category, enumeration: Schema, string_schema: Schema) -> Effect:
    """Return the effect where listed values must be valid against the schema of a string."""
    schema = "the schema of older readers" if category is Category.FORWARD else "the new schema"
    validity = {value: _is_valid(string_schema, value) for value in shapes.values(enumeration)}
    if all(validity.values()):
        return compatible(category, f"all listed values are valid against {schema}")
    if rejected := [value for value, is_valid in validity.items() if is_valid is False]:
        return breaks(category, f'"{rejected[0]}" is not valid against {schema}')
    return undecided(category, f"the check cannot evaluate the pattern of {schema}")


def _is_valid(string_schema: Schema, value: str) -> bool | None:
    if not bounds.count(string_schema, "minLength") <= len(value) <= bounds.count(string_schema, "maxLength"):
        return False
    return shapes.matches(string_schema, value)


def _with_article(name: str) -> str:
    return f"an {name}" if name[:1] in "aeiou" else f"a {name}"
