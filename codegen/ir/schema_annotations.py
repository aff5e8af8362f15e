"""Limits, annotations and examples of a subschema."""

from __future__ import annotations

from codegen.ir import model as ir
from codegen.schema.traversal import Schema
from modelconfig.jsontext.writer import dump_document


def limits(node: Schema) -> ir.Limits:
    """Return the limits of a value; `inner` holds those of the items or values of an inline type."""
    child = node.get("items", node.get("additionalProperties"))
    inner = limits(child) if isinstance(child, dict) else ir.NO_LIMITS
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


def property_annotations(node: Schema) -> ir.Annotations:
    """Return the annotations of a property. It is secret if it contains a credential at any depth."""
    return ir.Annotations(
        secret=_holds_a_credential(node),
        server_side=node.get("x-visibility") == "server",
        client_required=bool(node.get("x-client-required")),
        client_copy_of=node.get("x-client-copy-of", ""),
        references=node.get("x-references", ""),
    )


def examples(node: Schema) -> tuple[str, ...]:
    """Return the documented values as indented JSON, without the final newline."""
    return tuple(dump_document(example).rstrip("\n") for example in node.get("examples", ()))


def _holds_a_credential(node: Schema) -> bool:
    child_schemas = [node.get("items"), node.get("additionalProperties"), *node.get("anyOf", [])]
    return bool(node.get("x-secret")) or any(
        _holds_a_credential(part) for part in child_schemas if isinstance(part, dict)
    )
