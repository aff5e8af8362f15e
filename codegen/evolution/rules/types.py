"""Rules on what kind of value stands at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import STRICT, Audience, Category
from codegen.evolution.rules.findings import Effect, Told, breaks, compatible, undecided

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext

_TOLERANT = tuple(one for one in Audience if one not in STRICT)
_INSTEAD = "Add a member of the new type beside it, and deprecate this one."
_NEW = "older readers refuse a value of the new type"
_OLD = "documents of before hold a value of the old type"
_SOURCE = breaks(Category.SOURCE, "the generated type is another one")


def _json_types(change: SchemaChange) -> tuple[str, str]:
    before, after = shapes.shape(change.before), shapes.shape(change.after)
    return shapes.OF_JSON.get(before, before), shapes.OF_JSON.get(after, after)


def type_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """Another JSON type, such as a number for a text."""
    before, after = _json_types(change)
    if before == after or {before, after} == {"integer", "number"}:
        return None
    return Told(
        message=f"is {_article(after)} and no longer {_article(before)}", instead=_INSTEAD,
        effects=(breaks(Category.FORWARD, _NEW), breaks(Category.BACKWARD, _OLD), _SOURCE),
    )  # fmt: skip


def number_widened(change: SchemaChange, _: RuleContext) -> Told | None:
    """Whole numbers became numbers with fractions."""
    if _json_types(change) != ("integer", "number"):
        return None
    back = compatible(Category.BACKWARD, "whole numbers are numbers")
    if shapes.lower_bound(change.after) > shapes.lower_bound(change.before) or (
        shapes.upper_bound(change.after) < shapes.upper_bound(change.before)
    ):
        back = breaks(Category.BACKWARD, "documents of before may hold whole numbers outside the new limits")
    effects = (breaks(Category.FORWARD, "older readers refuse fractions"), back, _SOURCE)
    return Told(message="may have a fraction now", instead=_INSTEAD, effects=effects)


def number_narrowed(change: SchemaChange, _: RuleContext) -> Told | None:
    """Numbers became whole numbers."""
    if _json_types(change) != ("number", "integer"):
        return None
    ahead = compatible(Category.FORWARD, "whole numbers are numbers")
    if shapes.lower_bound(change.after) < shapes.lower_bound(change.before) or (
        shapes.upper_bound(change.after) > shapes.upper_bound(change.before)
    ):
        ahead = breaks(Category.FORWARD, "older readers refuse numbers outside their limits")
    effects = (ahead, breaks(Category.BACKWARD, "documents of before may hold fractions"), _SOURCE)
    return Told(message="must be a whole number now", instead=_INSTEAD, effects=effects)


def form_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """The same JSON type said in another form: a text that became an enumeration, an object that became a map."""
    before, after = _json_types(change)
    if before != after:
        return None
    names = shapes.shape(change.before), shapes.shape(change.after)
    message = f"is {_article(names[1])} and no longer {_article(names[0])}"
    if before == "string":
        return Told(message=message, instead=_INSTEAD, effects=(*_texts(change.before, change.after), _SOURCE))
    text = "whether one form accepts all that the other does is not decided by a program"
    effects = (undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text), _SOURCE)
    return Told(message=message, instead=_INSTEAD, effects=effects)


def _texts(before: Any, after: Any) -> tuple[Effect, ...]:
    """Return what happens where a text becomes an enumeration, or the other way round."""
    if shapes.shape(after) == shapes.ENUM:
        effects = [_listed(Category.FORWARD, after, before, "the form that older readers ask for")]
        if after.get("x-open-enum"):
            effects.append(compatible(Category.BACKWARD, "readers accept any value", _TOLERANT))
            effects.append(breaks(Category.BACKWARD, "files of before may hold other values", STRICT))
        else:
            effects.append(breaks(Category.BACKWARD, "documents of before may hold other values"))
        return tuple(effects)
    effects = [_listed(Category.BACKWARD, before, after, "the new form")]
    if before.get("x-open-enum"):
        effects.append(compatible(Category.FORWARD, "readers accept any value"))
    else:
        effects.append(breaks(Category.FORWARD, "older readers refuse values that are not listed"))
    return tuple(effects)


def _listed(category: Category, values: Any, text: Any, form: str) -> Effect:
    """Return what happens where listed values have to be texts of a form."""
    fit = {value: _fits(text, value) for value in shapes.values(values)}
    if all(fit.values()):
        return compatible(category, f"all listed values have {form}")
    if refused := [value for value, fits in fit.items() if fits is False]:
        return breaks(category, f'"{refused[0]}" does not have {form}')
    return undecided(category, f"whether the listed values have {form} is not decided by a program")


def _fits(text: Any, value: str) -> bool | None:
    if not shapes.count(text, "minLength") <= len(value) <= shapes.count(text, "maxLength"):
        return False
    return shapes.matches(text, value)


def _article(name: str) -> str:
    return f"an {name}" if name[:1] in "aeiou" else f"a {name}"
