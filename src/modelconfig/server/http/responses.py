"""Make responses for single requests, including errors."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

JSON = "application/json"
NEVER_STORED = ("cache-control", "no-store")


@dataclass(frozen=True, slots=True)
class Reply:
    """A response: its status, its body, and its headers without `Content-Length`."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = field(default=())


def json_reply(value: Any, status: int = 200, *headers: tuple[str, str]) -> Reply:
    """Return a JSON value as a response that no cache stores."""
    body = json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n"
    return Reply(status, body, (("content-type", JSON), ("x-content-type-options", "nosniff"), NEVER_STORED, *headers))


def text_reply(text: str, status: int = 200, content_type: str = "text/plain; charset=utf-8") -> Reply:
    """Return a text as a response that no cache stores."""
    headers = (("content-type", content_type), ("x-content-type-options", "nosniff"), NEVER_STORED)
    return Reply(status, text.encode(), headers)


def refusal(status: int, kind: str, message: str, *headers: tuple[str, str]) -> Reply:
    """Return an error in the format that clients of these interfaces read: `{"type": …, "message": …}`."""
    return json_reply({"type": kind, "message": message}, status, *headers)
