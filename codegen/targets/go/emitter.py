"""The consumer's reading as a Go module: types with a codec that keeps what it does not know, and the catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.ir import model as ir
from codegen.schema.loader import CLIENT_ROOT
from codegen.targets.go.go_declarations import GoDeclarations
from codegen.targets.go.go_text import Code, comment, line, literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

FOLDER = "generated/go"
PACKAGE = "modelconfig"

_TEMPLATES = Path(__file__).with_name("templates")
# No name of a schema file has a `_` or an upper-case letter, so none of these is the file of a schema file's types.
_OF_THE_PACKAGE = (
    "README.md",
    "contract_version.go",
    "embedded_models.go",
    "go.mod",
    "json_reader.go",
    "json_writer.go",
    "shape_error.go",
    "unknown_members.go",
)


def emit(modules: Sequence[ir.Module], folder: str = FOLDER) -> dict[str, str]:
    """Return the Go module by repository-relative path, all but its `models.json`, which the catalogue writes."""
    definitions = _definitions(modules)
    declarations = GoDeclarations(definitions)
    texts = {}
    for module in modules:
        own = [declarations.of(found) for found in definitions.values() if found.module == module.name]
        texts[f"{module.name}.go"] = _rendered("types.go", module, declarations=own)
    (document,) = (module for module in modules if module.name == CLIENT_ROOT)
    root = definitions[document.root]
    for name in _OF_THE_PACKAGE:
        texts[name] = _rendered(name, document, root=Code(root.name), root_is_union=isinstance(root, ir.Union))
    return {f"{folder}/{name}": texts[name] for name in sorted(texts)}


def _definitions(modules: Sequence[ir.Module]) -> dict[str, ir.Definition]:
    """Return all definitions by name; those of one schema file in its order, which starts with the document."""
    everything = [(module, definition) for module in modules for definition in module.definitions]
    ordered = sorted(everything, key=lambda found: (found[1].module != found[0].name, found[1].name != found[0].root))
    return {definition.name: definition for _, definition in ordered}


def _rendered(template: str, module: ir.Module, **more: object) -> str:
    return (
        _environment()
        .get_template(f"{template}.jinja")
        .render(
            package=Code(PACKAGE),
            header=_header(module, "// "),
            html_header=Code(f"<!--\n{_header(module, '')}\n-->"),
            version=literal(module.version),
            digest=literal(module.digest),
            about=comment([f"{module.title}. {module.description}"]),
            **more,
        )
    )


def _header(module: ir.Module, lead: str) -> Code:
    """Return the first lines of a file, in the form by which Go's tools know generated code."""
    return Code(
        f"{lead}Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.\n"
        f"{lead}Contract version {line(module.version)}, schema hash {line(module.digest)}."
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=False,  # noqa: S701 - the output is no HTML; `finalize` refuses whatever has not been made code
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_only_code,
    )


def _only_code(value: object) -> Code:
    """Let nothing into a template's output that no function has made into code."""
    if not isinstance(value, Code):
        raise TypeError(f"a template puts out {value!r}, which nothing has made into code")
    return value
