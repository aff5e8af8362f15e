"""VS Code with the published schema in a site configuration: problems, descriptions and completions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.typescript.compiling import HERE, Toolchain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROOT = HERE.parents[1]
EXAMPLES = sorted((ROOT / "docs" / "examples" / "site").glob("*.jsonc"))
SCHEMAS = ROOT / "generated" / "schema"

Answers = dict[str, dict[str, Any]]


@pytest.fixture(scope="session")
def ask(toolchain: Toolchain) -> Callable[..., Answers]:
    """Return a function that returns the editor's results for files under a schema, by file name."""

    def answer(schema: str, *files: Path) -> Answers:
        script = HERE / "json_service.cjs"
        done = toolchain.run(script, toolchain.modules, SCHEMAS / schema, *files, folder=ROOT)
        assert done.returncode == 0, done.stderr
        results: dict[str, Any] = json.loads(done.stdout)
        return {file.name: results[str(file)] for file in files}

    return answer


def test_examples_have_no_problem(ask: Callable[..., Answers]) -> None:
    assert EXAMPLES
    answers = ask("site.json", *EXAMPLES)
    assert {name: answer["problems"] for name, answer in answers.items()} == {file.name: [] for file in EXAMPLES}


def test_properties_and_values_have_descriptions(ask: Callable[..., Answers]) -> None:
    definitions = json.loads((SCHEMAS / "site.json").read_text("utf-8"))["$defs"]
    (shown,) = ask("site.json", ROOT / "docs/examples/site/filters.jsonc").values()
    hovers = {text: words.replace("\\", "") for text, words in shown["hovers"].items()}
    assert hovers["allow"] == definitions["ModelFilters"]["properties"]["allow"]["description"]
    statuses = {value["const"]: value["description"] for value in definitions["ModelStatus"]["oneOf"]}
    assert hovers["stable"].startswith(statuses["stable"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"modelConfiguration": {"⁇"}}', {"sourcegraph", "providerOverrides", "modelOverrides", "defaultModels"}),
        ('{"modelConfiguration": {"sourcegraph": {"modelFilters": {"statusFilter": ["⁇"]}}}}', {'"stable"', '"beta"'}),
        (
            '{"modelConfiguration": {"providerOverrides": [{"serverSideConfig": {"type": "⁇"}}]}}',
            {'"anthropic"', '"awsBedrock"', '"azureOpenAI"', '"openaicompatible"'},
        ),
    ],
)
def test_valid_names_and_values_are_completed(
    text: str, expected: set[str], ask: Callable[..., Answers], tmp_path: Path
) -> None:
    file = tmp_path / "site.json"
    file.write_text(text, "utf-8")
    ((offered,),) = (answer["completions"] for answer in ask("site.json", file).values())
    assert expected <= set(offered)


def test_a_misspelt_name_is_a_problem_only_with_the_strict_schema(ask: Callable[..., Answers], tmp_path: Path) -> None:
    file = tmp_path / "site.json"
    file.write_text('{"modelConfiguration": {"modelOverride": []}, "another": 1}', "utf-8")
    (strict,) = ask("site.json", file)["site.json"]["problems"]
    assert "modelOverride" in strict
    assert ask("site.consumer.json", file)["site.json"]["problems"] == []


def test_the_bare_value_has_a_separate_schema(ask: Callable[..., Answers], tmp_path: Path) -> None:
    file = tmp_path / "bare.jsonc"
    file.write_text('{"sourcegraph": null, "modelOverride": []}', "utf-8")
    (problem,) = ask("site-model-configuration.json", file)["bare.jsonc"]["problems"]
    assert "modelOverride" in problem
