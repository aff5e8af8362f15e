"""What an instance publishes during a change, in process and without HTTP."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from modelconfig.live.configuration import LiveConfiguration
from modelconfig.publish.page.page_renderer import INSTANCE_DATA
from modelconfig.server.instance.endpoints import CONFIG_PATH
from modelconfig.server.instance.prepared_content import PreparedContent
from modelconfig.server.instance.program import Instance
from modelconfig.server.instance.settings import InstanceSettings
from modelconfig.server.instance.site_source import SiteSource
from tests.helpers.live_offers import needing, with_provider
from tests.modelconfig.server.instances import naming

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.server.http.routes import Routes


class RecordedInstance:
    """An instance whose route tables are recorded."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MODELCONFIG_TOKENS", "a-token-that-is-long-enough")
        self.site = folder / "site.jsonc"
        self.site.write_text(naming("One"))
        self.instance = Instance(InstanceSettings(site_config=str(self.site)))
        self.tables: list[Routes] = []
        monkeypatch.setattr(self.instance.app, "publish", self.tables.append)

    def body(self, path: str) -> bytes:
        """Return the content of a path."""
        resource = self.tables[-1].fixed[path].resource
        assert resource is not None
        return resource.body

    def names(self) -> list[str]:
        """Return the display names of the models."""
        return [model["displayName"] for model in json.loads(self.body(INSTANCE_DATA))["models"]]


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecordedInstance:
    return RecordedInstance(tmp_path, monkeypatch)


def test_the_previous_page_is_served_until_the_new_one_is_rendered(published: RecordedInstance) -> None:
    async def go() -> None:
        await published.instance.prepare()
        page = published.body("/")
        published.site.write_text(naming("Two"))
        await published.instance.reload()
        assert "Two" in published.names()
        assert published.body("/") == page
        await published.instance._compress_once()
        assert b"Two" in published.body("/")

    asyncio.run(go())


@pytest.mark.parametrize("step", ["with_page", "compressed"])
def test_content_that_was_replaced_while_it_was_compressed_is_not_published(
    published: RecordedInstance, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    async def go() -> None:
        loop = asyncio.get_running_loop()
        await published.instance.prepare()
        make = getattr(PreparedContent, step)

        def slow(content: PreparedContent) -> PreparedContent:
            """Activate another site configuration in the meantime."""
            published.site.write_text(naming("Two"))
            asyncio.run_coroutine_threadsafe(published.instance.reload(), loop).result(30)
            made: PreparedContent = make(content)
            return made

        monkeypatch.setattr(PreparedContent, step, slow)
        await published.instance._compress_once()
        assert "Two" in published.names()

    asyncio.run(go())


def test_models_and_their_digest_change_at_the_same_time(published: RecordedInstance) -> None:
    async def go() -> None:
        await published.instance.prepare()
        for name in ("Two", "Three"):
            published.site.write_text(naming(name))
            await published.instance.reload()
        await published.instance._compress_once()

    asyncio.run(go())
    digests = []
    for table in published.tables:
        config, models = (table.fixed[path].resource for path in (CONFIG_PATH, INSTANCE_DATA))
        assert config is not None
        assert models is not None
        digests.append(json.loads(config.body)["modelsDigest"])
        assert digests[-1] == sha256(models.body).hexdigest()
    assert len(set(digests)) == 3


def test_a_rejected_site_configuration_that_another_base_makes_valid_was_accepted_then(tmp_path: Path) -> None:
    site = tmp_path / "site.json"
    site.write_text(needing("new"))
    live = LiveConfiguration(with_provider("old"))
    source = SiteSource(str(site), live)
    source.read()
    site_status = source.to_json()
    assert (site_status["accepted"], site_status["refused"], site_status["lastAccepted"]) == (False, 1, None)
    assert live.propose_base(with_provider("old", "new")).accepted
    source.note_late_acceptance()
    site_status = source.to_json()
    assert (site_status["accepted"], site_status["refused"]) == (True, 1)
    assert site_status["lastAccepted"] >= site_status["lastRefused"]


def test_a_clock_before_the_embedded_document_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("MODELCONFIG_TOKENS", "a-token-that-is-long-enough")
    site = tmp_path / "site.json"
    site.write_text(naming("One"))
    settings = InstanceSettings(site_config=str(site), clock=lambda: datetime(2020, 1, 1, tzinfo=UTC))
    instance = Instance(settings)
    asyncio.run(instance.prepare())
    assert [problem.code for problem in instance._parts.base_problems] == ["MC464"]
    assert [record.message for record in caplog.records].count("warnings about base") == 1
