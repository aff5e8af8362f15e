"""The requirements on every published tree, at any moment and after any interruption."""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

from modelconfig.publish import publisher
from modelconfig.publish.content_codings import ENCODINGS
from modelconfig.publish.public_document import examine_public_bytes
from modelconfig.publish.tree_layout import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from modelconfig.publish.publisher import Published

_ZSTD = "compression.zstd" if sys.version_info >= (3, 14) else "zstandard"
_LIBRARIES = {"gzip": "gzip", "br": "brotli", "zstd": _ZSTD}
BY_CODING: dict[str, Callable[[bytes], bytes]] = {
    coding: importlib.import_module(_LIBRARIES[coding]).decompress for coding in ENCODINGS
}
DECODERS = {"": bytes, **{SUFFIXES[coding]: decode for coding, decode in BY_CODING.items()}}
POLLED = "llm-models.json"
State = dict[str, bytes]


def text(document: dict[str, Any]) -> bytes:
    return json.dumps(document, indent=2).encode()


def publish(
    folder: Path, document: dict[str, Any], *, keep: int | None = None, sources: bytes | None = None
) -> Published:
    """Publish a valid document."""
    found = examine_public_bytes(text(document), "x.json")
    assert found.data is not None, found.problems
    assert found.document is not None
    return publisher.publish(folder, found.data, found.document, keep=keep, sources=sources, waiting=lambda: None)


def digest(document: dict[str, Any]) -> str:
    return hashlib.sha256(text(document)).hexdigest()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def state(folder: Path) -> State:
    """Return the content of each file."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def touched(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return metadata that changes whenever a file or the folder is written."""
    return {
        name: (found.st_ino, found.st_mtime_ns, found.st_ctime_ns)
        for name, found in [(path.name, path.stat()) for path in folder.iterdir()] + [("", folder.stat())]
    }


def served(folder: Path) -> bytes | None:
    """Check that a tree is complete and consistent; return the polled document, if one exists."""
    found = {name for name in names(folder) if not name.endswith(".tmp")}
    for name in found:
        stem, dot, suffix = name.partition(".json")
        if dot and len(stem) == 64:
            content = DECODERS[suffix]((folder / name).read_bytes())
            assert hashlib.sha256(content).hexdigest() == stem, name
    forms = {DECODERS[name.removeprefix(POLLED)]((folder / name).read_bytes()) for name in found if POLLED in name}
    assert len(forms) <= 1, "the plain and compressed files contain different documents"
    assert (POLLED in found) == bool(forms), "a compressed file without the plain one"
    if "latest.json" in found:
        pointer = json.loads((folder / "latest.json").read_bytes())
        assert (folder / pointer["path"]).stat().st_size == pointer["size"]
        assert pointer["path"] == pointer["digest"] + ".json"
        assert json.loads((folder / pointer["path"]).read_bytes())["revision"] == pointer["revision"]
    if "headers.json" in found:
        json.loads((folder / "headers.json").read_bytes())
    return forms.pop() if forms else None
