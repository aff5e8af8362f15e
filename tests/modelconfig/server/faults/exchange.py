"""One request, and functions to answer it byte by byte, also incorrectly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import asyncio

JSON = "application/json"


class Seen(NamedTuple):
    """A request as it arrived; names of header fields are in lower case."""

    method: str
    target: str
    headers: dict[str, str]


@dataclass
class Exchange:
    """One request, and functions to answer it."""

    seen: Seen
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    body: bytes
    url: str

    async def head(self, status: str = "200 OK", **fields: Any) -> None:
        """Send a status line and headers, with `Connection: close`."""
        lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
        await self.raw(("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode("latin-1"))

    async def raw(self, data: bytes) -> None:
        """Send bytes unchanged."""
        self.writer.write(data)
        await self.writer.drain()

    async def document(self, body: bytes, status: str = "200 OK", **fields: Any) -> None:
        """Send a complete response with a body."""
        await self.head(status, **{"Content_Type": JSON, "Content_Length": len(body), **fields})
        await self.raw(body)

    async def never(self) -> None:
        """Send nothing more until the client gives up."""
        while await self.reader.read(1024):
            pass
