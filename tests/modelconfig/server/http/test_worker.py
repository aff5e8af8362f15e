"""What the servers use of granian: `python3 dev.py -s granian` runs this with its lowest and its newest version."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.http import worker
from modelconfig.server.http.app import App
from modelconfig.server.http.resources import Representation, Resource
from modelconfig.server.http.responses import Reply, text_reply
from modelconfig.server.http.routes import Request, Route, Routes
from modelconfig.server.http.threaded_worker import ThreadedWorker
from modelconfig.server.http.worker import HttpWorker, _reserve_port
from modelconfig.server.listeners import CannotListen, listen
from tests.modelconfig.server.process import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WAITING = 128
"""The least number of connections that granian lets wait."""


class Broken(Resource):
    """Content whose selection of a coding fails."""

    __slots__ = ()

    def select(self, accepted: str | None) -> Representation:
        raise LookupError(accepted)


class Running:
    """A worker in an event loop that runs in its own thread."""

    def __init__(self, app: App, connections: int) -> None:
        self._connections = connections
        self.loop = asyncio.new_event_loop()
        self.worker: HttpWorker
        with listen("127.0.0.1", 0) as listening:
            self.port = listening.getsockname()[1]
            self._started = threading.Event()
            self._thread = threading.Thread(target=self._run, args=(app, listening))
            self._thread.start()
            assert self._started.wait(PATIENCE)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers=headers or {})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def end(self) -> None:
        self.loop.call_soon_threadsafe(self.worker.stop)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def _run(self, app: App, listening: socket.socket) -> None:
        async def serve() -> None:
            self.worker = HttpWorker(app, listening, self._connections)
            await self.worker.start()
            self._started.set()
            await self.worker.ended

        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(serve())


@contextmanager
def running(connections: int = 100, /, **routes: Route) -> Iterator[Running]:
    app = App()
    app.publish(Routes({f"/{name}": route for name, route in routes.items()}))
    started = Running(app, connections)
    try:
        yield started
    finally:
        started.end()


def content(text: str) -> Route:
    return Route(text, Resource(text.encode(), "text/plain", cache_control="no-cache"))


def test_a_port_is_reserved_from_the_first_socket_to_the_last_response() -> None:
    with running(content=content("prepared")) as server:
        with pytest.raises(CannotListen, match=str(server.port)):
            listen("127.0.0.1", server.port)
        assert server.get("/content") == (200, b"prepared")
    listen("127.0.0.1", server.port).close()


@pytest.mark.parametrize("host", ["a..b", "a" * 64, "\udce9"])
def test_an_invalid_host_name_is_reported(host: str) -> None:
    with pytest.raises(CannotListen, match="not a valid host name"):
        listen(host, 0)


def test_a_port_is_reserved_while_granian_replaces_the_socket() -> None:
    with listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        early = socket.create_connection(("127.0.0.1", port))
        with early, _reserve_port(listening):
            for _ in range(2):
                with pytest.raises(CannotListen, match=str(port)):
                    listen("127.0.0.1", port)
                listening.close()
            # Granian opens it with these arguments.
            socket.create_server(("127.0.0.1", port), reuse_port=True).close()


def test_a_limited_number_of_connections_is_accepted_and_others_wait() -> None:
    with running(2, content=content("prepared")) as server:
        accepted = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE) for _ in range(2)]
        for connection in accepted:
            connection.request("GET", "/content")
            assert connection.getresponse().read() == b"prepared"
        waiting = http.client.HTTPConnection("127.0.0.1", server.port, timeout=0.2)
        waiting.request("GET", "/content")
        with pytest.raises(TimeoutError):
            waiting.sock.recv(1)
        waiting.sock.settimeout(PATIENCE)
        accepted.pop().close()
        assert waiting.getresponse().read() == b"prepared"
        for connection in (waiting, *accepted):
            connection.close()


def test_a_worker_starts_while_as_many_clients_wait_as_the_kernel_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "BACKLOG", WAITING)
    monkeypatch.setattr(worker, "_START_INTERVAL", 0.5)
    monkeypatch.setattr(worker, "_START_TIMEOUT", 0.5)
    with ExitStack() as clients:

        async def start() -> None:
            with listen("127.0.0.1", 0) as listening:
                address = listening.getsockname()
                server = HttpWorker(App(), listening, 1)
                started = asyncio.create_task(server.start())
                # The first attempt to connect fails. Before the second one, all places are taken.
                await asyncio.sleep(0.1)
                for _ in range(2 * WAITING):
                    client = clients.enter_context(socket.socket())
                    client.setblocking(False)
                    with suppress(BlockingIOError):
                        client.connect(address)
                try:
                    async with asyncio.timeout(PATIENCE / 2):
                        await started
                finally:
                    server.stop()
                    await server.ended

        asyncio.run(start())


def test_a_worker_in_another_thread_answers_while_the_event_loop_is_busy() -> None:
    app = App()
    app.publish(Routes({"/content": content("prepared")}))

    async def serve() -> None:
        with listen("127.0.0.1", 0) as listening:
            port = listening.getsockname()[1]
            threaded = ThreadedWorker(app, listening, 10)
            await threaded.start(None)
        # Nothing else runs in this event loop until the response arrives.
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/content")
        assert connection.getresponse().read() == b"prepared"
        connection.close()
        threaded.stop()
        await asyncio.wait_for(threaded.ended, PATIENCE)
        threaded.stop()

    asyncio.run(serve())


def test_a_worker_in_another_thread_reports_why_it_cannot_start() -> None:
    async def serve(listening: socket.socket) -> None:
        threaded = ThreadedWorker(App(), listening, 10)
        await threaded.start(None)
        with pytest.raises(OSError, match="in use"):
            await threaded.ended

    with socket.create_server(("127.0.0.1", 0)) as taken:

        class Misled(socket.socket):
            """A socket with the name of another one, whose port is in use."""

            def getsockname(self) -> tuple[str, int]:
                host, port = taken.getsockname()
                return host, port

        with Misled() as listening:
            asyncio.run(serve(listening))


def test_headers_arrive_and_a_connection_is_used_again() -> None:
    with running(content=content("prepared")) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        connection.request("GET", "/content")
        response = connection.getresponse()
        etag = response.headers["ETag"]
        assert response.read() == b"prepared"
        for _ in range(3):
            connection.request("GET", "/content", headers={"If-None-Match": etag})
            response = connection.getresponse()
            assert (response.status, response.headers["ETag"], response.read()) == (304, etag, b"")
        connection.close()


@pytest.mark.parametrize(
    ("line", "hosts", "status"),
    [
        ("GET /content HTTP/1.1", ["a"], 200),
        ("GET /content HTTP/1.1", ["models.example.com:8080"], 200),
        ("GET /content HTTP/1.1", ["[::1]:8080"], 200),
        ("GET /content HTTP/1.1", [""], 200),
        ("GET http://a/content HTTP/1.1", ["a"], 200),
        ("GET /content HTTP/1.0", [], 200),
        ("GET /content HTTP/1.1", [], 400),
        ("GET /none HTTP/1.1", [], 400),
        ("GET /content HTTP/1.1", ["a", "b"], 400),
        ("GET /content HTTP/1.1", ["a", "a"], 400),
        ("GET /content HTTP/1.0", ["a", "a"], 400),
        ("GET /content HTTP/1.1", ["a, b"], 400),
        ("GET /content HTTP/1.1", ["a/b"], 400),
        ("GET /content HTTP/1.1", ["user@a"], 400),
        ("GET /c%6Fntent HTTP/1.1", ["a"], 200),
        ("GET /c%256Fntent HTTP/1.1", ["a"], 404),
        ("GET %2Fcontent HTTP/1.1", ["a"], 400),
        ("GET //content HTTP/1.1", ["a"], 404),
        ("GET /content%2F HTTP/1.1", ["a"], 404),
    ],
)
def test_a_request_needs_one_host_and_a_path_of_the_table(line: str, hosts: list[str], status: int) -> None:
    lines = [line, *(f"Host: {host}" for host in hosts), "Connection: close", "", ""]
    with (
        running(content=content("prepared")) as server,
        socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as connection,
    ):
        connection.sendall("\r\n".join(lines).encode())
        assert int(connection.recv(12)[9:]) == status


def test_no_response_names_the_server() -> None:
    with running(content=content("prepared")) as server:
        for path, given in (
            ("/content", {}),
            ("/content", {"If-None-Match": "*"}),
            ("/none", {}),
            ("/none", {"Host": ""}),
        ):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
            connection.request("GET", path, headers=given)
            assert not connection.getresponse().headers["Server"]
            connection.close()


def test_functions_are_called_in_the_event_loop() -> None:
    def respond(_: Request) -> Reply:
        return text_reply(str(id(asyncio.get_running_loop())))

    with running(function=Route("function", answer=respond)) as server:
        assert server.get("/function") == (200, str(id(server.loop)).encode())


@pytest.mark.parametrize("name", ["content", "function", "answer"])
def test_an_internal_error_is_answered_and_does_not_affect_the_next_request(name: str) -> None:
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
