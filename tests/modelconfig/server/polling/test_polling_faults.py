"""A gateway that is down, slow, broken or inconsistent: what is served, the status, and recovery."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from modelconfig.server.polling.outcomes import Outcome
from tests.modelconfig.server.faults.documents import edition, edition_revision, later_version, older, supplied
from tests.modelconfig.server.polling_servers import IMPATIENT, LIMITS, Setup, at

if TYPE_CHECKING:
    from modelconfig.server.polling.limits import PollingLimits
    from tests.modelconfig.server.faults.gateway import FaultGateway


class PollingFault(NamedTuple):
    behaviour: str
    outcome: Outcome
    code: str
    message: str
    """A part of the message."""
    settings: dict[str, Any] = {}  # noqa: RUF012  # never changed
    limits: PollingLimits = LIMITS

    @property
    def name(self) -> str:
        return "-".join([self.behaviour, *(str(one) for one in self.settings.values())])


FAULTS = [
    PollingFault("down", Outcome.UNREACHABLE, "MC421", "no connection to the gateway: connection refused"),
    PollingFault("hangs", Outcome.TIMEOUT, "MC423", "within 0.3 seconds", limits=IMPATIENT),
    PollingFault("hangs_in_header", Outcome.TIMEOUT, "MC423", "within 0.3 seconds", limits=IMPATIENT),
    PollingFault("hangs_in_body", Outcome.TIMEOUT, "MC423", "within 0.3 seconds", limits=IMPATIENT),
    PollingFault("drips", Outcome.TIMEOUT, "MC423", "within 0.3 seconds", {"pause": 0.02}, limits=IMPATIENT),
    PollingFault("interim_answers", Outcome.TIMEOUT, "MC423", "within 0.3 seconds", limits=IMPATIENT),
    PollingFault("endless_header", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("closes", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("not_http", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("truncated", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("truncated_chunked", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("truncated_gzip", Outcome.BROKEN, "MC424", "ends too early"),
    PollingFault("corrupt_gzip", Outcome.BROKEN, "MC424", "cannot be decompressed"),
    PollingFault("many_gzip_parts", Outcome.BROKEN, "MC424", "too many gzip members"),
    PollingFault("other_coding", Outcome.BROKEN, "MC424", "was not requested"),
    PollingFault("length_too_long", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("length_too_short", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC003"),
    PollingFault("length_no_number", Outcome.BROKEN, "MC424", "damaged"),
    PollingFault("gzip_bomb", Outcome.TOO_LARGE, "MC428", "the decompressed response is larger than 1048576 bytes"),
    PollingFault("huge", Outcome.TOO_LARGE, "MC428", "the response is larger than 1048576 bytes"),
    PollingFault("huge", Outcome.TOO_LARGE, "MC428", "the response is larger than 1048576 bytes", {"announced": False}),
    PollingFault("status", Outcome.STATUS, "MC425", "status 500"),
    PollingFault("status", Outcome.STATUS, "MC425", "status 404", {"status": "404 Not Found"}),
    PollingFault("status", Outcome.STATUS, "MC425", "status 206", {"status": "206 Partial Content"}),
    PollingFault(
        "status", Outcome.STATUS, "MC425", "status 401", {"status": "401 Unauthorized", "WWW_Authenticate": "Basic"}
    ),
    PollingFault("unavailable", Outcome.STATUS, "MC425", "status 503", {"retry_after": "1"}),
    PollingFault("html", Outcome.CONTENT_TYPE, "MC427", '"text/html; charset=utf-8", not JSON'),
    PollingFault("as_type", Outcome.CONTENT_TYPE, "MC427", "has no content type"),
    PollingFault("as_type", Outcome.CONTENT_TYPE, "MC427", "octet-stream", {"kind": "application/octet-stream"}),
    PollingFault("redirect_loop", Outcome.REDIRECT, "MC426", "more than 3 times"),
    PollingFault("redirect", Outcome.REDIRECT, "MC426", "it has no target"),
    PollingFault("redirect", Outcome.REDIRECT, "MC426", "http://", {"location": "file:///etc/passwd"}),
    PollingFault("redirect", Outcome.REDIRECT, "MC426", "http://", {"location": "ftp://127.0.0.1/models.json"}),
    PollingFault(
        "redirect", Outcome.REDIRECT, "MC426", "user information", {"location": "http://me:canary@127.0.0.1/"}
    ),
    PollingFault("redirect", Outcome.REDIRECT, "MC426", "not a URL", {"location": "http://[::1/"}),
    PollingFault("not_json", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC003"),
    PollingFault("no_content", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC007"),
    PollingFault("deep", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC006"),
    PollingFault("deep_and_closed", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC006"),
    PollingFault("not_utf8", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC002"),
    PollingFault("duplicate_members", Outcome.UNPARSABLE, "MC429", "it is not valid JSON: MC004"),
    PollingFault("other_shape", Outcome.INVALID, "MC429", "it is not a model configuration: MC1"),
    PollingFault("no_object", Outcome.INVALID, "MC429", "it is not a model configuration: MC1"),
    PollingFault("breaking_a_rule", Outcome.LINT, "MC429", "would break a rule: MC2"),
    PollingFault("without_models", Outcome.SHRUNK, "MC430", "it would keep only 0 of"),
    PollingFault("shrunken", Outcome.SHRUNK, "MC430", "it would keep only 5 of"),
]
IDS = [fault.name for fault in FAULTS]


@pytest.mark.parametrize("fault", FAULTS, ids=IDS)
def test_a_later_fault_keeps_the_polled_document_active(gateway: FaultGateway, fault: PollingFault) -> None:
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.ACCEPTED
    before = setup.live.current()
    setup.poller._limits = fault.limits
    gateway.behave(fault.behaviour, **fault.settings)
    assert setup.poll() is fault.outcome
    assert setup.live.current() is before
    assert setup.revision() == edition_revision(1)
    status = setup.status()
    assert (status["lastOutcome"], status["consecutiveFailures"]) == (fault.outcome.value, 1)
    assert (status["lastError"]["outcome"], status["lastError"]["code"]) == (fault.outcome.value, fault.code)
    assert fault.message in status["lastError"]["message"]
    assert setup.poller.problems[0].hint
    assert "canary" not in str(status)

    setup.poller._limits = LIMITS
    gateway.serve(edition(2))
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.revision() == edition_revision(2)
    assert (setup.status()["consecutiveFailures"], setup.poller.problems) == (0, ())


@pytest.mark.parametrize("fault", FAULTS, ids=IDS)
def test_a_fault_at_startup_keeps_the_embedded_document_active(gateway: FaultGateway, fault: PollingFault) -> None:
    setup = Setup(gateway.url, limits=fault.limits)
    before = setup.live.current()
    gateway.behave(fault.behaviour, **fault.settings)
    assert setup.poll() is fault.outcome
    assert setup.live.current() is before
    assert setup.revision() == supplied()["revision"]
    assert setup.status()["lastSuccess"] is None
    assert setup.poller.history.outcomes[fault.outcome] == 1

    setup.poller._limits = LIMITS
    gateway.behave("good")
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.revision() == edition_revision(1)
    assert setup.status()["lastSuccess"] == at("12:00:00")


def test_values_of_later_versions_are_served_unchanged(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.behave("later_version")
    assert setup.poll() is Outcome.ACCEPTED
    served = setup.served()
    assert served["futureMember"] == later_version()["futureMember"]
    assert served["models"][0]["capabilities"][-1] == "telepathy"
    assert served["models"][0]["status"] == "retired"
    assert setup.poller.problems == ()


def test_an_older_document_is_ignored(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.serve(older())
    assert setup.poll() is Outcome.OLDER
    assert setup.revision() == supplied()["revision"]
    status = setup.status()
    assert (status["lastError"], status["consecutiveFailures"]) == (None, 0)
    assert status["offeredRevision"] == "2001-01-01.1"
    assert setup.poll() is Outcome.OLDER
    gateway.serve(edition(1))
    assert setup.poll() is Outcome.ACCEPTED


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "application/vnd.models+json", "text/plain"])
def test_json_media_types_are_accepted(gateway: FaultGateway, kind: str) -> None:
    setup = Setup(gateway.url)
    gateway.behave("as_type", kind=kind)
    assert setup.poll() is Outcome.ACCEPTED


@pytest.mark.parametrize("status", ["301 Moved Permanently", "307 Temporary Redirect", "308 Permanent Redirect"])
def test_a_redirect_is_followed_without_cookies(gateway: FaultGateway, status: str) -> None:
    setup = Setup(gateway.url)
    gateway.behave("redirect_once", status=status)
    assert setup.poll() is Outcome.ACCEPTED
    assert [seen.target for seen in gateway.requests] == ["/llm-models.json", "/elsewhere"]
    assert "cookie" not in gateway.requests[1].headers


def test_a_redirect_to_another_host_is_followed_only_with_the_option(gateway: FaultGateway) -> None:
    elsewhere = f"http://localhost:{gateway.port}/elsewhere"
    gateway.behave("redirect_once", location=elsewhere)
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.REDIRECT
    assert [problem.code for problem in setup.poller.problems] == ["MC426"]
    assert 'it leads to another host, "localhost" (--poll-redirects)' in setup.poller.problems[0].message
    assert [seen.target for seen in gateway.requests] == ["/llm-models.json"]
    assert Setup(gateway.url, limits=replace(LIMITS, poll_redirects=True)).poll() is Outcome.ACCEPTED
    assert gateway.requests[-1].headers["host"].startswith("localhost:")


def test_a_redirect_loop_is_stopped(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.behave("redirect_loop")
    assert setup.poll() is Outcome.REDIRECT
    assert len(gateway.requests) == 4


def test_an_unconditional_304_is_a_failure(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.behave("unasked_304")
    assert setup.poll() is Outcome.STATUS
    assert "304" in setup.status()["lastError"]["message"]
