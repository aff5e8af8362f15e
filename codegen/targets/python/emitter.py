"""Emit the Python package of dataclasses, through datamodel-code-generator.

A codec is generated for each class, because a dataclass has neither a reader nor the names of the JSON properties.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codegen.ir import model as ir
from codegen.targets.python.class_methods import class_method
from codegen.targets.python.generator_input import plain_schema, property_aliases
from codegen.targets.python.generator_output import export_order, finish, import_order
from codegen.targets.python.python_names import (
    EXPORTED_SUPPORT,
    VERSION_CONSTANTS,
    attribute,
    constant,
    exported_names,
    object_draft,
    object_reader,
    table,
    union_reader,
)
from codegen.targets.python.python_text import (
    PythonCodec,
    attribute_entry,
    docstring,
    identifier,
    inert,
    literal,
    note,
    wrapped,
)
from codegen.targets.python.target import TARGET
from codegen.targets.safe_text import SafeText, environment
from codegen.targets.value_notes import definition_notes, property_notes, version_notes

PACKAGE = f"{TARGET.folder}/modelconfig_types"
_HEADER = SafeText("# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.")
_TEMPLATES = Path(__file__).with_name("templates")


def emit(modules: Sequence[ir.Module]) -> dict[str, str]:
    """Return the files generated from the schema by path. `modules` are of the consumer profile."""
    definitions = {definition.name: definition for module in modules for definition in module.definitions}
    by_module = {
        module.name: [definition for definition in definitions.values() if definition.module == module.name]
        for module in modules
    }
    code = _generate(modules, definitions, by_module)
    files = {}
    for module in modules:
        text = finish(code[module.name] + _version_constants(module), by_module[module.name], sorted(by_module))
        module_docstring = docstring(f"{module.title}. {module.description}", 0)
        files[f"{PACKAGE}/{module.name}.py"] = f"{_HEADER}\n{module_docstring}\n\n{text}"
    files.update(_package(modules, by_module))
    return files


def _package(modules: Sequence[ir.Module], by_module: Mapping[str, list[ir.Definition]]) -> dict[str, str]:
    """Return the files of the package itself: lazy exports, shared support, the marker for type checkers."""
    templates = environment(_TEMPLATES)
    names = {"_support": list(EXPORTED_SUPPORT)}
    for module in sorted(modules, key=lambda module: module.name):
        exported = _exported(by_module[module.name]) + (list(VERSION_CONSTANTS) if module.published else [])
        names[module.name] = sorted(exported, key=import_order)
    all_names = sorted((name for exported_names in names.values() for name in exported_names), key=export_order)
    about = "The model configuration as Python types. Names are imported with their module on first use."
    return {
        f"{PACKAGE}/__init__.py": templates.get_template("__init__.py.jinja2").render(
            header=_HEADER,
            docstring=docstring(about, 0),
            modules={identifier(name): list(map(identifier, exported_names)) for name, exported_names in names.items()},
            everything=list(map(identifier, all_names)),
        ),
        f"{PACKAGE}/_support.py": templates.get_template("_support.py.jinja2").render(header=_HEADER),
        f"{PACKAGE}/py.typed": "",
    }


def _version_constants(module: ir.Module) -> str:
    """Return the constants of the published module, so that the file that most changes concern is the only one."""
    if not module.published:
        return ""
    lines = (
        f'{name}: Final = {literal(getattr(module, field))}\n"""{text}"""\n'
        for name, (field, text) in VERSION_CONSTANTS.items()
    )
    return "\n\n" + "\n".join(lines)


def _exported(definitions: Sequence[ir.Definition]) -> list[str]:
    return [name for definition in definitions for name in exported_names(definition)]


def _generate(
    modules: Sequence[ir.Module], definitions: Mapping[str, ir.Definition], by_module: Mapping[str, list[ir.Definition]]
) -> dict[str, str]:
    """Run datamodel-code-generator once over all modules; return its code by module."""
    from datamodel_code_generator import generate
    from datamodel_code_generator.enums import DataModelType, InputFileType
    from datamodel_code_generator.format import PythonVersion

    with tempfile.TemporaryDirectory() as folder:
        for module in modules:
            document = plain_schema(module.root, by_module[module.name], definitions)
            Path(folder, f"{module.name}.json").write_text(json.dumps(document), encoding="utf-8")
        generated = generate(
            Path(folder),
            input_file_type=InputFileType.JsonSchema,
            output_model_type=DataModelType.DataclassesDataclass,
            target_python_version=PythonVersion.PY_311,
            custom_template_dir=_TEMPLATES,
            extra_template_data=_template_data(definitions),
            aliases=property_aliases(definitions),
            snake_case_field=True,
            capitalise_enum_members=True,
            use_generic_container_types=True,
            use_standard_primitive_types=True,
            strict_nullable=True,
            disable_timestamp=True,
            formatters=[],
        )
    if not isinstance(generated, dict):
        raise TypeError("datamodel-code-generator returned no modules")
    return {Path(*path).stem: str(getattr(text, "body", text)) for path, text in generated.items()}


def _template_data(definitions: Mapping[str, ir.Definition]) -> defaultdict[str, dict[str, Any]]:
    """Return the data that the templates need beyond names and types, by definition."""
    data = {
        name: _definition_data(definition, PythonCodec(definitions, definition.module))
        for name, definition in definitions.items()
    }
    return defaultdict(dict, data)


def _definition_data(definition: ir.Definition, codec: PythonCodec) -> dict[str, Any]:
    text = " ".join([definition.description, *definition_notes(definition)]) + note(definition.deprecation)
    match definition:
        case ir.ObjectType(properties=properties):
            return {
                "about": [inert(line) for line in wrapped(text, 4)],
                "properties": [_property_data(field, codec) for field in properties],
                "class_method": class_method(definition, codec),
                "reader": object_reader(definition.name),
                "draft": object_draft(definition.name),
                "required_count": sum(field.required for field in properties),
                "wires": _tuple([field.name for field in properties]),
            }
        case ir.Enum(values=values):
            return {
                "about": [inert(line) for line in wrapped(text, 4)],
                "values": [_value_data(value) for value in values],
                "table": table(definition.name),
            }
        case ir.Union(variants=variants):
            return {
                "docstring": docstring(text, 0),
                "tag": definition.tag,
                "tag_literal": literal(definition.tag),
                "reader": union_reader(definition.name),
                "variants": [(literal(value), codec.reader(ir.Named(name))) for value, name in variants],
            }
        case ir.Alias(type=kind):
            return {"docstring": docstring(text, 0), "distinct": isinstance(kind, ir.Primitive)}
    raise TypeError(definition)


def _property_data(field: ir.Property, codec: PythonCodec) -> dict[str, Any]:
    notes = [*property_notes(field), *version_notes(field)]
    text = " ".join([field.description, *notes]) + note(field.deprecation)
    only_value = field.type.const if isinstance(field.type, ir.Primitive) else None
    return {
        "wire": field.name,
        "name": attribute(field.name),
        "hint": "" if only_value is None else f"Literal[{literal(only_value)}]" + ("" if field.required else " | None"),
        "literal": literal(field.name),
        "required": field.required,
        "attribute": attribute_entry(attribute(field.name), text),
        "docstring": docstring(text, 4),
        "read": codec.statements(field),
        "write": codec.write(field.type, f"self.{attribute(field.name)}"),
    }


def _value_data(value: ir.EnumValue) -> dict[str, str]:
    name, text = constant(value.name or value.value), value.description + note(value.deprecation)
    return {
        "name": name,
        "attribute": attribute_entry(name, text),
        "literal": literal(value.value),
        "docstring": docstring(text, 4),
    }


def _tuple(names: Sequence[str]) -> str:
    return "(" + "".join(literal(name) + ", " for name in names).rstrip(" ") + ")"
