"""Who is admitted by nginx at a site, and what users get while the instance or the site cannot be reached."""

from __future__ import annotations

import json
import stat
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.instance.client_config import CODY_OFF, client_config
from tests.deploy.echo import echo
from tests.deploy.site.site_proxy import CONFIG, LIST, SERVICE_TOKEN, VIEW, proxy
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.instances import naming
from tests.modelconfig.server.process import lasting_port, served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized
    from pathlib import Path

    from tests.deploy.echo import Echo
    from tests.deploy.nginx import Answer, Nginx
    from tests.modelconfig.server.certificates import Certificates

PATHS = [VIEW, CONFIG, LIST]
BROWSER = {"X-Requested-With": "Sourcegraph"}
TOKEN = {"Authorization": "token sgp_alice"}
COOKIE = {"Cookie": "sgs=alice", **BROWSER}
PROXIED = {"X-Forwarded-User": "alice"}
USERS = [TOKEN, COOKIE, PROXIED]
STRANGERS = [
    {},
    BROWSER,
    {"Authorization": "token sgp_bob"},
    {"Authorization": f"token {SERVICE_TOKEN}"},
    {"Cookie": "sgs=bob", **BROWSER},
    {"X-Forwarded-User": "bob"},
    {"X-Forwarded-User": "bob", "X-Other-User": "alice"},
    {"Cookie": "token sgp_alice"},
    {"X-Forwarded-Email": "alice"},
]
SHORT = {"proxy_cache_valid 200 59s;": "proxy_cache_valid 200 1s;"}
KNOWN = {("authorization", "token sgp_alice"), ("cookie", "sgs=alice"), ("x-forwarded-user", "alice")}
OFF = client_config({}, CODY_OFF, None)


class ProxiedSite:
    """nginx, a stand-in of the site, and an instance that can be stopped and started."""

    def __init__(self, folder: Path, authority: Certificates, changes: dict[str, str]) -> None:
        self.folder, self._authority, self._changes = folder, authority, changes
        self.config = folder / "site.json"
        self.config.write_text(naming("One"))
        self.port = lasting_port()
        self.nginx: Nginx
        self.site: Echo
        self._instance = ExitStack()

    @contextmanager
    def running(self) -> Iterator[ProxiedSite]:
        with self._instance, echo("site") as self.site:
            self.site.users = set(KNOWN)
            self.start()
            addresses = f"127.0.0.1:{self.port}", self.site.address
            with proxy(self.folder / "nginx", self._authority, *addresses, self._changes) as self.nginx:
                yield self

    def start(self, token: str = SERVICE_TOKEN) -> None:
        environment = {"MODELCONFIG_TOKENS": token}
        instance = served(self.folder, "instance", "--site-config", self.config, env=environment, port=self.port)
        self._instance.enter_context(instance)

    def stop(self) -> None:
        """Kill the instance."""
        self._instance.close()

    def get(self, path: str, headers: dict[str, str]) -> Answer:
        return self.nginx.get(path, headers)

    def digest(self) -> str:
        return str(json.loads(self.get(CONFIG, TOKEN).body)["modelsDigest"])

    def wait_for_another_digest(self, known: str) -> None:
        wait_until(lambda: self.digest() != known, "a change")

    def wait_for_rejection(self, user: dict[str, str]) -> None:
        wait_until(lambda: self.get(VIEW, user).status == 401, "a rejection")

    def asked(self) -> int:
        """Return the number of requests that the site got."""
        return len(self.site.seen)


def wait_for_more(answers: Sized) -> None:
    """Wait for ten more responses."""
    goal = len(answers) + 10
    wait_until(lambda: len(answers) >= goal, "responses")


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory, authority: Certificates) -> Iterator[ProxiedSite]:
    with ProxiedSite(tmp_path_factory.mktemp("users"), authority, {}).running() as setup:
        yield setup


@pytest.fixture
def own(tmp_path: Path, authority: Certificates) -> Iterator[ProxiedSite]:
    """Return a setup whose admissions are cached for a second."""
    with ProxiedSite(tmp_path, authority, SHORT).running() as setup:
        yield setup


@pytest.mark.parametrize("path", PATHS)
def test_the_users_of_the_site_are_admitted_and_strangers_are_not(setup: ProxiedSite, path: str) -> None:
    for _ in range(2):
        for user in USERS:
            assert setup.get(path, user).status == 200
            for stranger in STRANGERS:
                assert setup.get(path, stranger).status == 401, stranger


def test_an_admission_is_asked_once_a_minute(setup: ProxiedSite) -> None:
    long = {"Cookie": f"sgs={'x' * 7000}", **BROWSER}
    setup.site.users = {*KNOWN, ("cookie", long["Cookie"])}
    for user in (*USERS, long):
        setup.get(VIEW, user)
        before = setup.asked()
        for path in PATHS:
            assert setup.get(path, user).status == 200
        assert setup.asked() == before
    before = setup.asked()
    setup.get(VIEW, STRANGERS[2])
    setup.get(VIEW, STRANGERS[2])
    assert setup.asked() == before + 2


def test_the_site_gets_only_the_headers_of_the_key(setup: ProxiedSite) -> None:
    sent = {"X-Forwarded-User": "carol", "X-Other": "x", "User-Agent": "cody", "Accept": "*/*", "X-Request-ID": "id-1"}
    setup.get(VIEW, sent)
    names = set(setup.site.seen[-1]["headers"])
    assert names == {"x-forwarded-user", "x-request-id", "host", "x-forwarded-proto"}
    assert setup.site.seen[-1]["line"] == f"GET {CONFIG} HTTP/1.1"


@pytest.mark.parametrize("body", [b"x" * 10, b"GET /status HTTP/1.1\r\nHost: x\r\n\r\n", b"x" * 300_000])
def test_the_site_is_asked_without_the_body_of_a_request(setup: ProxiedSite, body: bytes) -> None:
    before = setup.asked()
    connection = setup.nginx.connection()
    user = {"Cookie": "sgs=alice", "X-Requested-With": str(len(body))}
    for method, status in (("POST", 405), ("GET", 200)):
        connection.request(method, VIEW, body=body if method == "POST" else None, headers=user)
        answer = connection.getresponse()
        assert (answer.status, bool(answer.read())) == (status, True)
    connection.close()
    (asked,) = setup.site.seen[before:]
    assert (asked["line"], asked["sent"]) == (f"GET {CONFIG} HTTP/1.1", "")
    assert not {"content-length", "transfer-encoding"} & set(asked["headers"])


def test_values_that_join_to_the_same_text_are_different_users(setup: ProxiedSite) -> None:
    setup.site.users = {*KNOWN, ("authorization", "xy")}
    assert setup.get(VIEW, {"Authorization": "xy"}).status == 200
    assert setup.get(VIEW, {"Authorization": "x", "Cookie": "y"}).status == 401
    assert setup.get(VIEW, {"Cookie": "xy"}).status == 401


def test_a_redirect_to_a_sign_in_page_is_a_rejection(setup: ProxiedSite) -> None:
    setup.site.stranger_status = 302
    try:
        assert [setup.get(path, STRANGERS[2]).status for path in PATHS] == [401] * 3
    finally:
        setup.site.stranger_status = 401


def test_the_caches_are_private(setup: ProxiedSite) -> None:
    for user in USERS:
        setup.get(VIEW, user)
    for name in ("users", "models"):
        folder = setup.nginx.folder / name
        files = [file for file in folder.rglob("*") if file.is_file()]
        assert files
        assert {stat.S_IMODE(one.stat().st_mode) for one in (folder, *folder.rglob("*")) if one.is_dir()} == {0o700}
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_request_without_credentials_is_never_stored(own: ProxiedSite) -> None:
    own.site.users = None  # the site admits every request
    for _ in range(2):
        for path in PATHS:
            assert own.get(path, BROWSER).status == 200
    assert own.asked() == 6
    assert not [file for name in ("users", "models") for file in (own.nginx.folder / name).rglob("*") if file.is_file()]
    own.stop()
    assert json.loads(own.get(CONFIG, BROWSER).body) == OFF
    assert own.get(VIEW, BROWSER).status == 503


def test_a_revoked_user_is_rejected_also_while_the_instance_is_down(own: ProxiedSite) -> None:
    for user in USERS:
        assert own.get(VIEW, user).status == 200
    own.site.users = set()
    for user in USERS:
        own.wait_for_rejection(user)
    own.site.users = set(KNOWN)
    assert own.get(VIEW, TOKEN).status == 200
    own.stop()
    assert own.get(VIEW, TOKEN).status == 200
    own.site.users = set()
    own.wait_for_rejection(TOKEN)


def test_users_get_their_last_responses_while_the_instance_is_down(own: ProxiedSite) -> None:
    before = {path: own.get(path, TOKEN) for path in PATHS}
    own.stop()
    for path in PATHS:
        answer = own.get(path, {**TOKEN, "X-Request-ID": "during-the-outage"})
        assert (answer.status, answer.body) == (200, before[path].body)
        assert answer.headers.get_all("X-Request-ID") == ["during-the-outage"]
        assert own.get(path, {**TOKEN, "If-None-Match": before[path].headers["ETag"]}).status == 304
        for stranger in STRANGERS:
            assert own.get(path, stranger).status == 401
    # A user who has asked for nothing yet.
    assert json.loads(own.get(CONFIG, COOKIE).body) == OFF
    assert own.get(VIEW, COOKIE).status == 503


def test_an_instance_without_anything_to_serve_does_not_take_the_models_away(own: ProxiedSite) -> None:
    before = own.get(VIEW, TOKEN)
    own.stop()
    own.config.write_text("{")
    own.start()
    answer = own.get(VIEW, TOKEN)
    assert (answer.status, answer.body) == (200, before.body)
    assert json.loads(own.get(CONFIG, TOKEN).body) == OFF
    assert own.get(VIEW, COOKIE).status == 503


def test_no_request_fails_while_the_instance_restarts(own: ProxiedSite) -> None:
    bodies = {path: own.get(path, TOKEN).body for path in PATHS}
    answers: list[tuple[str, Answer]] = []
    ended = threading.Event()

    def ask() -> None:
        while not ended.is_set():
            answers.extend((path, own.get(path, TOKEN)) for path in PATHS)

    asking = threading.Thread(target=ask)
    asking.start()
    for _ in range(2):
        own.stop()
        wait_for_more(answers)
        own.start()
        wait_for_more(answers)
    ended.set()
    asking.join()
    assert {(path, answer.status) for path, answer in answers} == {(path, 200) for path in PATHS}
    assert all(answer.body == bodies[path] for path, answer in answers)


def test_a_change_is_visible_at_once_in_all_responses(own: ProxiedSite) -> None:
    for name in ("Two", "Three", "Four"):
        own.get(VIEW, TOKEN)
        known = own.digest()
        replace(own.config, naming(name))
        own.wait_for_another_digest(known)
        answer = own.get(VIEW, TOKEN)
        assert f'"{name}"'.encode() in answer.body
        assert "X-Accel-Expires" not in answer.headers


def test_a_wrong_token_of_nginx_does_not_break_clients(own: ProxiedSite) -> None:
    assert own.get(CONFIG, TOKEN).status == 200
    own.stop()
    own.start("another-token-than-that-of-nginx")
    # More failed attempts than an address may make.
    for user in USERS * 10:
        assert (own.get(CONFIG, user).status, json.loads(own.get(CONFIG, user).body)) == (200, OFF)
        assert own.get(VIEW, user).status == 503
    for stranger in STRANGERS:
        assert own.get(CONFIG, stranger).status == own.get(VIEW, stranger).status == 401


def test_a_client_survives_an_outage_of_the_site(own: ProxiedSite) -> None:
    own.site.users, own.site.stranger_status = set(), 503
    for headers in ({}, TOKEN):
        answer = own.get(CONFIG, headers)
        assert (answer.status, json.loads(answer.body)) == (200, OFF)
        assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == ("application/json", "no-store")
        assert own.get(VIEW, headers).status == 503
    own.site.users = set(KNOWN)
    assert json.loads(own.get(CONFIG, TOKEN).body)["codyEnabled"] is True
    own.site.users = set()
    # An admission ends also if the site cannot be asked again.
    wait_until(lambda: own.get(VIEW, TOKEN).status == 503, "the end of the admission")
