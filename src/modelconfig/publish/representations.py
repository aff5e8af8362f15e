"""Make the representations of a document in a published tree, each with its modification time."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

import brotli
import zstandard

from modelconfig.jsontext.reader import read_bytes
from modelconfig.publish.content_codings import compress
from modelconfig.publish.file_times import file_time
from modelconfig.publish.tree_layout import CODINGS, SIZE_LIMIT, edition

if TYPE_CHECKING:
    from pathlib import Path


class FileRepresentation(NamedTuple):
    """The content of a file and its modification time."""

    content: bytes
    time: int


def file_representations(folder: Path, digest: str, revision: str, data: bytes) -> dict[str, FileRepresentation]:
    """Return the representations of a document by the suffix of their files.

    An existing compressed file is kept if it contains the document: an immutable file must not change, even if a newer
    compressor gives another result.
    """
    representations = {}
    for number, (suffix, coding) in enumerate(CODINGS.items()):
        content = data if not coding else _existing(folder / (edition(digest) + suffix), coding, data)
        if content is None:
            content = compress(coding, data)
        representations[suffix] = FileRepresentation(content, file_time(revision, number, content))
    return representations


def _existing(path: Path, coding: str, data: bytes) -> bytes | None:
    content, _, _ = read_bytes(path, SIZE_LIMIT)
    return content if content is not None and _contains(coding, content, data) else None


def _contains(coding: str, content: bytes, data: bytes) -> bool:
    """Return whether some bytes are this data in a coding. Never decompresses more than the size of the data."""
    # Limit every decoder to the expected size: a small file may decompress to any size.
    if coding == "gzip":
        stream = zlib.decompressobj(wbits=31)
        try:
            return stream.decompress(content, len(data) + 1) == data and stream.eof and not stream.unused_data
        except zlib.error:
            return False
    if coding == "br":
        reader = brotli.Decompressor()
        try:
            decompressed = reader.process(content, output_buffer_limit=len(data) + 1)
        except (brotli.error, TypeError):
            return False
        return bool(decompressed == data and reader.is_finished())
    try:
        # The frame states the size; another size is not decompressed.
        size_matches = zstandard.frame_content_size(content) == len(data)
        return size_matches and zstandard.ZstdDecompressor().decompress(content, allow_extra_data=False) == data
    except zstandard.ZstdError:
        return False
