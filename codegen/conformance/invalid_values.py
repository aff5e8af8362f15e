"""What can be wrong at one place of a document: a fault breaks one keyword of the subschema there and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import TAG, copies, hidden, nullable, properties_of, required, without_null
from codegen.conformance.valid_values import (
    LONGEST,
    UnderivableError,
    enough,
    holding,
    in_bounds,
    number,
    own,
    text_of_length,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.schema.traversal import Schema

    Rule = Callable[[DefinitionGraph, Schema, Any], Iterator["InvalidValue"]]

SHAPE = "shape"
VALUE = "value"
TYPESCRIPT = "typescript"
UNKNOWN = "addedLater"
"""A member that no version has."""
_STRANGE: dict[str, Any] = {"by": ["a later version", None, 1.5, {}]}
_OF_ANOTHER_TYPE = {
    "string": 1, "enum": 1, "constant": 1, "integer": "1", "number": "1", "boolean": "true",
    "array": {}, "map": [], "record": [], "union": [],
}  # fmt: skip
"""A value that a reader is tempted to take for the right type."""


@dataclass(frozen=True, slots=True)
class InvalidValue:
    """A value in which one thing is wrong. `below` leads from the value to the place of the fault."""

    keyword: str
    what: str
    value: Any
    kind: str = SHAPE
    below: tuple[str | int, ...] = ()
    within: tuple[str, ...] = ()
    """What leads from the subschema to the one that has the keyword, where that is another."""
    hidden: bool = False
    """Whether it concerns only what a client does not know."""
    producer: bool = False
    consumer: bool = False
    client: bool | None = None
    """Whether these accept it all the same; None where the client's view says what the consumer's says."""
    exceptions: tuple[str, ...] = ()
    """Languages whose compilers say otherwise: their types cannot express this shape, or do express this value."""


def invalid_values(world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    """Yield what can be wrong with a valid value of a subschema, itself or its members' presence, not inside them."""
    yield from _of_another_type(world, node)
    bare = without_null(node)
    if "$ref" not in bare:
        for keyword, rule in _RULES.items():
            if keyword in bare:
                yield from rule(world, bare, value)
        if bare.get("type") in ("integer", "number"):
            yield from _out_of_bounds(bare)


def _of_another_type(world: DefinitionGraph, node: Schema) -> Iterator[InvalidValue]:
    bare = without_null(node)
    keyword = next(keyword for keyword in ("anyOf", "$ref", "oneOf", "type") if keyword in node)
    if world.kind(node) == "enum" and "$ref" not in bare:
        keyword = "type"
    kind = world.kind(node)
    yield InvalidValue(keyword, "another type", _OF_ANOTHER_TYPE[kind])
    if not nullable(node):
        yield InvalidValue(keyword, "null", None)
    if kind == "integer":
        near = number(world.resolved(node))
        fractions = [part for part in (near + 0.5, near - 0.5) if in_bounds(world.resolved(node), part)]
        # Far from zero a number has no fraction.
        if fractions and not fractions[0].is_integer():
            yield InvalidValue(keyword, "a fraction", fractions[0], exceptions=(TYPESCRIPT,))


def _missing(_world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    for name in required(node):
        rest = {other: member for other, member in value.items() if other != name}
        if len(rest) >= node.get("minProperties", 0):
            unseen = hidden(node["properties"][name])
            yield InvalidValue("required", f"no {name}", rest, below=(name,), hidden=unseen)


def _closed(world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if node["additionalProperties"] is False:
        more = _with(world, node, value, UNKNOWN, _STRANGE)
        yield InvalidValue(
            "additionalProperties", "an unknown member", more, kind=VALUE, below=(UNKNOWN,), consumer=True
        )


def _with(world: DefinitionGraph, node: Schema, value: Any, name: str, more: Any) -> dict[str, Any]:
    """Return a record with one more member, in place of others where there is no room."""
    if len(value) < node.get("maxProperties", len(value) + 1):
        return {**value, name: more}
    return holding(world, node, name, more)


def _of_members(world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    """Yield what concerns annotations of members: what clients always receive, and what only they receive."""
    for name, member in properties_of(node).items():
        if member.get("x-client-required") and name not in required(node) and name in value and not hidden(member):
            rest = {other: its for other, its in value.items() if other != name}
            if len(rest) >= node.get("minProperties", 0):
                yield InvalidValue(
                    "x-client-required", f"no {name}", rest, below=(name,), within=("properties", name),
                    producer=True, consumer=True, client=False,
                )  # fmt: skip
    for name, member in copies(node).items():
        about: dict[str, Any] = {"below": (name,), "within": ("properties", name), "consumer": True}
        sent = _with(world, node, value, name, own(world, member))
        yield InvalidValue(
            "x-client-copy-of", f"{name}, which only clients receive", sent, kind=VALUE, client=True, **about
        )
        for fault in invalid_values(world, member, sent[name]):
            sent = _with(world, node, value, name, fault.value)
            yield InvalidValue(
                fault.keyword, f"{name}: {fault.what}", sent, kind=fault.kind, client=fault.consumer, **about
            )


def _too_few_members(_world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    least = node["minProperties"]
    names = [name for name in value if name not in required(node)]
    few = {name: its for name, its in value.items() if name not in names[: max(0, len(value) - least + 1)]}
    if len(few) == least - 1:
        yield InvalidValue("minProperties", "too few members", few, kind=VALUE)


def _too_many_members(world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    most = node["maxProperties"]
    known = properties_of(node) if "properties" in node else {}
    spare = {name: own(world, member) for name, member in known.items() if name not in value}
    if not known and most < LONGEST:
        spare = {f"name{number}": own(world, node["additionalProperties"]) for number in range(most + 1)}
    many = {**value, **spare}
    if len(many) > most:
        yield InvalidValue("maxProperties", "too many members", dict(list(many.items())[: most + 1]), kind=VALUE)


def _too_few_items(_world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if node["minItems"]:
        yield InvalidValue("minItems", "too few items", value[: node["minItems"] - 1], kind=VALUE)


def _too_many_items(world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    if node["maxItems"] < LONGEST:
        try:
            yield InvalidValue("maxItems", "too many items", enough(world, node, node["maxItems"] + 1), kind=VALUE)
        except UnderivableError:
            # There are no more different ones, so that the list cannot be too long for this reason alone.
            return


def _twice(_world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if node["uniqueItems"] and value and len(value) < node.get("maxItems", LONGEST):
        yield InvalidValue("uniqueItems", "an item twice", [*value, value[0]], kind=VALUE)


def _unmatched(_world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    least, most = node.get("minLength", 0), node.get("maxLength", LONGEST)
    for what, text in regex_samples.breaks(node["pattern"], value, least, most):
        told = "x-ts-template" in node and not regex_samples.fits_template(node["x-ts-template"], text)
        yield InvalidValue("pattern", what, text, kind=VALUE, exceptions=(TYPESCRIPT,) if told else ())


def _too_short(_world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    for length in range(node["minLength"] - 1, -1, -1):
        text = text_of_length(node, length)
        if text is not None:
            yield InvalidValue("minLength", _characters(length), text, kind=VALUE)
            break


def _too_long(_world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    length = node["maxLength"] + 1
    if length <= LONGEST:
        wide = [] if "pattern" in node else [("😀", " outside the basic plane")]
        for character, where in [("a", ""), *wide]:
            text = text_of_length(node, length, character)
            if text is not None:
                yield InvalidValue("maxLength", _characters(length) + where, text, kind=VALUE)


def _characters(length: int) -> str:
    return f"{length} character{'' if length == 1 else 's'}"


def _out_of_bounds(node: Schema) -> Iterator[InvalidValue]:
    """Yield the nearest number beyond each bound, unless it is beyond two at once."""
    beyond = {
        keyword: node[keyword] + step
        for keyword, step in (("minimum", -1), ("exclusiveMinimum", 0), ("maximum", 1), ("exclusiveMaximum", 0))
        if keyword in node
    }
    for keyword, bad in beyond.items():
        others = {name: bound for name, bound in node.items() if name != keyword}
        if in_bounds(others, bad):
            yield InvalidValue(keyword, f"{bad}", bad, kind=VALUE)


def _another_constant(_world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    yield InvalidValue("const", "another constant", f"{node['const']}-of-later")


def _of_alternatives(world: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if world.kind(node) == "union":
        rest = {name: member for name, member in value.items() if name != TAG}
        yield InvalidValue("oneOf", f"no {TAG}", rest, below=(TAG,))
        yield InvalidValue("oneOf", f"an unknown {TAG}", {**value, TAG: "of-later"}, below=(TAG,))
    elif node.get("x-open-enum"):
        for what, text in (("a value of later", f"{value}-of-later"), ("an empty value", "")):
            if text not in [branch["const"] for branch in node["oneOf"]]:
                yield InvalidValue("oneOf", what, text, kind=VALUE, consumer=True)
    else:
        yield InvalidValue("oneOf", "an unlisted value", f"{value}-of-later")


_RULES: dict[str, Rule] = {
    "required": _missing,
    "additionalProperties": _closed,
    "properties": _of_members,
    "minProperties": _too_few_members,
    "maxProperties": _too_many_members,
    "minItems": _too_few_items,
    "maxItems": _too_many_items,
    "uniqueItems": _twice,
    "pattern": _unmatched,
    "minLength": _too_short,
    "maxLength": _too_long,
    "const": _another_constant,
    "oneOf": _of_alternatives,
}
