"""The models in the form that programs written for OpenAI's interface read: a list, and each one by its reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from modelconfig.documents.queries import provider_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.server.http.routes import Request

PATH = "/.api/llm/models"


def model_list(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the list of a document's models."""
    return {"object": "list", "data": [_entry(model) for model in document["models"]]}


def model_entries(listed: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the entries of such a list by reference."""
    return {entry["id"]: entry for entry in listed["data"]}


def wanted(request: Request) -> tuple[str, ...]:
    """Return the references that a request for one model may mean, the likeliest first; none where it names nothing.

    A reference may hold `?`, at which an address that was not encoded is cut in two.
    """
    if not request.rest:
        return ()
    return (request.rest, f"{request.rest}?{unquote(request.query)}") if request.query else (request.rest,)


def _entry(model: dict[str, Any]) -> dict[str, Any]:
    return {"id": model["modelRef"], "object": "model", "created": 0, "owned_by": provider_id(model)}
