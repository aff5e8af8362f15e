"""Cody Gateway's address, and the token derived from a licence key."""

from __future__ import annotations

ENDPOINT = "https://cody-gateway.sourcegraph.com"
"""The public gateway, used when a configuration has no endpoint."""


def licence_token(licence_key: str) -> str:
    """Return the gateway's token for a licence key, or "" for a blank key, whose hash is not a valid token."""
    if not licence_key.strip():
        return ""
    from hashlib import sha256

    return "slk_" + sha256(licence_key.encode("utf-8", "surrogatepass")).hexdigest()
