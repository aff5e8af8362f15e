"""Rules on the type of a value."""

from __future__ import annotations

from typing import Any

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import STRICT_AUDIENCES, Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import Effect, RuleResult, breaks, compatible, undecided
from codegen.evolution.rules.rule_context import RuleContext

_TOLERANT = tuple(audience for audience in Audience if audience not in STRICT_AUDIENCES)
_HINT = "Add a member of the new type beside it, and deprecate this one."
_NEW_VALUE = "older readers refuse a value of the new type"
_OLD_VALUE = "documents of before hold a value of the old type"
_SOURCE = breaks(Category.SOURCE, "the generated type is another one")


def _json_types(change: SchemaChange) -> tuple[str, str]:
    before, after = shapes.shape(change.before), shapes.shape(change.after)
    return shapes.JSON_TYPES.get(before, before), shapes.JSON_TYPES.get(after, after)


def type_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """The JSON type changed, such as a number instead of a string."""
    before, after = _json_types(change)
    if before == after or {before, after} == {"integer", "number"}:
        return None
    return RuleResult(
        message=f"is {_with_article(after)} and no longer {_with_article(before)}", hint=_HINT,
        effects=(breaks(Category.FORWARD, _NEW_VALUE), breaks(Category.BACKWARD, _OLD_VALUE), _SOURCE),
    )  # fmt: skip


def number_widened(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An integer became a number."""
    if _json_types(change) != ("integer", "number"):
        return None
    backward = compatible(Category.BACKWARD, "whole numbers are numbers")
    if shapes.lower_bound(change.after) > shapes.lower_bound(change.before) or (
        shapes.upper_bound(change.after) < shapes.upper_bound(change.before)
    ):
        backward = breaks(Category.BACKWARD, "documents of before may hold whole numbers outside the new limits")
    effects = (breaks(Category.FORWARD, "older readers refuse fractions"), backward, _SOURCE)
    return RuleResult(message="may have a fraction now", hint=_HINT, effects=effects)


def number_narrowed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A number became an integer."""
    if _json_types(change) != ("number", "integer"):
        return None
    forward = compatible(Category.FORWARD, "whole numbers are numbers")
    if shapes.lower_bound(change.after) < shapes.lower_bound(change.before) or (
        shapes.upper_bound(change.after) > shapes.upper_bound(change.before)
    ):
        forward = breaks(Category.FORWARD, "older readers refuse numbers outside their limits")
    effects = (forward, breaks(Category.BACKWARD, "documents of before may hold fractions"), _SOURCE)
    return RuleResult(message="must be a whole number now", hint=_HINT, effects=effects)


def form_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """The JSON type is the same, but not its shape: a string became an enumeration, or an object became a map."""
    before, after = _json_types(change)
    if before != after:
        return None
    names = shapes.shape(change.before), shapes.shape(change.after)
    message = f"is {_with_article(names[1])} and no longer {_with_article(names[0])}"
    if before == "string":
        return RuleResult(message=message, hint=_HINT, effects=(*_string_effects(change.before, change.after), _SOURCE))
    text = "whether one form accepts all that the other does is not decided by a program"
    effects = (undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text), _SOURCE)
    return RuleResult(message=message, hint=_HINT, effects=effects)


def _string_effects(before: Any, after: Any) -> tuple[Effect, ...]:
    """Return the effects where a string becomes an enumeration, or an enumeration a string."""
    if shapes.shape(after) == shapes.ENUM:
        effects = [_listed_values_effect(Category.FORWARD, after, before, "the form that older readers ask for")]
        if after.get("x-open-enum"):
            effects.append(compatible(Category.BACKWARD, "readers accept any value", _TOLERANT))
            effects.append(breaks(Category.BACKWARD, "files of before may hold other values", STRICT_AUDIENCES))
        else:
            effects.append(breaks(Category.BACKWARD, "documents of before may hold other values"))
        return tuple(effects)
    effects = [_listed_values_effect(Category.BACKWARD, before, after, "the new form")]
    if before.get("x-open-enum"):
        effects.append(compatible(Category.FORWARD, "readers accept any value"))
    else:
        effects.append(breaks(Category.FORWARD, "older readers refuse values that are not listed"))
    return tuple(effects)


def _listed_values_effect(category: Category, values: Any, string_schema: Any, format_name: str) -> Effect:
    """Return the effect where listed values must be valid against the schema of a string."""
    matching = {value: _is_valid(string_schema, value) for value in shapes.values(values)}
    if all(matching.values()):
        return compatible(category, f"all listed values have {format_name}")
    if rejected := [value for value, matches in matching.items() if matches is False]:
        return breaks(category, f'"{rejected[0]}" does not have {format_name}')
    return undecided(category, f"whether the listed values have {format_name} is not decided by a program")


def _is_valid(string_schema: Any, value: str) -> bool | None:
    if not shapes.count(string_schema, "minLength") <= len(value) <= shapes.count(string_schema, "maxLength"):
        return False
    return shapes.matches(string_schema, value)


def _with_article(name: str) -> str:
    return f"an {name}" if name[:1] in "aeiou" else f"a {name}"
