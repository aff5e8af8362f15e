"""Compress a document in each content coding, once and with the highest effort.

The same input gives the same output, for one version of each library. Brotli comes with the extra `server`, and so does
Zstandard before Python 3.14, which has its own. A coding without its library is not used.
"""

import gzip
import importlib
import sys
import zlib
from typing import Any

from modelconfig.publish.tree_layout import SUFFIXES


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


_STANDARD_ZSTD = sys.version_info >= (3, 14)
_BROTLI, _ZSTD = _library("brotli"), _library("compression.zstd" if _STANDARD_ZSTD else "zstandard")
_LIBRARIES = {"gzip": gzip, "br": _BROTLI, "zstd": _ZSTD}
ENCODINGS = tuple(coding for coding in SUFFIXES if _LIBRARIES[coding])
"""The content codings in order of preference."""
MISSING = tuple(coding for coding in SUFFIXES if coding not in ENCODINGS)
"""The content codings without a library."""
_MAX_EFFORT_SIZE = 1 << 18
"""Bytes up to which the highest effort takes less than a tenth of a second."""


def compress(coding: str, data: bytes) -> bytes:
    """Return `data` in one of ENCODINGS."""
    highest_effort = len(data) <= _MAX_EFFORT_SIZE
    compressed: bytes
    if coding == "br":
        compressed = _BROTLI.compress(data, quality=11 if highest_effort else 6)
    elif coding == "zstd":
        compressed = _ZSTD.compress(data, 19 if highest_effort else 9)
    else:
        # A fixed time: the gzip header would otherwise differ from one second to the next.
        compressed = gzip.compress(data, compresslevel=9, mtime=0)
    return compressed


def is_compressed(coding: str, content: bytes, data: bytes) -> bool:
    """Return whether `content` is `data` in one of ENCODINGS.

    No decoder returns more than the size of `data`, because a small file may decompress to any size.
    """
    limit = len(data) + 1
    failures = [getattr(library, "error", None) or library.ZstdError for library in (_BROTLI, _ZSTD) if library]
    try:
        if coding == "br":
            reader = _BROTLI.Decompressor()
            return bool(reader.process(content, output_buffer_limit=limit) == data and reader.is_finished())
        if coding == "zstd" and not _STANDARD_ZSTD:
            # The frame states the size; another size is not decompressed.
            size_matches = _ZSTD.frame_content_size(content) == len(data)
            return bool(size_matches and _ZSTD.ZstdDecompressor().decompress(content, allow_extra_data=False) == data)
        stream = _ZSTD.ZstdDecompressor() if coding == "zstd" else zlib.decompressobj(wbits=31)
        return bool(stream.decompress(content, limit) == data and stream.eof and not stream.unused_data)
    except (TypeError, zlib.error, *failures):
        return False
