"""One conditional GET of the gateway's document, on httpx2, held to limits of time and space.

The client is imported by the first fetch, in a thread: until then nobody needs it, and nobody may wait for it.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.server.polling.addresses import redirected
from modelconfig.server.polling.decompression import Unpacker, too_large
from modelconfig.server.polling.http_errors import not_set_up, reason_for
from modelconfig.server.polling.outcomes import Outcome, refused

if TYPE_CHECKING:
    import httpx2

    from modelconfig.server.polling.addresses import Address

MOST_REDIRECTS: Final = 3

# An entity tag (RFC 9110, 8.8.3); what has another form is not sent back.
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]*"')
_LONGEST_TAG = 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Text, because that is how the existing system's servers and plain file servers label JSON. What is no JSON fails at
# the next step; this one is for pages: of an error, of a proxy, to sign in.
_MEDIA_TYPES = re.compile(r"application/json|text/json|text/plain|[a-z0-9!#$&^_.-]+/[a-z0-9!#$&^_.-]+\+json")


@dataclass(frozen=True, slots=True)
class PollingLimits:
    """What an operator can set. The defaults leave a document a hundred times the room that it needs."""

    connect_seconds: float = 5.0
    """Until there is a connection, through a proxy and with TLS where they are used."""
    total_seconds: float = 30.0
    """Until the whole answer is there, redirects included, however steadily it drips."""
    largest: int = 8 << 20
    """Bytes of a document, as they are sent and as they are decompressed: neither may be more."""
    minimum_share: float = 0.5
    """The part of the models that a newer document must leave; 0 lets any through that leaves one."""
    trusted_seconds: float = 24 * 3600.0
    """How long "nothing has changed" is believed after the last full answer; then the document is fetched in full."""


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What the gateway has: a document's bytes, or None where nothing has changed since the given entity tag."""

    body: bytes | None = field(repr=False)
    etag: str | None
    last_modified: str | None


async def fetch(address: Address, etag: str | None, limits: PollingLimits) -> FetchResult:
    """Ask for the document. Raises Refused, and nothing else, for whatever the network and the gateway do."""
    client = await _client(limits)
    try:
        async with asyncio.timeout(limits.total_seconds), client:
            return await _follow(client, address, etag, limits)
    except TimeoutError:
        hint = "Look at the gateway and the way to it; a proxy may be needed (HTTPS_PROXY)."
        message = f"the whole answer did not come within {limits.total_seconds:g} seconds"
        raise refused(Outcome.TIMEOUT, "MC423", message, hint) from None
    except Exception as why:
        found = reason_for(why)
        if found is None:
            raise
        raise found from None


async def _client(limits: PollingLimits) -> httpx2.AsyncClient:
    """Return a client for one poll: proxies and certificates are those that the environment names now.

    Importing the library and reading certificates takes a tenth of a second, in which answers would have to wait.
    """
    try:
        return await asyncio.to_thread(_new_client, limits)
    except Exception as why:  # noqa: BLE001  # whatever it is, its message may quote a proxy's password
        raise not_set_up(why) from None


def _new_client(limits: PollingLimits) -> httpx2.AsyncClient:
    import httpx2

    from modelconfig import __version__

    return httpx2.AsyncClient(
        # One context for all: each proxy would otherwise have its own, and read all certificates again.
        verify=httpx2.create_ssl_context(),
        headers={
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"cody-modelconfig/{__version__}",
        },
        # The rest is bounded by the time for the whole answer.
        timeout=httpx2.Timeout(None, connect=limits.connect_seconds),
        follow_redirects=False,
    )


async def _follow(client: httpx2.AsyncClient, address: Address, etag: str | None, limits: PollingLimits) -> FetchResult:
    """Ask, and ask where redirects lead to."""
    condition = {} if etag is None else {"If-None-Match": etag}
    for _ in range(MOST_REDIRECTS + 1):
        # A redirect may set cookies, which nobody shall get to see again.
        client.cookies.clear()
        response = await client.send(client.build_request("GET", address.url, headers=condition), stream=True)
        try:
            if response.status_code not in _REDIRECTS:
                return await _taken(response, limits, conditional=etag is not None)
            address = _next(address, response)
        finally:
            await response.aclose()
    message = f"the gateway redirects more than {MOST_REDIRECTS} times"
    raise refused(Outcome.REDIRECT, "MC426", message, "Look at where its redirects lead, or give the final address.")


def _next(address: Address, response: httpx2.Response) -> Address:
    location = response.headers.get("location")
    found, why = (None, "it names no target") if not location else redirected(address, location)
    if found is None:
        hint = "Look at the gateway and the proxies in between, or give the final address."
        raise refused(Outcome.REDIRECT, "MC426", f"the gateway's redirect is not followed: {why}", hint)
    return found


async def _taken(response: httpx2.Response, limits: PollingLimits, *, conditional: bool) -> FetchResult:
    """Return what an answer brings, looking at one thing after the other, and at the body last."""
    etag, last_modified = _tag(response), response.headers.get("last-modified")
    if response.status_code == 304 and conditional:
        return FetchResult(None, etag, last_modified)
    if response.status_code != 200:
        raise _status(response, conditional=conditional)
    kind = response.headers.get("content-type", "")
    if not _MEDIA_TYPES.fullmatch(kind.partition(";")[0].strip().lower()):
        said = f"the answer says that it is {quote(kind)}" if kind else "the answer does not say what it is"
        hint = "The type should be application/json. Pages come from proxies, sign-in services and wrong addresses."
        raise refused(Outcome.CONTENT_TYPE, "MC427", f"{said}, not JSON", hint)
    return FetchResult(await _body(response, limits), etag, last_modified)


async def _body(response: httpx2.Response, limits: PollingLimits) -> bytes:
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limits.largest:
        raise too_large("the answer", limits.largest)
    unpacker = Unpacker(response.headers.get("content-encoding", ""), limits.largest)
    async for piece in response.aiter_raw():
        unpacker.feed(piece)
    return unpacker.end()


def _status(response: httpx2.Response, *, conditional: bool) -> Exception:
    status = response.status_code
    hint = "Look at the gateway and at the address that is polled."
    if status == 304 and not conditional:
        message = "the gateway answers 304, nothing has changed, to a request that has no condition"
        return refused(Outcome.STATUS, "MC425", message, "Look at the gateway and at the caches in between.")
    if status in (401, 403, 407):
        hint = "The document is public, and no credential is sent for it: let this path be read by everybody."
    elif status == 404:
        hint = "Check the address: the document's path on a gateway is /llm-models.json."
    wish = response.headers.get("retry-after")
    return refused(Outcome.STATUS, "MC425", f"the gateway answers with status {status}", hint, retry_after=wish)


def _tag(response: httpx2.Response) -> str | None:
    tag: str = response.headers.get("etag", "")
    return tag if len(tag) <= _LONGEST_TAG and _TAG.fullmatch(tag) else None
