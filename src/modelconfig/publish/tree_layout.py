"""What a published tree looks like: names of files, what HTTP says of each, the pointer to the newest document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from modelconfig.publish.content_codings import ENCODINGS, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DOCUMENT = "llm-models.json"
"""The newest document, at the name that instances poll."""
POINTER = "latest.json"
"""Which of the documents is the newest."""
HEADERS = "headers.json"
"""What HTTP should say of each file, for uploads to object storage; also the mark by which a tree is known."""
STATIC_HEADERS = "_headers"
"""The same in the form that hosts of static sites read."""
FORMAT = "modelconfig publish 1"
LARGEST = 256 << 20
"""Bytes beyond which a file of a tree is none of ours; a pipe or a device there is none either, and not waited for."""

CODINGS: Mapping[str, str] = {"": "", **{SUFFIXES[coding]: coding for coding in ENCODINGS}}
"""Content codings by what a file in them ends in; the plain file first."""

CONTENT_TYPE = "application/json"
IMMUTABLE = "public, max-age=31536000, immutable"
NEWEST = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
"""As the gateway says it: a correction must not wait behind a cache for long."""

_EDITION = re.compile(r"([0-9a-f]{64})\.json")
_LEFTOVER = re.compile(r"\.(?:[0-9a-f]{64}\.json|llm-models\.json|latest\.json|headers\.json|_headers).*\.tmp")

Headers = dict[str, str]


def edition(digest: str) -> str:
    """Return the name of the document with this digest."""
    return f"{digest}.json"


def digest_of(name: str) -> str | None:
    """Return the digest that a document's file is named by, or None for the name of anything else."""
    found = _EDITION.fullmatch(name)
    return found[1] if found else None


def is_leftover(name: str) -> bool:
    """Tell whether a file of this name was being written by a run that was cut short."""
    return _LEFTOVER.fullmatch(name) is not None


def pointer(revision: str, digest: str, size: int) -> bytes:
    """Return the pointer to a document."""
    return _json({"revision": revision, "digest": digest, "path": edition(digest), "size": size})


def header_files(names: Iterable[str]) -> dict[str, bytes]:
    """Return the two files that say what HTTP should say of the files of these names, in an order to upload them in."""
    table = {name: headers(name) for name in sorted(names, key=_turn)}
    lines = [line for name, fields in table.items() for line in _static(name, fields)]
    return {
        HEADERS: _json({"format": FORMAT, "files": table}),
        STATIC_HEADERS: "".join(f"{line}\n" for line in lines).encode(),
    }


def empty_header_file() -> bytes:
    """Return the mark of a tree in which there is nothing yet."""
    return _json({"format": FORMAT, "files": {}})


def is_header_file(content: bytes) -> bool:
    """Tell whether this is the mark of a tree."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and value.get("format") == FORMAT


def headers(name: str) -> Headers:
    """Return what HTTP should say of a published file, also where it stands under the name of the plain one."""
    plain, suffix = _parts(name)
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


def _turn(name: str) -> tuple[bool, bool, str]:
    """Return what orders files: what never changes, then what is polled, the pointer last."""
    return name == POINTER, name.startswith(DOCUMENT), name


def _parts(name: str) -> tuple[str, str]:
    suffix = next((one for one in CODINGS if one and name.endswith(one)), "")
    return name.removesuffix(suffix), suffix


def _static(name: str, fields: Headers) -> list[str]:
    return [f"/{name}", *(f"  {field}: {value}" for field, value in fields.items())]


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=True) + "\n").encode()
