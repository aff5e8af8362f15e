"""The administrators' page: each example is a file, is shown unchanged, has no problem and can be merged."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from modelconfig.schema.embedded import embedded_bytes
from modelconfig.site.site_file import parse_site

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "administrators.md"
EXAMPLES = sorted((ROOT / "docs" / "examples" / "site").iterdir())
SETTINGS = ROOT / "docs" / "examples" / "vscode" / "settings.json"
SHOWN = re.compile(r"\]\((?P<file>examples/[^)]*)\)\)?:\n\n```jsonc?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PLACEHOLDER = re.compile(r"YOUR-[A-Z]+(?:-[A-Z]+)*")


def filled_in(example: Path) -> str:
    """Return an example with a value in place of each placeholder."""
    return PLACEHOLDER.sub("7f3c9e1b", example.read_text("utf-8"))


def value(example: Path) -> dict[str, Any]:
    site, problems = parse_site(filled_in(example), example.name)
    assert site is not None, problems
    return site.value


def site(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "modelconfig", "site", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the examples with a value in place of each placeholder."""
    folder = tmp_path_factory.mktemp("site")
    for example in EXAMPLES:
        (folder / example.name).write_text(filled_in(example), "utf-8")
    return sorted(folder.iterdir())


def test_the_page_shows_each_file_unchanged() -> None:
    shown = {found["file"]: found["text"] for found in SHOWN.finditer(PAGE.read_text("utf-8"))}
    expected = {path.relative_to(PAGE.parent).as_posix(): path.read_text("utf-8") for path in [*EXAMPLES, SETTINGS]}
    assert shown == expected
    assert {example.suffix for example in EXAMPLES} == {".jsonc"}


def test_the_page_has_no_other_configuration() -> None:
    text = PAGE.read_text("utf-8")
    assert text.count("```json") == len(SHOWN.findall(text))


def test_check_reports_no_problem(files: list[Path]) -> None:
    finished = site("check", "--warnings-as-errors", *files)
    assert (finished.returncode, finished.stdout) == (0, "")
    assert f"no problems in {len(EXAMPLES)} files" in finished.stderr


def test_check_reports_the_placeholders() -> None:
    finished = site("check", "--format", "json", *EXAMPLES)
    found = {(problem["file"], problem["code"]) for problem in json.loads(finished.stdout)}
    secret, address = '"(?:licenseKey|accessToken)": "YOUR-', '"https://YOUR-'
    expected = {
        (str(path), code)
        for path in EXAMPLES
        for code, pattern in (("MC315", secret), ("MC340", address))
        if re.search(pattern, path.read_text("utf-8"))
    }
    assert {code for _, code in expected} == {"MC315", "MC340"}
    assert found == expected


@pytest.mark.parametrize("view", ["client", "server"])
def test_each_is_merged(view: str, files: list[Path]) -> None:
    for file in files:
        finished = site("render", file, "--view", view)
        assert (finished.returncode, finished.stderr) == (0, ""), file.name
        assert json.loads(finished.stdout)["models"]
        assert "7f3c9e1b" not in finished.stdout.replace("https://7f3c9e1b.openai", "")


def schema(name: str) -> dict[str, Any]:
    """Return a published schema."""
    found: dict[str, Any] = json.loads(embedded_bytes(f"schema/{name}"))
    return found


def printed(*arguments: str) -> jsonschema.Draft202012Validator:
    """Return a validator with the schema that a command prints."""
    command = [sys.executable, "-m", "modelconfig", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return jsonschema.Draft202012Validator(json.loads(done.stdout))


def test_the_schema_for_editors_is_printed_and_accepts_each_example() -> None:
    (entry,) = json.loads(SETTINGS.read_text("utf-8"))["json.schemas"]
    assert f"modelconfig site schema > {entry['url'].removeprefix('./')}" in PAGE.read_text("utf-8")
    whole, part = printed("site", "schema"), printed("schema", "site-model-configuration")
    for example in EXAMPLES:
        assert whole.is_valid(value(example)), example.name
        assert part.is_valid(value(example)["modelConfiguration"]), example.name


def test_the_schema_for_editors_rejects_a_misspelt_property() -> None:
    document: dict[str, Any] = {"modelConfiguration": {"modelOverride": []}}
    assert not printed("site", "schema").is_valid(document)
    assert not printed("schema", "site-model-configuration").is_valid(document["modelConfiguration"])


def test_each_kind_of_provider_is_named() -> None:
    text = PAGE.read_text("utf-8")
    union = schema("site.json")["$defs"]["SiteProviderConfig"]["oneOf"]
    names = [branch["$ref"].rpartition("/")[2] for branch in union]
    tags = [schema("site.json")["$defs"][name]["properties"]["type"]["const"] for name in names]
    assert [tag for tag in tags if f"`{tag}`" not in text and f'"{tag}"' not in text] == []


def test_each_code_on_the_page_is_explained() -> None:
    codes = set(re.findall(r"MC\d{3}", PAGE.read_text("utf-8")))
    assert codes
    assert [code for code in codes if not (ROOT / f"src/modelconfig/diagnostics/explanations/{code}.md").exists()] == []
