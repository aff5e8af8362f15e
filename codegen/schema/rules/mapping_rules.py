"""Rule MC176: each property of a source format has an effect: it is mapped by its name, or the schema states why not.

A file with `x-source-of` describes documents from which others are made: the catalogue, site configurations. The build
and the merge copy what a definition and the one in its `x-maps-to` share by name.
"""

from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import target
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

_REASON = "x-not-mapped"


def unmapped_property(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC176: Report a property of a source format that nothing reads, and a reason that is not needed."""
    if "x-source-of" not in file.schema:
        return
    variants = {target(branch) for node in sources.definitions.values() for branch in node.get("oneOf", ())}
    for name, node in file.definitions.items():
        counterpart = target({"$ref": node.get("x-maps-to", "")})
        if counterpart and counterpart not in sources.definitions:
            # Another rule reports the reference.
            continue
        known = sources.definitions.get(counterpart, {}).get("properties", {})
        for property_name, subschema in node.get("properties", {}).items():
            pointer = pointers.join("/$defs", name, "properties", property_name)
            has_reason = _REASON in subschema
            if property_name in known and has_reason:
                message = f"`{counterpart}` has a property of this name, to which the value is mapped"
                pointer = pointers.join(pointer, _REASON)
                yield error("MC176", message, hint=f"Remove `{_REASON}`.", pointer=pointer, at_key=True)
            elif (
                property_name not in known
                and not has_reason
                and not (name in variants and property_name == "type" and "const" in subschema)
            ):
                message = f"nothing reads `{property_name}`"
                hint = f'Write "{_REASON}": "…" with what the value is for.'
                if counterpart:
                    message += f": `{counterpart}` has no property of this name"
                    hint = f'Add the property to `{counterpart}`, or write "{_REASON}": "…" with what the value is for.'
                yield error("MC176", message, hint=hint, pointer=pointer, at_key=True)


def mapping_without_source(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report an annotation on mapping in a file that is not a source format."""
    for pointer, node in file.nodes:
        for keyword in ("x-maps-to", _REASON):
            if keyword in node and "x-source-of" not in file.schema:
                message = f"`{keyword}` has no effect: the file is not a source format"
                hint = 'Remove it, or write "x-source-of": "model.json" at the top of the file.'
                yield error("MC158", message, hint=hint, pointer=pointers.join(pointer, keyword), at_key=True)


RULES = (unmapped_property, mapping_without_source)
