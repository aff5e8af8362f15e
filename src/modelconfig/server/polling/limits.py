"""How much of time and space an answer of the gateway may take, and how much of what is served it may take away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PollingLimits:
    """What an operator can set. The defaults leave a document a hundred times the room that it needs."""

    connect_seconds: float = 5.0
    """Until there is a connection, through a proxy and with TLS where they are used."""
    total_seconds: float = 30.0
    """Until the whole answer is there, redirects included, however steadily it drips."""
    largest: int = 8 << 20
    """Bytes of a document, as they are sent and as they are decompressed: neither may be more."""
    minimum_share: float = 0.5
    """The part of the models that a newer document must leave; 0 lets any through that leaves one."""
    trusted_seconds: float = 24 * 3600.0
    """How long "nothing has changed" is believed after the last full answer; then the document is fetched in full."""
