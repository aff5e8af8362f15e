"""`modelconfig site check` as a whole: exit codes, formats, several files, and all problems at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from modelconfig.cli.main import cli

if TYPE_CHECKING:
    from click.testing import Result

CASES = Path(__file__).parents[3] / "cases"
TYPO = '{"licenseKey": "abc", "modelConfiguration": {"sourcegraph": {}, "modelOverides": []}}'


def check(*arguments: str | Path, given: str = "") -> Result:
    return CliRunner().invoke(cli, ["site", "check", *map(str, arguments)], input=given)


def found(*arguments: str | Path, given: str = "") -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = json.loads(check("--format", "json", *arguments, given=given).stdout)
    return result


@pytest.mark.parametrize("path", sorted((CASES / "site" / "invalid").glob("*.json")), ids=lambda path: path.stem)
def test_an_invalid_document_of_the_corpus_is_an_error(path: Path) -> None:
    result = check(path)
    assert result.exit_code in {1, 2}
    assert "error[" in result.stdout


@pytest.mark.parametrize("kind", ["site", "site-model-configuration", "completions"])
def test_unknown_properties_are_warnings(kind: str) -> None:
    for path in sorted((CASES / kind / "unknown-members").glob("*.json")):
        value = json.loads(path.read_text("utf-8"))
        if "modelConfiguration" in value and kind != "site":
            # Not bare after all.
            continue
        text = json.dumps({"completions": value} if kind == "completions" else value)
        structure = [one for one in found("-", given=text) if one["code"].startswith("MC1")]
        assert structure, path
        assert all((one["code"], one["severity"]) == ("MC103", "warning") for one in structure), path


@pytest.mark.parametrize("path", sorted((CASES / "site" / "valid").glob("*.json")), ids=lambda path: path.stem)
def test_a_valid_document_of_the_corpus_has_no_structural_problem(path: Path) -> None:
    assert [one for one in found(path) if one["code"] < "MC200"] == []


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "SEARCH", "VERSION-CONTROL", ""])
def test_any_http_method_requests_a_token(method: str) -> None:
    query = {"url": "https://login.acme.test/token", "method": method, "formData": {"client_secret": "canary"}}
    settings = {"type": "anthropic", "endpoint": "https://api.acme.test", "accessTokenQuery": query}
    overrides = [{"id": "anthropic", "displayName": "Anthropic", "serverSideConfig": settings}]
    site = {"licenseKey": "abc", "modelConfiguration": {"sourcegraph": {}, "providerOverrides": overrides}}
    assert found("-", given=json.dumps(site)) == []


def test_exit_codes(tmp_path: Path) -> None:
    clean = '{"modelConfiguration": {"sourcegraph": {}}}'
    assert check("-", given=clean).exit_code == 0
    assert check("-", given=TYPO).exit_code == 0
    assert check("--warnings-as-errors", "-", given=clean).exit_code == 0
    assert check("--warnings-as-errors", "-", given=TYPO).exit_code == 1
    assert check("-", given="{}x").exit_code == 1
    assert check("--warnings-as-errors", "-", given="").exit_code == 1
    assert check(tmp_path / "none.json").exit_code == 2
    assert check("-", "--base", "-", given=clean).exit_code == 2
    assert check("-", "--base", tmp_path / "none.json", given=clean).exit_code == 2
    assert check().exit_code == 2


def test_the_nearest_name_is_suggested_though_the_value_is_hidden() -> None:
    text = '{"providerOverrides": [{"id": "anthropic", "serverSideConfig": {"type": "antropic", "endpoint": "x"}}]}'
    (problem,) = [one for one in found("-", given=text) if one["code"] == "MC110"]
    assert problem["hint"].startswith('Did you mean "anthropic"?')
    assert problem["pointer"] == "/providerOverrides/0/serverSideConfig/type"
    assert "antropic" not in problem["message"]


def test_all_problems_at_once() -> None:
    section = {
        "sourcegraph": {"endpoint": "nowhere", "modelFilters": {"deny": ["gpt"], "allow": ["a*b"]}},
        "providerOverrides": [{"id": "x"}, {"id": "x"}, {"id": "y", "serverSideConfig": {"type": "z"}}],
        "modelOverrides": [
            {"modelRef": "x::v1"},
            {"modelRef": "x::v1::a", "capabilities": ["chat"]},
            {"modelRef": "x::v1::a", "capabilities": ["chat"], "status": "stabel", "tier": "pro"},
        ],
        "selfHostedModels": [{"provider": "x", "model": "none@v1"}],
    }
    problems = found("-", given=json.dumps(section))
    expected = "MC103 MC104 MC105 MC105 MC110 MC304 MC308 MC330 MC331 MC334 MC335"
    assert sorted(one["code"] for one in problems) == expected.split()
    (twice,) = [one for one in problems if one["code"] == "MC330"]
    assert twice["pointer"].startswith("/modelOverrides/2")
    assert [location["pointer"] for location in twice["related"]] == ["/modelOverrides/1"]
    assert all(one["line"] == 1 and one["column"] for one in problems)


def test_several_files_are_reported_and_masked_separately(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(TYPO.replace("abc", "YOUR-TOKEN"))
    (tmp_path / "b.json").write_text('{"licenseKey": "hunter2hunter2", "completion": "hunter2hunter2"')
    result = check(tmp_path / "a.json", tmp_path / "b.json", tmp_path / "a.json")
    assert result.exit_code == 1
    assert "hunter" not in result.output
    assert "YOUR" not in result.output
    assert "in 2 files" in result.stderr
    assert {one["file"] for one in found(tmp_path / "a.json", tmp_path / "b.json")} == {
        str(tmp_path / "a.json"),
        str(tmp_path / "b.json"),
    }


@pytest.mark.parametrize("format_name", ["text", "json", "github", "sarif"])
def test_formats(format_name: str) -> None:
    result = check("-", "--format", format_name, given=TYPO)
    assert "MC103" in result.stdout
    assert "abc" not in result.stdout.replace("abcdefghijklmnopqrstuvwxyz", "")


def test_another_base() -> None:
    base = CASES / "site-rules" / "base.json"
    text = json.dumps({"sourcegraph": {"modelFilters": {"allow": ["acme::*"]}}})
    assert {"MC309", "MC310"} <= {one["code"] for one in found("-", given=text)}
    assert found("-", "--base", base, given=text) == []
