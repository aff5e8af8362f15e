"""Entity tags: sent while their document is active, and not trusted indefinitely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from modelconfig.server.polling.outcomes import Outcome
from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.polling_servers import Setup

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

DAY = 24 * 3600.0


def conditions(gateway: FaultGateway) -> list[str | None]:
    return [seen.headers.get("if-none-match") for seen in gateway.requests]


def test_unchanged_content_is_not_sent_again(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.ACCEPTED
    tag = setup.status()["etag"]
    assert setup.poll() is Outcome.UNCHANGED
    assert setup.poll() is Outcome.UNCHANGED
    assert conditions(gateway) == [None, tag, tag]
    assert setup.changes == 1


def test_a_rejected_document_is_fetched_again(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.ACCEPTED
    tag = setup.status()["etag"]
    gateway.behave("without_models")
    assert setup.poll() is Outcome.SHRUNK
    assert setup.status()["etag"] == tag
    gateway.serve(edition(1))
    assert setup.poll() is Outcome.UNCHANGED


def test_a_gateway_that_always_sends_304_is_detected_within_a_day(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.serve(edition(1), "stuck")
    assert setup.poll() is Outcome.ACCEPTED
    gateway.serve(edition(2), "stuck")
    setup.times.advance(DAY - 1)
    assert setup.poll() is Outcome.UNCHANGED
    assert setup.revision() == edition_revision(1)
    setup.times.advance(2)
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.revision() == edition_revision(2)
    assert [problem.code for problem in setup.poller.problems] == ["MC432"]
    # From now on the entity tag is not used.
    gateway.serve(edition(3), "stuck")
    assert setup.poll() is Outcome.ACCEPTED
    assert conditions(gateway) == [None, '"models"', None, None]


def test_an_entity_tag_reused_for_other_content_is_not_trusted(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    for number in (1, 2, 3):
        gateway.serve(edition(number), "same_tag")
        assert setup.poll() is Outcome.ACCEPTED
    assert conditions(gateway) == [None, '"models"', None]
    assert [problem.code for problem in setup.poller.problems] == ["MC432"]
    # A gateway that was fixed is trusted again.
    gateway.serve(edition(4))
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.poller.problems == ()
    assert setup.poll() is Outcome.UNCHANGED


def test_an_entity_tag_reused_for_a_fixed_document_is_detected(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.behave("without_models", ETag='"models"')
    assert setup.poll() is Outcome.SHRUNK
    gateway.serve(edition(1), "same_tag")
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.status()["etag"] is None


def test_a_full_response_with_unchanged_content_counts_as_a_full_response(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.ACCEPTED
    setup.times.advance(DAY)
    assert setup.poll() is Outcome.SAME
    setup.times.advance(DAY - 1)
    assert setup.poll() is Outcome.UNCHANGED


def test_entity_tags_are_not_trusted_after_the_clock_is_set_back(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.ACCEPTED
    setup.times.advance(-3600)
    assert setup.poll() is Outcome.SAME


@pytest.mark.parametrize("tag", ["models", '"', '"a" "b"', '"' + "a" * 2000 + '"', '"caf\u00e9"'])
def test_an_invalid_entity_tag_is_not_sent(gateway: FaultGateway, tag: str) -> None:
    setup = Setup(gateway.url)
    gateway.behave("good", ETag=tag)
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.status()["etag"] is None


def test_a_tag_survives_a_restart_with_the_same_address_only(gateway: FaultGateway, tmp_path: Path) -> None:
    first = Setup(gateway.url, folder=tmp_path)
    assert first.poll() is Outcome.ACCEPTED
    again = Setup(gateway.url, folder=tmp_path)
    assert again.revision() == edition_revision(1)
    assert again.base.source == "cached"
    assert again.poll() is Outcome.UNCHANGED
    other = Setup(gateway.url + "?edition=b", folder=tmp_path)
    assert other.base.source == "embedded"
    assert [problem.code for problem in other.cache.problems] == ["MC433"]
    assert other.poll() is Outcome.ACCEPTED
    assert conditions(gateway) == [None, again.status()["etag"], None]
