"""Generators of valid values of a schema in this project's dialect: patterns, ranges, counts, unions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from modelconfig.jsontext.writer import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

_MOST = 3
_LONGEST = 24
_LARGEST = 2**53 - 1


class ValidValues:
    """Strategies for the definitions of one bundled schema.

    `members` are added to every object: strategies of unknown properties, by name.
    """

    def __init__(self, schema: Mapping[str, Any], *, members: Mapping[str, SearchStrategy[Any]] | None = None) -> None:
        self._definitions = schema["$defs"]
        self._root = schema["$ref"]
        self._extra = dict(members or {})
        self._made: dict[str, SearchStrategy[Any]] = {}

    def documents(self) -> SearchStrategy[Any]:
        """Generate values that are valid against the schema's root."""
        return self.of({"$ref": self._root})

    def definition(self, name: str) -> SearchStrategy[Any]:
        """Generate values that are valid against a definition."""
        if name not in self._made:
            # Deferred: a definition may contain itself.
            self._made[name] = st.deferred(lambda: self.of(self._definitions[name]))
        return self._made[name]

    def of(self, node: Mapping[str, Any]) -> SearchStrategy[Any]:
        """Generate values that are valid against a subschema."""
        if "$ref" in node:
            return self.definition(node["$ref"].rpartition("/")[2])
        if "const" in node:
            return st.just(node["const"])
        for keyword in ("oneOf", "anyOf"):
            if keyword in node:
                return st.one_of([self.of({"type": node.get("type"), **branch}) for branch in node[keyword]])
        kinds = node.get("type", "object")
        if isinstance(kinds, list):
            return st.one_of([self.of({**node, "type": kind}) for kind in kinds])
        return self._of_kind(kinds, node)

    def _of_kind(self, kind: str, node: Mapping[str, Any]) -> SearchStrategy[Any]:
        match kind:
            case "null":
                return st.none()
            case "boolean":
                return st.booleans()
            case "integer":
                return st.integers(node.get("minimum", -_LARGEST), node.get("maximum", _LARGEST))
            case "number":
                return st.floats(node.get("minimum", -1e6), node.get("maximum", 1e6))
            case "string":
                return _texts(node)
            case "array":
                return self._arrays(node)
            case "object":
                return self._objects(node)
        raise ValueError(kind)

    def _arrays(self, node: Mapping[str, Any]) -> SearchStrategy[Any]:
        key: Callable[[Any], str] | None = None
        if node.get("uniqueItems"):
            key = canonical
        elif "x-unique" in node:
            names = node["x-unique"]
            key = lambda item: canonical([item.get(name) for name in names])  # noqa: E731  # one of three keys

        least = node.get("minItems", 0)
        most = node.get("maxItems", least + _MOST)
        return st.lists(self.of(node["items"]), min_size=least, max_size=most, unique_by=key)

    def _objects(self, node: Mapping[str, Any]) -> SearchStrategy[Any]:
        if isinstance(node.get("additionalProperties"), dict):
            return st.dictionaries(st.text(min_size=1, max_size=8), self.of(node["additionalProperties"]), max_size=2)
        members = {name: self.of(member) for name, member in node.get("properties", {}).items()}
        if node.get("maxProperties") == 1:
            return st.one_of([st.fixed_dictionaries({name: member}) for name, member in members.items()])
        required = {name: members[name] for name in node.get("required", ())}
        optional = {name: member for name, member in members.items() if name not in required}
        return st.fixed_dictionaries(required, optional=optional | self._extra)


def _texts(node: Mapping[str, Any]) -> SearchStrategy[str]:
    least, most = node.get("minLength", 0), min(node.get("maxLength", _LONGEST), _LONGEST)
    if "pattern" in node:
        return st.from_regex(node["pattern"], fullmatch=True).filter(lambda text: least <= len(text))
    return st.text(st.characters(codec="utf-8"), min_size=least, max_size=most)
