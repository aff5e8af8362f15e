"""Small documents that can be published."""

from __future__ import annotations

from typing import Any

from tests.helpers import view_documents


def model(**members: Any) -> dict[str, Any]:
    return view_documents.model(**{"capabilities": ["chat", "autocomplete"], **members})


def document(**members: Any) -> dict[str, Any]:
    return view_documents.document(**{"revision": "2026-11-22.1", "models": [model()], **members})
