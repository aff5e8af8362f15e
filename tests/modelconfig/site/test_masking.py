"""Masked excerpts: they keep the length, and show only known names and public values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.credentials import may_be_credential_name
from modelconfig.diagnostics.phrases import quote, quote_name
from modelconfig.jsontext.pointers import safe_pointer
from modelconfig.site.masking import mask_of, masked
from modelconfig.site.structure import check_structure

SECRET = "Zq7xKw3vPn5bTd9m"


@pytest.mark.parametrize(
    "text",
    [
        '{"licenseKey": "%s"}',
        '{"licenseKey": "%s',
        '{"licenseKey": %s}',
        '{"licensKey": "%s"}',
        '{"%s": "licenseKey"}',
        '{"sourcegraph": {"accessToken": "%s", "endpoint": "https://u:%s@h/?%s"}}',
        '{"modelConfiguration": {"sourcegraph": {"modelFilters": {"allow": ["a" "%s"]}}}}',
        '{"modelConfiguration": {"sourcegraph": {"modelFilters": {"allow": ["a", "accessToken": "%s", "%s"',
        '{"modelOverrides": [{"displayName": "https://u:%s#@h"}]}',
        '{"providerOverrides": [{"serverSideConfig" /* */ : {"endpoint": "%s"}}]}',
        '{"modelOverrides": [{"modelRef": {"x": "%s"}}]}',
        '{"modelOverrides": [{"tokn": ["%s"], "contextWindow": "%s"}]}',
        '{"providerOverrides": [{"serverSideConfig": {"type": "%s", "endpoints": [{"headers": {"a": "%s"}}]}}]}',
        '// %s\n{"a": 1 /* %s */, # %s\n "sourcegraph": "%s"}',
        "%s",
        '"%s"',
        '{"modelOverrides": [}, {"displayName": "%s"}]}',
        '{"systemPreInstruction": "%s", "externalURL": "%s"}',
    ],
)
def test_hidden(text: str) -> None:
    text = text.replace("%s", SECRET)
    for shape in (text, text.replace("\n", " "), text.replace(" ", "\n")):
        after = masked(shape)
        assert len(after) == len(shape)
        assert not any(SECRET[at : at + 3] in after for at in range(len(SECRET) - 2))


@pytest.mark.parametrize(
    "text",
    [
        '{"modelConfiguration": {"defaultModels": {"chat": "a::b::c"}, "sourcegraph": {"pollingInterval": "1d"}}}',
        '{"modelOverrides": [{"modelRef": "a::b::c", "contextWindow": {"maxInputTokens": 90}, "status": "stabel"}]}',
        '{"cody.enabled": true, "completions": {"chatModel": "x", "enabled": null}, "modelOverides": []}',
        '{"providerOverrides": [{"id": "p", "serverSideConfig": {"type": "openai", "acessToken": null}}]}',
    ],
)
def test_shown(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet='{}[],:"\\/*\n\r ab1-é', max_size=60))
def test_masking_keeps_length_and_lines(text: str) -> None:
    assert [len(line) for line in masked(text).split("\n")] == [len(line) for line in text.split("\n")]
    mask = mask_of(text)
    for number, line in enumerate(text.split("\n"), start=1):
        assert len(mask(line.rstrip("\r"), number)) == len(line.rstrip("\r"))


@pytest.mark.parametrize("text", ['{"a": "%s', '{"a": "%s"} x', "[%s"])
def test_invalid_text_shows_only_words_of_the_schema(text: str) -> None:
    assert masked(text.replace("%s", "chat")).count("chat") == text.startswith('{"a": "%s"}')
    assert "*" in masked(text.replace("%s", "large"))
    assert "large" not in masked(text.replace("%s", "large"))


def test_names_are_shown_only_in_valid_text() -> None:
    assert masked('{"hunter2": 1}') == '{"hunter2": *}'
    assert masked('{"hunter2": 1') == '{"*******": *'
    assert masked('{"modelOverrides": 1') == '{"modelOverrides": *'


@pytest.mark.parametrize("ref", [f"https://u:{SECRET}@h::v1::x", f"sk-{SECRET}::v1::ü"])
def test_no_part_of_a_reference_that_may_be_a_credential_is_shown(ref: str) -> None:
    problems = check_structure({"modelConfiguration": {"modelOverrides": [{"modelRef": ref}]}})
    assert [problem.code for problem in problems] == ["MC105"]
    assert SECRET not in repr(problems)


@pytest.mark.parametrize("name", [SECRET, f"sk-{SECRET}", f"https://u:{SECRET}@h", "0123456789abcde-", "é" * 14 + "a1"])
def test_names_that_may_be_credentials_are_hidden(name: str) -> None:
    assert may_be_credential_name(name)
    assert quote_name(name) == "(hidden)"
    assert safe_pointer(f"/modelConfiguration/{name.replace('/', '~1')}/id") == "/modelConfiguration"


@pytest.mark.parametrize(
    "name",
    ["accessToken", "perUserCodeCompletionsDailyLimit", "hunter2", "0", "1234567890123456", "a b c 1"],
)
def test_other_names_are_shown(name: str) -> None:
    assert quote_name(name) == f'"{name}"'
    assert safe_pointer(f"/modelConfiguration/{name}/id") == f"/modelConfiguration/{name}/id"


def test_values_that_may_be_credentials_are_never_quoted() -> None:
    assert quote("a::b::c") == '"a::b::c"'
    assert quote(f"https://u:{SECRET}@h") == quote(f"sk-{SECRET}") == "(hidden)"
    assert quote("https://u:" + "p" * 100 + "@h") == "(hidden)"
