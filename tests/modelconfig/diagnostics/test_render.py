"""Reports: the four formats, marks below wide characters and in long lines, and no credentials."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.credentials import named_like_credential
from modelconfig.diagnostics.excerpt import MAX_WIDTH, excerpt
from modelconfig.diagnostics.problem import Problem, RelatedLocation, Severity, error, in_file, related, warning
from modelconfig.diagnostics.render.formats import FORMATS, render
from modelconfig.diagnostics.render.redaction import mask_for, mask_values
from modelconfig.diagnostics.render.text import summary
from modelconfig.jsontext.positions import locate_problems

SOURCE = '{\n\t"teir": "free",\n  "日本": "x"\n}\n'
UNKNOWN = replace(
    error("MC103", 'unknown property "teir"', hint='Did you mean "tier"?', pointer="/teir"),
    file="a b/m,o:d.json",
    line=2,
    column=2,
)
WIDE = replace(warning("MC010", "odd 100%\nnext"), file="a b/m,o:d.json", line=3, column=9)
WHOLE = replace(error("MC001", "cannot read this file"), file="none.json")


def test_text_shows_location_line_mark_and_hint() -> None:
    expected = """\
a b/m,o:d.json:2:2: error[MC103] unknown property "teir"
    2 |  "teir": "free",
      |  ^^^^^^
  = Did you mean "tier"?
a b/m,o:d.json:3:9: warning[MC010] odd 100%\\nnext
    3 |   "日本": "x"
      |           ^^^
none.json: error[MC001] cannot read this file
"""
    assert render([UNKNOWN, WIDE, WHOLE], "text", sources={"a b/m,o:d.json": SOURCE}) == expected


def test_text_has_colours_only_on_request() -> None:
    plain = render([UNKNOWN], "text", sources={UNKNOWN.file: SOURCE})
    coloured = render([UNKNOWN], "text", sources={UNKNOWN.file: SOURCE}, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[MC103]\x1b[0m" in coloured


def test_json_has_the_nine_properties() -> None:
    found = json.loads(render([UNKNOWN, WHOLE], "json"))
    assert found[0] == UNKNOWN.to_json()
    assert list(found[1]) == ["code", "severity", "message", "hint", "file", "line", "column", "pointer", "related"]
    assert json.loads(render([], "json")) == []


def test_github_commands_are_escaped() -> None:
    first, second, third = render([UNKNOWN, WIDE, WHOLE], "github").splitlines()
    assert first == (
        "::error file=a b/m%2Co%3Ad.json,line=2,col=2,title=MC103 unknown-property::"
        'unknown property "teir"%0ADid you mean "tier"?'
    )
    assert second.endswith("::odd 100%25%0Anext")
    assert third.startswith("::error file=none.json,title=MC001 unreadable-file::")


def test_sarif_has_the_properties_that_scanners_need() -> None:
    log = json.loads(render([UNKNOWN, WIDE, WHOLE, UNKNOWN], "sarif"))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["MC001", "MC010", "MC103"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
    location = run["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/m,o%3Ad.json"
    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 2}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "/teir"}]
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]


def test_related_locations_are_in_every_format() -> None:
    first = RelatedLocation(description="first value", file="a b/m,o:d.json", line=1, column=2, pointer="/teir")
    unknown_position = RelatedLocation(description="other\nfile", file="b.json", pointer="/x")
    problem = replace(UNKNOWN, related=(first, unknown_position))
    assert render([problem], "text").splitlines()[1:] == [
        "  = a b/m,o:d.json:1:2: first value",
        "  = b.json#/x: other\\nfile",
        '  = Did you mean "tier"?',
    ]
    assert json.loads(render([problem], "json"))[0]["related"] == [
        {"description": "first value", "file": "a b/m,o:d.json", "line": 1, "column": 2, "pointer": "/teir"},
        {"description": "other\nfile", "file": "b.json", "line": None, "column": None, "pointer": "/x"},
    ]
    assert "%0Aa b/m,o:d.json:1:2: first value%0Ab.json#/x: other" in render([problem], "github")
    result = json.loads(render([problem], "sarif"))["runs"][0]["results"][0]
    assert result["relatedLocations"][0] == {
        "id": 1,
        "message": {"text": "first value"},
        "physicalLocation": {
            "artifactLocation": {"uri": "a%20b/m,o%3Ad.json"},
            "region": {"startLine": 1, "startColumn": 2},
        },
        "logicalLocations": [{"fullyQualifiedName": "/teir"}],
    }
    assert result["relatedLocations"][1]["id"] == 2


def test_related_locations_get_file_and_position_like_the_problem() -> None:
    problem = error("MC109", "twice", pointer="/a/1", related=(related("first item", "/a/0"),))
    [located] = in_file(locate_problems([problem], '{"a": [1,\n1]}'), "a.json")
    assert (located.file, located.line, located.column) == ("a.json", 2, 1)
    [first] = located.related
    assert (first.file, first.line, first.column, first.pointer) == ("a.json", 1, 8, "/a/0")


def test_sarif_names_an_absolute_file_by_its_uri() -> None:
    log = json.loads(render([replace(WHOLE, file="/x y/ü.json")], "sarif"))
    location = log["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "file:///x%20y/%C3%BC.json"


def test_an_unknown_format_is_rejected() -> None:
    with pytest.raises(ValueError, match="text, json, github, sarif"):
        render([], "xml")


@pytest.mark.parametrize("name", FORMATS)
def test_reports_without_problems_are_empty(name: str) -> None:
    assert name in ("json", "sarif") or render([], name) == ""


def test_summary_counts() -> None:
    assert summary([UNKNOWN, WIDE, WHOLE], "2 files") == "2 errors and 1 warning in 2 files"
    assert summary([], "1 file") == "no problems in 1 file"


@given(st.text(), st.integers(-1, 300))
def test_an_excerpt_is_one_printable_line_above_a_mark(line: str, column: int) -> None:
    shown, marks = excerpt(line * 40, 1, column)
    assert shown == shown.rstrip()
    assert shown.isprintable()
    assert marks.strip(" ").strip("^") == ""
    assert "^" in marks
    assert len(shown) <= MAX_WIDTH + 2


def test_a_mark_covers_a_whole_token_or_one_space() -> None:
    assert excerpt('{"name":   1}', 1, 2)[1] == " ^^^^^^"
    assert excerpt('{"name":   1}', 1, 9)[1] == "        ^"
    assert excerpt("in: acme::v1::larger-latest  # YAML", 1, 5)[1] == "    " + "^" * len("acme::v1::larger-latest")


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_the_mark_is_below_its_column_in_long_lines(before: int, after: int) -> None:
    shown, marks = excerpt("a" * before + "[#]" + "b" * after, 1, before + 2)
    assert shown[marks.index("^")] == "#"


def test_a_location_without_a_file_is_written_as_words() -> None:
    problem = replace(error("MC003", "a message"), line=2, column=5)
    assert render([problem], "text") == "line 2, column 5: error[MC003] a message\n"


def test_a_comment_about_tokens_hides_only_itself() -> None:
    mask = mask_for("# Token of a canary\nname: value\n")
    assert mask("name: value", 2) == "name: value"
    assert "canary" not in mask("accessToken: canary", 1)
    assert mask_for("name: value\naccessToken: canary")("name: value", 1) == mask_values("name: value", 1)


def test_a_line_with_many_problems_is_masked_once() -> None:
    masked = []

    def mask(line: str, number: int) -> str:
        masked.append(number)
        return "*" * len(line)

    problems = [replace(UNKNOWN, line=1, column=column) for column in (2, 50, 900)]
    sources = {UNKNOWN.file: "[" + "1, " * 1000 + "1]"}
    assert render(problems, "text", sources=sources, masks={UNKNOWN.file: mask}).count("    1 | ") == 3
    assert masked == [1]


def test_a_mask_is_called_with_the_line_and_its_number() -> None:
    problem = replace(UNKNOWN, column=10)
    text = render(
        [problem],
        "text",
        sources={UNKNOWN.file: SOURCE},
        masks={UNKNOWN.file: lambda line, number: f"{number}" * len(line)},
    )
    assert "    2 | " + "2" * 16 in text
    assert "free" not in text


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ('"accessToken": "canary", "n": 12, "b": true', '"accessToken": "******", "n": 12, "b": true'),
        ('"a\\"b": "c\\"d" , x', '"a\\"b": "****" , *'),
        ('  "endless', '  "*******'),
        ('"a": 12canary, -3.5', '"a": ********, -3.5'),
        ("token canary-1", "***** ********"),
        ('["a" : 1]', '["a" : 1]'),
        ("1, // key canary", "1, ** *** ******"),
        ("/* true */ 1", "** **** ** 1"),
        ('""', '""'),
    ],
)
def test_masking_hides_values_and_keeps_names(line: str, shown: str) -> None:
    assert mask_values(line, 1) == shown


@given(st.text(alphabet='"\\:, ab[]{}\t'))
def test_masking_keeps_length(line: str) -> None:
    assert len(mask_values(line, 1)) == len(line)


@pytest.mark.parametrize(
    "text",
    [
        '{"accessToken": 1}',
        '{"API_KEY"',
        "https://user:canary@host",
        "sgp_0123456789abcdef",
        '"serverSideConfig"',
        '{"refreshToken": 1}',
        '{"clientSecret"',
        '{"accessKey": 1}',
        '{"token": 1}',
        "Bearer",
        "license-key",
        "ghu_0123456789ab",
    ],
)
def test_a_text_that_may_contain_credentials_is_masked(text: str) -> None:
    assert mask_for(text) is mask_values
    problem = replace(UNKNOWN, line=1, column=1)
    assert "canary" not in render([problem], "text", sources={UNKNOWN.file: '"' + text + " canary"})


_NAMES = "access auth bearer refresh secret".split(), "api access private secret license licence".split()
NAMED_LIKE_CREDENTIALS = [
    *(
        "token",
        "authorization",
        "basic-auth",
        "password",
        "Passwd",
        "passphrase",
        "credential",
        "credentials",
        "secret",
    ),
    *(f"{first}{joint}token" for first in _NAMES[0] for joint in ("", "_", "-")),
    *(f"{first}{joint}key" for first in _NAMES[1] for joint in ("", "_", "-")),
    *("clientSecret", "X-API-KEY", "providerAccessToken", "dbPassword"),
]


@pytest.mark.parametrize("name", NAMED_LIKE_CREDENTIALS)
@pytest.mark.parametrize("text", ['{"NAME": "canary", "x": }', '{"NAME" "canary"', "{NAME: canary}", "NAME=canary x"])
def test_no_excerpt_shows_the_value_of_a_credential_by_name(name: str, text: str) -> None:
    assert named_like_credential(name)
    problem = replace(UNKNOWN, line=1, column=1)
    shown = render([problem], "text", sources={UNKNOWN.file: text.replace("NAME", name)})
    assert "canary" not in shown


@pytest.mark.parametrize("text", ['{"maxInputTokens": 1}', '{"modelName": "deepseek-v3"}', "me@example.com"])
def test_an_ordinary_text_is_shown(text: str) -> None:
    assert mask_for(text)(text, 1) == text


@given(
    st.builds(
        Problem,
        code=st.just("MC001"),
        severity=st.sampled_from(Severity),
        message=st.text(),
        hint=st.text(),
        file=st.text(),
        pointer=st.text(),
    )
)
def test_any_problem_has_the_number_of_lines_of_the_format(problem: Problem) -> None:
    assert len(render([problem], "text").splitlines()) == 1 + bool(problem.hint)
    assert len(render([problem], "github").split("\n")) == 2
    assert json.loads(render([problem], "json"))[0]["message"] == problem.message
    json.loads(render([problem], "sarif"))
