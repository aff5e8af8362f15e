"""A derived schema parsed into the classes of `model`; a form that no target can express is a problem.

The forms are those of the dialect: docs/architecture.md lists them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codegen.ir import model as ir
from codegen.schema.loader import LOCAL
from codegen.schema.traversal import Schema, is_server_side, split_null
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.writer import dump_document

_ANNOTATIONS = frozenset(
    "title description default examples deprecated x-deprecated x-since x-secret x-visibility x-client-required "
    "x-client-copy-of x-references x-unique x-reserved $comment".split()
)
_NUMBER_KEYWORDS = "type minimum maximum exclusiveMinimum exclusiveMaximum"
_MAP_KEYWORDS = "type additionalProperties minProperties maxProperties"
_KEYWORDS = {
    "string": "type const pattern minLength maxLength x-ts-template",
    "integer": _NUMBER_KEYWORDS,
    "number": _NUMBER_KEYWORDS,
    "boolean": "type",
    "array": "type items minItems maxItems uniqueItems",
    "map": _MAP_KEYWORDS,
    "object": f"{_MAP_KEYWORDS} properties required",
    "enumeration": "type oneOf anyOf x-open-enum",
    "reference": "$ref",
    "tagged union": "oneOf",
    "listed value": "const",
}
"""The keywords of each kind of schema besides annotations, separated by spaces."""
_PLACEHOLDER_TYPE = ir.Primitive(ir.Scalar.STRING)
"""Replaces a rejected type, so that parsing continues and reports all problems."""
_HINT = "Use one of the forms that docs/architecture.md lists: every target supports them."


@dataclass
class _SchemaParser:
    """Parses the definitions of a profile and collects all their problems."""

    definition_modules: Mapping[str, str]
    definitions: Mapping[str, Schema]
    problems: list[Problem] = field(default_factory=list)

    def report(self, message: str, pointer: str) -> None:
        self.problems.append(error("MC152", message, hint=_HINT, pointer=pointer))

    def check_keywords(self, node: Schema, kind: str, pointer: str) -> None:
        """Report keywords that do not apply to this kind of schema."""
        allowed = _KEYWORDS[kind].split()
        for keyword in node:
            if keyword not in allowed and keyword not in _ANNOTATIONS:
                message = f"`{keyword}` does not apply to this kind of schema: {kind}"
                self.report(message, pointers.join(pointer, keyword))

    def definition(self, name: str, node: Schema) -> ir.Definition:
        pointer = pointers.join("/$defs", name)
        common: dict[str, Any] = {
            "name": name,
            "module": self.definition_modules[name],
            "description": node.get("description", ""),
            "deprecation": _deprecation(node),
            "examples_json": _examples(node),
        }
        if "properties" in node:
            self.check_keywords(node, "object", pointer)
            if isinstance(node.get("additionalProperties"), dict) or node.get("type") != "object":
                message = 'an object needs `"type": "object"`, and `properties` or a schema of all properties, not both'
                self.report(message, pointer)
            closed = node.get("additionalProperties") is False
            return ir.ObjectType(**common, closed=closed, properties=self.properties(node, pointer))
        branches = node.get("oneOf", node.get("anyOf"))
        if branches is None:
            return ir.Alias(
                **common,
                type=self.type(node, pointer, defining=name),
                template=node.get("x-ts-template"),
                limits=_limits(node),
                secret=bool(node.get("x-secret")),
            )
        if any("$ref" in branch for branch in branches):
            return ir.Union(**common, tag="type", variants=self.variants(node, pointer))
        return ir.Enum(**common, open=bool(node.get("x-open-enum")), values=self.values(node, branches, pointer))

    def properties(self, node: Schema, pointer: str) -> tuple[ir.Property, ...]:
        required = node.get("required", ())
        return tuple(
            self.property(name, schema, pointers.join(pointer, "properties", name), required=name in required)
            for name, schema in node["properties"].items()
        )

    def property(self, name: str, schema: Schema, pointer: str, *, required: bool) -> ir.Property:
        nullable, inner = split_null(schema)
        if nullable and required:
            self.report(f"`{name}` must not be both required and nullable, because null means absent", pointer)
        return ir.Property(
            name=name,
            type=self.type(inner, pointer),
            description=schema.get("description", ""),
            required=required,
            nullable=nullable,
            deprecation=_deprecation(schema),
            since=schema.get("x-since", ""),
            default_json=json.dumps(schema["default"], ensure_ascii=False) if "default" in schema else None,
            limits=_limits(inner),
            annotations=_annotations(schema),
            examples_json=_examples(schema),
        )

    def type(self, node: Schema, pointer: str, defining: str = "") -> ir.Type:
        """Return the type of an inline schema, or of the definition `defining`."""
        if "$ref" in node:
            self.check_keywords(node, "reference", pointer)
            if defining:
                self.report(f"`{defining}` only renames another definition", pointer)
            return ir.Named(node["$ref"].removeprefix(LOCAL))
        match node.get("type"):
            case "string" | "integer" | "number" | "boolean" as scalar:
                self.check_keywords(node, scalar, pointer)
                return ir.Primitive(ir.Scalar(scalar), node.get("const"))
            case "array":
                self.check_keywords(node, "array", pointer)
                return ir.Array(self.type(node.get("items", {}), pointers.join(pointer, "items")))
            case "object" if "properties" not in node:
                self.check_keywords(node, "map", pointer)
                values = node.get("additionalProperties", {})
                if isinstance(values, dict):
                    return ir.Map(self.type(values, pointers.join(pointer, "additionalProperties")))
                self.report("a map needs a schema of its values in `additionalProperties`", pointer)
            case _:
                message = "this schema is not supported here; define objects, enumerations and unions in `$defs`"
                self.report(message, pointer)
        return _PLACEHOLDER_TYPE

    def variants(self, node: Schema, pointer: str) -> tuple[tuple[str, str], ...]:
        self.check_keywords(node, "tagged union", pointer)
        variants: dict[str, str] = {}
        for index, branch in enumerate(node.get("oneOf", [])):
            name = branch.get("$ref", "").removeprefix(LOCAL)
            variant = self.definitions.get(name, {})
            tag = variant.get("properties", {}).get("type", {}).get("const")
            if tag is None or "type" not in variant.get("required", []):
                message = "each branch must refer to an object with a required property `type` that has a `const`"
            elif tag in variants:
                message = f"the branches {variants[tag]} and {name} have the same `type`, {tag!r}"
            else:
                variants[tag] = name
                continue
            self.report(message, pointers.join(pointer, "oneOf", index))
        return tuple(variants.items())

    def values(self, node: Schema, branches: list[Schema], pointer: str) -> tuple[ir.EnumValue, ...]:
        self.check_keywords(node, "enumeration", pointer)
        is_opened = "anyOf" in node and node.get("x-open-enum")
        if node.get("type") != "string" or ("anyOf" in node and not is_opened):
            self.report('an enumeration needs `"type": "string"` and `oneOf`', pointer)
        values = []
        for index, branch in enumerate(branches):
            branch_pointer = pointers.join(pointer, "oneOf", index)
            if "const" in branch:
                self.check_keywords(branch, "listed value", branch_pointer)
                text = branch.get("description", "")
                values.append(ir.EnumValue(value=branch["const"], description=text, deprecation=_deprecation(branch)))
            elif not is_opened:
                self.report("a listed value needs `const` and a description", branch_pointer)
        return tuple(values)


def _deprecation(node: Schema) -> ir.Deprecation | None:
    if not node.get("deprecated"):
        return None
    return ir.Deprecation(**node.get("x-deprecated", {}))


def _limits(node: Schema) -> ir.Limits:
    """Return the limits of a value; `inner` holds those of the items or values of an inline type."""
    child = node.get("items", node.get("additionalProperties"))
    inner = _limits(child) if isinstance(child, dict) else ir.NO_LIMITS
    return ir.Limits(
        minimum=node.get("minimum"),
        maximum=node.get("maximum"),
        exclusive_minimum=node.get("exclusiveMinimum"),
        exclusive_maximum=node.get("exclusiveMaximum"),
        min_length=node.get("minLength"),
        max_length=node.get("maxLength"),
        min_count=node.get("minItems", node.get("minProperties")),
        max_count=node.get("maxItems", node.get("maxProperties")),
        pattern=node.get("pattern", ""),
        unique=bool(node.get("uniqueItems")),
        unique_by=tuple(node.get("x-unique", ())),
        inner=None if inner == ir.NO_LIMITS else inner,
    )


def _annotations(node: Schema) -> ir.Annotations:
    """Return the annotations of a property. It is secret if it contains a credential at any depth."""
    return ir.Annotations(
        secret=_holds_a_credential(node),
        server_side=is_server_side(node),
        client_required=bool(node.get("x-client-required")),
        client_copy_of=node.get("x-client-copy-of", ""),
        references=node.get("x-references", ""),
    )


def _examples(node: Schema) -> tuple[str, ...]:
    """Return the documented values as indented JSON, without the final newline."""
    return tuple(dump_document(example).rstrip("\n") for example in node.get("examples", ()))


def _holds_a_credential(node: Schema) -> bool:
    child_schemas = [node.get("items"), node.get("additionalProperties"), *node.get("anyOf", [])]
    return bool(node.get("x-secret")) or any(
        _holds_a_credential(part) for part in child_schemas if isinstance(part, dict)
    )


def parse(
    definitions: Mapping[str, Schema], definition_modules: Mapping[str, str]
) -> tuple[dict[str, ir.Definition], list[Problem]]:
    """Parse the definitions of a profile, and return them with their problems.

    `definition_modules` maps the name of each definition to its module.
    """
    parser = _SchemaParser(definition_modules, definitions)
    return {name: parser.definition(name, node) for name, node in definitions.items()}, parser.problems
