"""The reference pages: every member of every document that the schema describes, as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codegen import ir, markdown_text
from codegen.limits_text import limits_text
from codegen.markdown_text import Markdown, cell, code, link, literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

FOLDER = "docs/reference"
_TEMPLATES = Path(__file__).with_name("templates") / "reference"


def emit(modules: Sequence[ir.Module], folder: str = FOLDER) -> dict[str, str]:
    """Return a page for each module by repository-relative path. `modules` hold each definition once, in its home."""
    definitions = {definition.name: definition for module in modules for definition in module.definitions}
    anchors = {name: anchor for module in modules for name, anchor in _anchors(module).items()}
    return {f"{folder}/{module.name}.md": _Page(module, definitions, anchors).text() for module in modules}


def _anchors(module: ir.Module) -> dict[str, str]:
    """Return the anchor of each definition's heading as GitHub makes them, which counts those that differ in case."""
    anchors: dict[str, str] = {}
    counts: dict[str, int] = {}
    for definition in module.definitions:
        plain = definition.name.lower()
        anchors[definition.name] = f"{plain}-{counts[plain]}" if plain in counts else plain
        counts[plain] = counts.get(plain, 0) + 1
    return anchors


class _Page:
    """Writes one page; it knows where every definition stands."""

    def __init__(self, module: ir.Module, definitions: Mapping[str, ir.Definition], anchors: Mapping[str, str]) -> None:
        self._module = module
        self._definitions = definitions
        self._anchors = anchors

    def text(self) -> str:
        return self._environment().get_template("page.md.jinja").render(module=self._module)

    def _environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=False,  # noqa: S701 - the output is no HTML; `finalize` refuses whatever no filter has made safe
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_only_markdown,
        )
        made = (markdown_text.prose, markdown_text.phrase, code, literal, markdown_text.json_block)
        environment.filters.update({function.__name__: function for function in made})
        environment.filters["comment"] = markdown_text.comment
        own = (self.linked, self.described, self.member_type, article, required, default, meaning, value_meaning, notes)
        environment.filters.update({function.__name__: function for function in own})
        environment.tests["record"] = lambda definition: isinstance(definition, ir.Record)
        environment.tests["enum"] = lambda definition: isinstance(definition, ir.Enum)
        environment.tests["union"] = lambda definition: isinstance(definition, ir.Union)
        return environment

    def linked(self, name: str) -> Markdown:
        """Return a definition's name as a link to where it is described."""
        home = self._definitions[name].module
        page = "" if home == self._module.name else f"{home}.md"
        return link(name, f"{page}#{self._anchors[name]}")

    def described(self, name: str) -> Markdown:
        return cell(self._definitions[name].description)

    def member_type(self, member: ir.Field) -> Markdown:
        return Markdown(self._type(member.type) + (" or null" if member.nullable else ""))

    def _type(self, kind: ir.Type) -> str:
        if isinstance(kind, ir.Primitive):
            return literal(kind.const) if kind.const is not None else kind.scalar.value
        if isinstance(kind, ir.Named):
            return self.linked(kind.name)
        if isinstance(kind, ir.Array):
            return f"list of {self._type(kind.items)}"
        return f"map to {self._type(kind.values)}"


def article(name: str) -> Markdown:
    """Return the article that a definition's name takes."""
    return Markdown("an" if name[:1].upper() in "AEIO" else "a")


def required(member: ir.Field) -> Markdown:
    """Return the cell that says whether a member must be there."""
    return Markdown("yes" if member.required else "")


def default(member: ir.Field) -> Markdown:
    """Return the cell with the documented default."""
    return Markdown("") if member.default_json is None else code(member.default_json)


def meaning(member: ir.Field) -> Markdown:
    """Return the cell with a member's description, then its limits, examples and marks."""
    parts = [cell(member.description), *limits_text(member.limits, member.type)]
    parts += _marks(member.marks)
    if member.examples_json:
        shown = ", ".join(code(" ".join(example.split("\n"))) for example in member.examples_json)
        parts.append(f"Example{'s' if len(member.examples_json) > 1 else ''}: {shown}.")
    if member.since:
        parts.append(f"Since contract {cell(member.since)}.")
    return Markdown(" ".join([*parts, *_deprecated(member.deprecation)]))


def value_meaning(value: ir.EnumValue) -> Markdown:
    """Return the cell with the meaning of a listed value."""
    return Markdown(" ".join([cell(value.description), *_deprecated(value.deprecation)]))


def notes(definition: ir.Definition) -> Markdown:
    """Return what else there is to say of a definition, as one paragraph; empty where there is nothing."""
    parts = _deprecated(definition.deprecation)
    if isinstance(definition, ir.Record) and not definition.fields:
        parts.append("It has no members yet.")
    if isinstance(definition, ir.Record) and not definition.closed:
        parts.append("Other members are allowed.")
    if isinstance(definition, ir.Enum) and definition.open:
        parts.append("Writers use the listed values only; readers accept any other, because later versions add some.")
    if isinstance(definition, ir.Union):
        parts.append(f"An object of one of these kinds, told apart by its member {code(definition.tag)}.")
    if isinstance(definition, ir.Alias):
        parts += [f"In JSON: {_shape(definition.type)}.", *limits_text(definition.limits, definition.type)]
        parts += ["**Secret**: masked wherever it is printed."] if definition.secret else []
    return Markdown(" ".join(parts))


def _shape(kind: ir.Type) -> str:
    if isinstance(kind, ir.Primitive):
        return f"{'an' if kind.scalar is ir.Scalar.INTEGER else 'a'} {kind.scalar}"
    return "a list" if isinstance(kind, ir.Array) else "a map"


def _deprecated(deprecation: ir.Deprecation | None) -> list[str]:
    if deprecation is None:
        return []
    since = f" since contract {cell(deprecation.since)}" if deprecation.since else ""
    use = f": use {code(deprecation.use)}" if deprecation.use else ""
    return [f"**Deprecated**{since}{use}."]


def _marks(marks: ir.Marks) -> list[str]:
    said = []
    if marks.references:
        said.append(f"The value must be present at {code(marks.references)}.")
    if marks.client_copy_of:
        said.append(f"Only in what clients receive: a copy of {code(marks.client_copy_of)}.")
    if marks.client_required:
        said.append("Always present in what clients receive.")
    if marks.server_side:
        said.append("**Server-side**: never sent to clients.")
    if marks.secret:
        said.append("**Secret**: masked wherever it is printed.")
    return said


def _only_markdown(value: object) -> str:
    """Let a template put out only what a filter has made, and its own words."""
    if isinstance(value, Markdown) or value in ("", ".", ", ", "Example", "Examples"):
        return str(value)
    raise TypeError(f"a template put out {value!r} without a filter")
