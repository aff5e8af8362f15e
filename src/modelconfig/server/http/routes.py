"""Map paths to resources and functions. A table is replaced as a whole and never changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import Reply


class Request(NamedTuple):
    """The parts of a request that a function gets to answer it."""

    rest: str
    """The part of the path after the prefix, percent-decoded, for a route that was found by its prefix."""
    query: str


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """The response to a path: a resource, or the result of a function.

    `name` is the label of the path in metrics and logs. A guarded route requires a token; `unauthorized` is the content
    of the response to a request without one, in place of the usual error.
    """

    name: str
    resource: Resource | None = None
    answer: Callable[[Request], Reply | Resource] | None = None
    guarded: bool = False
    unauthorized: Resource | None = None


class Routes:
    """A table of routes: by the whole path, then by the longest prefix of it."""

    __slots__ = ("_prefixed", "fixed")

    def __init__(self, fixed: Mapping[str, Route], prefixed: Mapping[str, Route] | None = None) -> None:
        self.fixed = fixed
        self._prefixed = sorted((prefixed or {}).items(), key=lambda item: len(item[0]), reverse=True)

    def find(self, path: str) -> tuple[Route, str] | None:
        """Return the route of a path by its prefix, and the part after the prefix."""
        return next(((route, path[len(prefix) :]) for prefix, route in self._prefixed if path.startswith(prefix)), None)
