"""The input of datamodel-code-generator: names and types without texts and rules.

The templates of this target write texts and the codec.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from codegen.ir import model as ir
from codegen.targets.python.python_names import attribute

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_LOCAL = "#/$defs/"


def property_aliases(definitions: Mapping[str, ir.Definition]) -> dict[str, str]:
    """Return the name of the attribute of each property."""
    return {
        f"{definition.name}.{field.name}": attribute(field.name)
        for definition in definitions.values()
        if isinstance(definition, ir.ObjectType)
        for field in definition.properties
    }


def plain_schema(
    root: str, module_definitions: Sequence[ir.Definition], definitions: Mapping[str, ir.Definition]
) -> dict[str, Any]:
    """Return the schema of one module; `definitions` are those of all modules.

    The title prevents the generator from naming the document after its file, which could collide with a definition.
    """
    module = module_definitions[0].module
    return {
        "$schema": _DRAFT,
        "title": root,
        "$ref": _LOCAL + root,
        "$defs": {definition.name: _definition(definition, module, definitions) for definition in module_definitions},
    }


def _definition(definition: ir.Definition, module: str, definitions: Mapping[str, ir.Definition]) -> dict[str, Any]:
    match definition:
        case ir.ObjectType(properties=properties):
            return {
                "type": "object",
                "properties": {field.name: _type(field.type, module, definitions) for field in properties},
                "required": [field.name for field in properties if field.required],
            }
        case ir.Enum(values=values):
            return {"type": "string", "enum": [value.value for value in values]}
        case ir.Union(variants=variants):
            return {"oneOf": [_type(ir.Named(name), module, definitions) for _, name in variants]}
        case ir.Alias(type=kind):
            return _type(kind, module, definitions)
    raise TypeError(definition)


def _type(kind: ir.Type, module: str, definitions: Mapping[str, ir.Definition]) -> dict[str, Any]:
    match kind:
        case ir.Primitive(scalar, None):
            return {"type": scalar.value}
        case ir.Primitive(scalar, const):
            return {"type": scalar.value, "const": const}
        case ir.Array(items):
            return {"type": "array", "items": _type(items, module, definitions)}
        case ir.Map(values):
            return {"type": "object", "additionalProperties": _type(values, module, definitions)}
        case ir.Named(name):
            target = definitions[name]
            prefix = _LOCAL if target.module == module else f"{target.module}.json{_LOCAL}"
            reference = {"$ref": prefix + name}
            is_open = isinstance(target, ir.Enum) and target.open
            return {"anyOf": [reference, {"type": "string"}]} if is_open else reference
    raise TypeError(kind)
