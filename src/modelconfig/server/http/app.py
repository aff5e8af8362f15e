"""The application in front of everything: finds the route, checks the token, answers, counts, logs.

Contents are prepared, so an answer is chosen and handed out at once, in the thread that has read the request. What a
function has to make is left to the event loop, where everything lives that functions look at.
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
_READING = frozenset({"GET", "HEAD"})
_UNKNOWN = Route("unknown")
_CHALLENGE = ("www-authenticate", 'Bearer realm="modelconfig"')


class Scope(Protocol):
    """What granian tells about a request. Each look at a member makes it anew."""

    method: str
    path: str
    query_string: str
    client: str
    headers: Any


class App:
    """Answers requests from a table of routes that can be replaced at any moment, between two requests."""

    def __init__(self, *, log: str = "errors", guard: Callable[[str | None], bool] | None = None) -> None:
        """Know no path yet. `guard` judges the `Authorization` field on guarded routes; without it nobody passes."""
        self.tally = RequestCounters()
        self._guard = guard
        self._logged_from = LOGGED_FROM[log]
        self._routes = Routes({})

    def publish(self, routes: Routes) -> None:
        """Answer from these routes, from the next request on."""
        self._routes = routes

    def answer(self, scope: Scope, protocol: Any) -> Callable[[], None] | None:
        """Answer a request, or return what does so when it is called in the event loop."""
        begun = perf_counter()
        routes, path, method, headers = self._routes, scope.path, scope.method, scope.headers
        route = routes.fixed.get(path)
        rest = ""
        if route is None:
            route, rest = routes.find(path)
        if route is None:
            route = _UNKNOWN
        if route.guarded and (self._guard is None or not self._guard(headers.get("authorization"))):
            sent = _unauthorised(route, headers)
        elif method not in _READING or route is _UNKNOWN:
            sent = _refused(route)
        elif route.resource is not None:
            sent = _content(route.resource, headers)
        else:
            return partial(self._make, route, Request(method, path, rest, scope.query_string), scope, protocol, begun)
        self._send(sent, route, method, scope, headers, protocol, begun)
        return None

    def _make(self, route: Route, request: Request, scope: Scope, protocol: Any, begun: float) -> None:
        """Answer with what the route's function returns."""
        headers = scope.headers
        sent = self._made(route, request, headers)
        self._send(sent, route, request.method, scope, headers, protocol, begun)

    def _made(self, route: Route, request: Request, headers: Any) -> PreparedResponse:
        try:
            answer = route.answer(request) if route.answer is not None else None
        except Exception as why:  # whatever it is, the client gets an answer and the server goes on
            event(LOGGER, logging.ERROR, "answer failed", route=route.name, error=type(why).__name__)
            LOGGER.debug("where it failed", exc_info=True)
            answer = None
        if isinstance(answer, Resource):
            return _content(answer, headers)
        return _as_sent(answer or refusal(500, "internal", "The server failed to answer; its log says why."))

    def _send(
        self, sent: PreparedResponse, route: Route, method: str, scope: Scope, headers: Any, protocol: Any, begun: float
    ) -> None:
        """Let an answer go out, and count it."""
        request_id = headers.get("x-request-id")
        if request_id is not None or sent.status >= self._logged_from:
            sent = self._told(sent, request_id, route, scope, perf_counter() - begun)
        if method == "HEAD" or not sent.body:
            protocol.response_empty(sent.status, sent.headers)
        else:
            protocol.response_bytes(sent.status, sent.headers, sent.body)
        self.tally.add(route.name, method, sent.status, perf_counter() - begun)

    def _told(
        self, sent: PreparedResponse, given: str | None, route: Route, scope: Scope, seconds: float
    ) -> PreparedResponse:
        """Return the answer with its request's id, and log the request if it is one to log."""
        # Whatever else a client sends there could be anything, and would be repeated in the log.
        request_id = given if given is not None and _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        if sent.status >= self._logged_from:
            level = logging.WARNING if sent.status >= 500 else logging.INFO
            event(
                LOGGER,
                level,
                "request",
                id=request_id,
                method=scope.method if scope.method in _READING else scope.method[:16],
                route=route.name,
                status=sent.status,
                bytes=len(sent.body),
                milliseconds=round(seconds * 1000, 3),
                client=scope.client,
            )
        return sent._replace(headers=[*sent.headers, ("x-request-id", request_id)])


def _content(resource: Resource, headers: Any) -> PreparedResponse:
    """Return a prepared content, or that the client has it."""
    form = resource.select(headers.get("accept-encoding"))
    condition = headers.get("if-none-match")
    if condition is not None:
        if has_tag(condition, form.etag):
            return form.unchanged
    elif resource.modified is not None:
        since = headers.get("if-modified-since")
        if since is not None and unchanged_since(since, resource.modified):
            return form.unchanged
    return form.whole


def _refused(route: Route) -> PreparedResponse:
    """Return why a request is not answered with anything of ours."""
    if route is _UNKNOWN:
        return _as_sent(refusal(404, "not_found", "There is nothing at this path."))
    return _as_sent(refusal(405, "method_not_allowed", "Only GET and HEAD work here.", ("allow", "GET, HEAD")))


def _unauthorised(route: Route, headers: Any) -> PreparedResponse:
    if route.refused is None:
        return _as_sent(refusal(401, "unauthorized", "A valid token is required: Authorization: token …", _CHALLENGE))
    form = route.refused.select(headers.get("accept-encoding"))
    return PreparedResponse(401, [*form.whole.headers, _CHALLENGE], form.whole.body)


def _as_sent(reply: Reply) -> PreparedResponse:
    return PreparedResponse(reply.status, [*reply.headers, ("content-length", str(len(reply.body)))], reply.body)
