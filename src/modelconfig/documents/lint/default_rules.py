"""Rules on the default models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.rule import Finding, object_property
from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT
from modelconfig.documents.refs import suggest_ref
from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from modelconfig.documents.lint.document_context import DocumentContext, DocumentItem


def unknown_default(document: DocumentContext) -> Iterator[Finding]:
    """Find default models that are not in `models`."""
    current = [name for name, item in document.by_ref.items() if item.value.get("status") != "deprecated"]
    for pointer, _, ref, model in _defaults(document):
        if model is None and document.has("models"):
            hint = suggest_ref(ref, current) or "Use the reference of a model in `models`, or add this model."
            yield Finding(pointer, f"the default model {quote(ref)} is not in `models`", hint)


def deprecated_default(document: DocumentContext) -> Iterator[Finding]:
    """Find deprecated default models, which clients hide although they use them."""
    for pointer, role, ref, model in _defaults(document):
        if model is not None and model.value.get("status") == "deprecated":
            message = f"the default model {quote(ref)} for `{role}` is deprecated, and clients hide deprecated models"
            yield Finding(pointer, message, "Choose a model that is not deprecated.")


def default_without_capability(document: DocumentContext) -> Iterator[Finding]:
    """Find default models without the capability that their role requires."""
    for pointer, role, ref, model in _defaults(document):
        needed, capabilities = CAPABILITY_OF_DEFAULT.get(role), model and model.capabilities
        if needed is None or capabilities is None or needed in capabilities:
            continue
        found = listing(capabilities) if capabilities else "none"
        message = f"the default model {quote(ref)} does not have the capability {quote(needed)}; it has {found}"
        yield Finding(pointer, message, f"Choose a model with {quote(needed)}.")


def _defaults(document: DocumentContext) -> Iterator[tuple[str, str, str, DocumentItem | None]]:
    """Yield pointer, role, reference and model of each default; the model is None where it is not listed.

    In documents for clients `unlimitedChat` is a copy of `fallbackChat`, and is skipped.
    """
    defaults = object_property(document.root, "defaultModels")
    for role, ref in defaults.items():
        if isinstance(ref, str) and (role != "unlimitedChat" or ref != defaults.get("fallbackChat")):
            yield join("/defaultModels", role), role, ref, document.by_ref.get(ref)
