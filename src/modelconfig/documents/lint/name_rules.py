"""Rules on display names and model names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, string_property
from modelconfig.documents.queries import MAX_DISPLAY_NAME_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext, ModelEntry, ProviderEntry

# Control characters, characters that change the direction of text, and unpaired surrogates.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")


def long_display_name(document: DocumentContext) -> Iterator[Finding]:
    """Find display names of more bytes than readers accept.

    The schema reports a name of more than that many characters.
    """
    for entry, name in _display_names(document):
        if MAX_DISPLAY_NAME_BYTES // 4 < len(name) <= MAX_DISPLAY_NAME_BYTES:
            size = len(name.encode("utf-8", "surrogatepass"))
            if size > MAX_DISPLAY_NAME_BYTES:
                yield Finding(
                    entry.pointer_to("displayName"),
                    f"this display name takes {size} bytes of UTF-8; at most {MAX_DISPLAY_NAME_BYTES} are allowed",
                    "Shorten it: a letter outside English takes two bytes or more, most other signs three or four.",
                )


def blank_display_name(document: DocumentContext) -> Iterator[Finding]:
    """Find display names that are empty or only spaces."""
    for entry, name in _display_names(document):
        if not name or name.isspace():
            yield Finding(
                entry.pointer_to("displayName"),
                "this display name is blank, and is shown as blank",
                "Give a name, or leave the member out so that the identity is shown.",
            )


def padded_name(document: DocumentContext) -> Iterator[Finding]:
    """Find names that start or end with a space."""
    for entry, name in _display_names(document):
        if name != name.strip() and not name.isspace():
            yield Finding(entry.pointer_to("displayName"), _padded("display name", name), "Remove it.")
    for model in document.models:
        name = string_property(model.value, "modelName")
        if name != name.strip() and not name.isspace():
            yield Finding(
                model.pointer_to("modelName"), _padded("model name", name), "Remove it: APIs compare names exactly."
            )


def blank_model_name(document: DocumentContext) -> Iterator[Finding]:
    """Find model names that are only spaces, which no API accepts."""
    for model in document.models:
        if string_property(model.value, "modelName").isspace():
            yield Finding(
                model.pointer_to("modelName"),
                "this model name is blank",
                "Give the name by which the provider's API knows the model.",
            )


def duplicate_display_name(document: DocumentContext) -> Iterator[Finding]:
    """Find models, and providers, with the same display name.

    Models of all providers are compared, because lists of models seldom show the provider, and models of every status,
    because a deprecated model is still served and shown. Models without a display name are not compared.
    """
    first: dict[tuple[type, str], ModelEntry | ProviderEntry] = {}
    for entry, name in _display_names(document):
        comparable_name = " ".join(name.split()).casefold()
        if not comparable_name:
            continue
        other = first.setdefault((type(entry), comparable_name), entry)
        if other is not entry:
            yield Finding(
                entry.pointer_to("displayName"),
                f"the display name {quote(name)} is also that of {quote(other.label)}",
                "Tell the two apart, for example by version.",
            )


def unprintable_name(document: DocumentContext) -> Iterator[Finding]:
    """Find names with an invisible character, which may change how the text around it is shown."""
    names = [(entry.pointer_to("displayName"), "display name", name) for entry, name in _display_names(document)]
    names += [
        (model.pointer_to("modelName"), "model name", string_property(model.value, "modelName"))
        for model in document.models
    ]
    for pointer, kind, name in names:
        match = _UNPRINTABLE.search(name)
        if match:
            message = f"this {kind} holds the unprintable character U+{ord(match[0]):04X}"
            yield Finding(pointer, message, "Remove it.")


def _display_names(document: DocumentContext) -> Iterator[tuple[ModelEntry | ProviderEntry, str]]:
    for entries in (document.providers, document.models):
        for entry in entries:
            name = entry.value.get("displayName")
            if isinstance(name, str):
                yield entry, name


def _padded(kind: str, name: str) -> str:
    verb = "starts" if name != name.lstrip() else "ends"
    return f"the {kind} {quote(name)} {verb} with a space"
