"""Rules on display names and model names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import related
from modelconfig.diagnostics.rule import Finding, string_property
from modelconfig.documents.queries import MAX_DISPLAY_NAME_BYTES, comparable_name, is_blank

if TYPE_CHECKING:
    from modelconfig.documents.lint.document_context import DocumentContext, DocumentItem

# Control characters, characters that change the direction of text, and unpaired surrogates.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")


def long_display_name(document: DocumentContext) -> Iterator[Finding]:
    """Find display names of more bytes than readers accept.

    The schema reports a name of more than that many characters.
    """
    for entry, name in _display_names(document):
        size = len(name.encode("utf-8", "surrogatepass"))
        if len(name) <= MAX_DISPLAY_NAME_BYTES < size:
            message = f"display name of {size} bytes of UTF-8; at most {MAX_DISPLAY_NAME_BYTES} are allowed"
            hint = "Shorten it: a character outside ASCII has 2 to 4 bytes."
            yield Finding(entry.pointer_to("displayName"), message, hint)


def blank_display_name(document: DocumentContext) -> Iterator[Finding]:
    """Find display names that are empty or only spaces."""
    for entry, name in _display_names(document):
        if is_blank(name):
            hint = "Set a name, or omit the property, so that a name made from the id is shown."
            yield Finding(entry.pointer_to("displayName"), "blank display name", hint)


def padded_name(document: DocumentContext) -> Iterator[Finding]:
    """Find names that start or end with a space."""
    for entry, name_property, kind, name in _names(document):
        if name != name.strip() and not name.isspace():
            verb = "starts" if name != name.lstrip() else "ends"
            pointer = entry.pointer_to(name_property)
            yield Finding(pointer, f"the {kind} {quote(name)} {verb} with a space", "Remove the space.")


def blank_model_name(document: DocumentContext) -> Iterator[Finding]:
    """Find model names that are only spaces, which no API accepts."""
    for model in document.models:
        if string_property(model.value, "modelName").isspace():
            hint = "Set the name that the provider's API uses for the model."
            yield Finding(model.pointer_to("modelName"), "blank model name", hint)


def duplicate_display_name(document: DocumentContext) -> Iterator[Finding]:
    """Find models, and providers, with the same display name.

    Models of all providers are compared, because lists of models seldom show the provider, and models of every status,
    because a deprecated model is still served and shown. Models without a display name are not compared.
    """
    first: dict[tuple[str, str], DocumentItem] = {}
    for entry, name in _display_names(document):
        compared = comparable_name(name)
        other = first.setdefault((entry.kind, compared), entry)
        if compared and other is not entry:
            message = f"{quote(entry.label)} and {quote(other.label)} have the same display name {quote(name)}"
            first_location = related("first use of the name", other.pointer_to("displayName"))
            hint = "Make the names different, for example with the version."
            yield Finding(entry.pointer_to("displayName"), message, hint, related=(first_location,))


def unprintable_name(document: DocumentContext) -> Iterator[Finding]:
    """Find names with an invisible character, which may change how the text around it is shown."""
    for entry, name_property, kind, name in _names(document):
        match = _UNPRINTABLE.search(name)
        if match:
            message = f"{kind} with the unprintable character U+{ord(match[0]):04X}"
            yield Finding(entry.pointer_to(name_property), message, "Remove the character.")


def _display_names(document: DocumentContext) -> Iterator[tuple[DocumentItem, str]]:
    for entry in (*document.providers, *document.models):
        name = entry.value.get("displayName")
        if isinstance(name, str):
            yield entry, name


def _names(document: DocumentContext) -> Iterator[tuple[DocumentItem, str, str, str]]:
    """Yield item, property, kind and text of each display name, then of each model name."""
    for entry, name in _display_names(document):
        yield entry, "displayName", "display name", name
    for model in document.models:
        yield model, "modelName", "model name", string_property(model.value, "modelName")
