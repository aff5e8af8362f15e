"""Define the layout of a published tree: file names, HTTP headers, the pointer to the newest document."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

DOCUMENT = "llm-models.json"
"""The newest document, under the name that instances poll."""
SOURCES = "models.sources.json"
"""Its companion: the sources of the values, and when they were checked."""
POINTER = "latest.json"
"""The pointer to the newest document."""
HEADERS = "headers.json"
"""The HTTP headers of each file, for uploads to object storage; this file also marks a published tree."""
STATIC_HEADERS = "_headers"
"""The same in the format of static site hosts."""
FORMAT = "modelconfig publish 1"
"""The value of `format` in HEADERS, which marks a tree."""
SIZE_LIMIT = 256 << 20
"""Bytes above which a file does not belong to a tree."""

SUFFIXES = {"zstd": ".zst", "br": ".br", "gzip": ".gz"}
"""The suffix of a precompressed file, as web servers expect it, by content coding.

The order is that of preference: with equal weights in `Accept-Encoding`, the fastest to decompress comes first.
"""
READABLE = 0o644
"""The mode of the files, whatever the umask: a web server reads them as another user."""

CONTENT_TYPE = "application/json"
IMMUTABLE = "public, max-age=31536000, immutable"
"""The `Cache-Control` of a document under its digest."""
POLLED = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
"""The `Cache-Control` of the newest document, here and on the gateway.

Five minutes: instances poll every few hours, and a cache must not delay a correction for long.
"""

_EDITION = re.compile(r"([0-9a-f]{64})\.json")
LEFTOVER = re.compile(
    r"\.(?:[0-9a-f]{64}\.json|llm-models\.json|models\.sources\.json|latest\.json|headers\.json|_headers).*\.tmp"
)
"""The names of the temporary files of an interrupted run."""

Headers = dict[str, str]


def edition(digest: str) -> str:
    """Return the name of the document with this digest."""
    return f"{digest}.json"


def digest_of(name: str) -> str | None:
    """Return the digest in the name of a document, or None for any other name."""
    match = _EDITION.fullmatch(name)
    return match[1] if match else None


def pointer(revision: str, digest: str, size: int) -> bytes:
    """Return the pointer to a document."""
    return _json({"revision": revision, "digest": digest, "path": edition(digest), "size": size})


def header_files(names: Iterable[str]) -> dict[str, bytes]:
    """Return the two files with the HTTP headers of these files, in the order of upload."""
    table = {name: headers(name) for name in sorted(names, key=_upload_order)}
    return {HEADERS: _json({"format": FORMAT, "files": table}), STATIC_HEADERS: static_headers(table)}


def static_headers(table: Mapping[str, Headers]) -> bytes:
    """Return the HTTP headers of files by name, in the format of static site hosts."""
    return "".join(
        f"/{name}\n" + "".join(f"  {field}: {value}\n" for field, value in fields.items())
        for name, fields in table.items()
    ).encode()


def json_object(content: bytes | None) -> dict[str, object]:
    """Return the object in a file, or an empty one for anything else."""
    try:
        value = json.loads(content or b"")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def headers(name: str) -> Headers:
    """Return the HTTP headers of a published file, also if it is uploaded under the name of the plain one."""
    coding = next((coding for coding, suffix in SUFFIXES.items() if name.endswith(suffix)), None)
    plain = name if coding is None else name.removesuffix(SUFFIXES[coding])
    fields = {
        "Content-Type": CONTENT_TYPE,
        "Cache-Control": POLLED if digest_of(plain) is None else IMMUTABLE,
        "X-Content-Type-Options": "nosniff",
    }
    if coding is not None:
        fields["Content-Encoding"] = coding
    if plain != POINTER:
        fields["Vary"] = "Accept-Encoding"
    return fields


def _upload_order(name: str) -> tuple[bool, bool, str]:
    """Return the sort key of uploads: immutable files, then those that are polled, the pointer last."""
    return name == POINTER, name.startswith(DOCUMENT), name


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=True) + "\n").encode()
