"""Emit the reference pages: every property of every document as Markdown."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment

from codegen.ir import model as ir
from codegen.targets.reference import markdown_text
from codegen.targets.reference.markdown_text import cell, code, json_block, link, literal, strong
from codegen.targets.reference.reference_names import anchor
from codegen.targets.reference.target import TARGET
from codegen.targets.safe_text import SafeText, deprecation_text, environment
from codegen.targets.value_notes import definition_notes, property_notes

_TEMPLATES = Path(__file__).with_name("templates")


def emit(modules: Sequence[ir.Module], folder: str = TARGET.folder) -> dict[str, str]:
    """Return a page for each module by repository-relative path. `modules` have each definition once."""
    definitions = {definition.name: definition for module in modules for definition in module.definitions}
    # One environment, so that the template is compiled once.
    jinja = environment(_TEMPLATES, {function.__name__: function for function in (*_TEXTS, *_FILTERS)}, _TESTS)
    return {f"{folder}/{module.name}.md": _Page(module, definitions).text(jinja) for module in modules}


class _Page:
    """A page of the reference. It needs all definitions to link to their pages."""

    def __init__(self, module: ir.Module, definitions: Mapping[str, ir.Definition]) -> None:
        self._module = module
        self._definitions = definitions

    def text(self, jinja: Environment) -> str:
        methods = (self.linked, self.described, self.aliased, self.property_type)
        jinja.filters.update({method.__name__: method for method in methods})
        return jinja.get_template("page.md.jinja").render(module=self._module)

    def linked(self, name: str) -> SafeText:
        """Return a link from a definition's name to its description."""
        module = self._definitions[name].module
        page = "" if module == self._module.name else f"{module}.md"
        return link(name, f"{page}#{anchor(name)}")

    def described(self, name: str) -> SafeText:
        return cell(self._definitions[name].description)

    def aliased(self, definition: ir.Alias) -> SafeText:
        return SafeText(self._type(definition.type))

    def property_type(self, prop: ir.Property) -> SafeText:
        return SafeText(self._type(prop.type) + (" or null" if prop.nullable else ""))

    def _type(self, kind: ir.Type) -> str:
        if isinstance(kind, ir.Primitive):
            return literal(kind.const) if kind.const is not None else kind.scalar.value
        if isinstance(kind, ir.Named):
            return self.linked(kind.name)
        if isinstance(kind, ir.Array):
            return f"array of {self._type(kind.items)}"
        return f"object with values of {self._type(kind.values)}"


def article(name: str) -> SafeText:
    """Return the indefinite article of a definition's name."""
    return SafeText("an" if name[:1].upper() in "AEIO" else "a")


def required(prop: ir.Property) -> SafeText:
    """Return the cell for whether a property is required."""
    return SafeText("yes" if prop.required else "")


def default(prop: ir.Property) -> SafeText:
    """Return the cell with the documented default."""
    return SafeText("") if prop.default_json is None else code(prop.default_json)


def meaning(prop: ir.Property) -> SafeText:
    """Return the cell with a property's description, then its limits, annotations and examples."""
    parts = [cell(prop.description), *property_notes(prop, code, strong)]
    parts += _one_line_examples(prop.examples_json)
    if prop.since:
        parts.append(f"Since contract {cell(prop.since)}.")
    return SafeText(" ".join([*parts, *_deprecated(prop.deprecation)]))


def value_meaning(value: ir.EnumValue) -> SafeText:
    """Return the cell with the meaning of a listed value."""
    return SafeText(" ".join([cell(value.description), *_deprecated(value.deprecation)]))


def notes(definition: ir.Definition) -> SafeText:
    """Return the notes on a definition as one paragraph, which may be empty."""
    parts = _deprecated(definition.deprecation)
    if isinstance(definition, ir.ObjectType) and not definition.properties:
        parts.append("It has no properties yet.")
    if isinstance(definition, ir.ObjectType) and not definition.closed:
        parts.append("Other properties are allowed.")
    if isinstance(definition, ir.Enum) and definition.open:
        parts.append("Producers write only listed values. Consumers accept any string: later versions may add values.")
    if isinstance(definition, ir.Union):
        parts.append(f"An object of one of these kinds. Its property {code(definition.tag)} identifies the kind.")
    parts += definition_notes(definition, code, strong)
    if _has_one_line_examples(definition):
        parts += _one_line_examples(definition.examples_json)
    return SafeText(" ".join(parts))


def blocks(definition: ir.Definition) -> list[SafeText]:
    """Return the examples as blocks if any of them has several lines."""
    return [] if _has_one_line_examples(definition) else [json_block(text) for text in definition.examples_json]


def _has_one_line_examples(definition: ir.Definition) -> bool:
    return not any("\n" in example for example in definition.examples_json)


def _one_line_examples(examples: Sequence[str]) -> list[str]:
    if not examples:
        return []
    shown = ", ".join(code(" ".join(line.strip() for line in example.split("\n"))) for example in examples)
    return [f"Example{'s' if len(examples) > 1 else ''}: {shown}."]


def _deprecated(deprecation: ir.Deprecation | None) -> list[str]:
    return [f"{f'**Deprecated** {deprecation_text(deprecation, code, cell)}'.rstrip()}."] if deprecation else []


_TEXTS = (markdown_text.prose, markdown_text.phrase, code, literal, markdown_text.comment)
_TESTS = {
    "alias": lambda definition: isinstance(definition, ir.Alias),
    "object_type": lambda definition: isinstance(definition, ir.ObjectType),
    "enum": lambda definition: isinstance(definition, ir.Enum),
    "union": lambda definition: isinstance(definition, ir.Union),
}
_FILTERS = (article, required, default, meaning, value_meaning, notes, blocks)
