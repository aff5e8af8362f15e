"""Compress a document in each content coding, once and with the highest effort.

The same input gives the same output, for one version of each library. The encoders come with the extra `server`.
"""

import gzip
import zlib

import brotli
import zstandard

from modelconfig.publish.tree_layout import SUFFIXES

ENCODINGS = tuple(SUFFIXES)
"""The content codings in order of preference."""
_MAX_EFFORT_SIZE = 1 << 18
"""Bytes up to which the highest effort takes less than a tenth of a second."""


def compress(coding: str, data: bytes) -> bytes:
    """Return `data` in one of ENCODINGS."""
    highest_effort = len(data) <= _MAX_EFFORT_SIZE
    if coding == "br":
        compressed: bytes = brotli.compress(data, quality=11 if highest_effort else 6)
        return compressed
    if coding == "zstd":
        return zstandard.ZstdCompressor(level=19 if highest_effort else 9).compress(data)
    # A fixed time: the gzip header would otherwise differ from one second to the next.
    return gzip.compress(data, compresslevel=9, mtime=0)


def is_compressed(coding: str, content: bytes, data: bytes) -> bool:
    """Return whether `content` is `data` in one of ENCODINGS.

    No decoder returns more than the size of `data`, because a small file may decompress to any size.
    """
    limit = len(data) + 1
    try:
        if coding == "br":
            reader = brotli.Decompressor()
            return bool(reader.process(content, output_buffer_limit=limit) == data and reader.is_finished())
        if coding == "zstd":
            # The frame states the size; another size is not decompressed.
            size_matches = zstandard.frame_content_size(content) == len(data)
            return size_matches and zstandard.ZstdDecompressor().decompress(content, allow_extra_data=False) == data
        stream = zlib.decompressobj(wbits=31)
        return stream.decompress(content, limit) == data and stream.eof and not stream.unused_data
    except (brotli.error, TypeError, zstandard.ZstdError, zlib.error):
        return False
