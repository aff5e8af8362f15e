"""What excerpts show: equal length, known names, values at public places, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.site.masking import mask_of, masked
from modelconfig.site.property_names import is_safe_name, safe_pointer, shown_name

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
        '{"modelOverrides": [{"displayName" /* */ : "%s"}]}',
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
def test_any_text_keeps_its_length_and_lines(text: str) -> None:
    assert [len(line) for line in masked(text).split("\n")] == [len(line) for line in text.split("\n")]
    mask = mask_of(text)
    for number, line in enumerate(text.split("\n"), start=1):
        assert len(mask(line.rstrip("\r"), number)) == len(line.rstrip("\r"))


def test_names() -> None:
    assert all(
        map(is_safe_name, ["accessToken", "acessToken", "tier", "tipe", "modelOveride", "dispalyNmae", "0", "1234"])
    )
    assert not any(
        map(is_safe_name, [SECRET, "hunter", "sk-abcdef", "accessToken1", "12345678", "", "accessTokenhunter"])
    )
    assert safe_pointer(f"/modelConfiguration/{SECRET}/id") == "/modelConfiguration"
    assert shown_name("a::b::c") == '"a::b::c"'
    assert SECRET not in shown_name(f"https://u:{SECRET}@h")
