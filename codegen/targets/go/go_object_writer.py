"""Go statements that write an object: the whole of it, or what clients see of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from codegen.ir import model as ir
from codegen.targets.go.go_codec import GoCodec
from codegen.targets.go.go_names import exported
from codegen.targets.go.go_text import literal
from codegen.targets.safe_text import SafeText
from modelconfig.diagnostics.credentials import folded
from modelconfig.views.client_view import FILLERS, TIERS, WINDOW


def only_value(field: ir.Property) -> str | None:
    """Return the constant value of a required property, which needs no field, or None."""
    return field.type.const if field.required and isinstance(field.type, ir.Primitive) else None


@dataclass(frozen=True, slots=True)
class GoObjectWriter:
    """The body of the method `write` of each object: `r` is the object, `out` a writer, whole or for clients."""

    codec: GoCodec
    client_definitions: Mapping[str, ir.Definition]

    def statements(self, definition: ir.ObjectType) -> SafeText:
        """Return the statements that write the known properties that are present."""
        client = self._client(definition)
        seen = {field.name for field in client.properties}
        texts = [
            self._with_every_tier(definition, field)
            or self._written(field, hidden=field.name not in seen, filler=self._filler(definition, field, client))
            for field in definition.properties
        ]
        return SafeText("".join([*texts, *(self._copy(definition, field) for field in _copies(client))]))

    def unknown_arguments(self, definition: ir.ObjectType) -> SafeText:
        """Return the further arguments of the call that writes unknown properties: the names that clients never see."""
        client = self._client(definition)
        seen = {field.name for field in client.properties}
        names = {
            "hidden": sorted({folded(field.name) for field in definition.properties if field.name not in seen}),
            "copies": [field.name for field in _copies(client)],
        }
        lists = [f"{name}: []string{{{', '.join(map(literal, texts))}}}" for name, texts in names.items() if texts]
        return SafeText(f"clientNames{{{', '.join(lists)}}}")

    def _client(self, definition: ir.ObjectType) -> ir.ObjectType:
        """Return what clients see of a definition. One that they never see is never written for them."""
        client = self.client_definitions.get(definition.name)
        return client if isinstance(client, ir.ObjectType) else definition

    def _written(self, field: ir.Property, *, hidden: bool, filler: tuple[str, str] | None) -> str:
        expression = f"r.{exported(field.name)}"
        constant = only_value(field)
        if filler is not None:
            source, function = filler
            pointer = expression if self.codec.is_pointer(field) else f"&{expression}"
            return (
                f"\tif value := filled(out, {pointer}, {source}, {function}); value != nil {{\n"
                f"\t\tout.property({literal(field.name)})\n\t\twriteText(value, out)\n\t}}\n"
            )
        statement = (
            self.codec.write_property(field, expression) if constant is None else f"out.string({literal(constant)})"
        )
        conditions = [] if field.required else [f"{expression} != nil"]
        return _conditional([*conditions, *(["!out.client"] if hidden else [])], field.name, statement)

    def _with_every_tier(self, definition: ir.ObjectType, field: ir.Property) -> str:
        """Return the statements that write the settings by tier of a model, or "" for any other property.

        Clients get the model's own window for each tier that is missing.
        """
        settings = self._object(field.type)
        own = {other.name: other for other in definition.properties}.get(WINDOW)
        if field.name != TIERS or settings is None or own is None or not own.required or field.required:
            return ""
        tiers = [tier for tier in self._client(settings).properties if not tier.required and self._is_tier(tier, own)]
        if not tiers:
            return ""
        kind, window = self.codec.type(tiers[0].type), exported(WINDOW)
        pointers = ", ".join(f"&tiers.{exported(tier.name)}" for tier in tiers if tier.type == tiers[0].type)
        lines = [
            f"tiers := *r.{exported(TIERS)}",
            "if out.client {",
            f"\tfor _, tier := range []**{kind}{{{pointers}}} {{",
            "\t\tif *tier == nil {",
            f"\t\t\t*tier = &{kind}{{{window}: r.{window}}}",
            "\t\t}",
            "\t}",
            "}",
        ]
        return _conditional([f"r.{exported(TIERS)} != nil"], TIERS, "tiers.write(out)", lines)

    def _is_tier(self, tier: ir.Property, own: ir.Property) -> bool:
        """Return whether a property has an object that needs a window such as the model's own."""
        settings = self._object(tier.type)
        return settings is not None and any(
            (field.name, field.type, field.required) == (WINDOW, own.type, True) for field in settings.properties
        )

    def _object(self, kind: ir.Type) -> ir.ObjectType | None:
        definition = self.codec.definitions.get(kind.name) if isinstance(kind, ir.Named) else None
        return definition if isinstance(definition, ir.ObjectType) else None

    def _copy(self, definition: ir.ObjectType, copy: ir.Property) -> str:
        """Return the statements that write a property that only clients get, with the value of its sibling."""
        (source,) = (field for field in definition.properties if field.name == copy.annotations.client_copy_of)
        expression = f"r.{exported(source.name)}"
        conditions = ["out.client", *([] if source.required else [f"{expression} != nil"])]
        return _conditional(conditions, copy.name, self.codec.write_property(source, expression))

    def _filler(self, definition: ir.ObjectType, field: ir.Property, client: ir.ObjectType) -> tuple[str, str] | None:
        """Return the Go expressions of what a property is computed from for clients and of the function, if any."""
        if (definition.name, field.name) not in FILLERS:
            return None
        name, function = FILLERS[definition.name, field.name]
        sources = [
            f"string(r.{exported(source.name)})"
            for source in definition.properties
            if source.name == name and source.required and self.codec.is_text(source.type)
        ]
        is_filled = self.codec.is_text(field.type) and any(
            other.annotations.client_required for other in client.properties if other.name == field.name
        )
        return (sources[0], _camel_case(function)) if sources and is_filled else None


def _copies(client: ir.ObjectType) -> list[ir.Property]:
    return [field for field in client.properties if field.annotations.client_copy_of]


def _conditional(conditions: list[str], name: str, statement: str, before: Sequence[str] = ()) -> str:
    """Return the statements that write a property under some conditions, after the lines of `before`."""
    lines = [*before, f"out.property({literal(name)})", statement]
    if not conditions:
        return "".join(f"\t{line}\n" for line in lines)
    return f"\tif {' && '.join(conditions)} {{\n" + "".join(f"\t\t{line}\n" for line in lines) + "\t}\n"


def _camel_case(function: Callable[..., str]) -> str:
    """Return the name of the Go function that does the same as a function of the client view."""
    first, *others = function.__name__.split("_")
    return first + "".join(map(str.capitalize, others))
