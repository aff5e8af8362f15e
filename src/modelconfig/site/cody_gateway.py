"""Cody Gateway: where it is, and the token that an instance's licence key stands for."""

from __future__ import annotations

ENDPOINT = "https://cody-gateway.sourcegraph.com"
"""The public gateway, for a configuration that names none."""


def licence_token(licence_key: str) -> str:
    """Return the gateway's token for a licence key, or "" where there is no key: the hash of nothing opens nothing."""
    if not licence_key.strip():
        return ""
    from hashlib import sha256

    return "slk_" + sha256(licence_key.encode("utf-8", "surrogatepass")).hexdigest()
