"""The client and a real instance: what reaches a running client, and what it keeps in an outage."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.documents.loader import load_document
from tests.modelconfig.server.client.client_models import Rights
from tests.modelconfig.server.client.cody_client import MODELS_PATH, ClientState, CodyClient
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.faults.documents import edition_revision
from tests.modelconfig.server.instances import BROKEN, MODELS, TOKEN, InstanceProcess, naming
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from pathlib import Path

NEW_TOKEN = "Rw8z-the-next-token-of-the-tests"
OFF = '{"cody.enabled": false, "modelConfiguration": {"sourcegraph": {}}}'


def poll_until(client: CodyClient, feature: str, *, offered: bool) -> None:
    """Poll until the client offers a feature, or no longer does."""

    def changed() -> bool:
        client.poll()
        return client.offers(feature) is offered

    wait_until(changed, feature)


def client_of(instance: InstanceProcess, token: str = TOKEN, **rights: Any) -> CodyClient:
    """Return a client that has polled once."""
    headers = {"Authorization": f"token {token}"}

    def get(path: str) -> tuple[int, bytes]:
        response = instance.get(path, headers)
        return response.status, response.body

    client = CodyClient(get, Rights(**rights))
    client.poll()
    return client


@pytest.fixture
def instance(tmp_path: Path) -> InstanceProcess:
    return InstanceProcess(tmp_path, naming("One"))


def test_a_change_reaches_a_running_client_with_the_next_poll(instance: InstanceProcess) -> None:
    with instance.running():
        client = client_of(instance)
        client.poll()
        assert client.requests.count(MODELS_PATH) == 1
        for number, name in enumerate(["Two", "Three"], start=2):
            assert name not in client.titles()
            instance.write(naming(name))
            instance.wait_for_name(name)
            client.poll()
            client.poll()
            assert name in client.titles()
            assert client.requests.count(MODELS_PATH) == number


def test_a_change_of_features_reaches_a_running_client(instance: InstanceProcess) -> None:
    with instance.running():
        client = client_of(instance)
        assert client.offers("chatEnabled")
        instance.write(OFF)
        poll_until(client, "chatEnabled", offered=False)
        assert not client.offers("autoCompleteEnabled")
        instance.write(naming("Two"))
        poll_until(client, "chatEnabled", offered=True)
        assert "Two" in client.titles()


def test_a_rejected_configuration_changes_nothing(instance: InstanceProcess) -> None:
    with instance.running():
        client = client_of(instance)
        titles = client.titles()
        instance.write(BROKEN)
        instance.wait_for_rejection()
        client.poll()
        assert (client.titles(), client.requests.count(MODELS_PATH)) == (titles, 1)
        assert client_of(instance).titles() == titles
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        client.poll()
        assert "Two" in client.titles()


@pytest.mark.parametrize("site", [BROKEN, "", "{"])
def test_a_client_recovers_from_an_instance_that_had_nothing_to_serve(instance: InstanceProcess, site: str) -> None:
    instance.site.write_text(site)
    with instance.running():
        client = client_of(instance)
        for _ in range(3):
            client.poll()
        assert (client.state, client.titles()) == (ClientState.POLLING, [])
        assert not any(map(client.offers, ("chatEnabled", "autoCompleteEnabled", "customCommandsEnabled")))
        instance.write(naming("One"))
        instance.wait_for_name("One")
        client.poll()
        assert "One" in client.titles()
        assert client.offers("chatEnabled")


def test_a_client_recovers_from_an_invalid_file_of_feature_flags(instance: InstanceProcess) -> None:
    flags = instance.folder / "flags.json"
    flags.write_text("{")
    with instance.running("--switches", flags):
        client = client_of(instance)
        assert (client.state, client.offers("chatEnabled")) == (ClientState.POLLING, False)
        replace(flags, '{"autoCompleteEnabled": false}')
        poll_until(client, "chatEnabled", offered=True)
        assert not client.offers("autoCompleteEnabled")
        assert "One" in client.titles()


def test_tokens_are_rotated_without_an_error_for_a_client(instance: InstanceProcess) -> None:
    with instance.running():
        client = client_of(instance)
        replace(instance.tokens, f"{TOKEN}\n{NEW_TOKEN}\n")
        next_client = CodyClient(lambda path: _answer(instance, path, NEW_TOKEN))
        wait_until(lambda: _answer(instance, MODELS, NEW_TOKEN)[0] == 200, "the new token")
        replace(instance.tokens, "")
        for _ in range(2):
            client.poll()
            next_client.poll()
        assert (client.state, next_client.state) == (ClientState.POLLING, ClientState.POLLING)
        assert next_client.titles() == client.titles()
        replace(instance.tokens, f"{NEW_TOKEN}\n")
        wait_until(lambda: _answer(instance, MODELS, TOKEN)[0] == 401, "the end of the old token")
        client.poll()
        next_client.poll()
        assert (client.state, next_client.state) == (ClientState.STOPPED, ClientState.POLLING)


def test_a_restart_between_two_polls_is_not_noticed(instance: InstanceProcess) -> None:
    with instance.running():
        client = client_of(instance)
        titles = client.titles()
        instance.wait_until_saved("One")
    with instance.running():
        client.poll()
        assert (client.titles(), client.requests.count(MODELS_PATH)) == (titles, 1)
    instance.site.write_text(BROKEN)
    with instance.running():
        client.poll()
        assert (client.titles(), client.requests.count(MODELS_PATH)) == (titles, 1)
    instance.site.write_text(naming("Two"))
    with instance.running():
        client.poll()
        assert "Two" in client.titles()


def test_an_outage_ends_polling_where_nothing_answers_in_place_of_the_instance(instance: InstanceProcess) -> None:
    """The deployments therefore have a proxy in front, which answers with the stored responses meanwhile."""
    with instance.running():
        client = client_of(instance)
    client.poll()
    assert (client.state, client.titles()) == (ClientState.STOPPED, [])


def test_a_new_base_document_reaches_a_running_client(instance: InstanceProcess) -> None:
    document = load_document()
    models = instance.folder / "models.json"
    models.write_text(json.dumps(document))
    with served(instance.folder, "gateway", "--models", models) as gateway, ExitStack() as stack:
        stack.enter_context(instance.running("--gateway", gateway.url))
        client = client_of(instance)
        changed = {**document, "revision": edition_revision(1), "models": [dict(model) for model in document["models"]]}
        visible = next(
            model for model in changed["models"] if model["status"] == "stable" and "chat" in model["capabilities"]
        )
        visible["displayName"] = "Renamed by the gateway"
        replace(models, json.dumps(changed))
        gateway.wait_for_event("document active", number=2)
        instance.process.signal(1)
        instance.wait_for_name("Renamed by the gateway")
        client.poll()
        assert "Renamed by the gateway" in client.titles()
        gateway.stop()
        instance.process.signal(1)
        client.poll()
        assert "Renamed by the gateway" in client.titles()
        assert client.state is ClientState.POLLING


def test_a_client_of_several_instances_keeps_old_models_unless_all_its_requests_go_to_one(tmp_path: Path) -> None:
    """One instance has a change before the other. Afterwards, both send what the client already knows."""
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
    first, second = (InstanceProcess(folder, naming("One")) for folder in folders)
    with first.running(), second.running():
        spread = client_of(second)
        spread.get = lambda path: _answer(second if path == MODELS_PATH else first, path, TOKEN)
        kept = client_of(first)
        first.write(naming("Two"))
        first.wait_for_name("Two")
        for client in (spread, kept):
            client.poll()
        second.write(naming("Two"))
        second.wait_for_name("Two")
        for client in (spread, kept):
            client.poll()
        assert "Two" in kept.titles()
        assert "Two" not in spread.titles()


@pytest.mark.parametrize("tier", ["free", "pro", "enterprise"])
def test_clients_of_every_tier_have_models(instance: InstanceProcess, tier: str) -> None:
    instance.site.write_text('{"modelConfiguration": {"sourcegraph": {}}}')
    with instance.running():
        for enhanced in (False, True):
            client = client_of(instance, tier=tier, enhanced_context_window=enhanced)
            assert client.models is not None
            assert len(client.titles()) > 10
            assert client.models.default("chat") is not None
            assert client.models.autocomplete() is not None


def _answer(instance: InstanceProcess, path: str, token: str) -> tuple[int, bytes]:
    response = instance.get(path, {"Authorization": f"token {token}"})
    return response.status, response.body
