"""Make the list of models, and each single one, in the format of OpenAI's API."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from modelconfig.documents.queries import provider_id
from modelconfig.server.http.routes import Request

LIST_PATH = "/.api/llm/models"


def model_entries(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the entry of each model of a document by model reference."""
    return {
        model["modelRef"]: {"id": model["modelRef"], "object": "model", "created": 0, "owned_by": provider_id(model)}
        for model in document["models"]
    }


def requested_refs(request: Request) -> tuple[str, ...]:
    """Return the model references that a request may mean, the likeliest first; none if the path has none.

    A reference may contain `?`, which splits a URL that was not percent-encoded.
    """
    if not request.rest:
        return ()
    return (request.rest, f"{request.rest}?{unquote(request.query)}") if request.query else (request.rest,)
