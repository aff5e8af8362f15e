"""`modelconfig site convert`: its output, the permissions of files, and which files are never overwritten."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from modelconfig.cli.main import cli
from modelconfig.diagnostics.problem import has_errors
from modelconfig.merge.pipeline import merge_site
from modelconfig.site.legacy.conversion import convert_site
from modelconfig.site.site_file import parse_site
from modelconfig.site.structure import check_structure
from tests.helpers.site_documents import BASE

if TYPE_CHECKING:
    from click.testing import Result

CASES = sorted((Path(__file__).parents[3] / "cases" / "legacy").iterdir())
SITE = """{
  // our own
  "licenseKey": "canary-licence",
  "completions": {
    "enabled": true, "provider": "anthropic", "accessToken": "canary-token",
    "endpoint": "https://admin:canary/password@proxy.example.com/v1", "chatModel": "Claude-2", "unknown": "canary",
  },
}
"""


def run(*arguments: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(cli, ["site", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def site(tmp_path: Path) -> str:
    """A site configuration in which every credential contains `canary`."""
    path = tmp_path / "site.json"
    path.write_text(SITE, "utf-8")
    return str(path)


def whole(text: str) -> dict[str, Any]:
    file, problems = parse_site(text)
    assert file is not None
    assert problems == []
    return file.value


def test_standard_output_has_placeholders_and_no_secret(site: str) -> None:
    done = run("convert", site)
    assert done.exit_code == 0
    assert "canary" not in done.output
    config = whole(done.stdout)["modelConfiguration"]["providerOverrides"][0]["serverSideConfig"]
    assert config["accessToken"] == "YOUR-ACCESS-TOKEN"
    assert config["endpoint"] == "https://YOUR-CREDENTIALS@proxy.example.com/v1"


def test_a_key_in_the_query_of_the_endpoint_is_left_out_too(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    path.write_text(SITE.replace("example.com/v1", "example.com/v1?a=b&key=canary"), "utf-8")
    done = run("convert", str(path))
    assert done.exit_code == 0
    assert "canary" not in done.output
    assert "https://YOUR-CREDENTIALS@proxy.example.com/v1?a=b&key=YOUR-ACCESS-TOKEN" in done.stdout
    assert "key=canary" in run("convert", str(path), "--reveal-secrets").stdout


def test_the_output_reports_inferred_values(site: str) -> None:
    done = run("convert", site)
    header = [line for line in done.stdout.splitlines() if line.startswith("//")]
    assert done.stdout.startswith("// `modelConfiguration`, converted by")
    assert "from `completions` in site.json." in header[0]
    assert "// - `fastChatModel` is claude-3-haiku-20240307, the default for Anthropic." in header
    assert max(map(len, header)) <= 100
    assert "warning[MC355]" in done.stderr
    assert "warning[MC103]" in done.stderr


def test_check_reports_placeholders_as_warnings(site: str) -> None:
    printed = run("convert", site).stdout
    done = run("check", "--format", "json", "-", stdin=printed)
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert {one["severity"] for one in found} == {"warning"}
    assert {one["pointer"].rpartition("/")[2] for one in found if one["code"] in {"MC305", "MC315"}} == {
        "accessToken",
        "endpoint",
    }


def test_credentials_are_printed_on_request(site: str) -> None:
    done = run("convert", site, "--reveal-secrets")
    config = whole(done.stdout)["modelConfiguration"]["providerOverrides"][0]["serverSideConfig"]
    assert config["accessToken"] == "canary-token"
    assert "canary/password" in config["endpoint"]
    assert "canary-licence" not in done.output
    assert "keep it private" in done.stdout


def test_the_output_file_has_the_credentials_and_is_private(site: str, tmp_path: Path) -> None:
    output = tmp_path / "converted.json"
    done = run("convert", site, "--output", str(output))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "canary" not in done.stderr
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    value = whole(output.read_text("utf-8"))
    assert value["cody.enabled"] is True
    assert value["modelConfiguration"]["providerOverrides"][0]["serverSideConfig"]["accessToken"] == "canary-token"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["converted.json", "site.json"]


def test_the_same_result_may_be_written_again_and_becomes_private(site: str, tmp_path: Path) -> None:
    output = tmp_path / "converted.json"
    run("convert", site, "--output", str(output))
    output.chmod(0o644)
    assert run("convert", site, "--output", str(output)).exit_code == 0
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


def test_another_file_is_replaced_only_with_force(site: str, tmp_path: Path) -> None:
    output = tmp_path / "converted.json"
    output.write_text("mine", "utf-8")
    output.chmod(0o644)
    done = run("convert", site, "--output", str(output))
    assert done.exit_code == 1
    assert "error[MC359]" in done.stderr
    assert output.read_text("utf-8") == "mine"
    assert run("convert", site, "--output", str(output), "--force").exit_code == 0
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


def test_the_input_file_is_never_replaced(site: str, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(site)
    for output in (site, str(link)):
        done = run("convert", site, "--output", output, "--force")
        assert done.exit_code == 2
        assert "specify another file" in done.stderr
    assert Path(site).read_text("utf-8") == SITE


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_link_is_neither_followed_nor_replaced(site: str, tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "victim").write_text("theirs", "utf-8")
    for name in ("victim", "gone", "link", "."):
        link = tmp_path / "link"
        link.symlink_to(name)
        done = run("convert", site, "--output", str(link), *options)
        assert done.exit_code == 2
        assert "error[MC477] this is a symbolic link" in done.stderr
        assert link.readlink() == Path(name)
        link.unlink()
    assert (tmp_path / "victim").read_text("utf-8") == "theirs"
    assert not (tmp_path / "gone").exists()


def test_unwritable_output_exits_with_2(site: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for output in (tmp_path, tmp_path / "none" / "x.json", tmp_path / "pipe"):
        done = run("convert", site, "--output", str(output), "--force")
        assert done.exit_code == 2
        assert "error[MC011]" in done.stderr
    assert not (tmp_path / "none").exists()
    assert (tmp_path / "pipe").is_fifo()


def test_force_without_output_is_a_usage_error(site: str) -> None:
    assert run("convert", site, "--force").exit_code == 2


@pytest.mark.parametrize(
    ("text", "code", "exit_code"),
    [
        ('{"modelConfiguration": {}, "completions": {}}', "MC358", 1),
        ('{"sourcegraph": null}', "MC358", 1),
        ('{"cody.enabled": true, "licenseKey": "canary"}', "MC358", 1),
        ('{"completions": {"provider": "google", "accessToken": "canary"}}', "MC358", 1),
        ('{"cody.enabled": true, "completions": {"provider": "google"}}', "MC352", 1),
        ('{"cody.enabled": true, "completions": {"provider": "googel", "accessToken": "canary"}}', "MC104", 1),
        ('{"cody.enabled": true, "completions": {"accessToken": "canary", "accessToken": "canary"}}', "MC004", 1),
        ('{"completions": canary}', "MC003", 2),
        ("[]", "MC101", 2),
    ],
)
def test_the_reason_is_reported_if_conversion_is_not_possible(text: str, code: str, exit_code: int) -> None:
    done = run("convert", "-", stdin=text)
    assert done.exit_code == exit_code
    assert done.stdout == ""
    assert f"error[{code}]" in done.stderr
    assert "canary" not in done.stderr


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_credential_of_any_case_is_printed(case: Path) -> None:
    done = run("convert", str(case / "site.json"))
    # An ARN is not a credential, and the configuration needs it.
    assert "canary" not in done.output.replace("provisioned-model/canary", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_merging_gives_the_same_result_before_and_after_conversion(case: Path) -> None:
    site = json.loads((case / "site.json").read_bytes())
    converted = convert_site(site).configuration
    if converted is None or site.get("completions") is None or has_errors(check_structure(site)):
        return
    before, after = merge_site(BASE, site), merge_site(BASE, {"cody.enabled": True, "modelConfiguration": converted})
    assert before.document is not None
    assert not has_errors(after.problems)
    assert before.document == after.document
    assert before.document["defaultModels"].items() >= converted["defaultModels"].items()
