"""Hundreds of small changes of the real schema: every keyword at every location where it is valid."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.evolution.diff import shapes
from codegen.schema.traversal import Schema, split_null, subschemas, target
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codegen.schema.loader import Sources

    Edit = Callable[[Schema], object]


@dataclass(frozen=True)
class Mutation:
    """One change of one file: its description, location and function."""

    what: str
    module: str
    pointer: str
    edit: Edit

    def __str__(self) -> str:
        return f"{self.what} at {self.module}.json#{self.pointer}"

    def applied(self, schema: Schema) -> Schema:
        """Return a copy of a schema that has the location, with this change."""
        changed = copy.deepcopy(schema)
        node: Any = changed
        for token in pointers.split(self.pointer):
            node = node[int(token)] if isinstance(node, list) else node[token]
        self.edit(node)
        return changed


def mutations(sources: Sources, module: str) -> Iterator[Mutation]:
    """Yield every mutation of one file."""
    for place, node in subschemas(sources.files[module].schema):
        if not place.startswith("/$defs/") or node == {"type": "null"}:
            continue
        for what, edit in edits(node, place):
            yield Mutation(what, module, place, edit)


def edits(node: Schema, place: str) -> Iterator[tuple[str, Edit]]:
    """Yield the possible changes of one node."""
    yield from _annotations(node)
    if target(node):
        if place.rpartition("/")[0].endswith("/properties"):
            yield "null accepted", lambda n: n.update(anyOf=[{"$ref": n.pop("$ref")}, {"type": "null"}])
        yield "reference to text", _to_text
        return
    nullable, core = split_null(node)
    if "anyOf" in node:
        yield "null refused", lambda n: n.update(n.pop("anyOf")[0])
        return
    if nullable:
        yield "null refused", lambda n: n.update(type=n["type"][0])
    by_form: dict[str, Callable[[Schema], Iterator[tuple[str, Edit]]]] = {
        shapes.OBJECT: _record, shapes.ENUM: _enumeration, shapes.UNION: _union, shapes.ARRAY: _counts,
        shapes.MAP: _map, shapes.STRING: _text, "integer": _number, "number": _number, "boolean": _switch,
    }  # fmt: skip
    if "const" not in node:
        yield from by_form[shapes.shape(core)](node)
    else:
        yield "constant changed", _set("const", "another-constant")


def _set(keyword: str, value: Any) -> Edit:
    return lambda node: node.update({keyword: value})


def _to(kind: str) -> Edit:
    def edit(node: Schema) -> None:
        node.clear()
        node["type"] = kind

    return edit


def _drop(keyword: str) -> Edit:
    def edit(node: Schema) -> None:
        del node[keyword]

    return edit


def _to_text(node: Schema) -> None:
    del node["$ref"]
    node["type"] = "string"


def _annotations(node: Schema) -> Iterator[tuple[str, Edit]]:
    yield "description changed", _set("description", "Another text.")
    if node.get("deprecated"):
        return
    yield "deprecated", _set("deprecated", value=True)


def _switch(_: Schema) -> Iterator[tuple[str, Edit]]:
    yield "switch to text", _set("type", "string")


def _limit(node: Schema, keyword: str, low: float, high: float) -> Iterator[tuple[str, Edit]]:
    """Yield a limit that is added, lowered, raised and removed; `low` and `high` are a smaller and a greater value."""
    if keyword in node:
        yield f"{keyword} dropped", _drop(keyword)
        yield f"{keyword} lowered", _set(keyword, low)
        yield f"{keyword} raised", _set(keyword, high)
    else:
        yield f"{keyword} set", _set(keyword, high)


def _text(node: Schema) -> Iterator[tuple[str, Edit]]:
    if node["type"] == "string":
        yield "text to number", _to("number")
        yield "text to enumeration", _to_enumeration
    yield from _limit(node, "minLength", 0, 2)
    yield from _limit(node, "maxLength", 60, 300)
    if "pattern" in node:
        yield "pattern dropped", _drop("pattern")
        yield "pattern changed", _set("pattern", "^another$")
    else:
        yield "pattern set", _set("pattern", "^[a-z]+$")


def _to_enumeration(node: Schema) -> None:
    node.clear()
    node.update(type="string", oneOf=[{"const": "one"}, {"const": "two"}])


def _number(node: Schema) -> Iterator[tuple[str, Edit]]:
    for keyword in ("minimum", "maximum"):
        if keyword in node:
            here = node[keyword]
            yield from _limit(node, keyword, here - 1, here + 1)
        else:
            yield f"{keyword} set", _set(keyword, 0 if keyword == "minimum" else 1000)
    yield "exclusiveMinimum set", _set("exclusiveMinimum", node.get("minimum", 0))
    yield "exclusiveMaximum set", _set("exclusiveMaximum", node.get("maximum", 1000))
    if node["type"] == "integer":
        yield "number widened", _set("type", "number")
    if node["type"] == "number":
        yield "number narrowed", _set("type", "integer")
    if isinstance(node["type"], str):
        yield "number to text", _to("string")


def _counts(node: Schema) -> Iterator[tuple[str, Edit]]:
    yield from _limit(node, "minItems", 0, 2)
    yield from _limit(node, "maxItems", 1, 5)
    if node.get("uniqueItems"):
        yield "uniqueItems dropped", _drop("uniqueItems")
    else:
        yield "uniqueItems set", _set("uniqueItems", value=True)
    if node["type"] == "array":
        yield "list to text", _to("string")


def _map(node: Schema) -> Iterator[tuple[str, Edit]]:
    yield from _limit(node, "minProperties", 0, 2)
    yield from _limit(node, "maxProperties", 1, 5)


def _record(node: Schema) -> Iterator[tuple[str, Edit]]:
    members, required = node["properties"], node.get("required", [])
    yield "member added", lambda n: n["properties"].update(brandNew={"type": "string"})
    yield "required member added", _add_required
    for name in members:
        kind = "required member" if name in required else "member"
        yield f"{kind} removed", _remove(name)
        yield (_made_optional if name in required else _made_required)(name)
        yield (_shown if "x-visibility" in members[name] else _hidden)(name)
    yield "closedness turned", _set("additionalProperties", value=not node["additionalProperties"])
    yield from _limit(node, "minProperties", 0, 2)
    yield from _limit(node, "maxProperties", 0, 2)


def _made_optional(name: str) -> tuple[str, Edit]:
    return "member made optional", lambda node: node["required"].remove(name)


def _made_required(name: str) -> tuple[str, Edit]:
    return "member made required", lambda node: node.setdefault("required", []).append(name)


def _shown(name: str) -> tuple[str, Edit]:
    return "member shown", lambda node: node["properties"][name].pop("x-visibility")


def _hidden(name: str) -> tuple[str, Edit]:
    return "member hidden", lambda node: node["properties"][name].update({"x-visibility": "server"})


def _add_required(node: Schema) -> None:
    node["properties"]["brandNew"] = {"type": "string"}
    node.setdefault("required", []).append("brandNew")


def _remove(name: str) -> Edit:
    def edit(node: Schema) -> None:
        del node["properties"][name]
        if name in node.get("required", ()):
            node["required"].remove(name)

    return edit


def _enumeration(node: Schema) -> Iterator[tuple[str, Edit]]:
    is_open = "open" if node.get("x-open-enum") else "closed"
    yield f"value added to an {is_open} enumeration", lambda n: n["oneOf"].append({"const": "brandNew"})
    if len(node["oneOf"]) > 1:
        yield f"value removed from an {is_open} enumeration", lambda n: n["oneOf"].pop()
        yield "values reordered", lambda n: n["oneOf"].reverse()
    yield f"{is_open} enumeration to text", _to("string")
    if node.get("x-open-enum"):
        yield "enumeration closed", _drop("x-open-enum")
    else:
        yield "enumeration opened", _set("x-open-enum", value=True)


def _union(node: Schema) -> Iterator[tuple[str, Edit]]:
    if len(node["oneOf"]) > 1:
        yield "variant removed", lambda n: n["oneOf"].pop()
