"""Render a page from the template, the style, the script, and a document as inert data."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import Any

from modelconfig.documents.companion.data_sources import checked_days
from modelconfig.publish.page.page_assets import SCRIPT, STYLE, TEMPLATE
from modelconfig.publish.page.page_headers import policy
from modelconfig.publish.tree_layout import DOCUMENT
from modelconfig.schema.embedded import embedded
from modelconfig.views.client_view import client_view

INSTANCE_DATA = "/.api/modelconfig/supported-models.json"
"""The URL of the client view on an instance."""
GENERATOR = "modelconfig page"
"""The content of the `generator` tag."""

_PLACEHOLDER = re.compile("@@([a-z]+)@@")
# Characters that could end the element of the data, begin another one, or end a line of a script.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render_page(document: Mapping[str, Any], *, data_url: str = DOCUMENT, sources: bytes | None = None) -> bytes:
    """Return the page of a model configuration, which contains only the client view.

    `data_url` is the link to the same data as JSON, by default to the document of a gateway. `sources` is the
    document's companion: where its values come from. The same document gives the same bytes. Raises DataMissing.
    """
    companion = None if sources is None else json.loads(sources)
    days = None if companion is None else checked_days(companion)
    settings = {"link": data_url, **({} if days is None else {"checked": days.to_json()})}
    return _assemble(client_view(document), settings, connects=False, companion=companion)


def render_shell() -> bytes:
    """Return the page without a document: it asks for a token, with which it fetches the client view of an instance.

    Raises DataMissing.
    """
    return _assemble(None, {"fetch": INSTANCE_DATA}, connects=True)


def as_data(value: Any) -> str:
    """Return a JSON value as text that is safe in an HTML data element, whatever its strings contain."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _assemble(document: Any, settings: Mapping[str, Any], *, connects: bool, companion: Any = None) -> bytes:
    parts = {
        "policy": escape(policy(SCRIPT, STYLE, connects=connects)),
        "generator": GENERATOR,
        "style": STYLE,
        "script": SCRIPT,
        "settings": as_data({**settings, "meanings": _meanings(), "override": _override_properties()}),
        "data": as_data(document),
        "sources": as_data(companion),
        "without": _without_script(settings.get("link")),
    }
    # In one pass, so that inserted text is not searched for placeholders.
    return _PLACEHOLDER.sub(lambda match: parts[match[1]], TEMPLATE).encode("utf-8")


def _without_script(link: str | None) -> str:
    if link is None:
        return "This page requires JavaScript: it asks for your token and shows the models of this instance."
    return (
        "This page requires JavaScript to search, filter and compare. "
        f'The same data as JSON: <a href="{escape(link)}">{escape(link)}</a>.'
    )


@cache
def _meanings() -> dict[str, dict[str, str]]:
    """Return the schema's descriptions of enumeration values and default models, in its order."""
    definitions = embedded("model")["$defs"]
    meanings = {
        definition.removeprefix("Model").lower(): {
            value["const"]: value["description"] for value in definitions[definition]["oneOf"]
        }
        for definition in _enumerations()
    }
    roles = definitions["DefaultModels"]["properties"]
    return {
        **meanings,
        "role": {name: role["description"] for name, role in roles.items() if "x-client-copy-of" not in role},
    }


def _override_properties() -> list[str]:
    """Return the properties of a model in the client view that a model override can set, in the order of the schema."""
    visible = embedded("model.client")["$defs"]["Model"]["properties"]
    return [name for name in embedded("site")["$defs"]["ModelOverride"]["properties"] if name in visible]


def _enumerations() -> Iterator[str]:
    """Yield the definitions of the enumerations that clients see in a model, such as `ModelStatus`, in its order."""
    definitions = embedded("model.client")["$defs"]
    for node in definitions["Model"]["properties"].values():
        name = node.get("items", node).get("$ref", "").rpartition("/")[2]
        if name and "oneOf" in embedded("model")["$defs"][name]:
            yield name
