"""A derived schema parsed into the classes of `model`; a form that no target can express is a problem.

The forms are those of the dialect: docs/architecture.md lists them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codegen.ir import model as ir
from codegen.ir import schema_annotations
from codegen.schema.loader import LOCAL
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

_ANNOTATIONS = frozenset(
    {"title", "description", "default", "examples", "deprecated", "x-deprecated", "x-since", "x-secret"}
    | {"x-visibility", "x-client-required", "x-client-copy-of", "x-references", "x-unique", "x-reserved", "$comment"}
)
_SCALAR_KEYWORDS: dict[str, frozenset[str]] = {
    "string": frozenset({"type", "const", "pattern", "minLength", "maxLength", "x-ts-template"}),
    "integer": frozenset({"type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}),
    "number": frozenset({"type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}),
    "boolean": frozenset({"type"}),
}
_ARRAY_KEYWORDS = frozenset({"type", "items", "minItems", "maxItems", "uniqueItems"})
_MAP_KEYWORDS = frozenset({"type", "additionalProperties", "minProperties", "maxProperties"})
_OBJECT_KEYWORDS = _MAP_KEYWORDS | {"properties", "required"}
_ENUM_KEYWORDS = frozenset({"type", "oneOf", "anyOf", "x-open-enum"})
_PLACEHOLDER_TYPE = ir.Primitive(ir.Scalar.STRING)
"""Replaces a rejected type, so that parsing continues and reports all problems."""
_HINT = "docs/architecture.md shows the forms that every target can carry."


@dataclass
class _SchemaParser:
    """Parses a bundled schema and collects all problems of it."""

    definition_modules: Mapping[str, str]
    definitions: Mapping[str, Schema]
    problems: list[Problem] = field(default_factory=list)

    def report(self, message: str, pointer: str) -> None:
        self.problems.append(error("MC152", message, hint=_HINT, pointer=pointer))

    def check_keywords(self, node: Schema, allowed: frozenset[str], node_kind: str, pointer: str) -> None:
        """Report keywords that do not apply to this kind of node."""
        for keyword in node:
            if keyword not in allowed and keyword not in _ANNOTATIONS:
                self.report(f"`{keyword}` does not go with {node_kind}", pointers.join(pointer, keyword))

    def definition(self, name: str, node: Schema) -> ir.Definition:
        pointer = pointers.join("/$defs", name)
        module = self.definition_modules[name]
        common: dict[str, Any] = {
            "name": name,
            "module": module,
            "description": node.get("description", ""),
            "deprecation": _deprecation(node),
            "examples_json": schema_annotations.examples(node),
        }
        if "properties" in node:
            self.check_keywords(node, _OBJECT_KEYWORDS, "an object with members", pointer)
            closed = node.get("additionalProperties") is False
            if isinstance(node.get("additionalProperties"), dict) or node.get("type") != "object":
                self.report(
                    'an object is `"type": "object"` with either `properties` or a schema for all members', pointer
                )
            return ir.ObjectType(**common, closed=closed, properties=self.properties(node, pointer))
        branches = node.get("oneOf", node.get("anyOf"))
        if branches is None:
            alias = self.type(node, pointer, defining=name)
            secret = bool(node.get("x-secret"))
            template = node.get("x-ts-template")
            return ir.Alias(
                **common, type=alias, template=template, limits=schema_annotations.limits(node), secret=secret
            )
        if any("$ref" in branch for branch in branches):
            return ir.Union(**common, tag="type", variants=self.variants(node, pointer))
        return ir.Enum(**common, open=bool(node.get("x-open-enum")), values=self.values(node, branches, pointer))

    def properties(self, node: Schema, pointer: str) -> tuple[ir.Property, ...]:
        required = set(node.get("required", []))
        return tuple(
            self.property(name, schema, pointers.join(pointer, "properties", name), required=name in required)
            for name, schema in node["properties"].items()
        )

    def property(self, name: str, schema: Schema, pointer: str, *, required: bool) -> ir.Property:
        nullable, inner = _nullable(schema)
        if nullable and required:
            self.report(f"`{name}` is required and nullable; null means absent, so it can be only one of them", pointer)
        default = schema.get("default")
        return ir.Property(
            name=name,
            type=self.type(inner, pointer),
            description=schema.get("description", ""),
            required=required,
            nullable=nullable,
            deprecation=_deprecation(schema),
            since=schema.get("x-since", ""),
            default_json=None if "default" not in schema else json.dumps(default, ensure_ascii=False),
            limits=schema_annotations.limits(inner),
            annotations=schema_annotations.property_annotations(schema),
            examples_json=schema_annotations.examples(schema),
        )

    def type(self, node: Schema, pointer: str, defining: str = "") -> ir.Type:
        """Return the type of an inline schema."""
        if "$ref" in node:
            self.check_keywords(node, frozenset({"$ref"}), "a reference", pointer)
            if defining:
                self.report(f"`{defining}` is only another name for a definition", pointer)
            return ir.Named(node["$ref"].removeprefix(LOCAL))
        json_type = node.get("type")
        if isinstance(json_type, str) and json_type in _SCALAR_KEYWORDS:
            self.check_keywords(
                node, _SCALAR_KEYWORDS[json_type], f"{'an' if json_type == 'integer' else 'a'} {json_type}", pointer
            )
            return ir.Primitive(ir.Scalar(json_type), node.get("const"))
        if json_type == "array":
            self.check_keywords(node, _ARRAY_KEYWORDS, "an array", pointer)
            return ir.Array(self.type(node.get("items", {}), pointers.join(pointer, "items")))
        if json_type == "object" and "properties" not in node:
            self.check_keywords(node, _MAP_KEYWORDS, "a map", pointer)
            return self.map(node, pointer)
        self.report(
            "this form is not in the dialect; objects, enumerations and unions are definitions of their own", pointer
        )
        return _PLACEHOLDER_TYPE

    def map(self, node: Schema, pointer: str) -> ir.Type:
        values = node.get("additionalProperties", {})
        if isinstance(values, bool):
            self.report("a map says what its values are: `additionalProperties` is a schema", pointer)
            return ir.Map(_PLACEHOLDER_TYPE)
        return ir.Map(self.type(values, pointers.join(pointer, "additionalProperties")))

    def variants(self, node: Schema, pointer: str) -> tuple[tuple[str, str], ...]:
        self.check_keywords(node, frozenset({"oneOf"}), "a tagged union", pointer)
        variants: dict[str, str] = {}
        for index, branch in enumerate(node.get("oneOf", [])):
            branch_pointer = pointers.join(pointer, "oneOf", index)
            name = branch.get("$ref", "").removeprefix(LOCAL)
            variant = self.definitions.get(name, {})
            tag = variant.get("properties", {}).get("type", {}).get("const")
            if tag is None or "type" not in variant.get("required", []):
                self.report(
                    "each branch refers to an object with a required member `type` of constant value", branch_pointer
                )
            elif tag in variants:
                self.report(f"the branches {variants[tag]} and {name} have the same `type`, {tag!r}", branch_pointer)
            else:
                variants[tag] = name
        return tuple(variants.items())

    def values(self, node: Schema, branches: list[Schema], pointer: str) -> tuple[ir.EnumValue, ...]:
        self.check_keywords(node, _ENUM_KEYWORDS, "an enumeration", pointer)
        if node.get("type") != "string" or ("anyOf" in node and not node.get("x-open-enum")):
            self.report("an enumeration is a string with `oneOf`", pointer)
        values = []
        for index, branch in enumerate(branches):
            if "const" in branch:
                self.check_keywords(
                    branch, frozenset({"const"}), "a listed value", pointers.join(pointer, "oneOf", index)
                )
                text = branch.get("description", "")
                values.append(ir.EnumValue(value=branch["const"], description=text, deprecation=_deprecation(branch)))
            elif not (node.get("x-open-enum") and "anyOf" in node):
                self.report("a listed value is a `const` with a description", pointers.join(pointer, "oneOf", index))
        return tuple(values)


def _deprecation(node: Schema) -> ir.Deprecation | None:
    if not node.get("deprecated"):
        return None
    details = node.get("x-deprecated", {})
    return ir.Deprecation(since=details.get("since", ""), use=details.get("use", ""))


def _nullable(schema: Schema) -> tuple[bool, Schema]:
    """Return whether null is valid, and the schema of the property without null."""
    kinds = schema.get("type")
    if isinstance(kinds, list) and "null" in kinds:
        other_kinds = [kind for kind in kinds if kind != "null"]
        return True, {**schema, "type": other_kinds[0] if len(other_kinds) == 1 else other_kinds}
    branches = schema.get("anyOf", [])
    if {"type": "null"} in branches and len(branches) == 2:
        inner: Schema = next((branch for branch in branches if branch != {"type": "null"}), {})
        return True, {**{keyword: value for keyword, value in schema.items() if keyword != "anyOf"}, **inner}
    return False, schema


def parse(
    definitions: Mapping[str, Schema], definition_modules: Mapping[str, str]
) -> tuple[dict[str, ir.Definition], list[Problem]]:
    """Parse the definitions of a profile, and return them with their problems.

    `definition_modules` maps the name of each definition to its module.
    """
    parser = _SchemaParser(definition_modules, definitions)
    return {name: parser.definition(name, node) for name, node in definitions.items()}, parser.problems
