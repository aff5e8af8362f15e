"""A gateway whose document is a file: what it serves after valid and invalid changes of the file."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from datetime import UTC, datetime
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

import pytest

from modelconfig.documents.loader import load_document
from modelconfig.server import gateway
from tests.modelconfig.server.documents import document, replace, text
from tests.modelconfig.server.process import PATIENCE, Served, served, wait_until

if TYPE_CHECKING:
    from pathlib import Path

PATH = "/llm-models.json"

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "half-written": (text(document("2026-11-22.3"))[:-2000], "MC00"),
    "empty": ("", "MC00"),
    "not JSON": ("<html>", "MC00"),
    "not UTF-8": (b'{"schemaVersion": "\xff"}', "MC00"),
    "of another shape": ('{"schemaVersion": "1.0", "models": 7}', "MC10"),
    "a default that is not there": (
        text(document("2026-11-22.3", defaultModels=dict.fromkeys(("chat", "fastChat", "codeCompletion"), "a::b::c"))),
        "MC2",
    ),
    "with a server's secret": (
        text(document("2026-11-22.3") | {"serverSideConfig": {"accessToken": "sk-canary-0123456789abcdef"}}),
        "MC400",
    ),
    "of the far future": (text(document("9999-12-31.1")), "MC463"),
}


@pytest.fixture
def models(tmp_path: Path) -> Path:
    path = tmp_path / "models.json"
    path.write_text(text(document("2026-01-01.1")))
    return path


def revision(running: Served) -> str:
    served_one: str = running.get(PATH).json()["revision"]
    return served_one


def is_served(running: Served, expected: str) -> bool:
    return revision(running) == expected


def test_a_new_file_is_served_with_another_entity_tag(models: Path, tmp_path: Path) -> None:
    with served(tmp_path, "gateway", "--models", models) as running:
        before = running.get(PATH)
        assert before.body == models.read_bytes()
        replace(models, text(document("2026-01-02.1")))
        wait_until(lambda: revision(running) == "2026-01-02.1", "the new file")
        after = running.get(PATH, {"If-None-Match": before.headers["ETag"]})
        assert (after.status, after.body) == (200, models.read_bytes())
        shown = running.status()
        assert (shown["stale"], shown["document"]["source"], shown["document"]["generation"]) == (False, "file", 2)
        assert shown["file"]["refused"] == 0


def test_a_file_written_in_place_is_detected(models: Path, tmp_path: Path) -> None:
    with served(tmp_path, "gateway", "--models", models) as running:
        for number in range(2, 6):
            models.write_text(text(document(f"2026-01-01.{number}")))
            wait_until(partial(is_served, running, f"2026-01-01.{number}"), "the written file")


def test_a_replaced_symbolic_link_is_detected(models: Path, tmp_path: Path) -> None:
    """As when a ConfigMap is updated: the path contains a symbolic link to a folder, which is replaced."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    models.rename(tmp_path / "a" / "models.json")
    (tmp_path / "b" / "models.json").write_text(text(document("2026-02-02.2")))
    (tmp_path / "data").symlink_to("a")
    with served(tmp_path, "gateway", "--models", tmp_path / "data" / "models.json") as running:
        assert revision(running) == "2026-01-01.1"
        (tmp_path / "new").symlink_to("b")
        (tmp_path / "new").replace(tmp_path / "data")
        wait_until(lambda: revision(running) == "2026-02-02.2", "what the link leads to now")


@pytest.mark.parametrize("fault", BROKEN)
def test_an_invalid_file_is_rejected_and_the_last_good_one_stays_active(
    fault: str, models: Path, tmp_path: Path
) -> None:
    content, code = BROKEN[fault]
    with served(tmp_path, "gateway", "--models", models, "--status-details") as running:
        good = running.get(PATH)
        replace(models, content)
        wait_until(lambda: running.status()["stale"], "the rejection")
        again = running.get(PATH)
        assert (again.body, again.headers["ETag"]) == (good.body, good.headers["ETag"])
        shown = running.status()
        assert (shown["ready"], running.get("/readyz").status) == (True, 200)
        assert shown["file"]["refused"] >= 1
        assert shown["problems"][0]["code"].startswith(code)
        assert shown["problems"][0]["file"] == str(models)
        metrics = running.get("/metrics").body
        assert b'modelconfig_refused_updates_total{what="document"} 1.0' in metrics
        assert b"modelconfig_stale 1.0" in metrics
        line = running.wait_for_event("document rejected")
        assert (line["level"], code in line["problems"][0]) == ("error", True)
        replace(models, text(document("2026-01-03.1")))
        wait_until(lambda: revision(running) == "2026-01-03.1", "the mended file")
        assert running.status()["stale"] is False
        running.wait_for_event("document accepted again")
        assert "canary" not in running.log.read_text("utf-8")


def test_a_pipe_at_the_path_of_the_file_does_not_block(models: Path, tmp_path: Path) -> None:
    with served(tmp_path, "gateway", "--models", models) as running:
        models.unlink()
        os.mkfifo(models)
        wait_until(lambda: running.status()["stale"], "the rejection")
        replace(models, text(document("2026-01-03.1")))
        wait_until(lambda: revision(running) == "2026-01-03.1", "the mended file")


def test_a_deleted_file_keeps_the_served_document(models: Path, tmp_path: Path) -> None:
    with served(tmp_path, "gateway", "--models", models) as running:
        good = running.get(PATH).body
        models.unlink()
        wait_until(lambda: running.status()["stale"], "the rejection")
        assert running.get(PATH).body == good
        models.write_text(text(document("2026-01-05.1")))
        wait_until(lambda: revision(running) == "2026-01-05.1", "the file's return")


def test_no_document_is_served_before_the_first_valid_file(tmp_path: Path) -> None:
    models = tmp_path / "models.json"
    with served(tmp_path, "gateway", "--models", models) as running:
        for path in (PATH, "/"):
            answer = running.get(path)
            assert (answer.status, answer.json()["type"]) == (503, "unavailable")
            assert int(answer.headers["Retry-After"]) > 0
        assert running.get("/readyz").status == 503
        assert running.get("/healthz").status == 200
        shown = running.status()
        assert (shown["ready"], shown["stale"], shown["document"]) == (False, True, None)
        assert shown["problems"][0]["code"] == "MC001"
        models.write_text(text(document("2026-01-06.1")))
        wait_until(lambda: running.get("/readyz").status == 200, "readiness")
        assert revision(running) == "2026-01-06.1"


def test_a_document_of_a_later_version_is_served_unchanged(tmp_path: Path) -> None:
    made = document("2026-11-22.3", newMember={"a": [1, None]})
    made["models"][0] |= {"status": "retired-soon", "vibes": 11}
    models = tmp_path / "models.json"
    models.write_text(json.dumps(made))
    with served(tmp_path, "gateway", "--models", models) as running:
        assert running.get(PATH).body == models.read_bytes()


def test_sighup_reloads_the_file(models: Path, tmp_path: Path) -> None:
    with served(tmp_path, "gateway", "--models", models) as running:
        before = running.status()["file"]["lastAccepted"]
        running.wait_for_event("listening")
        running.signal(signal.SIGHUP)
        running.wait_for_event("reloading")
        assert running.get(PATH).status == 200
        assert running.status()["file"]["lastAccepted"] >= before
        models.unlink()
        running.signal(signal.SIGHUP)
        running.wait_for_event("document rejected")
        assert running.get(PATH).status == 200


def test_a_document_is_accepted_when_its_day_is_near_or_the_clock_is_corrected(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded = load_document()["revision"].partition(".")[0]
    models.write_text(text(document("2990-01-05.1")))
    clock = [datetime(2020, 1, 1, tzinfo=UTC)]
    monkeypatch.setattr(gateway, "now", lambda: clock[0])
    monkeypatch.setattr(gateway, "_CLOCK_INTERVAL", 0.01)

    def codes(running: gateway.Gateway) -> list[str]:
        return [problem.code for problem in running._problems]

    async def correct_clock() -> None:
        running = gateway.Gateway(str(models))
        await running.prepare()
        assert codes(running) == ["MC463", "MC464"]
        assert f"2 days ahead of {embedded}" in running._problems[0].message
        task = asyncio.create_task(running._check_again())
        clock[0] = datetime(2990, 1, 2, tzinfo=UTC)
        await asyncio.to_thread(wait_until, lambda: codes(running) == ["MC463"], "the corrected clock")
        rejections = running._rejections
        await asyncio.sleep(0.1)
        assert running._rejections == rejections
        clock[0] = datetime(2990, 1, 3, tzinfo=UTC)
        await asyncio.to_thread(wait_until, lambda: not codes(running), "the document")
        assert running._document is not None
        assert running._document.revision == "2990-01-05.1"
        task.cancel()

    asyncio.run(asyncio.wait_for(correct_clock(), PATIENCE))


def test_a_wrong_clock_is_a_warning_of_a_gateway(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(gateway, "now", lambda: datetime(2020, 1, 1, tzinfo=UTC))

    async def start() -> gateway.Gateway:
        running = gateway.Gateway()
        await running.prepare()
        await running.reload()
        return running

    running = asyncio.run(start())
    assert [problem.code for problem in running._problems] == ["MC464"]
    assert running._document is not None
    assert [record.message for record in caplog.records].count("warnings about document") == 1


def test_a_rejected_file_counts_once_until_it_is_settled(models: Path) -> None:
    async def rejections() -> list[int]:
        running = gateway.Gateway(str(models))
        await running.prepare()
        replace(models, "{")
        counts = []
        # The watch reads a changed file more than once; a person asks with a signal.
        for read in (running._changed, running._changed, running.reload):
            await read()
            counts.append(running._rejections)
        return counts

    assert asyncio.run(rejections()) == [1, 1, 2]


def test_a_change_is_served_before_the_previous_document_is_compressed(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, compressible = Event(), Event()
    compressed = gateway._GatewayContent.compressed

    def held_up(edition: gateway._GatewayContent) -> gateway._GatewayContent:
        begun.set()
        assert compressible.wait(PATIENCE)
        return compressed(edition)

    monkeypatch.setattr(gateway._GatewayContent, "compressed", held_up)

    async def change_twice() -> str:
        running = gateway.Gateway(str(models))
        await running.prepare()
        try:
            for number in (1, 2):
                replace(models, text(document(f"2026-11-22.{number}")))
                await asyncio.wait_for(running.reload(), PATIENCE / 10)
                await asyncio.to_thread(begun.wait, PATIENCE)
            assert running._content is not None
            return running._content.document.revision
        finally:
            compressible.set()

    assert asyncio.run(change_twice()) == "2026-11-22.2"
