"""Which hosts are this machine: connections to them cross no network."""

from ipaddress import IPv6Address, ip_address


def is_local(host: str) -> bool:
    """Return whether connections to a host, a name or an IP address, stay on this machine."""
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_loopback or address.is_unspecified
