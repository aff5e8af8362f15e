"""Answer requests: find the route, check the token, send a response, count and log it.

Most responses are prepared: only one of their representations is selected.
"""

import logging
import re
import secrets
from collections.abc import Callable
from time import perf_counter
from typing import Any

from granian.rsgi import Scope

from modelconfig.diagnostics.problem import warning
from modelconfig.server.attempt_limit import AttemptLimit
from modelconfig.server.client_addresses import ClientAddresses
from modelconfig.server.http.background import log_exception
from modelconfig.server.http.logs import REQUESTS, event, log_problems
from modelconfig.server.http.negotiation import has_tag, unchanged_since
from modelconfig.server.http.request_counters import RequestCounters
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import Reply, refusal
from modelconfig.server.http.routes import Request, Route, Routes

LOGGER = logging.getLogger("modelconfig.requests")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:/+=@-]{1,128}")
_HOST = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=%:\[\]-]*")
"""The value of `Host`: a name or an address, and a port (RFC 9110, section 7.2). It may be empty."""
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_NOT_FOUND = Route("unknown", answer=lambda _: refusal(404, "not_found", "Not found."))
_CHALLENGE = ("www-authenticate", 'Bearer realm="modelconfig"')


class App:
    """The application: a table of routes that can be replaced at any time, between two requests."""

    def __init__(
        self,
        *,
        log: str = "errors",
        guard: Callable[[str | None], bool] | None = None,
        clients: ClientAddresses | None = None,
        attempts: AttemptLimit | None = None,
    ) -> None:
        """Start without routes. `guard` checks `Authorization` on guarded routes; without it all are rejected."""
        self.counters = RequestCounters()
        self._guard = guard
        self._clients = clients or ClientAddresses()
        self._attempts = attempts or AttemptLimit()
        self._reported_proxy = False
        self._logged_from = REQUESTS[log]
        self._routes = Routes({})

    def publish(self, routes: Routes) -> None:
        """Use these routes from the next request on."""
        self._routes = routes

    async def __rsgi__(self, scope: Scope, protocol: Any) -> None:
        """Answer a request: the interface of a server for RSGI applications (granian)."""
        try:
            self._answer(scope, protocol)
        except Exception as error:  # noqa: BLE001  # granian answers with 500, and the server goes on
            log_exception(error)

    def _answer(self, scope: Scope, protocol: Any) -> None:
        started = perf_counter()
        # Each access to an attribute of the scope creates its value again.
        routes, path, method, headers = self._routes, scope.path, scope.method, scope.headers
        route, rest = routes.fixed.get(path), ""
        if route is None:
            route, rest = routes.find(path) or (_NOT_FOUND, "")
        if not _names_one_host(headers, scope.http_version):
            reply = refusal(400, "invalid_request", "A request needs exactly one valid Host.")
        elif route.guarded and (self._guard is None or not self._guard(headers.get("authorization"))):
            reply = self._rejected_attempt(route, scope, headers)
        elif method not in _SAFE_METHODS and route is not _NOT_FOUND:
            reply = refusal(405, "method_not_allowed", "Method not allowed; use GET or HEAD.", ("allow", "GET, HEAD"))
        elif route.resource is not None:
            reply = _representation_of(route.resource, headers)
        else:
            reply = _call(route, Request(rest, scope.query_string), headers)
        self._send(reply, route, method, scope, headers, protocol, started)

    def _rejected_attempt(self, route: Route, scope: Scope, headers: Any) -> Reply:
        """Return the response to a request without a valid token."""
        if route.unauthorized is not None and "authorization" not in headers:
            # A person who has a token needs this response to send it.
            return _unauthorised(route, headers)
        client = self._clients.find(scope.client, headers)
        if client is None or not self._clients.are_known(headers):
            self._report_proxy()
            return _unauthorised(route, headers)
        seconds = self._attempts.count(client)
        if seconds:
            message = "Too many requests without a valid token; try again later."
            return refusal(429, "too_many_requests", message, ("retry-after", str(seconds)))
        return _unauthorised(route, headers)

    def _report_proxy(self) -> None:
        """Log once that failed attempts are not limited."""
        if not self._reported_proxy:
            self._reported_proxy = True
            message = "failed attempts are not limited: a proxy sends them, and all of its clients have its address"
            problem = warning("MC470", message, hint="Name the proxy with --trusted-proxy.")
            log_problems(LOGGER, logging.WARNING, "warnings about clients", [problem])

    def _send(
        self, reply: Reply, route: Route, method: str, scope: Scope, headers: Any, protocol: Any, started: float
    ) -> None:
        """Send a response, log it if its status is to be logged, and count it."""
        status, response_headers, body = reply
        request_id = headers.get("x-request-id")
        is_logged = status >= self._logged_from
        if request_id is not None or is_logged:
            # Another text of a client is not repeated in the log.
            if request_id is None or not _REQUEST_ID.fullmatch(request_id):
                request_id = secrets.token_hex(8)
            response_headers = [*response_headers, ("x-request-id", request_id)]
        if is_logged:
            event(
                LOGGER,
                logging.WARNING if status >= 500 else logging.INFO,
                "request",
                id=request_id,
                method=method[:16],
                route=route.name,
                status=status,
                bytes=len(body),
                milliseconds=round((perf_counter() - started) * 1000, 3),
                client=str(self._clients.find(scope.client, headers) or scope.client),
            )
        if method == "HEAD" or not body:
            protocol.response_empty(status, response_headers)
        else:
            protocol.response_bytes(status, response_headers, body)
        self.counters.add(route.name, method, status, perf_counter() - started)


def _names_one_host(headers: Any, http_version: str) -> bool:
    """Return whether a request has one valid `Host` (RFC 9112, section 3.2); in HTTP/1.0 it may be missing.

    Otherwise a proxy and this server may disagree about what was requested.
    """
    hosts = headers.get_all("host")
    return _HOST.fullmatch(hosts[0]) is not None if len(hosts) == 1 else not hosts and http_version != "1.1"


def _call(route: Route, request: Request, headers: Any) -> Reply:
    """Return the response that the route's function makes."""
    try:
        answer = route.answer(request) if route.answer is not None else None
    except Exception as error:  # the client gets a response and the server goes on
        event(LOGGER, logging.ERROR, "response failed", route=route.name, error=type(error).__name__)
        LOGGER.debug("where it failed", exc_info=True)
        answer = None
    if isinstance(answer, Resource):
        return _representation_of(answer, headers)
    return answer or refusal(500, "internal", "Internal error; see the log of the server.")


def _representation_of(resource: Resource, headers: Any) -> Reply:
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


def _unauthorised(route: Route, headers: Any) -> Reply:
    if route.unauthorized is None:
        return refusal(401, "unauthorized", "A valid token is required: Authorization: token …", _CHALLENGE)
    ok = route.unauthorized.select(headers.get("accept-encoding")).ok
    return Reply(401, [*ok.headers, _CHALLENGE], ok.body)
