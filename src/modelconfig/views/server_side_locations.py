"""The locations of server-side properties in a document.

They are the locations that the client view leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import folded, is_server_side
from modelconfig.jsontext.pointers import join
from modelconfig.views.client_view import client_plan
from modelconfig.views.visibility import UNKNOWN, VisibilityNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def server_side_locations(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield pointer and name of each property that only the instance may see, in the order of the document.

    Properties that are null are skipped, because they disclose nothing; so are the properties inside a reported one.
    Raises DataMissing.
    """
    yield from _locations(document, "", "", client_plan())


def _locations(value: Any, pointer: str, name: str, node: VisibilityNode) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for property_name, item in value.items():
            child = node.properties.get(property_name)
            location = join(pointer, property_name)
            # A name in another case is not the known property, but a case-insensitive parser reads it as that property.
            is_misspelt = child is None and (
                is_server_side(property_name) or folded(property_name) in node.hidden_names
            )
            child = child or node.additional or UNKNOWN
            if is_misspelt or child.private:
                if item is not None:
                    yield location, property_name
            else:
                yield from _locations(item, location, property_name, child)
    elif isinstance(value, list):
        child = node.items or UNKNOWN
        for index, item in enumerate(value):
            if child.private:
                yield join(pointer, index), name
            else:
                yield from _locations(item, join(pointer, index), name, child)
