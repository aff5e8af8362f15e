"""Rules MC168 and MC169: clients receive no credential, and each view of a valid document is valid for them.

What clients see is the derived client schema, which the types and the running instance use too.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.schema.derived import DerivedSchemas
from codegen.schema.heights import finite_heights
from codegen.schema.loader import CLIENT_ROOT
from codegen.schema.rules.annotation_rules import undefined_name
from codegen.schema.rules.forms import ANNOTATIONS
from codegen.schema.traversal import Schema, is_copy, is_server_side, subschemas, target
from modelconfig.diagnostics import credentials
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.jsontext import pointers

_HIDE = 'Add "x-visibility": "server"'


@dataclass(frozen=True, slots=True)
class VisibleDefinition:
    """A definition that clients see: as it is written, and in the client schema."""

    name: str
    written: Schema
    client: Schema

    @property
    def pointer(self) -> str:
        """The pointer of the definition in its file."""
        return pointers.join("/$defs", self.name)

    @property
    def properties(self) -> dict[str, Schema]:
        """The properties that clients see, as they are written."""
        names = self.client.get("properties", {})
        return {name: node for name, node in self.written.get("properties", {}).items() if name in names}

    def property_pointer(self, name: str, *tokens: str) -> str:
        """Return the pointer of a property, or of a keyword of it."""
        return pointers.join(self.pointer, "properties", name, *tokens)

    def always_has(self, name: str) -> bool:
        """Return whether clients always receive a property."""
        return name in self.client.get("required", ())


def exposed_credential(definition: VisibleDefinition, _: Mapping[str, Schema]) -> Iterator[Problem]:
    """MC168: Report a credential that clients would receive."""
    visible = {**definition.written}
    if "properties" in visible:
        visible["properties"] = definition.properties
    for pointer, node in subschemas(visible, definition.pointer):
        if node.get("x-secret"):
            tokens = pointers.split(pointer)
            owner = f"each property that refers to `{definition.name}`"
            if tokens[2:3] == ["properties"]:
                owner = f"the property `{tokens[3]}`"
            message = "clients would receive this credential"
            yield error("MC168", message, hint=f"{_HIDE} to {owner}.", pointer=pointers.join(pointer, "x-secret"))


def name_of_server_side_property(definition: VisibleDefinition, _: Mapping[str, Schema]) -> Iterator[Problem]:
    """MC169: Report a visible property whose name the client view always removes."""
    for name in definition.properties:
        if credentials.is_server_side(name):
            message = f"clients never receive a property named `{name}`"
            pointer = definition.property_pointer(name)
            yield error("MC169", message, hint=f"{_HIDE}, or rename the property.", pointer=pointer, at_key=True)


def contradictory_visibility(definition: VisibleDefinition, _: Mapping[str, Schema]) -> Iterator[Problem]:
    """MC169: Report a server-side property that is annotated as one that clients receive."""
    for name, node in definition.written.get("properties", {}).items():
        for keyword in ("x-client-required", "x-client-copy-of"):
            if node.get(keyword) and is_server_side(node):
                message = f"`{keyword}` contradicts `x-visibility`: clients never receive `{name}`"
                hint = f"Remove `{keyword}`, or `x-visibility`."
                pointer = definition.property_pointer(name, keyword)
                yield error("MC169", message, hint=hint, pointer=pointer, at_key=True)


def hidden_tag(definition: VisibleDefinition, visible: Mapping[str, Schema]) -> Iterator[Problem]:
    """MC169: Report a variant of a union whose `type` clients do not receive, or only they."""
    tag = definition.written.get("properties", {}).get("type", {})
    keyword = "x-visibility" if is_server_side(tag) else "x-client-copy-of" if is_copy(tag) else ""
    branches = (branch for node in visible.values() for branch in node.get("oneOf", ()))
    if keyword and any(target(branch) == definition.name for branch in branches):
        message = "readers need this property to distinguish the variants of a union"
        pointer = definition.property_pointer("type", keyword)
        yield error("MC169", message, hint=f"Remove `{keyword}`.", pointer=pointer, at_key=True)


def count_differs_for_clients(definition: VisibleDefinition, _: Mapping[str, Schema]) -> Iterator[Problem]:
    """MC169: Report a number of properties that a valid object has, but not what clients receive of it."""
    written, received = definition.written.get("properties", {}), definition.properties
    always = definition.client.get("required", ())
    if len(received) < len(written) and definition.written.get("minProperties", 0) > len(always):
        message = "`minProperties` counts server-side properties, so clients may receive too few"
        limit_hint = f'Write "minProperties": {len(always)} or less' if always else "Remove `minProperties`"
        hint = f"{limit_hint}, or require properties that clients receive."
        yield error("MC169", message, hint=hint, pointer=pointers.join(definition.pointer, "minProperties"))
    added = [name for name, node in received.items() if is_copy(node) or node.get("x-client-required")]
    is_open = definition.written.get("additionalProperties") is not False
    limit = definition.written.get("maxProperties", math.inf)
    if set(added).difference(definition.written.get("required", ())) and limit < (
        math.inf if is_open else len(received)
    ):
        message = "`maxProperties` does not count the properties that only clients receive"
        hint = (
            "Remove `maxProperties`." if is_open else f'Write "maxProperties": {len(received)} or more, or remove it.'
        )
        yield error("MC169", message, hint=hint, pointer=pointers.join(definition.pointer, "maxProperties"))


def client_copy_matches_its_source(definition: VisibleDefinition, _: Mapping[str, Schema]) -> Iterator[Problem]:
    """MC158: Report a copy of an undefined property, of one of another type, or of one that clients may not have."""
    properties = definition.written.get("properties", {})
    for name, copy in definition.properties.items():
        if not is_copy(copy):
            continue
        pointer = definition.property_pointer(name, "x-client-copy-of")
        others = {other: node for other, node in properties.items() if other != name and not is_copy(node)}
        source_name = copy["x-client-copy-of"]
        if source_name not in others:
            yield undefined_name(source_name, "x-client-copy-of", pointer, others)
            continue
        source = others[source_name]
        if _constraints(source) != _constraints(copy):
            message = f"`{name}` is a copy of a property with another type"
            hint = f"Write the same type and limits as in `{source_name}`, or the same `$ref`."
            yield error("MC158", message, hint=hint, pointer=pointer)
        if is_server_side(source):
            message = f"`{name}` would show clients a server-side property"
            yield error("MC158", message, hint="Copy another property, or remove this one.", pointer=pointer)
        elif definition.always_has(name) and not definition.always_has(source_name):
            message = f"`{name}` is required, but `{source_name}`, of which it is a copy, may be absent"
            hint = f"Require `{source_name}` too, or make `{name}` optional."
            yield error("MC158", message, hint=hint, pointer=pointer)


def _constraints(node: Schema) -> Schema:
    return {keyword: value for keyword, value in node.items() if keyword not in ANNOTATIONS}


def infinite_for_clients(definition: VisibleDefinition) -> Iterator[Problem]:
    """MC165: Report an object that is finite only without what clients always receive."""
    for name, node in definition.properties.items():
        if node.get("x-client-required"):
            message = "clients always receive this property, so no finite document is valid for them"
            pointer = definition.property_pointer(name, "x-client-required")
            yield error("MC165", message, hint="Remove `x-client-required`.", pointer=pointer, at_key=True)


RULES = (
    exposed_credential,
    name_of_server_side_property,
    contradictory_visibility,
    hidden_tag,
    count_differs_for_clients,
    client_copy_matches_its_source,
)


def check_client_view(derived: DerivedSchemas) -> list[Problem]:
    """Return what is wrong with what clients receive, for each definition, and annotations that no client view uses."""
    sources, visible = derived.sources, derived.client[CLIENT_ROOT]["$defs"]
    finite = finite_heights(visible)
    problems: list[Problem] = []
    for name, node in sources.definitions.items():
        definition = VisibleDefinition(name, node, visible.get(name, {}))
        findings = [problem for rule in RULES if name in visible for problem in rule(definition, visible)]
        if name not in visible:
            findings += unused_client_annotation(definition)
        elif name not in finite:
            findings += infinite_for_clients(definition)
        problems += in_file(findings, sources.files[sources.definition_modules[name]].name)
    return problems


def unused_client_annotation(definition: VisibleDefinition) -> Iterator[Problem]:
    """MC158: Report an annotation for clients in a definition that they never receive."""
    for name, node in definition.written.get("properties", {}).items():
        for keyword in ("x-client-required", "x-client-copy-of"):
            if keyword in node:
                message = f"`{keyword}` has no effect here: clients never receive `{definition.name}`"
                pointer = definition.property_pointer(name, keyword)
                yield error("MC158", message, hint="Remove it.", pointer=pointer, at_key=True)
