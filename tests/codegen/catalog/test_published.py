"""What `python -m codegen config --publish` records, and how the next build compares with it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest

from modelconfig.schema.validator import embedded_validator
from tests.codegen.catalog.config_command import change_content, edit, revisions, run, state

if TYPE_CHECKING:
    from pathlib import Path


def test_only_publishing_writes_what_is_published(home: Path) -> None:
    run()
    assert not (home / "catalog/published.json").exists()
    assert "catalog/published.json" in run("--publish").stdout
    content = (home / "models.json").read_bytes()
    published = json.loads((home / "catalog/published.json").read_bytes())
    assert embedded_validator("catalog-published").problems(published) == []
    assert (published["revision"], published["digest"]) == ("2026-11-22.1", hashlib.sha256(content).hexdigest())
    assert [model["modelRef"] for model in published["models"]] == ["acme::v1::large", "acme::v1::small"]
    before = state(home)
    assert "is up to date" in run("--publish", day="2027-01-01").stdout
    assert state(home) == before
    change_content(home)
    for arguments in ((), ("--check",), ("--dry-run",), ("--output", "other.json")):
        run(*arguments)
    assert (home / "catalog/published.json").read_bytes() == before["catalog/published.json"]


def test_undoing_a_change_gives_the_published_content_with_a_newer_revision(home: Path) -> None:
    run("--publish")
    change_content(home)
    run()
    edit(home / "catalog/providers/acme.yaml", "displayName: Larger", "displayName: Large")
    run()
    assert revisions(home) == ("2026-11-22.2", "2026-11-22.2")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "error[MC007]"),
        ("[]", "error[MC101]"),
        ('{"revision": "2026-11-22.1"', "error[MC003]"),
        ('{"revision": "2026-11-22.1", "digest": "0", "models": []}', "error["),
        ('{"revision": "2026-11-22.1", "digest": "%s", "models": [{"modelRef": "a", "status": "gone"}]}', "error["),
    ],
)
def test_an_invalid_file_of_the_published_document_is_reported(home: Path, content: str, expected: str) -> None:
    (home / "catalog/published.json").write_text(content.replace("%s", "0" * 64), "utf-8")
    before = state(home)
    result = run()
    assert result.exit_code in {1, 2}
    assert "catalog/published.json:1:" in result.stdout
    assert expected in result.stdout
    assert state(home) == before


def test_a_published_revision_that_is_no_day_is_older_than_every_other(home: Path) -> None:
    run("--publish")
    edit(home / "catalog/published.json", "2026-11-22.1", "2026-02-30.1")
    change_content(home)
    run()
    assert revisions(home) == ("2026-11-22.1", "2026-11-22.1")


def test_a_model_is_removed_after_it_was_published_as_deprecated(home: Path) -> None:
    run("--publish")
    path = home / "catalog/providers/acme.yaml"
    head, large, small = (
        path.read_text("utf-8").partition("  - id: large")[0],
        *path.read_text("utf-8").split("  - id: ")[1:],
    )
    kept = head + "  - id: " + large
    with_deprecated = kept + "  - id: " + small.replace("status: stable", "status: deprecated")
    edit(home / "catalog/catalog.yaml", "codeCompletion: acme::v1::small", "codeCompletion: acme::v1::large")
    edit(path, "capabilities: [chat, edit]", "capabilities: [autocomplete, chat, edit]")
    kept, with_deprecated = (
        text.replace("[chat, edit]", "[autocomplete, chat, edit]") for text in (kept, with_deprecated)
    )
    path.write_text(kept, "utf-8")
    result = run()
    assert result.exit_code == 1
    assert re.search(r"catalog/published\.json:\d+:\d+: error\[MC281\]", result.stdout)
    path.write_text(with_deprecated, "utf-8")
    assert run("--publish").exit_code == 0
    path.write_text(kept, "utf-8")
    result = run("--publish")
    assert result.exit_code == 0
    assert "acme::v1::small" not in (home / "catalog/published.json").read_text("utf-8")
