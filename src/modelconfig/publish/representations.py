"""A document in all the forms in which it lies in a tree, each with the time that its file gets."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

import brotli
import zstandard

from modelconfig.jsontext.reader import read_bytes
from modelconfig.publish.content_codings import compress
from modelconfig.publish.file_times import file_time
from modelconfig.publish.tree_layout import CODINGS, LARGEST, edition

if TYPE_CHECKING:
    from pathlib import Path


class FileRepresentation(NamedTuple):
    """A content and the time of modification of the file that holds it."""

    content: bytes
    time: int


def file_representations(folder: Path, digest: str, revision: str, data: bytes) -> dict[str, FileRepresentation]:
    """Return the forms of a document by what their files end in.

    A compressed file that is there stays if it holds the document: what was sent once under a name that promises never
    to change is sent again, also where a newer compressor would make something else.
    """
    found = {}
    for number, (suffix, coding) in enumerate(CODINGS.items()):
        content = data if not coding else _kept(folder / (edition(digest) + suffix), coding, data)
        if content is None:
            content = compress(coding, data)
        found[suffix] = FileRepresentation(content, file_time(revision, number, content))
    return found


def _kept(path: Path, coding: str, data: bytes) -> bytes | None:
    content, _, _ = read_bytes(path, LARGEST)
    return content if content is not None and _holds(coding, content, data) else None


def _holds(coding: str, content: bytes, data: bytes) -> bool:
    """Tell whether some bytes are this data in a coding. Never makes more than the data of them."""
    # No decoder is asked for anything that could not be right: what is small can claim to be without end.
    if coding == "gzip":
        stream = zlib.decompressobj(wbits=31)
        try:
            return stream.decompress(content, len(data) + 1) == data and stream.eof and not stream.unused_data
        except zlib.error:
            return False
    if coding == "br":
        reader = brotli.Decompressor()
        try:
            made = reader.process(content, output_buffer_limit=len(data) + 1)
        except (brotli.error, TypeError):
            return False
        return bool(made == data and reader.is_finished())
    try:
        # The size stands in the frame; one that claims another is not unpacked.
        honest = zstandard.frame_content_size(content) == len(data)
        return honest and zstandard.ZstdDecompressor().decompress(content, allow_extra_data=False) == data
    except zstandard.ZstdError:
        return False
