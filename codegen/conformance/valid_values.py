"""Valid values of a subschema: the smallest, one with all that fits in, one with a member, several that differ."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import TAG, properties_of, required

if TYPE_CHECKING:
    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.schema.traversal import Schema

LONGEST = 4096
"""No text and no list of the kit is longer, whatever the schema allows."""
_PLAIN = "text"
_NAMES = ("one", "two", "three")


class UnderivableError(ValueError):
    """No value can be shown of what a definition describes. Says of what."""


def smallest(world: DefinitionGraph, node: Schema) -> Any:
    """Return a value with nothing in it that may be left out, except what clients always receive."""
    bare = world.resolved(node)
    match world.kind(bare):
        case "record":
            return _record(world, bare, [])
        case "union":
            return smallest(world, min(bare["oneOf"], key=world.height))
        case "array":
            return enough(world, bare, bare.get("minItems", 0))
        case "map":
            return named(world, bare, bare.get("minProperties", 0))
    return _scalar(world, node)


def _scalar(world: DefinitionGraph, node: Schema) -> Any:
    bare = world.resolved(node)
    match world.kind(bare):
        case "enum":
            return bare["oneOf"][0]["const"]
        case "constant":
            return bare["const"]
        case "boolean":
            return True
        case "string":
            shown = _first_example(world, node)
            return text(bare) if shown is None else shown
    return number(bare)


def full(world: DefinitionGraph, node: Schema) -> Any:
    """Return a value with every member that fits in, each of them small; lists and maps of its own have an item."""
    node = world.resolved(node)
    match world.kind(node):
        case "record":
            return _record(world, node, list(properties_of(node)), inner=True)
        case "array":
            return enough(world, node, max(1, node.get("minItems", 0)), inner=True)
        case "map":
            return named(world, node, max(1, node.get("minProperties", 0)), inner=True)
    return smallest(world, node)


def holding(world: DefinitionGraph, record: Schema, name: str, value: Any) -> dict[str, Any]:
    """Return a small record that has this member, known or not, with this value."""
    others = {**_record(world, record, []), name: value}
    most = record.get("maxProperties", len(others))
    spare = [other for other in others if other != name and other not in required(record)]
    for other in spare[: max(0, len(others) - most)]:
        del others[other]
    return others


def several(world: DefinitionGraph, array: Schema, count: int, *, inner: bool = False) -> list[Any]:
    """Return as many different items of a list, or as many as are known."""
    # Not even one is made where none is wanted: it might contain such a list itself, without end.
    if not count:
        return []
    items = array["items"]
    first = own(world, items) if inner else smallest(world, items)
    found = [first]
    if count > 1:
        found += _others(world, items, first, count)
    return found[:count]


def enough(world: DefinitionGraph, array: Schema, count: int, *, inner: bool = False) -> list[Any]:
    """Return so many items of a list, some of them twice where there is no other way. Raises UnderivableError."""
    found = several(world, array, count, inner=inner)
    if len(found) < count and not (array.get("uniqueItems") or array.get("x-unique")):
        found *= 1 + count // len(found)
    if len(found) < count:
        raise UnderivableError(f"no {count} different items are known for a list that needs them")
    return found[:count]


def named(world: DefinitionGraph, node: Schema, count: int, *, inner: bool = False) -> dict[str, Any]:
    """Return a map with this many members."""
    if not count:
        return {}
    names = [*_NAMES, *(f"name{number}" for number in range(count))][:count]
    value = own(world, node["additionalProperties"]) if inner else smallest(world, node["additionalProperties"])
    return dict.fromkeys(names, value)


def own(world: DefinitionGraph, node: Schema) -> Any:
    """Return a value whose lists and maps are not empty where they are written here and not in another definition."""
    kind = world.kind(node)
    return full(world, node) if "$ref" not in node and kind in ("array", "map") else smallest(world, node)


def _record(world: DefinitionGraph, record: Schema, wanted: list[str], *, inner: bool = False) -> dict[str, Any]:
    written = properties_of(record)
    always = [name for name, member in written.items() if member.get("x-client-required")]
    chosen = [*dict.fromkeys([*required(record), *always, *wanted])]
    # Rather what ends soon: a member may lead back to the record.
    others = sorted((name for name in written if name not in chosen), key=lambda name: world.height(written[name]))
    chosen += others[: max(0, record.get("minProperties", 0) - len(chosen))]
    chosen = chosen[: record.get("maxProperties", len(chosen))]
    # In the order of the schema, as everything that is written.
    make = own if inner else smallest
    return {name: make(world, member) for name, member in written.items() if name in chosen}


def _first_example(world: DefinitionGraph, node: Schema) -> Any:
    """Return what a member, or else the definition that it refers to, shows as its first example."""
    for place in (node, world.resolved(node)):
        for example in place.get("examples", []):
            if example is not None:
                return example
    return None


def text(node: Schema) -> str:
    """Return a short text that a string's keywords allow. Raises UnderivableError."""
    least: int = node.get("minLength", 0)
    most: int = min(node.get("maxLength", LONGEST), LONGEST)
    if "pattern" in node:
        # Longer than nothing, where that is possible: an empty text shows little.
        pattern: str = node["pattern"]
        found = regex_samples.shortest(pattern, max(1, least), most) or regex_samples.shortest(pattern, least, most)
        if found is None:
            raise UnderivableError(f"no text of {least} to {most} characters matches {pattern}")
        return found
    return (_PLAIN * (1 + least // len(_PLAIN)))[: max(least, min(most, len(_PLAIN)))]


def text_of_length(node: Schema, length: int, character: str = "a") -> str | None:
    """Return a text of this many characters that the pattern, if any, allows."""
    if "pattern" in node:
        return regex_samples.of_length(node["pattern"], length, lambda options: options[0])
    return character * length


def number(node: Schema) -> int | float:
    """Return a number within bounds, the least one that is not negative if there is one."""
    low, high = bounds(node)
    if low is None:
        return 1 if high is None or high >= 1 else high
    return low if low > 0 or (high is not None and high < 1) else 1


def bounds(node: Schema) -> tuple[int | float | None, int | float | None]:
    """Return the least and the greatest number that are allowed, where there are such."""
    step = 1 if node["type"] == "integer" else 0.5
    lows = [node[keyword] + add for keyword, add in (("minimum", 0), ("exclusiveMinimum", step)) if keyword in node]
    highs = [node[keyword] - add for keyword, add in (("maximum", 0), ("exclusiveMaximum", step)) if keyword in node]
    return max(lows, default=None), min(highs, default=None)


def in_bounds(node: Schema, value: float) -> bool:
    """Tell whether a number is allowed as far as bounds say."""
    low, high = bounds(node)
    return (low is None or value >= low) and (high is None or value <= high)


def _others(world: DefinitionGraph, node: Schema, value: Any, count: int) -> list[Any]:
    """Return values that differ from `value` and from each other, at most as many as are wanted."""
    node = world.resolved(node)
    match world.kind(node):
        case "enum":
            return [branch["const"] for branch in node["oneOf"] if branch["const"] != value]
        case "string":
            return _other_texts(node, value, count)
        case "integer" | "number":
            return [one for step in range(-count, count + 1) if step and in_bounds(node, one := value + step)]
        case "boolean":
            return [not value]
        case "array":
            longer = [several(world, node, len(value) + more) for more in range(1, count)]
            return [one for one in longer if len(one) <= node.get("maxItems", len(one))]
        case "record":
            return _other_records(world, node, value, count)
        case "union":
            return [smallest(world, variant) for tag, variant in world.variants(node).items() if tag != value[TAG]]
    return []


def _other_texts(node: Schema, value: str, count: int) -> list[str]:
    least, most = node.get("minLength", 0), min(node.get("maxLength", LONGEST), LONGEST)
    if "pattern" not in node:
        room = max(least, 1) + len(str(count))
        found = [f"{number}".rjust(max(least, 1), "a") for number in range(count + 1)]
        return [one for one in found if one != value and len(one) <= min(most, room)]
    pattern = node["pattern"]
    shortest = len(regex_samples.shortest(pattern, least, most) or "")
    lengths = regex_samples.lengths(pattern, least, min(most, shortest + count + 1))
    picks = (itemgetter(0), itemgetter(-1))
    samples = (regex_samples.of_length(pattern, length, pick) for pick in picks for length in lengths)
    return [sample for sample in dict.fromkeys(samples) if sample is not None and sample != value]


def _other_records(world: DefinitionGraph, record: Schema, value: dict[str, Any], count: int) -> list[Any]:
    """Return records that differ in one member, the first one that can differ."""
    for name, member in properties_of(record).items():
        if name in value:
            others = _others(world, member, value[name], count)
            if others:
                return [{**value, name: other} for other in others]
    return []
