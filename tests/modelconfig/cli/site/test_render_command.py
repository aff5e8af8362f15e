"""`modelconfig site render`: streams, views and exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from modelconfig.cli.main import cli
from modelconfig.diagnostics.credentials import HIDDEN
from modelconfig.documents.loader import load_document
from modelconfig.jsontext.writer import dump_document
from modelconfig.merge.pipeline import merge_site
from modelconfig.views.client_view import client_view
from tests.helpers.site_documents import BASE, BASE_FILE

if TYPE_CHECKING:
    from pathlib import Path

SITE: dict[str, Any] = {
    "modelConfiguration": {
        "sourcegraph": {},
        "providerOverrides": [
            {
                "id": "acme",
                "serverSideConfig": {
                    "type": "openaicompatible",
                    "endpoints": [{"url": "https://user:canary@llm.example.com/v1", "accessToken": "canary"}],
                },
            }
        ],
        "modelOverrides": [{"modelRef": "acme::v1::large", "reasoningEffort": "low", "tipo": "canary"}],
    }
}
BROKEN = {"modelConfiguration": {"sourcegraph": {}, "modelOverrides": [{"modelRef": "canary"}]}}


def render(*arguments: str, stdin: str | None = None) -> Result:
    done = CliRunner().invoke(cli, ["site", "render", *arguments], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def site(tmp_path: Path) -> str:
    file = tmp_path / "site.json"
    file.write_text("// of ours\n" + json.dumps(SITE, indent=2), encoding="utf-8")
    return str(file)


def test_the_client_view_is_the_default_and_has_no_secret(site: str) -> None:
    done = render(site, "--base", str(BASE_FILE))
    assert done.exit_code == 0
    merged = merge_site(BASE, SITE).document
    assert merged is not None
    assert done.stdout == dump_document(client_view(merged))
    assert "canary" not in done.output
    assert render(site, "--base", str(BASE_FILE), "--view", "client").stdout == done.stdout


def test_problems_are_printed_to_standard_error_with_their_location(site: str) -> None:
    done = render(site, "--base", str(BASE_FILE))
    assert f"{site}:" in done.stderr
    assert "warning[MC103]" in done.stderr
    assert "MC103" not in done.stdout


def test_the_server_view_masks_credentials(site: str) -> None:
    done = render(site, "--base", str(BASE_FILE), "--view", "server")
    assert done.exit_code == 0
    assert "canary" not in done.output
    document = json.loads(done.stdout)
    assert document["models"][0]["reasoningEffort"] == "low"
    assert document["providers"][0]["serverSideConfig"] == {
        "openAICompatible": {"endpoints": [{"url": f"https://{HIDDEN}@llm.example.com/v1", "accessToken": HIDDEN}]}
    }


def test_credentials_are_printed_on_request(site: str) -> None:
    done = render(site, "--base", str(BASE_FILE), "--view", "server", "--reveal-secrets")
    assert done.exit_code == 0
    assert done.stdout == dump_document(merge_site(BASE, SITE).document)
    assert "canary" not in done.stderr


def test_the_embedded_catalogue_is_the_base_by_default() -> None:
    done = render("-", stdin='{"modelConfiguration": {"sourcegraph": {}}}')
    assert done.exit_code == 0
    supplied = load_document()
    assert json.loads(done.stdout)["revision"] == supplied["revision"]
    assert len(json.loads(done.stdout)["models"]) == len(supplied["models"])


def test_a_failed_merge_prints_nothing_and_exits_with_1() -> None:
    done = render("-", "--base", str(BASE_FILE), stdin=json.dumps(BROKEN))
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "error[" in done.stderr
    assert "<stdin>:1:" in done.stderr


@pytest.mark.parametrize(
    "text", ['{"modelConfiguration": {"sourcegraph": {}, "sourcegraph": {}}}', '{"modelConfig": {}}']
)
def test_a_file_with_errors_is_not_rendered(text: str) -> None:
    done = render("-", stdin=text)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "error[" in done.stderr


@pytest.mark.parametrize("text", ["", "{", "[]", '{"licenseKey": "canary'])
def test_an_unreadable_file_exits_with_2(text: str) -> None:
    done = render("-", stdin=text)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "error[" in done.stderr
    assert "canary" not in done.output


def test_a_missing_file_exits_with_2(tmp_path: Path) -> None:
    done = render(str(tmp_path / "none.json"))
    assert done.exit_code == 2
    assert "none.json: error[MC001]" in done.stderr


def test_an_unusable_base_exits_with_2(site: str, tmp_path: Path) -> None:
    base = tmp_path / "base.json"
    base.write_text('{"models": []}', encoding="utf-8")
    done = render(site, "--base", str(base))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert f"{base}:1:" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "--base", "-"], "standard input can be read only once"),
        (["-", "--reveal-secrets"], "--reveal-secrets requires --view server"),
        (["-", "--view", "everything"], "is not one of 'client', 'server'"),
        ([], "Missing argument 'FILE'"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(cli, ["site", "render", *arguments], input="{}", standalone_mode=True)
    assert done.exit_code == 2
    assert message in done.stderr


def test_two_runs_print_the_same_bytes(site: str) -> None:
    assert render(site).stdout_bytes == render(site).stdout_bytes


@pytest.mark.parametrize(("second_name", "code"), [("", 0), ("acme::v1::other", 1)])
def test_validate_accepts_the_second_name_of_a_default_in_a_client_view(second_name: str, code: int) -> None:
    rendered = json.loads(CliRunner().invoke(cli, ["site", "render", "-"], input='{"sourcegraph": {}}').stdout)
    defaults = rendered["defaultModels"]
    assert defaults["unlimitedChat"] == defaults["fallbackChat"]
    defaults["unlimitedChat"] = second_name or defaults["unlimitedChat"]
    validated = CliRunner().invoke(cli, ["validate", "-"], input=json.dumps(rendered))
    assert validated.exit_code == code
    assert ("error[MC103]" in validated.stdout) == bool(code)
