"""Make responses for single requests, including errors."""

import json
from typing import Any, NamedTuple

JSON = "application/json"
HTML = "text/html; charset=utf-8"
NEVER_STORED = ("cache-control", "no-store")
NO_SNIFFING = ("x-content-type-options", "nosniff")
NO_BANNER = ("server", "")
"""Without this field, granian adds its name."""

Header = tuple[str, str]


class Reply(NamedTuple):
    """A response, ready to be sent."""

    status: int
    headers: list[Header]
    body: bytes


def json_reply(value: Any, status: int = 200, *headers: Header) -> Reply:
    """Return a JSON value as a response that no cache stores."""
    return text_reply(json.dumps(value, indent=2, ensure_ascii=False) + "\n", status, *headers, content_type=JSON)


def text_reply(
    text: str, status: int = 200, *headers: Header, content_type: str = "text/plain; charset=utf-8"
) -> Reply:
    """Return a text as a response that no cache stores."""
    body = text.encode()
    common_headers = [
        NO_BANNER,
        ("content-type", content_type),
        NO_SNIFFING,
        NEVER_STORED,
        ("content-length", str(len(body))),
    ]
    return Reply(status, [*common_headers, *headers], body)


def refusal(status: int, kind: str, message: str, *headers: Header) -> Reply:
    """Return an error in the format that clients of these interfaces read: `{"type": …, "message": …}`."""
    return json_reply({"type": kind, "message": message}, status, *headers)
