"""The client behind nginx at a site: what it keeps while the instance is down, and when it sees changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.deploy.site.test_nginx_users import COOKIE, SHORT, TOKEN, ProxiedSite
from tests.modelconfig.server.client.cody_client import FEATURES, MODELS_PATH, ClientState, CodyClient
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.instances import BROKEN, naming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.modelconfig.server.certificates import Certificates


@pytest.fixture
def site(tmp_path: Path, authority: Certificates) -> Iterator[ProxiedSite]:
    with ProxiedSite(tmp_path, authority, SHORT).running() as running:
        yield running


def client_of(site: ProxiedSite, user: dict[str, str]) -> CodyClient:
    """Return a client that has polled once."""

    def get(path: str) -> tuple[int, bytes]:
        answer = site.get(path, user)
        return answer.status, answer.body

    client = CodyClient(get)
    client.poll()
    return client


def test_an_outage_of_the_instance_changes_nothing_for_a_running_client(site: ProxiedSite) -> None:
    client = client_of(site, TOKEN)
    titles = client.titles()
    assert "One" in titles
    site.stop()
    for _ in range(3):
        client.poll()
    assert (client.state, client.titles(), client.requests.count(MODELS_PATH)) == (ClientState.POLLING, titles, 1)
    assert all(map(client.offers, FEATURES))
    replace(site.config, naming("Two"))
    site.start()
    client.poll()
    assert "Two" in client.titles()


def test_a_client_that_starts_during_an_outage_has_models_after_it(site: ProxiedSite) -> None:
    site.stop()
    client = client_of(site, COOKIE)
    client.poll()
    assert (client.state, client.titles()) == (ClientState.POLLING, [])
    assert not any(map(client.offers, FEATURES))
    site.start()
    client.poll()
    assert "One" in client.titles()
    assert all(map(client.offers, FEATURES))


def test_a_client_recovers_after_a_restart_with_an_invalid_site_configuration(site: ProxiedSite) -> None:
    client = client_of(site, TOKEN)
    site.stop()
    replace(site.config, BROKEN)
    site.start()
    client.poll()
    assert client.state is ClientState.POLLING
    assert not any(map(client.offers, FEATURES))
    site.stop()
    replace(site.config, naming("Two"))
    site.start()
    client.poll()
    assert "Two" in client.titles()
    assert all(map(client.offers, FEATURES))


def test_the_client_of_a_removed_user_stops(site: ProxiedSite) -> None:
    client = client_of(site, TOKEN)
    site.site.users = set()
    site.wait_for_rejection(TOKEN)
    client.poll()
    assert (client.state, client.titles()) == (ClientState.STOPPED, [])
