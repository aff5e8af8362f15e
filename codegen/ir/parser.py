"""A derived schema parsed into the classes of `model`. Its subschemas have the forms of the dialect."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codegen.ir import model as ir
from codegen.schema.loader import LOCAL
from codegen.schema.pattern_language import PLACEHOLDER
from codegen.schema.traversal import Schema, is_server_side, split_null, target
from modelconfig.jsontext.writer import dump_document


@dataclass(frozen=True, slots=True)
class _SchemaParser:
    """Parses the definitions of a profile."""

    definition_modules: Mapping[str, str]
    definitions: Mapping[str, Schema]

    def definition(self, name: str, node: Schema) -> ir.Definition:
        common: dict[str, Any] = {
            "name": name,
            "module": self.definition_modules[name],
            "description": node["description"],
            "deprecation": _deprecation(node),
            "examples_json": _examples(node),
        }
        if "properties" in node:
            closed = node.get("additionalProperties") is False
            required = node.get("required", ())
            properties = (
                _property(name, schema, required=name in required) for name, schema in node["properties"].items()
            )
            reserved = tuple(node.get("x-reserved", ()))
            return ir.ObjectType(**common, closed=closed, properties=tuple(properties), reserved=reserved)
        # An open enumeration has `anyOf` in the tolerant profiles.
        branches = node.get("oneOf", node.get("anyOf"))
        if branches is None:
            return ir.Alias(
                **common,
                type=_type(node),
                template=tuple(node["x-ts-template"].split(PLACEHOLDER)) if "x-ts-template" in node else (),
                limits=_limits(node),
                secret=bool(node.get("x-secret")),
            )
        if "$ref" in branches[0]:
            names = [target(branch) for branch in branches]
            variants = tuple((self.definitions[name]["properties"]["type"]["const"], name) for name in names)
            return ir.Union(**common, tag="type", variants=variants)
        return ir.Enum(
            **common,
            open=bool(node.get("x-open-enum")),
            values=_values(branches),
            reserved=tuple(node.get("x-reserved", ())),
        )


def _property(name: str, schema: Schema, *, required: bool) -> ir.Property:
    nullable, inner = split_null(schema)
    return ir.Property(
        name=name,
        type=_type(inner),
        description=schema["description"],
        required=required,
        nullable=nullable,
        deprecation=_deprecation(schema),
        since=schema.get("x-since", ""),
        default_json=json.dumps(schema["default"], ensure_ascii=False) if "default" in schema else None,
        limits=_limits(inner),
        annotations=_annotations(schema),
        examples_json=_examples(schema),
    )


def _type(node: Schema) -> ir.Type:
    if "$ref" in node:
        return ir.Named(node["$ref"].removeprefix(LOCAL))
    match node["type"]:
        case "array":
            return ir.Array(_type(node["items"]))
        case "object":
            return ir.Map(_type(node["additionalProperties"]))
        case scalar:
            return ir.Primitive(ir.Scalar(scalar), node.get("const"))


def _values(branches: list[Schema]) -> tuple[ir.EnumValue, ...]:
    """Return the listed values; the alternative of an open enumeration that accepts any string is not one."""
    return tuple(
        ir.EnumValue(
            value=branch["const"],
            description=branch["description"],
            name=branch.get("x-name", ""),
            deprecation=_deprecation(branch),
        )
        for branch in branches
        if "const" in branch
    )


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


def parse(definitions: Mapping[str, Schema], definition_modules: Mapping[str, str]) -> dict[str, ir.Definition]:
    """Parse the definitions of a profile.

    `definition_modules` maps the name of each definition to its module.
    """
    parser = _SchemaParser(definition_modules, definitions)
    return {name: parser.definition(name, node) for name, node in definitions.items()}
