"""The limit of failed attempts: per client, in bounded memory, by a clock that tests set."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

from modelconfig.server.attempt_limit import ATTEMPTS, CLIENTS, INTERVAL, AttemptLimit

FIRST, SECOND = ip_address("192.0.2.1"), ip_address("192.0.2.2")


class FakeClock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def exhaust(limit: AttemptLimit, address: IPv4Address | IPv6Address) -> None:
    assert [limit.count(address) for _ in range(ATTEMPTS)] == [0] * ATTEMPTS
    assert limit.count(address) > 0


def test_a_client_may_fail_some_times_at_once_and_then_once_per_interval() -> None:
    clock = FakeClock()
    limit = AttemptLimit(clock)
    exhaust(limit, FIRST)
    assert limit.count(FIRST) == INTERVAL
    clock.seconds += INTERVAL - 0.5
    # Rejected attempts do not extend the time. Seconds are rounded up: a client that obeys them is not rejected again.
    assert limit.count(FIRST) == 1
    clock.seconds += 0.5
    assert [limit.count(FIRST), limit.count(FIRST) > 0] == [0, True]
    clock.seconds += 5 * INTERVAL
    assert [limit.count(FIRST) for _ in range(6)] == [0] * 5 + [INTERVAL]


def test_a_client_that_stops_gets_all_attempts_again() -> None:
    clock = FakeClock()
    limit = AttemptLimit(clock)
    exhaust(limit, FIRST)
    clock.seconds += ATTEMPTS * INTERVAL
    exhaust(limit, FIRST)
    clock.seconds += 1000 * INTERVAL
    exhaust(limit, FIRST)


def test_clients_are_limited_each_for_itself() -> None:
    limit = AttemptLimit(FakeClock())
    exhaust(limit, FIRST)
    exhaust(limit, SECOND)


def test_the_addresses_of_a_network_of_ipv6_are_one_client() -> None:
    limit = AttemptLimit(FakeClock())
    network = int(ip_address("2001:db8::"))
    failed = [limit.count(IPv6Address(network + (number << 32) + number)) for number in range(ATTEMPTS + 1)]
    assert [seconds > 0 for seconds in failed] == [False] * ATTEMPTS + [True]
    assert len(limit) == 1
    exhaust(limit, ip_address("2001:db8:0:1::"))
    # The same number as an address of IPv4.
    exhaust(limit, IPv4Address(1))
    exhaust(limit, IPv6Address(1 << 64))


def test_a_limited_number_of_clients_is_remembered() -> None:
    limit = AttemptLimit(FakeClock())
    exhaust(limit, FIRST)
    for number in range(3 * CLIENTS):
        assert limit.count(IPv4Address(number)) == 0
        if number % (CLIENTS // 2) == 0:
            # A client that goes on is not forgotten.
            assert limit.count(FIRST) > 0
    assert len(limit) == CLIENTS
    assert limit.count(IPv4Address(3 * CLIENTS - 1)) == 0
