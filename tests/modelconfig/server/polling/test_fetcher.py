"""Requests to the gateway: addresses, proxies, certificates, request headers, and limits on responses."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.polling.addresses import gateway_address, redirected
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.outcomes import Outcome
from tests.modelconfig.server.certificates import make
from tests.modelconfig.server.faults.gateway import FaultGateway
from tests.modelconfig.server.polling_servers import Setup, address_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("given_url", "url", "shown"),
    [
        ("https://g.example.com", "https://g.example.com/llm-models.json", "https://g.example.com/llm-models.json"),
        ("http://10.0.0.1:8080/", "http://10.0.0.1:8080/llm-models.json", "http://10.0.0.1:8080/llm-models.json"),
        ("https://g.example.com/cody/", "https://g.example.com/cody/llm-models.json", None),
        ("https://g.example.com/models.json", "https://g.example.com/models.json", None),
        ("https://[::1]:443/m.json#top", "https://[::1]:443/m.json", None),
        ("https://cdn.example.com/pkg@1.2/models.json", "https://cdn.example.com/pkg@1.2/models.json", None),
        ("https://g.example.com/m?edition=b", "https://g.example.com/m?edition=b", "https://g.example.com/m?…"),
        ("  https://g.example.com/m\n", "https://g.example.com/m", None),
    ],
)
def test_an_address_is_completed_and_shown_without_its_query(given_url: str, url: str, shown: str | None) -> None:
    assert address_of(given_url) == (url, shown or url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "gateway.example.com",
        "ftp://g.example.com/canary",
        "https:///canary",
        "https://g.example.com:canary/",
        "https://g.example.com:0/canary",
        "https://[::1/canary",
        "https://g.example.com/a canary",
        "https://g.example.com\\@canary/",
        "https://user:canary@g.example.com/",
        "https://canary@g.example.com/",
        "https://user:can/ary@g.example.com/",
        "https://g.example.com/?token=canary",
        "https://g.example.com/?X-Amz-Signature=canary",
        "user:canary@g.example.com",
    ],
)
def test_an_invalid_address_is_rejected_and_not_quoted(url: str) -> None:
    address, problem = gateway_address(url)
    assert address is None
    assert problem is not None
    assert (problem.code, problem.hint != "") == ("MC420", True)
    assert not any(part in problem.message + problem.hint for part in ("canary", "can/", "ary@"))


def test_a_redirect_does_not_lead_from_https_to_http() -> None:
    address = address_of("https://g.example.com/a/models.json")
    assert redirected(address, "http://g.example.com/")[0] is None
    assert redirected(address, "b.json")[0] == address_of("https://g.example.com/a/b.json")
    plain = address_of("http://g.example.com/models.json")
    assert redirected(plain, "https://g.example.com/m")[0] == address_of("https://g.example.com/m")


@pytest.mark.parametrize(
    "target",
    [
        "//other.example.com/m",
        "https://example.com/m",
        "https://g.example.com.evil.example/m",
        "https://evil.example?g.example.com",
        "https://evil.example/#@g.example.com",
        "https://xg.example.com/",
        "https://127.0.0.1/m",
        "https://g.example.com./m",
        "HTTPS://Other.Example.com:443/",
    ],
)
def test_a_redirect_leads_to_another_host_only_if_that_is_allowed(target: str) -> None:
    address = address_of("https://g.example.com/a/models.json")
    found, reason = redirected(address, target)
    assert found is None
    assert "another host" in reason
    assert "--poll-redirects" in reason
    allowed, reason = redirected(address, target, other_hosts=True)
    assert allowed is not None
    assert reason == ""


@pytest.mark.parametrize("target", ["/m", "m?q=1", "//g.example.com/m", "https://G.EXAMPLE.COM:8443/m", ""])
def test_a_redirect_may_lead_to_another_path_or_port_of_the_host(target: str) -> None:
    assert redirected(address_of("https://g.example.com/a/models.json"), target)[0] is not None


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("http://gateway.example.com", ["MC466"]),
        ("http://10.0.0.7:8080", ["MC466"]),
        ("http://127.0.0.1.evil.example", ["MC466"]),
        ("http://localhost.evil.example", ["MC466"]),
        ("http://[fe80::1]/", ["MC466"]),
        ("http://169.254.1.1", ["MC466"]),
        ("https://gateway.example.com", []),
        ("http://localhost:8080", []),
        ("http://LOCALHOST:8080", []),
        ("http://127.0.0.1", []),
        ("http://127.8.9.1", []),
        ("http://[::1]:8080", []),
        ("http://[::ffff:127.0.0.1]:8080", []),
    ],
)
def test_polling_another_machine_without_encryption_is_reported(url: str, codes: list[str]) -> None:
    assert [problem.code for problem in address_of(url).problems] == codes


def test_requests_contain_no_secrets(gateway: FaultGateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = tmp_path / "netrc"
    secrets.write_text("machine 127.0.0.1 login me password canary\n", "utf-8")
    secrets.chmod(0o600)
    monkeypatch.setenv("NETRC", str(secrets))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".netrc").write_bytes(secrets.read_bytes())
    setup = Setup(gateway.url)
    gateway.behave("good", Set_Cookie="session=abc")
    setup.poll()
    setup.poll()
    first, second = (seen.headers for seen in gateway.requests)
    assert set(first) == {"host", "accept", "accept-encoding", "user-agent", "connection"}
    assert (first["accept"], first["accept-encoding"]) == ("application/json", "gzip")
    assert first["user-agent"].startswith("cody-modelconfig/")
    assert set(second) - set(first) == {"if-none-match"}


def test_the_proxy_of_the_environment_is_used(gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://me:canary@127.0.0.1:{gateway.port}")
    setup = Setup("http://gateway.example.com/llm-models.json")
    assert setup.poll() is Outcome.ACCEPTED
    assert gateway.requests[0].target == "http://gateway.example.com/llm-models.json"
    assert "proxy-authorization" in gateway.requests[0].headers
    assert "authorization" not in gateway.requests[0].headers
    gateway.behave("status", status="407 Proxy Authentication Required")
    assert setup.poll() is Outcome.STATUS
    assert "canary" not in str(setup.status())


def test_hosts_without_proxy_are_reached_directly(gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultGateway() as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", "other.example.com, 127.0.0.1")
        assert Setup(gateway.url).poll() is Outcome.ACCEPTED
        assert proxy.requests == []
    assert gateway.requests[0].target == "/llm-models.json"


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_the_certificate_authority_of_the_environment_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    made = make(tmp_path, "IP:127.0.0.1")
    with FaultGateway(made.context()) as gateway:
        setup = Setup(gateway.url)
        assert setup.poll() is Outcome.UNTRUSTED
        assert "not trusted" in setup.status()["lastError"]["message"]
        monkeypatch.setenv(variable, str(made.authority if variable == "SSL_CERT_FILE" else made.folder))
        assert setup.poll() is Outcome.ACCEPTED
        gateway.behave("hangs_in_body")
        setup.poller._limits = PollingLimits(total_seconds=0.3)
        assert setup.poll() is Outcome.TIMEOUT


def test_a_certificate_for_another_host_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(tmp_path, "DNS:other.example.com")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.authority))
    with FaultGateway(made.context()) as gateway:
        setup = Setup(gateway.url)
        assert setup.poll() is Outcome.UNTRUSTED
        assert setup.status()["lastError"]["code"] == "MC422"


def test_a_proxy_connects_to_a_tls_gateway(
    gateway: FaultGateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(tmp_path, "DNS:gateway.example.com")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.authority))
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:canary@127.0.0.1:{gateway.port}")
    with FaultGateway(made.context()) as behind:
        gateway.behave("tunnel", port=behind.port)
        setup = Setup("https://gateway.example.com/llm-models.json")
        assert setup.poll() is Outcome.ACCEPTED
        assert gateway.requests[0].target == "gateway.example.com:443"
        assert behind.requests[0].headers["host"] == "gateway.example.com"
        assert "proxy-authorization" not in behind.requests[0].headers
    gateway.behave("status", status="403 No canary")
    assert setup.poll() is Outcome.UNREACHABLE
    assert setup.status()["lastError"]["message"] == "the proxy responds with status 403"


def test_a_gateway_without_tls_is_unreachable_over_https(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url.replace("http:", "https:"))
    assert setup.poll() is Outcome.UNREACHABLE
    assert "TLS" in setup.status()["lastError"]["message"]


@pytest.mark.parametrize(
    ("variable", "value", "outcome"),
    [
        ("HTTP_PROXY", "ftp://me:canary@127.0.0.1", Outcome.UNREACHABLE),
        ("HTTP_PROXY", "socks5://me:canary@127.0.0.1", Outcome.UNREACHABLE),
        ("HTTP_PROXY", "http://me:canary@127.0.0.1:port", Outcome.UNREACHABLE),
        ("SSL_CERT_FILE", "/nowhere/canary.pem", Outcome.UNTRUSTED),
    ],
)
def test_an_invalid_environment_is_reported_until_it_is_fixed(
    gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, outcome: Outcome
) -> None:
    setup = Setup(gateway.url)
    with monkeypatch.context() as patched:
        patched.setenv(variable, value)
        assert setup.poll() is outcome
    error = setup.status()["lastError"]
    assert variable in error["hint"]
    assert "canary" not in str(error)
    assert setup.poll() is Outcome.ACCEPTED


def test_a_file_without_certificates_is_reported(
    gateway: FaultGateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ca.pem").write_text("canary", "utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.UNTRUSTED
    assert "cannot read the trusted certificates" in setup.status()["lastError"]["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a full queue refuses connections")
def test_connecting_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening:
        waiting = [socket.socket() for _ in range(4)]
        try:
            for one in waiting:
                one.setblocking(False)
                one.connect_ex(listening.getsockname())
            url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
            setup = Setup(url, limits=PollingLimits(connect_seconds=0.3, total_seconds=30))
            assert setup.poll() is Outcome.TIMEOUT
            assert "not established" in setup.status()["lastError"]["message"]
        finally:
            for one in waiting:
                one.close()


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".example.com"])
def test_a_failed_name_resolution_is_reported(host: str) -> None:
    setup = Setup(f"http://{host}/")
    assert setup.poll() is Outcome.UNREACHABLE


def test_no_query_is_logged(gateway: FaultGateway, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "modelconfig")
    setup = Setup(f"{gateway.url}?edition=canary")
    assert setup.poll() is Outcome.ACCEPTED
    gateway.behave("without_models")
    assert setup.poll() is Outcome.SHRUNK
    gateway.behave("redirect_loop")
    assert setup.poll() is Outcome.REDIRECT
    logged = [f"{record.getMessage()} {record.__dict__.get('fields')}" for record in caplog.records]
    assert len([one for one in logged if "127.0.0.1" in one]) == 3
    assert not any("canary" in one for one, record in zip(logged, caplog.records, strict=True) if _ours(record))
    assert "canary" not in str(setup.status())


def _ours(record: logging.LogRecord) -> bool:
    return record.name.startswith("modelconfig")


def test_the_client_is_not_imported_before_the_first_poll() -> None:
    program = (
        "import sys; import modelconfig.server.polling.poller, modelconfig.server.instance.settings;"
        "sys.exit(bool({'httpx2', 'httpcore2', 'anyio'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
