"""Fetch the gateway's document with one conditional GET, on httpx2, within limits of time and size.

The first fetch imports the client, in a thread: it is not needed earlier, and must not delay responses.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.server.polling.addresses import Address, redirected
from modelconfig.server.polling.decompression import BodyDecoder
from modelconfig.server.polling.http_errors import client_failure, failure_of
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.outcomes import Outcome, PollFailure

if TYPE_CHECKING:
    import httpx2


REDIRECT_LIMIT: Final = 3

# An entity tag (RFC 9110, 8.8.3) of limited length; anything else is not sent back.
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,1020}"')
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# text/plain, because the existing system's servers and plain file servers send JSON with it. What is not JSON fails in
# the next step; this one rejects HTML pages: errors, proxies, sign-in forms.
_MEDIA_TYPES = re.compile(r"application/json|text/json|text/plain|[a-z0-9!#$&^_.-]+/[a-z0-9!#$&^_.-]+\+json")
_PUBLIC = "Allow public access to this path: the document is public, and the instance sends no credential."
_REDIRECT_HINT = (
    "Set --gateway to the URL of the document itself, or correct the redirects. "
    "--poll-redirects follows them to other hosts."
)
_STATUS_HINTS = {
    304: "Check the gateway and the caches in between.",
    401: _PUBLIC,
    403: _PUBLIC,
    404: "Correct the URL in --gateway: the document's path on a gateway is /llm-models.json.",
    407: _PUBLIC,
}


@dataclass(frozen=True, slots=True)
class FetchResult:
    """A response: the bytes of the document, or None if it has not changed since the given entity tag."""

    body: bytes | None = field(repr=False)
    etag: str | None
    last_modified: str | None


async def fetch(address: Address, etag: str | None, limits: PollingLimits) -> FetchResult:
    """Fetch the document. Raises only PollFailure, for every failure of the network and the gateway."""
    try:
        # Importing the library and reading certificates takes a tenth of a second, which would delay responses.
        client = await asyncio.to_thread(_client, limits)
    except Exception as error:  # noqa: BLE001  # its message may quote a proxy's password
        raise client_failure(error) from None
    try:
        async with asyncio.timeout(limits.total_seconds), client:
            return await _follow_redirects(client, address, etag, limits)
    except TimeoutError:
        hint = "Check the gateway and the network. Set HTTPS_PROXY if a proxy is needed, or raise --poll-timeout."
        message = f"the response was not complete within {limits.total_seconds:g} seconds"
        raise PollFailure(Outcome.TIMEOUT, "MC423", message, hint) from None
    except Exception as error:
        failure = failure_of(error)
        if failure is None:
            raise
        raise failure from None


def _client(limits: PollingLimits) -> httpx2.AsyncClient:
    """Return a client for one poll, with the proxies and certificates that the environment names now."""
    import httpx2

    from modelconfig import __version__

    return httpx2.AsyncClient(
        # One context for all: each proxy would otherwise create its own, and read all certificates again.
        verify=httpx2.create_ssl_context(),
        headers={
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"cody-modelconfig/{__version__}",
        },
        # The rest is bounded by the time limit of the whole response.
        timeout=httpx2.Timeout(None, connect=limits.connect_seconds),
        follow_redirects=False,
    )


async def _follow_redirects(
    client: httpx2.AsyncClient, address: Address, etag: str | None, limits: PollingLimits
) -> FetchResult:
    """Send the request, and follow redirects."""
    condition = {} if etag is None else {"If-None-Match": etag}
    for _ in range(REDIRECT_LIMIT + 1):
        # A redirect may set cookies, which must not be sent to its target.
        client.cookies.clear()
        async with client.stream("GET", address.url, headers=condition) as response:
            if response.status_code not in _REDIRECTS:
                return await _result(response, limits, conditional=etag is not None)
            location = response.headers.get("location")
            target, reason = (
                redirected(address, location, other_hosts=limits.poll_redirects)
                if location
                else (None, "it has no target")
            )
            if target is None:
                message = f"the gateway's redirect is not followed: {reason}"
                raise PollFailure(Outcome.REDIRECT, "MC426", message, _REDIRECT_HINT)
            address = target
    message = f"the gateway redirects more than {REDIRECT_LIMIT} times"
    raise PollFailure(Outcome.REDIRECT, "MC426", message, _REDIRECT_HINT)


async def _result(response: httpx2.Response, limits: PollingLimits, *, conditional: bool) -> FetchResult:
    """Return the result of a response: check its status, its type, and its body last."""
    headers, status = response.headers, response.status_code
    etag = headers.get("etag", "")
    result = FetchResult(None, etag if _TAG.fullmatch(etag) else None, headers.get("last-modified"))
    if status == 304 and conditional:
        return result
    if status != 200:
        condition = " to an unconditional request" if status == 304 else ""
        hint = _STATUS_HINTS.get(status, "Check the gateway and the URL in --gateway.")
        message = f"the gateway responds with status {status}{condition}"
        raise PollFailure(Outcome.STATUS, "MC425", message, hint, retry_after=headers.get("retry-after"))
    content_type = headers.get("content-type", "")
    if not _MEDIA_TYPES.fullmatch(content_type.partition(";")[0].strip().lower()):
        found = f"the content type is {quote(content_type)}" if content_type else "the response has no content type"
        hint = (
            "Configure the gateway to send application/json, or correct the URL in --gateway: "
            "an HTML page is often from a proxy or a sign-in service."
        )
        raise PollFailure(Outcome.CONTENT_TYPE, "MC427", f"{found}, not JSON", hint)
    decoder = BodyDecoder(headers.get("content-encoding", ""), limits.max_size)
    async for chunk in response.aiter_raw():
        decoder.feed(chunk)
    return replace(result, body=decoder.end())
