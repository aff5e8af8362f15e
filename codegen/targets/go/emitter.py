"""Emit the Go module."""

import re
from collections.abc import Sequence

from jinja2 import Environment

from codegen.ir import model as ir
from codegen.targets.go.go_codec import GoCodec
from codegen.targets.go.go_declarations import GoDeclarations
from codegen.targets.go.go_names import TEMPLATES, exported
from codegen.targets.go.go_text import comment, literal
from codegen.targets.go.target import TARGET
from codegen.targets.safe_text import SafeText, environment
from modelconfig.diagnostics.credentials import SERVER_SIDE
from modelconfig.documents.queries import MAX_DISPLAY_NAME_BYTES
from modelconfig.documents.refs import ALLOWED, SEPARATOR

PACKAGE = "modelconfig"

_MARKER = "Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT."
"""The sentence by which Go tools recognise generated code."""
# A list, because Python's Unicode tables change with its version and the output must not.
_FOLDED = "\u00df\u017f\u1e9e\u212a\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
"""The characters outside ASCII that are letters of ASCII when case is ignored."""
_IDENTIFIER = re.compile(r"\w+")
# Names of schema files have neither `_` nor upper-case letters, so these do not collide with files of types.
_PACKAGE_FILES = (
    "README.md",
    "client_view.go",
    "embedded_models.go",
    "go.mod",
    "json_reader.go",
    "json_writer.go",
    "model_references.go",
    "package_doc.go",
    "shape_error.go",
    "unknown_members.go",
)


def emit(modules: Sequence[ir.Module], folder: str = TARGET.folder) -> dict[str, str]:
    """Return the Go module by repository-relative path, all but its `models.json`, which the catalogue writes."""
    definitions = _definitions(modules)
    templates = environment(TEMPLATES)
    (document,) = (module for module in modules if module.published)
    declarations = GoDeclarations(definitions, {client.name: client for client in document.client_definitions})
    texts = {}
    for module in modules:
        module_declarations = [
            declarations.of(definition) for definition in definitions.values() if definition.module == module.name
        ]
        texts[f"{module.name}.go"] = _rendered(templates, "types.go", module, declarations=module_declarations)
    root = definitions[document.root]
    context = {
        "used": set(_IDENTIFIER.findall("".join(texts.values()))),
        "root": exported(root.name),
        "root_is_union": isinstance(root, ir.Union),
        "root_writer": GoCodec(definitions).writer(ir.Named(root.name)),
        "server_side": literal(SERVER_SIDE),
        "folds": [(SafeText(f"'\\u{ord(character):04x}'"), literal(character.casefold())) for character in _FOLDED],
        "max_display_name": SafeText(str(MAX_DISPLAY_NAME_BYTES)),
        "separator": literal(SEPARATOR),
        "reference_characters": literal("".join(sorted(ALLOWED))),
    }
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
