"""Compress a document in each content coding, once and with the highest effort.

The same input gives the same output, for one version of each library.
"""

from __future__ import annotations

import gzip

ENCODINGS = ("zstd", "br", "gzip")
"""Names as in `Accept-Encoding`, in order of preference: with equal weights, the fastest to decompress comes first."""

SUFFIXES = {"gzip": ".gz", "br": ".br", "zstd": ".zst"}
"""The suffixes of precompressed files, as web servers expect them."""

_MAX_EFFORT_SIZE = 1 << 18
"""Bytes up to which the highest effort takes less than a tenth of a second."""


def compress(encoding: str, data: bytes) -> bytes:
    """Return `data` in one of ENCODINGS. Imports the encoder, which the extra `server` brings."""
    if encoding == "gzip":
        # A fixed time: the gzip header would otherwise differ from one second to the next.
        return gzip.compress(data, compresslevel=9, mtime=0)
    if encoding == "br":
        import brotli

        compressed: bytes = brotli.compress(data, quality=11 if len(data) <= _MAX_EFFORT_SIZE else 6)
        return compressed
    if encoding == "zstd":
        import zstandard

        return zstandard.ZstdCompressor(level=19 if len(data) <= _MAX_EFFORT_SIZE else 9).compress(data)
    raise ValueError(f"unknown content coding {encoding!r}; known are {', '.join(ENCODINGS)}")
