"""Methods of generated classes beyond the codec: the model with a reference, the price of a request."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from codegen.ir import model as ir
from codegen.targets.python.python_names import CLASS_METHODS
from codegen.targets.python.python_text import PythonCodec, literal
from codegen.targets.safe_text import SafeText, environment
from modelconfig.documents.pricing import MILLIONS

_TEMPLATES = Path(__file__).with_name("templates")
_TEXT: Final = ir.Primitive(ir.Scalar.STRING)
_PRICE: Final = ir.Primitive(ir.Scalar.NUMBER)
_READS: Final[Mapping[str, Mapping[str, ir.Type]]] = {
    "ModelConfiguration": {
        "ModelConfiguration.models": ir.Array(ir.Named("Model")),
        "Model.modelRef": _TEXT,
    },
    "Model": {
        "Model.estimatedModelCost?": ir.Named("ModelCost"),
        "ModelCost.unit": _TEXT,
        "ModelCost.inputTokenPennies": _PRICE,
        "ModelCost.outputTokenPennies": _PRICE,
    },
}
"""The type of each property that the code of a class's method reads. `?` is behind one that may be absent."""


def class_method(definition: ir.ObjectType, codec: PythonCodec) -> str:
    """Return the code of the method of a class, or "" if none exists or a property that it reads has another type."""
    if definition.name not in _READS or not _READS[definition.name].items() <= _types(codec).items():
        return ""
    units = ", ".join(f"{literal(unit)}: {millions * 1_000_000:_}" for unit, millions in MILLIONS.items())
    model = codec.qualified(codec.definitions["Model"], "Model")
    template = environment(_TEMPLATES).get_template(f"{CLASS_METHODS[definition.name]}.jinja2")
    return "\n\n" + template.render(units=SafeText(units), model=SafeText(model)).rstrip("\n")


def _types(codec: PythonCodec) -> dict[str, ir.Type]:
    """Return the type of every property, by its name in `_READS`; an enumeration is a text."""
    types = {}
    for definition in codec.definitions.values():
        for prop in definition.properties if isinstance(definition, ir.ObjectType) else ():
            kind = codec.without_alias(prop.type)
            if isinstance(kind, ir.Named) and isinstance(codec.definitions[kind.name], ir.Enum):
                kind = _TEXT
            name = f"{definition.name}.{prop.name}"
            types[f"{name}?"] = kind
            # Null for a required array is read as empty.
            if prop.required and (not prop.nullable or isinstance(kind, ir.Array)):
                types[name] = kind
    return types
