"""A running instance with its files in one folder and an access token."""

from __future__ import annotations

import json
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from modelconfig.storage.private_folder import NAME as PRIVATE_FOLDER
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.process import Response, Served, served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MODELS = "/.api/modelconfig/supported-models.json"
LIST = "/.api/llm/models"
CONFIG = "/.api/client-config"
GUARDED = (MODELS, LIST, f"{LIST}/acme::v1::ours", CONFIG, "/status", "/metrics", "/", "/.api/other")
TOKEN = "Qx7v-the-token-of-the-tests"
AUTHORISED = {"Authorization": f"token {TOKEN}"}
PLAIN = '{"modelConfiguration": {"sourcegraph": {}}}'
BROKEN = '{"modelConfiguration": {"sourcegraph": {}, "modelOverrides": [{"modelRef": "x"}]}}'


def naming(name: str, **members: Any) -> str:
    """Return a site configuration with a model of that name."""
    model = {"modelRef": "anthropic::v1::ours", "displayName": name, "capabilities": ["chat"]}
    return json.dumps({"modelConfiguration": {"sourcegraph": {}, "modelOverrides": [model]}, **members})


class InstanceProcess:
    """An instance and the files that it watches. The files exist before and after it runs."""

    def __init__(self, folder: Path, site: str | None = PLAIN) -> None:
        self.folder = folder
        self.site, self.tokens = folder / "site.jsonc", folder / "tokens"
        self.cache = folder / "cache"
        if site is not None:
            self.site.write_text(site)
        self.tokens.write_text(f"{TOKEN}\n")
        self.tokens.chmod(0o600)
        self.server: Served | None = None

    @contextmanager
    def running(
        self, *options: object, env: Mapping[str, str] | None = None, open_files: int | None = None
    ) -> Iterator[InstanceProcess]:
        """Run it until the end of the block."""
        arguments = ["--site-config", self.site, "--tokens", self.tokens, "--cache-dir", self.cache, *options]
        with served(self.folder, "instance", *arguments, env=env, open_files=open_files) as server:
            self.server = server
            yield self

    @property
    def saved(self) -> Path:
        """The file of the last good result."""
        return self.cache / PRIVATE_FOLDER / "merged.json"

    @property
    def process(self) -> Served:
        assert self.server is not None
        return self.server

    def get(self, path: str, headers: Mapping[str, str] = AUTHORISED, method: str = "GET") -> Response:
        return self.process.get(path, headers, method)

    def status(self) -> dict[str, Any]:
        return self.process.status(AUTHORISED)

    def names(self) -> set[str]:
        """Return the display names of the models that clients get."""
        answer = self.get(MODELS)
        assert answer.status == 200, answer.body
        return {model["displayName"] for model in answer.json()["models"]}

    def write(self, site: str) -> None:
        """Replace the site configuration."""
        replace(self.site, site)

    def wait_for_name(self, name: str) -> None:
        wait_until(lambda: f'"{name}"'.encode() in self.get(MODELS).body, f"a model named {name}")

    def wait_for_rejection(self, number: int = 1) -> dict[str, Any]:
        """Wait until this number of site configurations was rejected; return the site part of the status."""
        found: dict[str, Any] = {}

        def rejected() -> bool:
            found.update(self.status()["siteConfiguration"])
            return bool(found["refused"] >= number)

        wait_until(rejected, f"{number} rejected site configurations")
        return found

    def wait_until_saved(self, name: str) -> None:
        """Wait until a result with a model of that name is saved."""
        wait_until(partial(_is_in, name, self.saved), f"{name} in the cache")

    def wait_for_codings(self) -> None:
        def there() -> bool:
            coding = self.get(MODELS, {**AUTHORISED, "Accept-Encoding": "gzip"}).headers["Content-Encoding"]
            return bool(coding == "gzip")

        wait_until(there, "compressed forms")


def _is_in(name: str, file: Path) -> bool:
    return file.exists() and name in file.read_text()
