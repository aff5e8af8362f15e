"""The rules of the client on polling, with scripted responses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.modelconfig.server.client.client_documents import model
from tests.modelconfig.server.client.client_models import Rights
from tests.modelconfig.server.client.cody_client import CONFIG_PATH, MODELS_PATH, ClientState, CodyClient

CONFIG = {"modelsAPIEnabled": True, "chatEnabled": True, "attribution": "none"}


class Script:
    """A server whose responses a test sets: by path, a JSON value, a status or an exception."""

    def __init__(self, config: Any = CONFIG, *titles: str) -> None:
        self.config = config
        self.models: Any = {"models": [model(displayName=title) for title in titles], "defaultModels": {}}

    def __call__(self, path: str) -> tuple[int, bytes]:
        answer = self.config if path == CONFIG_PATH else self.models
        if isinstance(answer, Exception):
            raise answer
        return (answer, b"") if isinstance(answer, int) else (200, json.dumps(answer).encode())


def test_models_are_requested_again_when_the_client_configuration_changes() -> None:
    script = Script(CONFIG, "One")
    client = CodyClient(script)
    client.poll()
    script.models["models"][0]["displayName"] = "Two"
    client.poll()
    assert (client.titles(), client.requests) == (["One"], [CONFIG_PATH, MODELS_PATH, CONFIG_PATH])
    script.config = dict(reversed(CONFIG.items()))
    client.poll()
    assert client.titles() == ["One"]
    script.config = {**CONFIG, "unknown": {"deep": [1]}}
    client.poll()
    assert client.titles() == ["Two"]
    script.config = {**CONFIG, "unknown": {"deep": [2]}}
    client.poll()
    assert client.requests.count(MODELS_PATH) == 3


@pytest.mark.parametrize("failure", [500, 503, 401, 404, OSError("down"), "text", {"attribution": "later"}])
def test_four_failed_requests_in_a_row_end_polling(failure: Any) -> None:
    script = Script(CONFIG, "One")
    client = CodyClient(script)
    client.poll()
    script.config = failure
    client.poll()
    assert client.requests[2:] == [CONFIG_PATH] * 4
    assert (client.state, client.titles(), client.offers("chatEnabled")) == (ClientState.STOPPED, [], True)
    script.config = CONFIG
    client.poll()
    assert len(client.requests) == 6


def test_fewer_failures_change_nothing() -> None:
    answers: list[Any] = [CONFIG, OSError(), 503, 500, CONFIG, 503, 503, 503, CONFIG]
    script = Script(CONFIG, "One")

    def get(path: str) -> tuple[int, bytes]:
        script.config = answers.pop(0) if path == CONFIG_PATH else None
        return script(path)

    client = CodyClient(get)
    for _ in range(3):
        client.poll()
    assert (client.state, client.titles(), answers) == (ClientState.POLLING, ["One"], [])


def test_a_failed_request_for_models_is_not_repeated() -> None:
    script = Script(CONFIG, "One")
    models, script.models = script.models, 503
    client = CodyClient(script)
    client.poll()
    script.models = models
    client.poll()
    assert (client.state, client.titles()) == (ClientState.POLLING, [])
    script.config = {**CONFIG, "later": 1}
    client.poll()
    assert client.titles() == ["One"]


def test_a_document_that_makes_the_client_fail_gives_no_models() -> None:
    script = Script(CONFIG, "One")
    script.models["models"][0]["modelConfigAllTiers"] = {}
    rights = Rights("pro", enhanced_context_window=True)
    client = CodyClient(script, rights)
    client.poll()
    assert (client.state, client.titles()) == (ClientState.POLLING, [])


def test_models_are_not_requested_if_the_client_configuration_says_so() -> None:
    client = CodyClient(Script({**CONFIG, "modelsAPIEnabled": False}, "One"))
    client.poll()
    assert (client.titles(), client.requests) == ([], [CONFIG_PATH])
