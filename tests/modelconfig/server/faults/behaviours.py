"""The behaviours of a gateway: a correct one, and faults that occur in practice."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import zlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.modelconfig.server.faults import documents
from tests.modelconfig.server.faults.documents import as_bytes
from tests.modelconfig.server.faults.exchange import JSON

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.modelconfig.server.faults.exchange import Exchange


async def good(one: Exchange, **fields: Any) -> None:
    """Answer correctly: ETag from the content, 304, gzip when it is accepted."""
    tag = f'"{hashlib.sha256(one.body).hexdigest()[:32]}"'
    known = {"ETag": tag, "Last_Modified": "Sun, 22 Nov 2026 00:00:00 GMT", **fields}
    if one.seen.headers.get("if-none-match") == known["ETag"]:
        await one.head("304 Not Modified", **known)
    elif "gzip" in one.seen.headers.get("accept-encoding", ""):
        await one.document(gzip.compress(one.body), Content_Encoding="gzip", **known)
    else:
        await one.document(one.body, **known)


async def status(one: Exchange, status: str = "500 Internal Server Error", **fields: Any) -> None:
    await one.document(b"no\n", status, **{"Content_Type": "text/plain", **fields})


async def unavailable(one: Exchange, retry_after: str = "120") -> None:
    await status(one, "503 Service Unavailable", Retry_After=retry_after)


async def hangs(one: Exchange) -> None:
    await one.never()


async def hangs_in_header(one: Exchange) -> None:
    await one.raw(b"HTTP/1.1 200 OK\r\nContent-")
    await one.never()


async def hangs_in_body(one: Exchange) -> None:
    await one.head(Content_Type=JSON, Content_Length=len(one.body))
    await one.raw(one.body[: len(one.body) // 2])
    await one.never()


async def drips(one: Exchange, pause: float = 1.0) -> None:
    """Send one byte per second: each read succeeds, but the response never completes."""
    await one.head(Content_Type=JSON, Content_Length=len(one.body))
    for at in range(len(one.body)):
        await one.raw(one.body[at : at + 1])
        await asyncio.sleep(pause)


async def interim_answers(one: Exchange, pause: float = 0.01) -> None:
    """Send informational responses repeatedly."""
    while True:
        await one.raw(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        await asyncio.sleep(pause)


async def endless_header(one: Exchange) -> None:
    await one.raw(b"HTTP/1.1 200 OK\r\n")
    while True:
        await one.raw(b"X-More: " + b"a" * 1000 + b"\r\n")


async def closes(one: Exchange) -> None:
    """Close the connection without a response."""
    del one


async def not_http(one: Exchange) -> None:
    await one.raw(b"220 mail.example.com ESMTP\r\n")


async def truncated(one: Exchange) -> None:
    await one.head(Content_Type=JSON, Content_Length=len(one.body))
    await one.raw(one.body[: len(one.body) // 2])


async def half_closes(one: Exchange) -> None:
    """Send half of the content and the end of it, but keep the connection open."""
    await truncated(one)
    one.writer.write_eof()
    await one.never()


async def truncated_chunked(one: Exchange) -> None:
    await one.head(Content_Type=JSON, Transfer_Encoding="chunked")
    await one.raw(b"%x\r\n%b\r\n" % (100, one.body[:100]))


async def truncated_gzip(one: Exchange) -> None:
    """Send a body of the announced length with a truncated gzip stream."""
    await one.document(gzip.compress(one.body)[:-200], Content_Encoding="gzip")


async def corrupt_gzip(one: Exchange) -> None:
    data = bytearray(gzip.compress(one.body))
    for at in range(40, len(data), 50):
        data[at] ^= 0x5A
    await one.document(bytes(data), Content_Encoding="gzip")


async def other_coding(one: Exchange) -> None:
    await one.document(one.body, Content_Encoding="br")


async def length_too_long(one: Exchange) -> None:
    await one.document(one.body, Content_Length=len(one.body) + 100)


async def length_too_short(one: Exchange) -> None:
    await one.document(one.body, Content_Length=len(one.body) - 100)


async def length_no_number(one: Exchange) -> None:
    await one.document(one.body, Content_Length="many")


async def gzip_bomb(one: Exchange, megabytes: int = 64) -> None:
    await one.document(_bomb(megabytes), Content_Encoding="gzip")


async def many_gzip_parts(one: Exchange) -> None:
    await one.document(gzip.compress(b"") * 10_000, Content_Encoding="gzip")


async def huge(one: Exchange, megabytes: int = 200, announced: bool = True) -> None:  # noqa: FBT001, FBT002  # a setting
    """Send a body of this size, with or without `Content-Length`."""
    if announced:
        await one.head(Content_Type=JSON, Content_Length=megabytes << 20)
    else:
        await one.head(Content_Type=JSON)
    piece = b" " * (1 << 16)
    for _ in range(megabytes << 4):
        await one.raw(piece)


async def html(one: Exchange) -> None:
    await one.document(b"<!DOCTYPE html><title>Sign in</title>", Content_Type="text/html; charset=utf-8")


async def as_type(one: Exchange, kind: str | None = None) -> None:
    """Send the correct content with another media type, or without one."""
    if kind is None:
        await one.head(Content_Length=len(one.body))
        await one.raw(one.body)
    else:
        await one.document(one.body, Content_Type=kind)


async def same_tag(one: Exchange) -> None:
    """Always send the whole document, always with the same entity tag."""
    await one.document(one.body, ETag='"models"')


async def stuck(one: Exchange) -> None:
    """Answer 304 to every entity tag."""
    tag = one.seen.headers.get("if-none-match")
    if tag is None:
        await one.document(one.body, ETag='"models"')
    else:
        await one.head("304 Not Modified", ETag=tag)


async def unasked_304(one: Exchange) -> None:
    await one.head("304 Not Modified")


async def redirect_loop(one: Exchange) -> None:
    await redirect(one, one.url)


async def redirect(one: Exchange, location: str | None = None, status: str = "302 Found", **fields: Any) -> None:
    """Redirect to an address, and set a cookie."""
    target = {} if location is None else {"Location": location}
    await one.document(b"", status, **target, Set_Cookie="session=abc; Path=/", **fields)


async def redirect_once(one: Exchange, status: str = "307 Temporary Redirect", location: str = "elsewhere") -> None:
    """Redirect to another path of this gateway, which answers correctly."""
    if one.seen.target.endswith("/elsewhere"):
        await good(one)
    else:
        await redirect(one, location, status)


async def tunnel(one: Exchange, port: int = 0) -> None:
    """Act as an HTTPS proxy: connect the client to a port of this machine, regardless of the requested host."""
    assert one.seen.method == "CONNECT", one.seen
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await one.raw(b"HTTP/1.1 200 Connection established\r\n\r\n")
    try:
        await asyncio.wait(
            [asyncio.create_task(_relayed(one.reader, writer)), asyncio.create_task(_relayed(reader, one.writer))],
        )
    finally:
        writer.close()


async def _relayed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError, RuntimeError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
        writer.close()


BEHAVIOURS: dict[str, Callable[..., Awaitable[None]]] = {
    found.__name__: found
    for found in (
        good,
        status,
        unavailable,
        hangs,
        hangs_in_header,
        hangs_in_body,
        drips,
        interim_answers,
        endless_header,
        closes,
        not_http,
        truncated,
        half_closes,
        truncated_chunked,
        truncated_gzip,
        corrupt_gzip,
        other_coding,
        length_too_long,
        length_too_short,
        length_no_number,
        gzip_bomb,
        many_gzip_parts,
        huge,
        html,
        as_type,
        same_tag,
        stuck,
        unasked_304,
        redirect_loop,
        redirect,
        redirect_once,
        tunnel,
    )
}
"""The behaviours, by name. `down` is not one of them: then the port is closed."""


def _sends(make: Callable[[], bytes]) -> Callable[..., Awaitable[None]]:
    async def answer(one: Exchange, **fields: Any) -> None:
        await one.document(make(), **fields)

    return answer


BEHAVIOURS |= {
    "not_json": _sends(lambda: b'{"schemaVersion": "1.0",'),
    "no_content": _sends(lambda: b""),
    "other_shape": _sends(lambda: b'{"hello": ["world"]}'),
    "no_object": _sends(lambda: b'"models"'),
    "deep": _sends(lambda: b"[" * 100_000),
    "deep_and_closed": _sends(lambda: b"[" * 100_000 + b"]" * 100_000),
    "not_utf8": _sends(lambda: as_bytes(documents.edition(7)).replace(b"Edition", b"\xff\xfe")),
    "duplicate_members": _sends(lambda: as_bytes(documents.edition(7))[:-2] + b', "models": []}'),
    "later_version": _sends(lambda: as_bytes(documents.later_version())),
    "older": _sends(lambda: as_bytes(documents.older())),
    "without_models": _sends(lambda: as_bytes(documents.without_models())),
    "shrunken": _sends(lambda: as_bytes(documents.shrunken(5))),
    "breaking_a_rule": _sends(lambda: as_bytes(documents.breaking_a_rule())),
}


@cache
def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    piece = b"\0" * (1 << 20)
    return b"".join([packer.compress(piece) for _ in range(megabytes)]) + packer.flush()
