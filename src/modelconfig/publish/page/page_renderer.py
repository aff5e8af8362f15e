"""Putting a page together: template, style, script, and a document as data that cannot become anything else."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from modelconfig.publish.page.page_assets import script, style, template
from modelconfig.publish.page.page_headers import policy
from modelconfig.schema.embedded import embedded
from modelconfig.views.client_view import client_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GATEWAY_DATA = "llm-models.json"
"""Where a gateway has the document, seen from its page."""
INSTANCE_DATA = "/.api/modelconfig/supported-models.json"
"""Where an instance has the client view."""
GENERATOR = "modelconfig page"
"""What the page says that it was made by."""

_PLACE = re.compile("@@([a-z]+)@@")
# What could end the element that the data stands in, begin another one, or end a line of a script.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render_page(document: Mapping[str, Any], *, data_url: str = GATEWAY_DATA) -> bytes:
    """Return the page of a model configuration, which holds what clients may see of it and nothing else.

    `data_url` is where the page links to the same as JSON. The same document gives the same bytes. Raises DataMissing.
    """
    return _assemble(client_view(document), {"link": data_url}, connects=False)


def render_shell(data_url: str = INSTANCE_DATA) -> bytes:
    """Return the page without a document: it asks for a token, and fetches with it what is at `data_url`.

    Raises DataMissing.
    """
    return _assemble(None, {"fetch": data_url}, connects=True)


def as_data(value: Any) -> str:
    """Return a JSON value as text that is safe inside of an HTML element of data, whatever its strings say."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _assemble(document: Any, source: Mapping[str, str], *, connects: bool) -> bytes:
    parts = {
        "policy": escape(policy(script(), style(), connects=connects)),
        "generator": GENERATOR,
        "style": style(),
        "script": script(),
        "settings": as_data({**source, "meanings": _meanings()}),
        "data": as_data(document),
        "without": _without_script(source.get("link")),
    }
    # In one pass: nothing that was put in is looked at again.
    return _PLACE.sub(lambda found: parts[found[1]], template()).encode("utf-8")


def _without_script(link: str | None) -> str:
    if link is None:
        return "This page needs JavaScript: it asks for your token and shows the models that this instance offers."
    return (
        "This page needs JavaScript to search, filter and compare. "
        f'All that it shows stands in <a href="{escape(link)}">{escape(link)}</a>.'
    )


@cache
def _meanings() -> dict[str, dict[str, str]]:
    """Return what the schema says of each listed value and of each kind of default, in its order."""
    definitions = embedded("model")["$defs"]
    found = {
        definition.removeprefix("Model").lower(): {
            value["const"]: value["description"] for value in definitions[definition]["oneOf"]
        }
        for definition in _enumerations()
    }
    roles = definitions["DefaultModels"]["properties"]
    return {
        **found,
        "role": {name: role["description"] for name, role in roles.items() if "x-client-copy-of" not in role},
    }


def _enumerations() -> Iterator[str]:
    """Yield the definitions of the enumerations that clients see in a model, such as `ModelStatus`, in its order."""
    definitions = embedded("model.client")["$defs"]
    for node in definitions["Model"]["properties"].values():
        name = node.get("items", node).get("$ref", "").rpartition("/")[2]
        if name and "oneOf" in embedded("model")["$defs"][name]:
            yield name
