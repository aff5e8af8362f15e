"""The worker between granian and the application: in which thread it answers, and what becomes of faults of ours."""

from __future__ import annotations

import asyncio
import http.client
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.http.app import App
from modelconfig.server.http.resources import Representation, Resource
from modelconfig.server.http.responses import Reply, text_reply
from modelconfig.server.http.routes import Request, Route, Routes
from modelconfig.server.http.worker import HttpWorker
from modelconfig.server.runner import listen
from tests.modelconfig.server.process import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator


class Broken(Resource):
    """A content of which no form can be chosen."""

    __slots__ = ()

    def select(self, accepted: str | None) -> Representation:
        raise LookupError(accepted)


class Running:
    """A worker in an event loop that has a thread to itself."""

    def __init__(self, app: App) -> None:
        self.loop = asyncio.new_event_loop()
        self._listening = listen("127.0.0.1", 0)
        self._worker = HttpWorker(app, self._listening)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._listening.getsockname()[1], timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def end(self) -> None:
        self._worker.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        with self._listening, asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self._worker.serve())


@contextmanager
def running(**routes: Route) -> Iterator[Running]:
    app = App()
    app.publish(Routes({f"/{name}": route for name, route in routes.items()}))
    started = Running(app)
    try:
        yield started
    finally:
        started.end()


def content(text: str) -> Route:
    return Route(text, Resource(text.encode(), "text/plain", cache_control="no-cache"))


def test_a_prepared_content_does_not_wait_for_a_busy_event_loop() -> None:
    answered, idle = threading.Event(), threading.Event()

    def busy() -> None:
        answered.wait(PATIENCE)
        idle.set()

    with running(content=content("prepared")) as server:
        server.loop.call_soon_threadsafe(busy)
        try:
            assert server.get("/content") == (200, b"prepared")
            assert not idle.is_set()
        finally:
            answered.set()


def test_functions_are_called_in_the_event_loop() -> None:
    def told(_: Request) -> Reply:
        return text_reply(str(id(asyncio.get_running_loop())))

    with running(function=Route("function", answer=told)) as server:
        assert server.get("/function") == (200, str(id(server.loop)).encode())


@pytest.mark.parametrize("name", ["content", "function", "answer"])
def test_a_fault_of_ours_is_answered_and_the_next_request_too(name: str) -> None:
    def fails(_: Request) -> Reply:
        raise LookupError

    def answers_nonsense(_: Request) -> Reply:
        return 5  # type: ignore[return-value]  # the fault

    routes = {
        "content": Route("content", Broken(b"", "text/plain", cache_control="no-cache")),
        "function": Route("function", answer=fails),
        "answer": Route("answer", answer=answers_nonsense),
        "good": content("good"),
    }
    with running(**routes) as server:
        assert server.get(f"/{name}")[0] == 500
        assert server.get("/good") == (200, b"good")
