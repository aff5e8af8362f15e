"""Which documents can be published: those valid for the tolerant profile and without server-only properties."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.diagnostics.problem import has_errors
from modelconfig.documents import current_day
from modelconfig.documents.loader import load_document
from modelconfig.documents.revisions import parse
from modelconfig.publish.public_document import examine_public, examine_public_bytes
from modelconfig.schema.embedded import embedded, embedded_bytes
from modelconfig.views.client_view import client_view, server_side_locations
from tests.helpers.strategies import documents, json_values
from tests.helpers.valid_value_strategies import ValidValues
from tests.modelconfig.publish.samples import document, model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from modelconfig.publish.public_document import PublicDocument

FORMS = ["serverSideConfig", "SERVERSIDECONFIG", "server_side_config", "\u017ferverSideConfig", "ReasoningEffort"]
VALID_DOCUMENTS = ValidValues(embedded("model.consumer"), members=dict.fromkeys([*FORMS, "future"], json_values))


def examined(value: object, *, name: str = "x.json") -> PublicDocument:
    return examine_public_bytes(json.dumps(value, indent=2).encode(), name)


def lost(before: Any, after: Any, pointer: str = "") -> Iterator[str]:
    """Yield the properties of one value that are missing in the other."""
    if isinstance(before, dict):
        for name, item in before.items():
            place = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            if name in after and item is not None:  # null is an empty array in the view
                yield from lost(item, after[name], place)
            elif item is not None and name != "unlimitedChat":  # it is derived from its sibling for every client
                yield place
    elif isinstance(before, list):
        items = [(index, item) for index, item in enumerate(before) if item is not None]
        for (index, left), right in zip(items, after, strict=True):
            yield from lost(left, right, f"{pointer}/{index}")


def test_the_supplied_document_is_published_as_it_is_and_without_a_word() -> None:
    found = examine_public(None)
    assert found.data == embedded_bytes("models.json")
    assert found.document == load_document()
    assert found.problems == []


def test_a_file_goes_out_byte_by_byte(tmp_path: Path) -> None:
    text = json.dumps(document(), indent=7, ensure_ascii=True) + "\n \n"
    (tmp_path / "m.json").write_bytes(text.encode())
    found = examine_public(tmp_path / "m.json")
    assert (found.data, found.problems) == (text.encode(), [])


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps(document()).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert examine_public("-").data == data


def test_a_byte_order_mark_stays_at_home() -> None:
    data = json.dumps(document()).encode()
    found = examine_public_bytes(b"\xef\xbb\xbf" + data, "x.json")
    assert found.data == data
    assert [one.code for one in found.problems] == ["MC010"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "MC007"),
        (b"{", "MC003"),
        (b"\xff\xfe{\x00}\x00", "MC002"),
        (b'{"revision": "\xe9"}', "MC002"),
        (b"[]", "MC101"),
        (b'{"revision": NaN}', "MC005"),
        (b'{"a": ' + b"[" * 200 + b"]" * 200 + b"}", "MC006"),
        (json.dumps(document()).replace('"revision"', '"models": [], "revision"', 1).encode(), "MC004"),
    ],
)
def test_what_is_no_document_is_refused_with_its_place(data: bytes, code: str) -> None:
    found = examine_public_bytes(data, "x.json")
    assert (found.data, found.document) == (None, None)
    assert code in [one.code for one in found.problems]
    assert all(one.file == "x.json" and one.line for one in found.problems)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    found = examine_public(tmp_path / "no.json")
    assert [one.code for one in found.problems] == ["MC001"]
    assert (found.data, found.document, found.source) == (None, None, None)


def test_a_later_version_of_a_document_is_published() -> None:
    later = model(status="galactic", capabilities=["chat", "autocomplete", "telepathy"], future={"x": [1]})
    found = examined(document(revision="2031-01-01.1", models=[later], schemaVersion="9.9", extra=[{}]))
    assert found.problems == []
    assert found.data is not None


def test_a_document_that_instances_reject_is_rejected() -> None:
    found = examined(document(models=[model(), model()]))
    assert "MC201" in [one.code for one in found.problems if one.severity == "error"]
    assert found.data is None


def test_an_unparsable_revision_causes_a_warning() -> None:
    found = examined(document(revision="newest"))
    assert [(one.code, one.severity.value) for one in found.problems] == [("MC248", "warning")]
    assert found.data is not None


@pytest.mark.parametrize("form", FORMS)
def test_server_only_properties_are_rejected_with_their_location(form: str) -> None:
    value = document(models=[model(), model(modelRef="acme::v1::small", **{form: {"key": "canary"}})])
    found = examine_public_bytes(json.dumps(value, indent=2, ensure_ascii=False).encode(), "x.json")
    (problem,) = [one for one in found.problems if one.code == "MC400"]
    assert problem.pointer == f"/models/1/{form}"
    assert problem.line == json.dumps(value, indent=2, ensure_ascii=False).splitlines().index(f'      "{form}": {{') + 1
    assert found.data is None
    assert "canary" not in str(found.problems)


def test_a_null_server_side_config_is_accepted() -> None:
    assert examined(document(models=[model(clientSideConfig={"serverSideConfig": None})])).data is not None


def test_a_readable_credential_is_rejected_and_not_quoted() -> None:
    found = examined(document(models=[model(clientSideConfig={"apiKey": "canary"})]))
    assert [one.code for one in found.problems if one.severity == "error"] == ["MC247"]
    assert "canary" not in str(found.problems)


@settings(max_examples=200)
@given(VALID_DOCUMENTS.documents() | documents("ModelConfiguration"))
def test_hidden_properties_are_exactly_those_that_the_client_view_omits(whole: dict[str, Any]) -> None:
    assert [place for place, _ in server_side_locations(whole)] == list(lost(whole, client_view(whole)))


@settings(max_examples=100)
@given(VALID_DOCUMENTS.documents())
def test_published_content_equals_the_client_view(whole: dict[str, Any]) -> None:
    found = examined(whole)
    if found.document is None:
        assert has_errors(found.problems)
    else:
        assert list(lost(whole, client_view(found.document))) == []


@settings(max_examples=100)
@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_handled(data: bytes) -> None:
    found = examine_public_bytes(data, "x.json")
    assert (found.data is None) == (found.document is None) == has_errors(found.problems)


@pytest.mark.parametrize(
    ("revision", "days", "codes"),
    [
        ("embedded", 0, []),
        ("embedded", -1, ["MC464"]),
        ("embedded", -4000, ["MC464"]),
        ("2026-12-31.1", 0, ["MC463"]),
        ("2026-12-31.1", -4000, ["MC463", "MC464"]),
        ("2026-12-31.1", 4000, []),
        ("9999-12-31.1", 4000, ["MC463"]),
        ("newest", 0, ["MC248"]),
    ],
)
def test_a_revision_more_than_two_days_ahead_of_the_clock_is_rejected(
    monkeypatch: pytest.MonkeyPatch, revision: str, days: int, codes: list[str]
) -> None:
    monkeypatch.setattr(current_day, "embedded_revision", lambda: parse("2026-11-26.1"))
    now = datetime(2026, 11, 26, 23, 59, tzinfo=UTC) + timedelta(days=days)
    value = document(revision="2026-11-26.1" if revision == "embedded" else revision)
    found = examine_public_bytes(json.dumps(value, indent=2).encode(), "x.json", now)
    assert [one.code for one in found.problems] == codes
    assert (found.data is None) == ("MC463" in codes)
    if found.data is None:
        assert (found.problems[0].file, found.problems[0].pointer) == ("x.json", "/revision")
        assert found.problems[0].line
    assert "MC463" not in [one.code for one in examine_public_bytes(json.dumps(value).encode(), "x.json").problems]


@pytest.mark.parametrize("content", [b"{}", b'{"revision": 7}', b'{"revision": null}', b"[]", b""])
def test_a_document_without_a_revision_is_rejected_at_any_time(content: bytes) -> None:
    found = examine_public_bytes(content, "x.json", datetime(2026, 11, 26, tzinfo=UTC))
    assert found.data is None
    assert "MC463" not in [one.code for one in found.problems]
