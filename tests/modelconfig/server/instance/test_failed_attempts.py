"""Requests without a valid token: limited for each client, and logged with its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from modelconfig.server.attempt_limit import ATTEMPTS
from tests.modelconfig.server.instances import AUTHORISED, GUARDED, MODELS, InstanceProcess

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.modelconfig.server.process import Response

WRONG = {"Authorization": "token sgp_a-wrong-token-of-a-client"}


def forwarded(value: str) -> dict[str, str]:
    return WRONG | {"X-Forwarded-For": value}


def limited(instance: InstanceProcess, path: str, headers: Mapping[str, str]) -> Response:
    """Return the response to an attempt above the limit. On a slow machine, some are allowed again meanwhile."""
    answers = (instance.get(path, headers) for _ in range(2 * ATTEMPTS))
    return next(answer for answer in answers if answer.status != 401)


def clients(instance: InstanceProcess) -> set[str]:
    """Return the addresses in the log of a server, which has ended."""
    assert instance.process.stop() == 0
    lines = instance.process.events("request")
    return {line["client"] for line in lines if line["status"] in {401, 429}}


def is_limited(instance: InstanceProcess, *requests: Mapping[str, str]) -> bool:
    """Return whether more failed attempts than a client may make are limited. The headers are used by turns."""
    turns = (requests or (WRONG,)) * (2 * ATTEMPTS)
    found = [instance.get(MODELS, headers).status for headers in turns[: 2 * ATTEMPTS]]
    assert found[:ATTEMPTS] == [401] * ATTEMPTS
    assert set(found) <= {401, 429}
    return 429 in found


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[InstanceProcess]:
    with InstanceProcess(tmp_path).running() as running:
        yield running


@pytest.fixture
def proxied(tmp_path: Path) -> Iterator[InstanceProcess]:
    options = ("--trusted-proxy", "127.0.0.0/8", "--trusted-proxy", "2001:db8::1")
    with InstanceProcess(tmp_path).running(*options) as running:
        yield running


def test_failed_attempts_are_limited_and_other_requests_are_not(instance: InstanceProcess) -> None:
    assert is_limited(instance)
    for path in GUARDED:
        for headers in (WRONG, {}, {"Authorization": ""}, {"Authorization": "Basic eA=="}):
            if path == "/" and not headers:
                # Whoever has a token can sign in.
                assert instance.get(path, headers).status == 401
                continue
            answer = limited(instance, path, headers)
            assert (answer.status, answer.json()["type"]) == (429, "too_many_requests")
            assert 1 <= int(answer.headers["Retry-After"]) <= 3
            assert answer.headers["Cache-Control"] == "no-store"
        assert instance.get(path).status in {200, 404}
    for path, status in (("/healthz", 200), ("/readyz", 200), ("/none", 404)):
        for headers in (WRONG, {}, AUTHORISED):
            assert {instance.get(path, headers).status for _ in range(ATTEMPTS + 1)} == {status}
    assert 'status="429"' in instance.get("/metrics").body.decode()
    assert clients(instance) == {"127.0.0.1"}


def test_a_request_without_a_token_is_a_failed_attempt(instance: InstanceProcess) -> None:
    assert is_limited(instance, {})


def test_clients_of_a_trusted_proxy_are_limited_each_for_itself(proxied: InstanceProcess) -> None:
    same = ("198.51.100.1", "1.1.1.1, 198.51.100.1", "198.51.100.1:5, 127.3.3.3", "1.1.1.1, 198.51.100.1,2001:db8::1")
    assert is_limited(proxied, *map(forwarded, same))
    assert is_limited(proxied, forwarded("198.51.100.2, 2001:db8::1"))
    assert proxied.get(MODELS, forwarded("198.51.100.1, 198.51.100.3")).status == 401
    assert proxied.get(MODELS, forwarded("2001:db8:1::1")).status == 401
    assert proxied.get(MODELS, AUTHORISED | {"X-Forwarded-For": "198.51.100.1"}).status == 200
    assert clients(proxied) == {"198.51.100.1", "198.51.100.2", "198.51.100.3", "2001:db8:1::1"}


def test_the_list_of_a_client_that_is_not_trusted_is_ignored(tmp_path: Path) -> None:
    with InstanceProcess(tmp_path).running("--trusted-proxy", "192.0.2.1") as instance:
        assert is_limited(instance, *(forwarded(f"198.51.100.{number}") for number in range(2 * ATTEMPTS)))
        assert clients(instance) == {"127.0.0.1"}


@pytest.mark.parametrize("value", ["\xff, 198.51.100.1", "unknown", ""])
def test_text_that_hides_the_address_does_not_lift_the_limit(proxied: InstanceProcess, value: str) -> None:
    assert is_limited(proxied, forwarded(value))


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_a_proxy_that_is_not_named_is_not_limited(instance: InstanceProcess, name: str) -> None:
    assert not is_limited(instance, WRONG | {name: "198.51.100.1"})
    line = instance.process.wait_for_event("warnings about clients")
    assert line["problems"][0].startswith("MC470 ")
    # Other clients are.
    assert is_limited(instance)


@pytest.mark.parametrize("value", ["", "localhost", "10.0.0.1/8", "10.0.0.0/33", "::ffff:10.0.0.1", "1.2.3.4,5.6.7.8"])
def test_an_invalid_proxy_is_reported(tmp_path: Path, value: str) -> None:
    from click.testing import CliRunner

    from modelconfig.cli.main import cli

    (tmp_path / "site.json").write_text("{}")
    command = ["serve", "instance", "--site-config", str(tmp_path / "site.json"), "--trusted-proxy", value]
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 2
    assert "--trusted-proxy" in result.output
