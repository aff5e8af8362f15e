"""Rules on settings that only clients read."""

from collections.abc import Iterator

from modelconfig.diagnostics.rule import Finding, object_property
from modelconfig.documents.lint.document_context import DocumentContext


def fractional_sampling_value(document: DocumentContext) -> Iterator[Finding]:
    """Find numbers with a fraction that JetBrains clients read as integers: their bindings declare all as `Long`."""
    settings = document.definitions["ClientSideOpenAICompatible"]["properties"]
    names = [name for name, node in settings.items() if node.get("type") == "number"]
    for model in document.models:
        values = object_property(object_property(model.value, "clientSideConfig"), "openAICompatible")
        for name in names:
            value = values.get(name)
            if isinstance(value, float) and not value.is_integer():
                message = (
                    f"`{name}` is {value:g}, but JetBrains clients read it as an integer and may reject every model"
                )
                hint = "Remove it: other clients do not read it. Set it at the server that runs the model."
                yield Finding(model.pointer_to("clientSideConfig", "openAICompatible", name), message, hint)
