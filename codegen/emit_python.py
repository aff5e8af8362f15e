"""Python dataclasses through datamodel-code-generator: it names, resolves and orders; our templates shape the classes.

What a dataclass alone cannot say, above all the wire names, stands in a codec that is generated into each class.
"""

from __future__ import annotations

import ast
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen import ir
from codegen.python_text import SIBLING, Codec, docstring, inert, literal, note, snake, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PACKAGE = "generated/python/modelconfig_types"
_TEMPLATES = Path(__file__).parent / "templates" / "python"
_IMPORTS = {
    "collections.abc": ("Callable",),
    "dataclasses": ("dataclass",),
    "enum": ("StrEnum",),
    "typing": ("Any", "Literal", "NewType", "Self", "TypeAlias"),
    "._support": (
        "ABSENT FrozenMap ShapeError mismatch read_array read_boolean read_constant read_integer read_listed read_map "
        "read_number read_object read_open read_string read_tagged read_unknown write_unknown"
    ).split(),
}


def header(version: str, digest: str) -> str:
    """Return the comment that every generated Python file starts with."""
    return (
        "# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.\n"
        f"# Contract version {version}, schema {digest}."
    )


def emit(modules: Sequence[ir.Module]) -> dict[str, str]:
    """Return the files of the Python package that come from the schema, by path. `modules` are consumer readings."""
    definitions = {definition.name: definition for module in modules for definition in module.definitions}
    own = {module.name: [d for d in definitions.values() if d.module == module.name] for module in modules}
    code = _generate(modules, definitions, own)
    files = {}
    for module in modules:
        text = _finished(code[module.name], own[module.name])
        about = docstring(f"{module.title}. {module.description}", 0)
        files[f"{PACKAGE}/{module.name}.py"] = f"{header(module.version, module.digest)}\n{about}\n\n{text}"
    files.update(_package(modules, own))
    return files


def _package(modules: Sequence[ir.Module], own: Mapping[str, list[ir.Definition]]) -> dict[str, str]:
    """Return the package's own files: lazy exports, shared support, the marker for type checkers."""
    import jinja2

    environment = jinja2.Environment(  # noqa: S701 - it writes Python, not HTML; values are made literals before
        loader=jinja2.FileSystemLoader(_TEMPLATES), undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    version = modules[0].version
    names = [("_support", ["FrozenMap", "ShapeError"])]
    names += [(name, sorted(_exported(found), key=_import_order)) for name, found in sorted(own.items())]
    digest = modules[0].digest
    about = "The model configuration as Python types. Names are imported with their module on first use."
    return {
        f"{PACKAGE}/__init__.py": environment.get_template("__init__.py.jinja2").render(
            header=header(version, digest),
            docstring=docstring(about, 0),
            modules=names,
            everything=sorted(["CONTRACT_VERSION", *(n for _, exported in names for n in exported)], key=_import_order),
            version=literal(version),
        ),
        f"{PACKAGE}/_support.py": environment.get_template("_support.py.jinja2").render(header=header(version, digest)),
        f"{PACKAGE}/py.typed": "",
    }


def _exported(definitions: Sequence[ir.Definition]) -> list[str]:
    readers = [f"read_{snake(definition.name)}" for definition in definitions if isinstance(definition, ir.Union)]
    return [definition.name for definition in definitions] + readers


def _generate(
    modules: Sequence[ir.Module], definitions: Mapping[str, ir.Definition], own: Mapping[str, list[ir.Definition]]
) -> dict[str, str]:
    """Run datamodel-code-generator once over all modules; return its code by module."""
    from datamodel_code_generator import generate
    from datamodel_code_generator.enums import DataModelType, InputFileType
    from datamodel_code_generator.format import PythonVersion

    with tempfile.TemporaryDirectory() as directory:
        for module in modules:
            document = _plain_schema(module.root, own[module.name], definitions)
            Path(directory, f"{module.name}.json").write_text(json.dumps(document), encoding="utf-8")
        generated = generate(
            Path(directory),
            input_file_type=InputFileType.JsonSchema,
            output_model_type=DataModelType.DataclassesDataclass,
            target_python_version=PythonVersion.PY_311,
            custom_template_dir=_TEMPLATES,
            extra_template_data=_template_data(definitions),
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


def _plain_schema(
    root: str, own: Sequence[ir.Definition], definitions: Mapping[str, ir.Definition]
) -> dict[str, Any]:
    """Return what datamodel-code-generator needs to know: names and types. Texts and rules are ours to write.

    The title keeps it from naming the document after its file, which would take that name from a definition.
    """
    home = own[0].module

    def schema(kind: ir.Type) -> dict[str, Any]:
        match kind:
            case ir.Primitive(scalar, const):
                return {"type": scalar.value} | ({} if const is None else {"const": const})
            case ir.Array(items):
                return {"type": "array", "items": schema(items)}
            case ir.Map(values):
                return {"type": "object", "additionalProperties": schema(values)}
            case ir.Named(name):
                target = definitions[name]
                reference = {"$ref": ("" if target.module == home else f"{target.module}.json") + f"#/$defs/{name}"}
                is_open = isinstance(target, ir.Enum) and target.open
                return {"anyOf": [reference, {"type": "string"}]} if is_open else reference
        raise TypeError(kind)

    def definition(found: ir.Definition) -> dict[str, Any]:
        match found:
            case ir.Record(fields=fields):
                required = [field.name for field in fields if field.required]
                return {
                    "type": "object",
                    "properties": {field.name: schema(field.type) for field in fields},
                    "required": required,
                }
            case ir.Enum(values=values):
                return {"type": "string", "enum": [value.value for value in values]}
            case ir.Union(variants=variants):
                return {"oneOf": [schema(ir.Named(name)) for _, name in variants]}
            case ir.Alias(type=kind):
                return schema(kind)
        raise TypeError(found)

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": root,
        "$ref": f"#/$defs/{root}",
        "$defs": {found.name: definition(found) for found in own},
    }


def _template_data(definitions: Mapping[str, ir.Definition]) -> dict[str, dict[str, Any]]:
    """Return what our templates need beyond names and types, by definition."""
    return {name: _definition_data(found, Codec(definitions, found.module)) for name, found in definitions.items()}


def _definition_data(found: ir.Definition, codec: Codec) -> dict[str, Any]:
    text = found.description + note(found.deprecation)
    match found:
        case ir.Record(fields=fields):
            return {
                "about": [inert(line) for line in wrapped(text, 4)],
                "members": [_member_data(field, codec) for field in fields],
                "required_count": sum(field.required for field in fields),
                "wires": _tuple([field.name for field in fields]),
            }
        case ir.Enum(values=values):
            return {
                "docstring": docstring(text, 4, _listing([(v.value, v.description) for v in values])),
                "values": [(literal(v.value), docstring(v.description + note(v.deprecation), 4)) for v in values],
                "open": found.open,
            }
        case ir.Union(variants=variants):
            return {
                "docstring": docstring(text, 0),
                "tag": found.tag,
                "tag_literal": literal(found.tag),
                "reader": f"read_{snake(found.name)}",
                "variants": [(literal(value), codec.reader(ir.Named(name))) for value, name in variants],
            }
        case ir.Alias(type=kind):
            return {"docstring": docstring(text, 0), "distinct": isinstance(kind, ir.Primitive)}
    raise TypeError(found)


def _member_data(field: ir.Field, codec: Codec) -> dict[str, Any]:
    default = f" Default where absent: {field.default_json}." if field.default_json is not None else ""
    since = f" Since contract {field.since}." if field.since else ""
    constant = field.type.const if isinstance(field.type, ir.Primitive) else None
    return {
        "wire": field.name,
        "hint": "" if constant is None else f"Literal[{literal(constant)}]",
        "literal": literal(field.name),
        "required": field.required,
        "summary": inert(" ".join((field.description + note(field.deprecation)).split())),
        "docstring": docstring(field.description + default + since + note(field.deprecation), 4),
        "read": codec.statements(field),
        "write": codec.write(field.type, "@"),
    }


def _listing(entries: Sequence[tuple[str, str]]) -> str:
    """Return the meaning of each value, so that `help()` shows it with the class."""
    return "\n".join(["Values:", *(f"    {name}: {' '.join(text.split())}" for name, text in entries)])


def _tuple(names: Sequence[str]) -> str:
    return "(" + "".join(literal(name) + ", " for name in names).rstrip(" ") + ")"


def _finished(code: str, own: Sequence[ir.Definition]) -> str:
    """Make containers immutable and give the module the imports that it uses.

    Raises RuntimeError where the generator did not keep a definition's name.
    """
    aliases = _sibling_aliases(code)
    for name, alias in aliases.items():
        code = code.replace(f"{SIBLING}{name}.", f"{alias}.")
    body = code[_body_start(code) :].strip("\n") + "\n"
    body = _immutable(body).replace("Mapping[str, ", "FrozenMap[")
    tree = ast.parse(body)
    if lost := {definition.name for definition in own} - _defined(tree):
        raise RuntimeError(f"datamodel-code-generator renamed {', '.join(sorted(lost))}")
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    gap = "\n\n\n" if body.startswith(("@", "class ", "def ")) else "\n\n"
    return "\n".join(_imports(used, aliases)) + gap + body


def _imports(used: set[str], aliases: Mapping[str, str]) -> list[str]:
    """Return the import block of a module: standard library, sibling modules, shared support."""
    lines = ["from __future__ import annotations", ""]
    for module, names in _IMPORTS.items():
        wanted = sorted(used.intersection(names), key=_import_order)
        if wanted and module.startswith("."):
            siblings = [f"from . import {n}" + ("" if n == a else f" as {a}") for n, a in sorted(aliases.items())]
            lines += ["", *siblings, f"from {module} import (", *(f"    {name}," for name in wanted), ")"]
        elif wanted:
            lines.append(f"from {module} import {', '.join(wanted)}")
    return lines


def _sibling_aliases(code: str) -> dict[str, str]:
    """Return the names under which the generator imports sibling modules: another one where a field has the same."""
    found = [
        (alias.name, alias.asname or alias.name)
        for node in ast.parse(code).body
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module is None
        for alias in node.names
    ]
    return dict(found)


def _import_order(name: str) -> tuple[int, str]:
    """Sort constants before types before functions, as import sorters do."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2), name


def _defined(tree: ast.Module) -> set[str]:
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    aliases = {node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}
    types = {t.id for node in tree.body if isinstance(node, ast.Assign) for t in node.targets if isinstance(t, ast.Name)}
    return classes | aliases | types


def _body_start(code: str) -> int:
    """Return where the first definition starts, after the generator's own header and imports."""
    statements = [node for node in ast.parse(code).body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    if not statements:
        return len(code)
    first = statements[0]
    decorators = getattr(first, "decorator_list", [])
    line = min([first.lineno, *(decorator.lineno for decorator in decorators)])
    return sum(len(text) for text in code.splitlines(keepends=True)[: line - 1])


def _immutable(body: str) -> str:
    """Turn every `Sequence[X]` into `tuple[X, ...]`, however deep."""
    opening = "Sequence["
    while (start := body.find(opening)) >= 0:
        depth, end = 1, start + len(opening)
        while depth:
            depth += (body[end] == "[") - (body[end] == "]")
            end += 1
        body = body[:start] + "tuple[" + body[start + len(opening) : end - 1] + ", ...]" + body[end:]
    return body
