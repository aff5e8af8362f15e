"""Compute digests and entity tags of bytes."""

import hashlib


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def strong_etag(data: bytes) -> str:
    """Return the entity tag of exactly these bytes, quoted as in the header field (RFC 9110, 8.8.3)."""
    return f'"{digest(data)}"'
