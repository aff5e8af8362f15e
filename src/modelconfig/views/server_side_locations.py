"""Where a document has what clients may not see: the places that the client view leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import folded, is_server_side
from modelconfig.jsontext.pointers import join
from modelconfig.views.client_view import client_plan
from modelconfig.views.visibility import UNKNOWN, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def server_side_locations(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield pointer and name of each member that only the instance may see, in the order of the document.

    A member that is null tells nothing and is passed over, and so is what lies inside of a member that was found.
    Raises DataMissing.
    """
    yield from _places(document, "", "", client_plan())


def _places(value: Any, pointer: str, name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for member, item in value.items():
            below = shape.members.get(member)
            place = join(pointer, member)
            # A name of another case is not the known member, but a reader that ignores case would take it for it.
            alike = below is None and (is_server_side(member) or folded(member) in shape.hidden)
            below = below or shape.others or UNKNOWN
            if alike or below.private:
                if item is not None:
                    yield place, member
            else:
                yield from _places(item, place, member, below)
    elif isinstance(value, list):
        below = shape.items or UNKNOWN
        for index, item in enumerate(value):
            if below.private:
                yield join(pointer, index), name
            else:
                yield from _places(item, join(pointer, index), name, below)
