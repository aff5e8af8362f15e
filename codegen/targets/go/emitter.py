"""Emit the Go module."""

from collections.abc import Sequence

from jinja2 import Environment

from codegen.ir import model as ir
from codegen.targets.go.go_declarations import GoDeclarations
from codegen.targets.go.go_names import TEMPLATES, exported
from codegen.targets.go.go_text import comment, literal
from codegen.targets.go.target import TARGET
from codegen.targets.safe_text import SafeText, environment

PACKAGE = "modelconfig"

_MARKER = "Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT."
"""The sentence by which Go tools recognise generated code."""
# Names of schema files have neither `_` nor upper-case letters, so these do not collide with files of types.
_PACKAGE_FILES = (
    "README.md",
    "embedded_models.go",
    "go.mod",
    "json_reader.go",
    "json_writer.go",
    "package_doc.go",
    "shape_error.go",
    "unknown_members.go",
)


def emit(modules: Sequence[ir.Module], folder: str = TARGET.folder) -> dict[str, str]:
    """Return the Go module by repository-relative path, all but its `models.json`, which the catalogue writes."""
    definitions = _definitions(modules)
    templates = environment(TEMPLATES)
    declarations = GoDeclarations(definitions)
    texts = {}
    for module in modules:
        module_declarations = [
            declarations.of(definition) for definition in definitions.values() if definition.module == module.name
        ]
        texts[f"{module.name}.go"] = _rendered(templates, "types.go", module, declarations=module_declarations)
    (document,) = (module for module in modules if module.published)
    root = definitions[document.root]
    context = {"root": exported(root.name), "root_is_union": isinstance(root, ir.Union)}
    for name in _PACKAGE_FILES:
        texts[name] = _rendered(templates, name, document, **context)
    return {f"{folder}/{name}": texts[name] for name in sorted(texts)}


def _definitions(modules: Sequence[ir.Module]) -> dict[str, ir.Definition]:
    """Return all definitions by name; those of a schema file in its order, with the document's first."""
    pairs = [(module, definition) for module in modules for definition in module.definitions]
    ordered = sorted(pairs, key=lambda entry: (entry[1].module != entry[0].name, entry[1].name != entry[0].root))
    return {definition.name: definition for _, definition in ordered}


def _rendered(templates: Environment, name: str, module: ir.Module, **context: object) -> str:
    return templates.get_template(f"{name}.jinja").render(
        package=SafeText(PACKAGE),
        header=SafeText(f"// {_MARKER}"),
        html_header=SafeText(f"<!-- {_MARKER} -->"),
        published=module.published,
        version=literal(module.version),
        digest=literal(module.digest),
        about=comment([f"{module.title}. {module.description}"]),
        **context,
    )
