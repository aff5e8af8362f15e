"""Which content or function answers which path. A table is made, put in force as a whole, and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from modelconfig.server.http.resources import Resource
    from modelconfig.server.http.responses import Reply


class Request(NamedTuple):
    """What a function learns about the request that it answers."""

    method: str
    path: str
    """Percent-decoded, as the client sent it otherwise."""
    rest: str
    """What follows the prefix, for a route that was found by one."""
    query: str


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """How a path is answered: with a content (the fast way), or with what a function returns for a request.

    `name` is the path's label in metrics and logs. A guarded route wants a token; `refused` is the content of the
    answer to a request without one, where the usual error would help nobody.
    """

    name: str
    resource: Resource | None = None
    answer: Callable[[Request], Reply | Resource] | None = None
    guarded: bool = False
    refused: Resource | None = None


class Routes:
    """A table of routes: by the whole path, then by the longest prefix of it."""

    __slots__ = ("fixed", "prefixed")

    def __init__(self, fixed: Mapping[str, Route], prefixed: Mapping[str, Route] | None = None) -> None:
        self.fixed = dict(fixed)
        self.prefixed: Sequence[tuple[str, Route]] = sorted(
            (prefixed or {}).items(), key=lambda item: len(item[0]), reverse=True
        )

    def find(self, path: str) -> tuple[Route | None, str]:
        """Return the route of a path that is none of the fixed ones, and what follows its prefix."""
        for prefix, route in self.prefixed:
            if path.startswith(prefix):
                return route, path[len(prefix) :]
        return None, ""
