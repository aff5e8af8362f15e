"""Answer requests: find the route, check the token, send a response, count and log it.

Most responses are prepared, so they are selected and sent at once, in the thread that has read the request. A response
that a function makes is left to the event loop, where the data lives that functions use.
"""

from __future__ import annotations

import logging
import re
import secrets
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from modelconfig.server.http.logs import event
from modelconfig.server.http.negotiation import has_tag, unchanged_since
from modelconfig.server.http.request_counters import RequestCounters
from modelconfig.server.http.resources import PreparedResponse, Resource
from modelconfig.server.http.responses import Reply, refusal
from modelconfig.server.http.routes import Request, Route, Routes

if TYPE_CHECKING:
    from collections.abc import Callable

LOGGER = logging.getLogger("modelconfig.requests")
LOGGED_FROM = {"none": 1000, "errors": 400, "all": 0}
"""The lowest status of the requests that are logged, by the name of the choice."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:/+=@-]{1,128}")
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_UNKNOWN = Route("unknown")
_CHALLENGE = ("www-authenticate", 'Bearer realm="modelconfig"')


class Scope(Protocol):
    """The scope of a request in granian. Each access to an attribute creates its value again."""

    method: str
    path: str
    query_string: str
    client: str
    headers: Any


class App:
    """The application: a table of routes that can be replaced at any time, between two requests."""

    def __init__(self, *, log: str = "errors", guard: Callable[[str | None], bool] | None = None) -> None:
        """Start without routes. `guard` checks `Authorization` on guarded routes; without it all are rejected."""
        self.counters = RequestCounters()
        self._guard = guard
        self._logged_from = LOGGED_FROM[log]
        self._routes = Routes({})

    def publish(self, routes: Routes) -> None:
        """Use these routes from the next request on."""
        self._routes = routes

    def answer(self, scope: Scope, protocol: Any) -> Callable[[], None] | None:
        """Answer a request, or return a function that does so when it is called in the event loop."""
        started = perf_counter()
        routes, path, method, headers = self._routes, scope.path, scope.method, scope.headers
        route = routes.fixed.get(path)
        rest = ""
        if route is None:
            route, rest = routes.find(path)
        if route is None:
            route = _UNKNOWN
        if route.guarded and (self._guard is None or not self._guard(headers.get("authorization"))):
            response = _unauthorised(route, headers)
        elif method not in _SAFE_METHODS or route is _UNKNOWN:
            response = _not_answered(route)
        elif route.resource is not None:
            response = _representation_of(route.resource, headers)
        else:
            return partial(
                self._answer_later, route, Request(method, path, rest, scope.query_string), scope, protocol, started
            )
        self._send(response, route, method, scope, headers, protocol, started)
        return None

    def _answer_later(self, route: Route, request: Request, scope: Scope, protocol: Any, started: float) -> None:
        """Send the response that the route's function returns."""
        headers = scope.headers
        response = self._call(route, request, headers)
        self._send(response, route, request.method, scope, headers, protocol, started)

    def _call(self, route: Route, request: Request, headers: Any) -> PreparedResponse:
        try:
            answer = route.answer(request) if route.answer is not None else None
        except Exception as error:  # the client gets a response and the server goes on
            event(LOGGER, logging.ERROR, "answer failed", route=route.name, error=type(error).__name__)
            LOGGER.debug("where it failed", exc_info=True)
            answer = None
        if isinstance(answer, Resource):
            return _representation_of(answer, headers)
        return _from_reply(answer or refusal(500, "internal", "The server failed to answer; its log says why."))

    def _send(
        self,
        response: PreparedResponse,
        route: Route,
        method: str,
        scope: Scope,
        headers: Any,
        protocol: Any,
        started: float,
    ) -> None:
        """Send a response, and count it."""
        request_id = headers.get("x-request-id")
        if request_id is not None or response.status >= self._logged_from:
            response = self._with_request_id(response, request_id, route, scope, perf_counter() - started)
        if method == "HEAD" or not response.body:
            protocol.response_empty(response.status, response.headers)
        else:
            protocol.response_bytes(response.status, response.headers, response.body)
        self.counters.add(route.name, method, response.status, perf_counter() - started)

    def _with_request_id(
        self, response: PreparedResponse, client_id: str | None, route: Route, scope: Scope, seconds: float
    ) -> PreparedResponse:
        """Return the response with the id of its request, and log the request if its status is to be logged."""
        # Any other text of a client is not repeated in the log.
        request_id = client_id if client_id is not None and _REQUEST_ID.fullmatch(client_id) else secrets.token_hex(8)
        if response.status >= self._logged_from:
            level = logging.WARNING if response.status >= 500 else logging.INFO
            event(
                LOGGER,
                level,
                "request",
                id=request_id,
                method=scope.method if scope.method in _SAFE_METHODS else scope.method[:16],
                route=route.name,
                status=response.status,
                bytes=len(response.body),
                milliseconds=round(seconds * 1000, 3),
                client=scope.client,
            )
        return response._replace(headers=[*response.headers, ("x-request-id", request_id)])


def _representation_of(resource: Resource, headers: Any) -> PreparedResponse:
    """Return the representation that a request accepts, or 304 if the client has it."""
    representation = resource.select(headers.get("accept-encoding"))
    condition = headers.get("if-none-match")
    if condition is not None:
        if has_tag(condition, representation.etag):
            return representation.not_modified
    elif resource.modified is not None:
        since = headers.get("if-modified-since")
        if since is not None and unchanged_since(since, resource.modified):
            return representation.not_modified
    return representation.ok


def _not_answered(route: Route) -> PreparedResponse:
    """Return the response to an unknown path or another method."""
    if route is _UNKNOWN:
        return _from_reply(refusal(404, "not_found", "There is nothing at this path."))
    return _from_reply(refusal(405, "method_not_allowed", "Only GET and HEAD work here.", ("allow", "GET, HEAD")))


def _unauthorised(route: Route, headers: Any) -> PreparedResponse:
    if route.unauthorized is None:
        return _from_reply(
            refusal(401, "unauthorized", "A valid token is required: Authorization: token …", _CHALLENGE)
        )
    representation = route.unauthorized.select(headers.get("accept-encoding"))
    return PreparedResponse(401, [*representation.ok.headers, _CHALLENGE], representation.ok.body)


def _from_reply(reply: Reply) -> PreparedResponse:
    return PreparedResponse(reply.status, [*reply.headers, ("content-length", str(len(reply.body)))], reply.body)
