"""The explanation of each field's origin: the output of the cases, and properties of every site configuration.

A case is a folder with `site.jsonc` and `expected.txt`: the arguments after `$ `, the output and the exit code.
"""

from __future__ import annotations

import copy
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.analysis.explain import SubjectKind, explain_site
from modelconfig.analysis.fields import fields
from modelconfig.cli.main import cli
from modelconfig.cli.site.explanation_table import as_table
from modelconfig.jsontext.pointers import split
from modelconfig.merge.layers import ABSENT, Layer
from modelconfig.merge.pipeline import merge_site
from modelconfig.site.site_file import parse_site
from modelconfig.views.server_view import server_view
from tests.helpers.site_documents import BASE, SECRET, Planter, site_documents

if TYPE_CHECKING:
    from modelconfig.analysis.explain import Explanation

CASES = Path(__file__).parents[2] / "cases" / "explain"
BASE_FILE = "../../site/base.json"
COMMAND_IN_CASE = [
    (folder.name, *re.fullmatch(r"(\S+)\n(.*)exit ([0-9])\s*", part, re.DOTALL).groups())  # type: ignore[union-attr]
    for folder in sorted(CASES.iterdir())
    for part in re.split(r"^\$ ", (folder / "expected.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
]  # a file in another format fails here


def run(case: str, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    monkeypatch.chdir(CASES / case)
    done = CliRunner().invoke(cli, ["site", "explain", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "canary" not in done.output
    return done.exit_code, done.stdout, done.stderr


def test_there_are_cases() -> None:
    assert len({case for case, *_ in COMMAND_IN_CASE}) > 7


@pytest.mark.parametrize(
    ("case", "ref", "text", "code"), COMMAND_IN_CASE, ids=lambda value: value if len(value) < 40 else ""
)
def test_a_case_prints_what_is_expected(
    case: str, ref: str, text: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, printed, printed_errors = run(case, "site.jsonc", ref, "--base", BASE_FILE, monkeypatch=monkeypatch)
    assert printed + printed_errors == text
    assert ended == int(code)
    assert not (printed and printed_errors)


@pytest.mark.parametrize(("case", "ref"), [(case, ref) for case, ref, _, code in COMMAND_IN_CASE if code == "0"])
def test_json_has_the_same_content_as_text(case: str, ref: str, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["site.jsonc", ref, "--base", BASE_FILE]
    _, text, _ = run(case, *arguments, monkeypatch=monkeypatch)
    _, printed, _ = run(case, *arguments, "--format", "json", monkeypatch=monkeypatch)
    found = json.loads(printed)
    assert list(found) == ["kind", "name", "present", "keptOut", "fields"]
    rows = text.splitlines()[2:] if found["present"] else []
    for field, row in zip(found["fields"], rows, strict=False):
        assert row.startswith(f"{field['field']} ")
        assert f" {field['layer']} " in row
        place = field["place"]
        assert (f"{place['file']}:{place['line']}:{place['column']}" if place else " - ") in row
        assert ("replaced" in field) == (not row.endswith(" -"))
        assert ("value" in field) == ("  (none)  " not in row)
    if found["keptOut"]:
        place = found["keptOut"]["place"]
        assert f"{found['keptOut']['reason']} (site.jsonc:{place['line']}:{place['column']})" in text


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    file, _ = parse_site((CASES / "layers" / "site.jsonc").read_text("utf-8"), "[b]site.jsonc")
    assert file is not None
    found, _ = explain_site(BASE, file, "acme::v1::small")
    assert found is not None
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    drawn = as_table(found)
    assert "───" in drawn
    assert re.search(r"contextWindow.maxInputTokens +20000 +model override +30000 \(provider default\)", drawn)
    assert "[b]site.jsonc:20:46" in drawn


def test_without_a_file_locations_are_pointers_into_the_whole_shape() -> None:
    site = {"modelConfiguration": {"sourcegraph": {}, "defaultModels": {"chat": "acme::v1::small"}}}
    found, problems = explain_site(BASE, site, "defaultModels")
    assert problems == []
    assert found is not None
    chat = found.fields[0]
    assert chat.place is not None
    assert (chat.place.pointer, chat.place.line) == ("/modelConfiguration/defaultModels/chat", None)
    assert (chat.value, chat.layer, chat.replaced) == ("acme::v1::small", Layer.DEFAULT_MODELS, "acme::v1::large")
    assert "/modelConfiguration/defaultModels/chat" in as_table(found)


def test_server_side_configuration_of_the_base_is_not_replaced_but_ignored() -> None:
    base = copy.deepcopy(BASE)
    base["providers"][0]["serverSideConfig"] = {
        "genericProvider": {"serviceName": "openai", "accessToken": "canary", "endpoint": "https://user:canary@llm"}
    }
    server = {"type": "openai", "accessToken": "canary", "endpoint": "https://ours"}
    override = {"id": "acme", "displayName": "Acme", "serverSideConfig": server}
    site = {"modelConfiguration": {"sourcegraph": {}, "providerOverrides": [override]}}
    found, _ = explain_site(base, site, "acme")
    assert found is not None
    replaced = {field.name.rpartition(".")[2]: field.replaced for field in found.fields}
    assert (replaced["accessToken"], replaced["endpoint"]) == (ABSENT, ABSENT)


def test_a_pointer_ends_before_a_name_that_may_be_a_credential() -> None:
    file, _ = parse_site((CASES / "providers" / "site.jsonc").read_text("utf-8"))
    assert file is not None
    found, _ = explain_site(BASE, file, "cluster")
    assert found is not None
    place = found.fields[-1].place
    assert place is not None
    assert place.pointer.endswith("/endpoints/1/headers/X-Key")
    assert (place.line, place.column) == (13, 59)


def test_the_filter_is_shown_although_no_model_is_offered(tmp_path: Path) -> None:
    """The file has an error, and the filter is what to correct."""
    file = tmp_path / "site.json"
    file.write_text('{"modelConfiguration": {"sourcegraph": {"modelFilters": {"deny": ["*"]}}}}', "utf-8")
    removed = BASE["models"][0]["modelRef"]
    base = str(Path(__file__).parents[2] / "cases" / "site" / "base.json")
    done = CliRunner().invoke(cli, ["site", "explain", str(file), removed, "--base", base])
    assert done.exit_code == 1
    assert f"{removed} is in the catalogue but not offered: its reference matches a `deny` pattern" in done.stdout
    assert "error[MC338]" in done.stderr
    unknown = CliRunner().invoke(cli, ["site", "explain", str(file), "acme::v1::nothing", "--base", base])
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "error[MC338]" in unknown.stderr


def test_a_name_that_is_a_credential_is_hidden(tmp_path: Path) -> None:
    endpoint = {"url": "https://llm.example/v1", "headers": {"sk-ant-api03-canaryAAAABBBBCCCCDDDDEEEE": "canary"}}
    provider = {"id": "own", "serverSideConfig": {"type": "openaicompatible", "endpoints": [endpoint]}}
    file = tmp_path / "site.json"
    configuration = {"sourcegraph": {}, "providerOverrides": [provider]}
    file.write_text(json.dumps({"modelConfiguration": configuration}), "utf-8")
    base = str(Path(__file__).parents[2] / "cases" / "site" / "base.json")
    done = CliRunner().invoke(cli, ["site", "explain", str(file), "own", "--base", base])
    assert (done.exit_code, "headers.(hidden) " in done.stdout, "canary" in done.output) == (0, True, False)


def test_unreadable_input_exits_with_2(monkeypatch: pytest.MonkeyPatch) -> None:
    code, printed, printed_errors = run("layers", "none.jsonc", "acme", monkeypatch=monkeypatch)
    assert (code, printed) == (2, "")
    assert "MC001" in printed_errors
    code, printed, printed_errors = run("layers", "site.jsonc", "acme", "--base", "none.json", monkeypatch=monkeypatch)
    assert (code, printed) == (2, "")
    assert "MC001" in printed_errors
    assert run("layers", "-", "acme", "--base", "-", monkeypatch=monkeypatch)[0] == 2


def test_a_file_with_an_error_in_its_outer_shape_is_not_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "site.jsonc"
    file.write_text('{"modelConfiguration": {"sourcegraph": {}}, "modelConfiguration": {}}', "utf-8")
    code, printed, printed_errors = run("layers", str(file), "acme", monkeypatch=monkeypatch)
    assert (code, printed) == (1, "")
    assert "MC004" in printed_errors


@settings(max_examples=60)
@given(site_documents(), st.booleans())
def test_every_field_is_explained_without_credentials(site: dict[str, Any], bare: bool) -> None:  # noqa: FBT001  # drawn
    planted = Planter().plant(site)
    if bare and isinstance(planted.get("modelConfiguration"), dict):
        planted = planted["modelConfiguration"]
    file, _ = parse_site(json.dumps(planted, indent=1), "site.json")
    assert file is not None
    before = copy.deepcopy((file.value, BASE))
    merged = merge_site(BASE, file.value)
    if merged.document is None:
        assert explain_site(BASE, file, "acme")[0] is None
        return
    shown = server_view(merged.document)
    for kind, key, items in (
        (SubjectKind.MODEL, "modelRef", shown["models"]),
        (SubjectKind.PROVIDER, "id", shown["providers"]),
    ):
        for item in items:
            found, problems = explain_site(BASE, file, item[key])
            assert problems == []
            assert found is not None
            assert (found.kind, found.name, found.present) == (kind, item[key], True)
            there = [(field.name, field.value) for field in found.fields if field.value is not ABSENT]
            assert there == [(".".join(map(str, path)), value) for path, value in fields(item)]
            assert_locations_exist_without_credentials(found, file.value)
    found, _ = explain_site(BASE, file, "defaults")
    assert found is not None
    there = [(field.name, field.value) for field in found.fields if field.value is not ABSENT]
    assert dict(there) == shown["defaultModels"]
    assert_locations_exist_without_credentials(found, file.value)
    assert (file.value, BASE) == before


def assert_locations_exist_without_credentials(found: Explanation, site: dict[str, Any]) -> None:
    """Check that every location exists and no credential is shown."""
    printed_errors = as_table(found) + json.dumps(found.to_json())
    assert SECRET.lower() not in printed_errors.lower()
    for field in found.fields:
        assert field.layer is not Layer.SUPPLIED or field.place is None or found.kind is SubjectKind.DEFAULTS
        if field.place is not None:
            assert field.place.line is not None
            assert exists(site, field.place.pointer)
    if found.kept_out is not None:
        assert found.kept_out.place is None or found.kept_out.place.line is not None


def exists(site: dict[str, Any], pointer: str) -> bool:
    """Return whether a location exists, in the whole or the bare shape."""
    for root in (site, site.get("modelConfiguration") or {}):
        value: Any = root
        for token in split(pointer):
            inside = value.get(token, ABSENT) if isinstance(value, dict) else ABSENT
            value = value[int(token)] if isinstance(value, list) else inside
        if value is not ABSENT:
            return True
    return False


@given(site_documents(), st.text(max_size=20) | st.sampled_from(["a::b", "::", "a::b::c::d", "", "defaultModel"]))
def test_any_name_is_accepted(site: dict[str, Any], name: str) -> None:
    found, problems = explain_site(BASE, site, name)
    assert (found is None) == bool(problems)
