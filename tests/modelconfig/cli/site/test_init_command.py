"""`modelconfig site init`: each start passes `site check`, and no file is replaced by mistake."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from modelconfig.analysis.check import evaluate_site
from modelconfig.analysis.ending_models import ending_models
from modelconfig.cli.site.site_init_command import STARTS
from modelconfig.documents.loader import load_document
from modelconfig.documents.revisions import parse
from modelconfig.schema.embedded import embedded
from modelconfig.site.site_file import parse_site
from tests.helpers.command_line import run

if TYPE_CHECKING:
    from pathlib import Path

KINDS = sorted(file.stem for file in STARTS.iterdir())


def provider_types() -> set[str]:
    definitions = embedded("site")["$defs"]
    branches = (definitions[one["$ref"].rpartition("/")[2]] for one in definitions["SiteProviderConfig"]["oneOf"])
    return {branch["properties"]["type"]["const"] for branch in branches}


def test_each_type_of_provider_has_a_start_that_the_help_names() -> None:
    assert {*KINDS} == provider_types() | {"self-hosted"}
    text = run("site", "init", "--help").stdout
    assert all(kind in text for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_start_has_no_problems_and_names_models_that_live(kind: str, tmp_path: Path) -> None:
    output = tmp_path / "site.jsonc"
    assert run("site", "init", kind, "--output", output).returncode == 0
    checked = run("site", "check", output, "--warnings-as-errors")
    assert (checked.returncode, checked.stdout) == (0, "")
    text = output.read_text("utf-8")
    assert run("site", "init", kind).stdout == text
    site, _ = parse_site(text)
    assert site is not None
    base = load_document()
    revision = parse(base["revision"])
    assert ending_models(base, site.value, revision.day if revision else date.max) == []
    merged = evaluate_site(base, site.value).merged
    assert merged is not None
    providers = site.value["modelConfiguration"]["providerOverrides"]
    used = {provider["serverSideConfig"]["type"] for provider in providers}
    assert used == {"openaicompatible" if kind == "self-hosted" else kind}
    assert text.count("//") > 3


def test_a_file_is_replaced_only_with_force(tmp_path: Path) -> None:
    output = tmp_path / "site.jsonc"
    output.write_text("mine", "utf-8")
    result = run("site", "init", "openai", "--output", output)
    assert result.returncode == 1
    assert "error[MC359]" in result.stderr
    assert output.read_text("utf-8") == "mine"
    assert run("site", "init", "openai", "--output", output, "--force").returncode == 0
    written = output.read_text("utf-8")
    assert '"openai"' in written
    # The same content may be written again.
    assert run("site", "init", "openai", "--output", output).returncode == 0
    assert output.read_text("utf-8") == written


@pytest.mark.parametrize("arguments", [("cohere",), ("openai", "--force"), ()])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run("site", "init", *arguments).returncode == 2


@pytest.mark.parametrize("output", ["missing/site.jsonc", "."])
def test_a_file_that_cannot_be_written_is_reported(output: str, tmp_path: Path) -> None:
    result = run("site", "init", "openai", "--output", tmp_path / output)
    assert result.returncode == 2
    assert "error[MC011]" in result.stderr
