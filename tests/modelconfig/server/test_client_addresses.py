"""The address of a client, with and without proxies."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from modelconfig.server.client_addresses import ClientAddresses, parse_address

PROXIES = [ip_network(text) for text in ("127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48")]


class Headers(dict[str, list[str]]):
    """The headers of a request, as granian passes them."""

    def get_all(self, name: str) -> list[str]:
        return self.get(name, [])


def forwarded(*values: str) -> Headers:
    return Headers({"x-forwarded-for": list(values)})


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.0.2.1", "192.0.2.1"),
        (" 192.0.2.1:8080 ", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::1"),
        ("[2001:DB8:0::1]", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("[::ffff:192.0.2.1]:443", "192.0.2.1"),
        ("::ffff:c000:201", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::1"),
        ("[fe80::1%\x1b]:1", "fe80::1"),
        ("", None),
        ("unknown", None),
        ("_hidden", None),
        ("192.0.2.01", None),
        ("192.0.2", None),
        ("3221225985", None),
        ("localhost:80", None),
        ("192.0.2.1/32", None),
        ("[", None),
        (":" * 60_000, None),
    ],
)
def test_an_address_is_read_with_and_without_a_port(text: str, address: str | None) -> None:
    parsed = parse_address(text)
    assert (None if parsed is None else str(parsed)) == address


@pytest.mark.parametrize(
    ("peer", "values", "client"),
    [
        ("192.0.2.1:5", [], "192.0.2.1"),
        ("192.0.2.1:5", ["198.51.100.1"], "192.0.2.1"),
        ("127.0.0.1:5", ["198.51.100.1"], "198.51.100.1"),
        ("[::ffff:127.0.0.1]:5", ["198.51.100.1"], "198.51.100.1"),
        ("[2001:db8:1::9]:5", ["198.51.100.1:99"], "198.51.100.1"),
        # What is further left may be invented.
        ("127.0.0.1:5", ["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1:5", ["198.51.100.1", "10.1.1.1 , 10.2.2.2"], "198.51.100.1"),
        ("127.0.0.1:5", ["1.1.1.1", "198.51.100.1,10.1.1.1"], "198.51.100.1"),
        ("127.0.0.1:5", ["2.2.2.2, 10.1.1.1, 198.51.100.1"], "198.51.100.1"),
        # A client within a trusted network.
        ("127.0.0.1:5", ["10.1.1.1, 10.2.2.2"], "10.1.1.1"),
        # Nothing says where the request of the last proxy came from.
        ("127.0.0.1:5", [], "127.0.0.1"),
        ("127.0.0.1:5", [""], "127.0.0.1"),
        ("127.0.0.1:5", ["1.1.1.1, unknown"], "127.0.0.1"),
        ("127.0.0.1:5", ["1.1.1.1, ?, 10.1.1.1"], "10.1.1.1"),
    ],
)
def test_the_client_is_the_right_most_address_that_is_not_trusted(peer: str, values: list[str], client: str) -> None:
    assert str(ClientAddresses(PROXIES).find(peer, forwarded(*values))) == client


def test_only_the_right_end_of_a_long_list_is_read() -> None:
    trusted = ",".join(["10.1.1.1"] * 7000)
    assert str(ClientAddresses(PROXIES).find("127.0.0.1:5", forwarded("198.51.100.1," + trusted))) == "10.1.1.1"


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "x-real-ip", "via"])
def test_clients_of_a_proxy_that_is_not_named_are_unknown(name: str) -> None:
    headers = Headers({name: ["198.51.100.1"]})
    assert not ClientAddresses().are_known(headers)
    assert ClientAddresses().are_known(Headers())
    assert ClientAddresses(PROXIES).are_known(headers)
    assert not ClientAddresses(behind_proxy=True).are_known(Headers())
    assert ClientAddresses(PROXIES, behind_proxy=True).are_known(Headers())
