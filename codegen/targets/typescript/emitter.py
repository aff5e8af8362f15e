"""Emit the TypeScript package of declarations."""

import json
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from codegen.ir import model as ir
from codegen.targets.safe_text import SafeText, deprecation_text, environment, json_literal
from codegen.targets.typescript.target import TARGET
from codegen.targets.typescript.typescript_names import known_type, type_name
from codegen.targets.typescript.typescript_text import code_span, doc_comment, line, property_name, template_literal
from codegen.targets.value_notes import definition_notes, property_notes

PACKAGE = "cody-modelconfig"
_REPOSITORY = "https://github.com/sourcegraph/cody-modelconfig"

_TEMPLATES = Path(__file__).with_name("templates")
_PROJECT = Path(__file__).parents[3] / "pyproject.toml"
_ONE_LINE_WIDTH = 50
_RENDERED = ("index.d.ts", "models.json.d.ts", "README.md")
_SCALARS = {
    ir.Scalar.STRING: "string",
    ir.Scalar.INTEGER: "number",
    ir.Scalar.NUMBER: "number",
    ir.Scalar.BOOLEAN: "boolean",
}
_TESTS = {
    "object_type": lambda definition: isinstance(definition, ir.ObjectType),
    "open_enum": lambda definition: isinstance(definition, ir.Enum) and definition.open,
}


def emit(modules: Sequence[ir.Module], folder: str = TARGET.folder) -> dict[str, str]:
    """Return the package by repository-relative path, all but its `models.json`, which the catalogue writes.

    `modules` holds the client view alone.
    """
    (module,) = modules
    templates = environment(_TEMPLATES, _filters(), _TESTS)
    texts = {name: templates.get_template(f"{name}.jinja").render(module=module) for name in _RENDERED}
    texts["package.json"] = _package_json()
    return {f"{folder}/{name}": texts[name] for name in sorted(texts)}


def _package_json() -> str:
    project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    manifest = {
        "name": PACKAGE,
        "version": project["version"],
        "description": "Types of the model configuration that Cody clients receive, and the published catalogue",
        "license": "Apache-2.0",
        "homepage": f"{_REPOSITORY}/tree/main/{TARGET.folder}#readme",
        "repository": {"type": "git", "url": f"git+{_REPOSITORY}.git", "directory": TARGET.folder},
        "types": "./index.d.ts",
        "exports": {
            ".": {"types": "./index.d.ts"},
            "./models.json": {"types": "./models.json.d.ts", "default": "./models.json"},
            "./package.json": "./package.json",
        },
        "files": ["index.d.ts", "models.json", "models.json.d.ts"],
        "sideEffects": False,
    }
    return json.dumps(manifest, indent=2) + "\n"


def _filters() -> dict[str, Callable[..., SafeText]]:
    return {
        "body": _body,
        "doc": _doc,
        "known_doc": _known_doc,
        "known_type": known_type,
        "line": line,
        "literal": json_literal,
        "property_doc": _property_doc,
        "property_type": _property_type,
        "property_name": property_name,
        "type_name": type_name,
    }


def _doc(definition: ir.Definition) -> SafeText:
    """Return the comment of a definition. The comment of an open enumeration mentions unlisted values."""
    paragraphs = [definition.description]
    if isinstance(definition, ir.Enum) and definition.open:
        paragraphs.append(f"Open: a later version may send a value that is not in `{known_type(definition.name)}`.")
    elif isinstance(definition, ir.Enum):
        paragraphs.append(_listed(definition.values))
    elif notes := definition_notes(definition, code_span):
        paragraphs.append(" ".join(notes))
    return doc_comment(paragraphs, _tags(deprecation=definition.deprecation))


def _known_doc(definition: ir.Enum) -> SafeText:
    paragraphs = [definition.description, _listed(definition.values)]
    return doc_comment(paragraphs, _tags(deprecation=definition.deprecation))


def _listed(values: tuple[ir.EnumValue, ...]) -> str:
    return "\n".join(_value_doc(value) for value in values)


def _value_doc(value: ir.EnumValue) -> str:
    text = "\n  ".join(value.description.strip().splitlines())
    if value.deprecation:
        text += f" {_capitalized(f'deprecated {deprecation_text(value.deprecation, code_span)}')}"
    return f"- {code_span(json_literal(value.value))}: {text}"


def _property_doc(prop: ir.Property) -> SafeText:
    tags = _tags(default=prop.default_json, since=prop.since, deprecation=prop.deprecation)
    paragraphs = [prop.description, " ".join(property_notes(prop, code_span))]
    return doc_comment(filter(None, paragraphs), tags, "  ")


def _tags(
    *, default: str | None = None, since: str = "", deprecation: ir.Deprecation | None = None
) -> list[tuple[str, str]]:
    """Return the tags in their order. The text comes before them, or editors would hide it."""
    tags = []
    if default is not None:
        tags.append(("defaultValue", code_span(default)))
    if since:
        tags.append(("since", since))
    if deprecation:
        tags.append(("deprecated", _capitalized(deprecation_text(deprecation, code_span))))
    return tags


def _capitalized(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip()}." if text else ""


def _type(kind: ir.Type) -> str:
    """Return a type expression, which needs parentheses only before `[]`."""
    if isinstance(kind, ir.Primitive):
        return _SCALARS[kind.scalar] if kind.const is None else json_literal(kind.const)
    if isinstance(kind, ir.Named):
        return type_name(kind.name)
    if isinstance(kind, ir.Array):
        items = _type(kind.items)
        return f"readonly ({items})[]" if isinstance(kind.items, ir.Array) else f"readonly {items}[]"
    return f"{{ readonly [name: string]: {_type(kind.values)} }}"


def _property_type(prop: ir.Property) -> SafeText:
    """Return the type of a property. The client view has no null for a required array, though readers accept it."""
    return SafeText(_type(prop.type) + (" | null" if prop.nullable and not prop.required else ""))


def _body(definition: ir.Enum | ir.Alias | ir.Union) -> SafeText:
    """Return the text after a type alias's equals sign, including the space or line break."""
    if isinstance(definition, ir.Alias):
        return SafeText(f" {template_literal(definition.template) if definition.template else _type(definition.type)}")
    if isinstance(definition, ir.Union):
        return _alternatives([type_name(name) for _, name in definition.variants])
    return _alternatives([json_literal(value.value) for value in definition.values])


def _alternatives(names: list[SafeText]) -> SafeText:
    one_line = " | ".join(names)
    return SafeText(f" {one_line}" if len(one_line) <= _ONE_LINE_WIDTH else "".join(f"\n  | {name}" for name in names))
