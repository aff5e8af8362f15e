"""Define the layout of a published tree: file names, HTTP headers, the pointer to the newest document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from modelconfig.publish.content_codings import ENCODINGS, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DOCUMENT = "llm-models.json"
"""The newest document, under the name that instances poll."""
POINTER = "latest.json"
"""The pointer to the newest document."""
HEADERS = "headers.json"
"""The HTTP headers of each file, for uploads to object storage; this file also marks a published tree."""
STATIC_HEADERS = "_headers"
"""The same in the format of static site hosts."""
FORMAT = "modelconfig publish 1"
SIZE_LIMIT = 256 << 20
"""Bytes above which a file does not belong to a tree."""

CODINGS: Mapping[str, str] = {"": "", **{SUFFIXES[coding]: coding for coding in ENCODINGS}}
"""Content codings by file suffix, the plain file first."""

CONTENT_TYPE = "application/json"
IMMUTABLE = "public, max-age=31536000, immutable"
NEWEST = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
"""The same as on the gateway: a cache must not delay a correction for long."""

_EDITION = re.compile(r"([0-9a-f]{64})\.json")
_LEFTOVER = re.compile(r"\.(?:[0-9a-f]{64}\.json|llm-models\.json|latest\.json|headers\.json|_headers).*\.tmp")

Headers = dict[str, str]


def edition(digest: str) -> str:
    """Return the name of the document with this digest."""
    return f"{digest}.json"


def digest_of(name: str) -> str | None:
    """Return the digest in the name of a document, or None for any other name."""
    match = _EDITION.fullmatch(name)
    return match[1] if match else None


def is_leftover(name: str) -> bool:
    """Return whether this is the name of a temporary file of an interrupted run."""
    return _LEFTOVER.fullmatch(name) is not None


def pointer(revision: str, digest: str, size: int) -> bytes:
    """Return the pointer to a document."""
    return _json({"revision": revision, "digest": digest, "path": edition(digest), "size": size})


def header_files(names: Iterable[str]) -> dict[str, bytes]:
    """Return the two files with the HTTP headers of these files, in the order of upload."""
    table = {name: headers(name) for name in sorted(names, key=_upload_order)}
    lines = [line for name, fields in table.items() for line in _static(name, fields)]
    return {
        HEADERS: _json({"format": FORMAT, "files": table}),
        STATIC_HEADERS: "".join(f"{line}\n" for line in lines).encode(),
    }


def empty_header_file() -> bytes:
    """Return the marker file of an empty tree."""
    return _json({"format": FORMAT, "files": {}})


def is_header_file(content: bytes) -> bool:
    """Return whether this is the marker file of a tree."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and value.get("format") == FORMAT


def headers(name: str) -> Headers:
    """Return the HTTP headers of a published file, also if it is uploaded under the name of the plain one."""
    plain, suffix = _split_suffix(name)
    fields = {
        "Content-Type": CONTENT_TYPE,
        "Cache-Control": NEWEST if digest_of(plain) is None else IMMUTABLE,
        "X-Content-Type-Options": "nosniff",
    }
    if suffix:
        fields["Content-Encoding"] = CODINGS[suffix]
    if plain != POINTER:
        fields["Vary"] = "Accept-Encoding"
    return fields


def _upload_order(name: str) -> tuple[bool, bool, str]:
    """Return the sort key of uploads: immutable files, then those that are polled, the pointer last."""
    return name == POINTER, name.startswith(DOCUMENT), name


def _split_suffix(name: str) -> tuple[str, str]:
    suffix = next((coding_suffix for coding_suffix in CODINGS if coding_suffix and name.endswith(coding_suffix)), "")
    return name.removesuffix(suffix), suffix


def _static(name: str, fields: Headers) -> list[str]:
    return [f"/{name}", *(f"  {field}: {value}" for field, value in fields.items())]


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=True) + "\n").encode()
