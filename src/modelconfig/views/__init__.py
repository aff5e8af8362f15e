"""Who sees what of a model configuration: views of a document, made from the schema's annotations."""

from __future__ import annotations

from modelconfig.views.client import client_view
from modelconfig.views.server import server_view

__all__ = ["client_view", "server_view"]
