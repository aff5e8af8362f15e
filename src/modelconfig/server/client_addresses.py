"""The address of the client that sent a request, also behind proxies that are trusted to name it."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network

_FORWARDED_FOR = "x-forwarded-for"
_FORWARDING = (_FORWARDED_FOR, "forwarded", "x-real-ip", "via")
"""Headers that only proxies send."""
_MAX_PROXIES = 16
"""Addresses of `X-Forwarded-For` that are read, from the right."""


class ClientAddresses:
    """Find the address of a client. Only trusted proxies are believed."""

    def __init__(self, proxies: Sequence[IPNetwork] = (), *, behind_proxy: bool = False) -> None:
        """Trust `proxies` to name their clients. If `behind_proxy`, only proxies reach the server."""
        self._proxies = tuple(proxies)
        self._behind_proxy = behind_proxy

    def are_known(self, headers: Any) -> bool:
        """Return whether `find` returns the address of the client itself.

        Otherwise a proxy sent the request, and no trusted proxy is configured: all of its clients have its address.
        """
        return bool(self._proxies) or not (self._behind_proxy or any(name in headers for name in _FORWARDING))

    def find(self, peer: str, headers: Any) -> IPAddress | None:
        """Return the address of the client that sent a request with these headers. `peer` sent it to this server.

        It is the right-most address of `X-Forwarded-For` that is not trusted, if `peer` is trusted. Each proxy appends
        the address that it got the request from, so what is further left may be invented by the client. If the list
        ends before, or has something else than an address, the last trusted address is returned.
        """
        client = parse_address(peer)
        if client is None or not self._trusts(client):
            return client
        listed = ",".join(headers.get_all(_FORWARDED_FOR)).rsplit(",", _MAX_PROXIES)[-_MAX_PROXIES:]
        for text in reversed(listed):
            address = parse_address(text)
            if address is None:
                break
            client = address
            if not self._trusts(client):
                break
        return client

    def _trusts(self, address: IPAddress) -> bool:
        return any(address in network for network in self._proxies)


def parse_address(text: str) -> IPAddress | None:
    """Return the IP address in a text, with or without a port, or None. An IPv4 address within IPv6 is that of IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        # A zone is a name of an interface of this machine.
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
