"""A running client as a state machine: what the newest public client, of 2025-07-24, requests, and what it keeps.

    starting ──poll──▶ polling ──four failed requests in a row──▶ stopped (until the editor restarts)
                       │  ▲
                       └──┘ each minute: /.api/client-config; the models only if that response has changed

A test calls `poll` in place of the client's timer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Final

from tests.modelconfig.server.client.client_models import OF_A_SITE, ClientModels, Rights

if TYPE_CHECKING:
    from collections.abc import Callable

CONFIG_PATH: Final = "/.api/client-config"
MODELS_PATH: Final = "/.api/modelconfig/supported-models.json"
ATTEMPTS: Final = 4
"""Requests for the client configuration, one directly after the other, before the client stops asking."""
ATTRIBUTIONS: Final = ("none", "permissive", "enforced")
FEATURES: Final = ("chatEnabled", "autoCompleteEnabled", "customCommandsEnabled")


class ClientState(Enum):
    """Where a client is."""

    STARTING = "starting"
    POLLING = "polling"
    STOPPED = "stopped"
    """It asks no longer, has no models of the server, and offers those that the site's GraphQL API names."""


class RequestFailedError(Exception):
    """A request without a usable response: no connection, another status than 200, or not JSON."""


@dataclass
class CodyClient:
    """A client. `get` requests a path as the client's user and returns status and body; it may raise OSError."""

    get: Callable[[str], tuple[int, bytes]]
    rights: Rights = OF_A_SITE
    read: Callable[[Any], Any] = lambda value: value
    """What is read of a response, in place of its JSON value; tests record the properties that are read."""
    state: ClientState = ClientState.STARTING
    config: dict[str, Any] | None = None
    models: ClientModels | None = None
    """None without models: they were not requested, the request failed, or the document makes the client fail."""
    requests: list[str] = field(default_factory=list)
    """The paths that were requested."""

    def poll(self) -> None:
        """Do what the client does once a minute, and when it starts."""
        if self.state is ClientState.STOPPED:
            return
        for _ in range(ATTEMPTS):
            try:
                config = self._config()
            except RequestFailedError:
                continue
            self.state = ClientState.POLLING
            if config != self.config:
                self.config = config
                self._load_models()
            return
        self.state, self.config, self.models = ClientState.STOPPED, None, None

    def offers(self, feature: str) -> bool:
        """Return whether the client offers a feature, by its name in the client configuration."""
        return bool(self.read(self.config)[feature]) if self.config is not None else self.state is ClientState.STOPPED

    def stream_version(self) -> int:
        """Return the version of the completions stream that the client may use."""
        return int(self.read(self.config or {}).get("latestSupportedCompletionsStreamAPIVersion") or 1)

    def is_turned_away(self) -> bool:
        """Return whether a user of the public site is sent to the site of the enterprise."""
        return bool(self.read(self.config or {}).get("userShouldUseEnterprise"))

    def titles(self, use: str = "chat") -> list[str]:
        """Return the titles in the model picker for a use."""
        return [model.title for model in self.models.picker(use)] if self.models else []

    def _load_models(self) -> None:
        """Request the models; after a failure the client does so again only when the client configuration changes."""
        self.models = None
        if self.read(self.config)["modelsAPIEnabled"]:
            try:
                self.models = ClientModels(self.read(self._json(MODELS_PATH)), self.rights)
            except (RequestFailedError, KeyError, TypeError):
                return

    def _config(self) -> dict[str, Any]:
        config = self._json(CONFIG_PATH)
        if not isinstance(config, dict):
            raise RequestFailedError(CONFIG_PATH)
        read = self.read(config)
        attribution = read.get("attribution") or ("permissive" if read.get("attributionEnabled") else "none")
        if attribution not in ATTRIBUTIONS:
            raise RequestFailedError(attribution)
        return config

    def _json(self, path: str) -> Any:
        self.requests.append(path)
        try:
            status, body = self.get(path)
            if status == 200:
                return json.loads(body)
        except (OSError, HTTPException, ValueError) as error:
            raise RequestFailedError(path) from error
        raise RequestFailedError(path)
