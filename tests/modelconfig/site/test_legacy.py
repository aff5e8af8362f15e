"""Conversion of `completions` into `modelConfiguration`: cases by provider, and properties of any section."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelconfig.diagnostics.problem import has_errors
from modelconfig.documents.refs import sanitize_name
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from modelconfig.site.cody_settings import licence_token
from modelconfig.site.legacy.completions import input_tokens
from modelconfig.site.legacy.conversion import Converted, convert_site
from modelconfig.site.legacy.provider_defaults import LIMITS, PROVIDERS, USES
from tests.helpers.valid_value_strategies import ValidValues

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

CASES = sorted((Path(__file__).parents[2] / "cases" / "legacy").iterdir())
CHECKER = Checker({**embedded("site"), "$ref": "#/$defs/SiteModelConfiguration"})
SECTIONS = Checker(embedded("completions"))
NAMES = ["m", "M", "m_chat", "anthropic/m", "anthropic/", "/m", "a b/ü", "accounts/x/y", "claude-2", "é" * 99, "gpt-4o"]
BEDROCK_NAMES = ["anthropic.claude-v2:1", "anthropic.claude-v2:1/arn:aws:x/Y", "anthropic.claude-v2:1/", "/arn"]


def read(case: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((case / "site.json").read_bytes())
    return value


def written(problem: Problem) -> str:
    return f"{problem.severity}[{problem.code}] {problem.pointer}: {problem.message}. {problem.hint}"


def value_at(site: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        site = site[token]
    return site


def assert_usable_or_explained(site: dict[str, Any], converted: Converted) -> None:
    """Assert that an instance can use the result, or that a problem explains why no result exists."""
    if converted.configuration is None:
        assert converted.origins == {}
        return
    assert not has_errors(converted.problems)
    assert CHECKER.problems(converted.configuration) == []
    models = converted.configuration["modelOverrides"]
    refs = [model["modelRef"] for model in models]
    providers = [provider["id"] for provider in converted.configuration["providerOverrides"]]
    assert len(set(refs)) == len(refs)
    assert len(set(providers)) == len(providers)
    assert {ref.partition("::")[0] for ref in refs} == set(providers)
    assert set(converted.configuration["defaultModels"].values()) == set(refs)
    assert all(len(one["displayName"].encode()) <= 128 for one in converted.configuration["providerOverrides"] + models)
    assert "" in converted.origins
    for place, origin in converted.origins.items():
        value_at_list(converted.configuration, place)
        value_at(site, origin)


def value_at_list(value: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        value = value[int(token)] if isinstance(value, list) else value[token]
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    site = read(case)
    before = copy.deepcopy(site)
    converted = convert_site(site)
    assert site == before
    assert converted.configuration == json.loads((case / "converted.json").read_bytes())
    lines = [*converted.notes, *map(written, converted.problems)]
    assert lines == (case / "notes.txt").read_text("utf-8").splitlines()
    assert_usable_or_explained(site, converted)


@pytest.mark.parametrize("file", sorted(CASES[0].parent.glob("*/origins.json")), ids=lambda file: file.parent.name)
def test_each_value_has_the_location_that_it_comes_from(file: Path) -> None:
    assert convert_site(read(file.parent)).origins == json.loads(file.read_bytes())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_notes_and_problems_contain_no_credential(case: Path) -> None:
    converted = convert_site(read(case))
    output = "\n".join([*converted.notes, *map(written, converted.problems)])
    assert "canary" not in output


def test_every_provider_has_a_valid_case_and_some_case_has_a_problem() -> None:
    found = [(read(case), convert_site(read(case))) for case in CASES]
    working = {site.get("completions", {}).get("provider") for site, one in found if one.configuration is not None}
    assert set(PROVIDERS) <= working
    codes = {problem.code for _, one in found for problem in one.problems}
    assert codes == {f"MC35{number}" for number in range(8)} | {"MC247"}


TABLE = [
    ("anthropic", "claude-2", 12000),
    ("anthropic", "claude-2.0", 12000),
    ("anthropic", "claude-2.1", 12000),
    ("anthropic", "claude-v2", 12000),
    ("anthropic", "claude-3-haiku-20240307", 12000),
    ("anthropic", "claude-3-sonnet-20240229", 12000),
    ("anthropic", "claude-3-opus-20240229", 12000),
    ("anthropic", "claude-3-5-sonnet-20240620", 12000),
    ("anthropic", "claude-2-100k", 100000),
    ("anthropic", "claude-instant-1", 9000),
    ("anthropic", "claude-3-opus", 9000),
    ("anthropic", "claude-2.2", 9000),
    ("openai", "gpt-4", 7000),
    ("openai", "gpt-4-32k", 32000),
    ("openai", "gpt-3.5-turbo", 16000),
    ("openai", "gpt-3.5-turbo-16k", 16000),
    ("openai", "gpt-4o", 16000),
    ("openai", "gpt-4-turbo", 16000),
    ("openai", "gpt-4-turbo-preview", 16000),
    ("openai", "gpt-3.5-turbo-instruct", 4000),
    ("openai", "gpt-3x5-turbo", 4000),
    ("openai", "openai/gpt-4", 4000),
    ("fireworks", "accounts/fireworks/models/llama-v2-7b", 3000),
    ("fireworks", "accounts/fireworks/models/starcoder-16b", 6000),
    ("fireworks", "starcoder", 6000),
    ("fireworks", "starcoder-7b", 6000),
    ("fireworks", "mixtral", 4000),
    ("azure-openai", "gpt-4", 7000),
    ("azure-openai", "gpt-4o", 7000),
    ("google", "gemini-1.5-pro", 9000),
    ("aws-bedrock", "anthropic.claude-v2", 12000),
    ("aws-bedrock", "anthropic.claude-v2:1", 9000),
    ("aws-bedrock", "anthropic.claude-3-haiku-20240307/arn:aws:bedrock:x/claude-2", 12000),
    ("aws-bedrock", "anthropic.claude-v2-100k/arn", 100000),
    ("aws-bedrock", "claude-v2", 9000),
    ("sourcegraph", "anthropic/claude-2", 12000),
    ("sourcegraph", "anthropic/claude-instant-1.2-100k", 100000),
    ("sourcegraph", "openai/gpt-4o", 16000),
    ("sourcegraph", "openai/davinci", 4000),
    ("sourcegraph", "fireworks/starcoder", 9000),
    ("sourcegraph", "claude-2", 9000),
]


@pytest.mark.parametrize(("provider", "name", "tokens"), TABLE)
def test_input_tokens_by_name(provider: str, name: str, tokens: int) -> None:
    assert input_tokens(PROVIDERS[provider], name) == tokens


def test_tables_list_every_provider() -> None:
    for name, provider in PROVIDERS.items():
        assert set(provider.limits.values()) <= set(LIMITS)
        assert sanitize_name(provider.owner) == provider.owner
        assert provider.models.keys() == (set() if name == "azure-openai" else set(USES))
    assert all(rules[-1][0] == ".*" for rules in LIMITS.values())


def test_the_licence_s_token() -> None:
    assert licence_token("abc") == "slk_ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert licence_token("") == licence_token(" ") == ""


names = st.sampled_from(NAMES + BEDROCK_NAMES)
limits = st.sampled_from([0, 1, 2])
members = st.fixed_dictionaries(
    {"provider": st.sampled_from(sorted(PROVIDERS)), "accessToken": st.just("t"), "endpoint": st.just("us-west-2")},
    optional={
        member: strategy
        for model in ("chatModel", "fastChatModel", "completionModel")
        for member, strategy in ((model, names), (f"{model}MaxTokens", limits))
    }
    | {"model": names, "azureChatModel": names, "azureCompletionModel": names},
)


@given(members)
@settings(max_examples=300)
def test_any_combination_of_names_and_limits_gives_a_usable_result(section: dict[str, Any]) -> None:
    site = {"cody.enabled": True, "completions": section}
    converted = convert_site(site)
    assert_usable_or_explained(site, converted)
    assert (converted.configuration is None) == has_errors(converted.problems)
    assert convert_site(copy.deepcopy(site)) == converted


@given(ValidValues(embedded("completions")).documents(), st.sampled_from([True, False, None]), st.text() | st.none())
@settings(max_examples=300)
def test_whatever_the_schema_accepts_never_raises(section: Any, switch: bool | None, licence: str | None) -> None:  # noqa: FBT001  # drawn
    assert SECTIONS.problems(section) == []
    site = {"completions": section, "cody.enabled": switch, "licenseKey": licence}
    site = {name: value for name, value in site.items() if value is not None}
    assert_usable_or_explained(site, convert_site(site))


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v, max_size=2)), st.data()
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_properties_of_any_type_raise_nothing(value: Any, data: st.DataObject) -> None:
    member = data.draw(
        st.sampled_from(sorted(embedded("completions")["$defs"]["CompletionsConfiguration"]["properties"]))
    )
    provider = data.draw(st.sampled_from(sorted(PROVIDERS)))
    section = {"provider": provider, "accessToken": "t", "endpoint": "us-west-2", member: value}
    for site in ({"cody.enabled": True, "completions": section}, {"cody.enabled": value, "completions": value}):
        assert_usable_or_explained(site, convert_site(site))
