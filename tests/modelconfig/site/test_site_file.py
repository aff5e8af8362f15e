"""Parsing site configurations: comments, trailing commas, the two shapes, and correct locations in all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.problem import related, warning
from modelconfig.jsontext.comments import strip_comments
from modelconfig.site.site_file import parse_site, read_site

if TYPE_CHECKING:
    from pathlib import Path

COMMENTED = """{
  // "modelConfiguration": null,
  "modelConfiguration": { /* two
  lines */ "sourcegraph": { "endpoint": "https://a.example.com/*x*/", },
    "modelOverrides": [ { "modelRef": "a::b::c", }, ], // the end, "quoted"
  },
}
"""


def test_comments_and_trailing_commas_are_read() -> None:
    file, problems = parse_site(COMMENTED, "site.jsonc")
    assert problems == []
    assert file is not None
    assert file.value["modelConfiguration"] == {
        "sourcegraph": {"endpoint": "https://a.example.com/*x*/"},
        "modelOverrides": [{"modelRef": "a::b::c"}],
    }
    place = file.place([warning("MC103", "x", pointer="/modelConfiguration/modelOverrides/0/modelRef")])[0]
    assert (place.file, place.line, place.column) == ("site.jsonc", 5, 39)


@given(st.text(alphabet='{}[],:"\\/* \n\rabc1é😀', max_size=60))
def test_stripping_comments_keeps_length_and_line_breaks(text: str) -> None:
    after = strip_comments(text)
    assert len(after) == len(text)
    assert all(now == was or (now == " " and was not in "\r\n") for now, was in zip(after, text, strict=True))


texts = st.text('{}[],:"\\/* \n\réa', max_size=6)


@given(st.recursive(st.none() | texts, lambda v: st.lists(v, max_size=3) | st.dictionaries(texts, v, max_size=3)))
def test_json_is_not_changed(value: object) -> None:
    for text in (json.dumps(value), json.dumps(value, indent=1, ensure_ascii=False)):
        assert strip_comments(text) == text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["MC007"]),
        ("[]", ["MC101"]),
        ('"x"', ["MC101"]),
        ("{", ["MC003"]),
        ("[,]", ["MC003"]),
        ('{"a": [1,,]}', ["MC003"]),
        ('{"a": 1 /* open', ["MC003"]),
        ('{"a": 1} // fine', []),
        ('{"a": 1} x', ["MC003"]),
        ('{"a": 1, # no\n}', ["MC003"]),
        ('{"licenseKey": "a", "licenseKey": "b"}', ["MC004"]),
        ('{"a": NaN}', ["MC005"]),
        ("[" * 101 + "]" * 101, ["MC006"]),
        ('{"modelconfig": {}}', ["MC301"]),
    ],
)
def test_problems(text: str, codes: list[str]) -> None:
    file, problems = parse_site(text, "f")
    assert [one.code for one in problems] == codes
    assert all(one.file == "f" and one.line is not None for one in problems)
    readable = not codes or codes[0] in {"MC004", "MC301"}
    assert (file is not None) is readable


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("{}", False),
        ('{"externalURL": "https://a"}', False),
        ('{"sourcegraph": null}', True),
        ('{"systemPreInstruction": "x", "other": 1}', True),
        ('{"sourcegraph": null, "modelConfiguration": null}', False),
        ('{"modelOverrides": [], "completions": null}', False),
        ('{"modelOverrides": [], "cody.enabled": true}', False),
        ('{"modelOverrides": [], "licenseKey": ""}', False),
    ],
)
def test_shapes(text: str, bare: bool) -> None:  # noqa: FBT001  # a value of the table
    file, _ = parse_site(text)
    assert file is not None
    assert file.bare is bare
    assert file.value == ({"modelConfiguration": json.loads(text)} if bare else json.loads(text))


def test_locations_of_a_bare_file_are_those_of_the_file() -> None:
    file, _ = parse_site('{"sourcegraph": {"endpoint": "x"}}', "f")
    assert file is not None
    assert file.in_file("/modelConfiguration/sourcegraph/endpoint") == "/sourcegraph/endpoint"
    assert file.in_file("/modelConfiguration") == file.in_file("/licenseKey") == file.in_file("") == ""
    problem = warning(
        "MC330",
        "x",
        pointer="/modelConfiguration/sourcegraph",
        related=(related("first", "/modelConfiguration/sourcegraph/endpoint"),),
    )
    placed = file.place([problem])[0]
    assert (placed.pointer, placed.column) == ("/sourcegraph", 17)
    assert (placed.related[0].pointer, placed.related[0].column) == ("/sourcegraph/endpoint", 30)


def test_names_that_may_be_credentials_are_not_shown() -> None:
    text = '{"modelConfiguration": {"hunter2hunter2hunter2": 1, "hunter2hunter2hunter2": 2, "a": [], "a": []}}'
    file, problems = parse_site(text)
    assert file is not None
    assert [(one.code, one.pointer) for one in problems] == [
        ("MC004", "/modelConfiguration"),
        ("MC004", "/modelConfiguration/a"),
    ]
    assert "hunter" not in repr(problems)


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    file, problems = read_site(path)
    assert file is None
    assert [one.code for one in problems] == ["MC001"]
    path.write_bytes(b'\xef\xbb\xbf{"sourcegraph": null}')
    file, problems = read_site(path)
    assert file is not None
    assert file.bare
    assert [one.code for one in problems] == ["MC010"]
