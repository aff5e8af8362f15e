"""Polled documents are cached for the next start; invalid files in the cache are reported and replaced."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from modelconfig.errors import DocumentInvalid
from modelconfig.server.instance.settings import InstanceSettings
from modelconfig.server.polling.base_selection import BaseSource
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.storage.private_folder import NAME
from tests.modelconfig.server.faults.documents import as_bytes, edition, edition_revision, supplied
from tests.modelconfig.server.polling.caching.cached_polls import ADDRESS, again, load, polled
from tests.modelconfig.server.polling_servers import Setup, at

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway


def test_the_next_start_uses_the_polled_document(gateway: FaultGateway, tmp_path: Path) -> None:
    polled(gateway, tmp_path)
    assert (tmp_path / NAME / "base.json").read_bytes() == as_bytes(edition(1))
    about = json.loads((tmp_path / NAME / "base.meta.json").read_text("utf-8"))
    assert (about["url"], about["fetched"]) == (gateway.url, at("12:00:00"))
    assert about["lastModified"] == "Sun, 22 Nov 2026 00:00:00 GMT"
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / NAME).iterdir()} == {0o600}
    gateway.behave("down")
    assert again(gateway, tmp_path) == ("cached", edition_revision(1), [])


def test_the_query_of_an_address_is_not_saved(gateway: FaultGateway, tmp_path: Path) -> None:
    setup = Setup(f"{gateway.url}?edition=canary", folder=tmp_path)
    assert setup.poll() is Outcome.ACCEPTED
    assert "canary" not in (tmp_path / NAME / "base.meta.json").read_text("utf-8")


def test_a_rejected_document_is_not_cached(gateway: FaultGateway, tmp_path: Path) -> None:
    setup = polled(gateway, tmp_path)
    for behaviour in ("without_models", "breaking_a_rule", "other_shape", "older"):
        gateway.behave(behaviour)
        assert setup.poll() is not Outcome.ACCEPTED
    assert (tmp_path / NAME / "base.json").read_bytes() == as_bytes(edition(1))


def test_a_missing_folder_is_created(gateway: FaultGateway, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert load(folder) == (None, [])
    polled(gateway, folder)
    assert again(gateway, folder)[0] == "cached"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"\x00\xff",
        b'{"models": []}',
        b"[" * 100_000,
        as_bytes(edition(1))[:-10],
        as_bytes(edition(1)).replace(b"modelRef", b"modelRaf"),
    ],
    ids=range(8),
)
def test_invalid_data_in_the_document_file_is_reported_and_replaced(
    gateway: FaultGateway, tmp_path: Path, content: bytes
) -> None:
    polled(gateway, tmp_path)
    (tmp_path / NAME / "base.json").write_bytes(content)
    assert again(gateway, tmp_path) == ("embedded", supplied()["revision"], ["MC433"])
    polled(gateway, tmp_path)
    assert again(gateway, tmp_path) == ("cached", edition_revision(1), [])


def test_a_non_regular_file_is_reported(gateway: FaultGateway, tmp_path: Path) -> None:
    document = tmp_path / NAME / "base.json"
    document.parent.mkdir()
    os.mkfifo(document)
    assert "it is not a regular file" in load(tmp_path)[1][0]
    assert again(gateway, tmp_path) == ("embedded", supplied()["revision"], ["MC433"])
    document.unlink()
    document.symlink_to(document)
    assert "it is a symbolic link" in load(tmp_path)[1][0]
    assert again(gateway, tmp_path) == ("embedded", supplied()["revision"], ["MC433"])
    document.unlink()
    with document.open("wb") as stream:
        stream.truncate(1 << 30)
    assert "it is larger than" in load(tmp_path)[1][0]
    assert again(gateway, tmp_path) == ("embedded", supplied()["revision"], ["MC433"])
    document.unlink()
    document.mkdir()
    assert again(gateway, tmp_path) == ("embedded", supplied()["revision"], ["MC433"])
    # A folder cannot be replaced by a file, but the polled document is served.
    setup = Setup(gateway.url, folder=tmp_path)
    assert setup.poll() is Outcome.ACCEPTED
    assert [problem.code for problem in setup.cache.problems] == ["MC434"]


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{}",
        b"[1]",
        b"[" * 50_000,
        b'{"fetched": 1}',
        b"\xff",
        b'{"address": 1, "etag": 2, "fetched": "2026-11-22"}',
    ],
    ids=range(8),
)
def test_a_document_without_metadata_is_used_and_fetched_in_full(
    gateway: FaultGateway, tmp_path: Path, content: bytes | None
) -> None:
    polled(gateway, tmp_path)
    about = tmp_path / NAME / "base.meta.json"
    about.unlink() if content is None else about.write_bytes(content)
    setup = Setup(gateway.url, folder=tmp_path)
    assert (setup.base.source, setup.revision()) == ("cached", edition_revision(1))
    assert [problem.code for problem in setup.cache.problems] == ["MC433"]
    assert setup.poll() is Outcome.SAME
    assert "if-none-match" not in gateway.requests[-1].headers
    assert setup.cache.problems == ()
    assert again(gateway, tmp_path) == ("cached", edition_revision(1), [])


@pytest.mark.parametrize(("name", "value"), [("address", 1), ("etag", 2), ("fetched", 3), ("fetched", "noon")])
def test_metadata_of_another_type_is_not_used(gateway: FaultGateway, tmp_path: Path, name: str, value: object) -> None:
    polled(gateway, tmp_path)
    about = tmp_path / NAME / "base.meta.json"
    about.write_text(json.dumps({**json.loads(about.read_text("utf-8")), name: value}), "utf-8")
    setup = Setup(gateway.url, folder=tmp_path)
    assert (setup.base.source, setup.status()["etag"]) == ("cached", None)
    assert [problem.code for problem in setup.cache.problems] == ["MC433"]


def test_mismatched_document_and_metadata_are_detected(gateway: FaultGateway, tmp_path: Path) -> None:
    polled(gateway, tmp_path, 1)
    before = (tmp_path / NAME / "base.meta.json").read_bytes()
    polled(gateway, tmp_path, 2)
    (tmp_path / NAME / "base.meta.json").write_bytes(before)
    setup = Setup(gateway.url, folder=tmp_path)
    assert setup.revision() == edition_revision(2)
    assert setup.poll() is Outcome.SAME
    assert "if-none-match" not in gateway.requests[-1].headers


def begun(folder: Path | None, source: BaseSource, gateway: str | None) -> InstanceSettings:
    """Return the settings of an instance with these options and a token."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("MODELCONFIG_TOKENS", "a-token-that-is-long-enough")
        cache_dir = None if folder is None else str(folder)
        return InstanceSettings(site_config="site.jsonc", gateway=gateway, cache_dir=cache_dir, source=source)


def test_a_document_of_another_gateway_is_used_only_on_request(gateway: FaultGateway, tmp_path: Path) -> None:
    polled(gateway, tmp_path)
    for source, chosen in (
        (BaseSource.NEWEST, "embedded"),
        (BaseSource.POLLED, "embedded"),
        (BaseSource.CACHED, "cached"),
    ):
        settings = begun(tmp_path, source, ADDRESS.url)
        assert settings.in_use.base.source == chosen
        assert [problem.code for problem in settings.cache.problems] == (["MC433"] if source.polls else [])
        del settings  # it locks the folder
    settings = begun(tmp_path, BaseSource.NEWEST, None)
    assert (settings.in_use.base.source, settings.cache.problems) == ("cached", ())


def test_a_missing_cached_document_is_reported_when_it_is_required(tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        with pytest.raises(DocumentInvalid) as caught:
            begun(folder, BaseSource.CACHED, None)
        assert [problem.code for problem in caught.value.problems] == ["MC435"]
