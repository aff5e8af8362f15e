"""The content codings in which a document is kept ready, and how each is made: once, so as small as it gets.

The same bytes in give the same bytes out, for one version of each library.
"""

from __future__ import annotations

import gzip

ENCODINGS = ("zstd", "br", "gzip")
"""Names as in `Accept-Encoding`, the one to prefer first: between equals a client is spared the most work."""

SUFFIXES = {"gzip": ".gz", "br": ".br", "zstd": ".zst"}
"""What files of precompressed content end in, as web servers look for them."""

_SMALL = 1 << 18
"""Bytes up to which the highest effort costs less than a tenth of a second."""


def compress(encoding: str, data: bytes) -> bytes:
    """Return `data` in one of ENCODINGS. Imports the encoder, which the extra `server` brings."""
    if encoding == "gzip":
        # A fixed time: the header would otherwise differ from one second to the next.
        return gzip.compress(data, compresslevel=9, mtime=0)
    if encoding == "br":
        import brotli

        packed: bytes = brotli.compress(data, quality=11 if len(data) <= _SMALL else 6)
        return packed
    if encoding == "zstd":
        import zstandard

        return zstandard.ZstdCompressor(level=19 if len(data) <= _SMALL else 9).compress(data)
    raise ValueError(f"unknown content coding {encoding!r}; known are {', '.join(ENCODINGS)}")
