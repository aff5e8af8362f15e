"""Schema text as TypeScript."""

from __future__ import annotations

import json

import pytest

from codegen.targets.safe_text import json_literal
from codegen.targets.typescript.typescript_names import type_name
from codegen.targets.typescript.typescript_text import (
    WIDTH,
    code_span,
    doc_comment,
    line,
    property_name,
    template_literal,
)

HOSTILE = [
    "*/",
    "\\*/",
    "@tag",
    "`@internal` ops@internal.example",
    "a\n@tag",
    "{{ x }}",
    "\x00\x1b[31m",
    "\u202eright to left",
    "\ud800",
    "\u2028@tag",
    "/* //",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_cannot_end_a_comment(text: str) -> None:
    comment = doc_comment([text, text], [("deprecated", text)], "  ")
    assert comment.count("*/") == 1
    assert comment.endswith("*/")
    comment.encode("utf-8")
    assert "@internal" not in comment
    assert all(part.lstrip().startswith(("/**", "*")) for part in comment.split("\n"))
    assert [part for part in comment.split("\n") if part.startswith("   * @")] == [f"   * @deprecated {inside(text)}"]


def inside(text: str) -> str:
    return doc_comment([text.replace("\n", " ").replace("\u2028", " ")], []).removeprefix("/** ").removesuffix(" */")


@pytest.mark.parametrize("text", [*HOSTILE, 'a"b', "\\", "${x}`", "é", "\u2029"])
def test_a_literal_means_the_text(text: str) -> None:
    written = json_literal(text)
    assert json.loads(written) == text
    assert written.isprintable()


def test_a_short_comment_takes_one_line_and_a_long_one_is_broken() -> None:
    assert doc_comment(["Short."], []) == "/** Short. */"
    broken = doc_comment(["word " * 60], [], "  ").split("\n")
    assert len(broken) > 3
    assert max(map(len, broken)) <= WIDTH


def test_a_code_span_is_never_broken() -> None:
    span = "`" + "a @ b " * 40 + "`"
    assert span in doc_comment([f"Before {span} after."], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", "`plain`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``a`", "``` ``a` ```")],
)
def test_code_in_markdown_may_contain_backticks(text: str, expected: str) -> None:
    assert code_span(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("class", "class"),
        ("openAICompatible", "openAICompatible"),
        ("a.b", '"a.b"'),
        ("a-b", '"a-b"'),
        ("1", '"1"'),
        ('"', '"\\""'),
    ],
)
def test_a_property_is_quoted_if_necessary(name: str, expected: str) -> None:
    assert property_name(name) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (("", "::", ""), "`${string}::${string}`"),
        (("v${number}",), "`v\\${number}`"),
        (("${evil}`\\",), "`\\${evil}\\`\\\\`"),
    ],
)
def test_a_template_has_only_known_placeholders(template: tuple[str, ...], expected: str) -> None:
    assert template_literal(template) == expected


def test_text_cannot_leave_a_line_comment() -> None:
    assert line("a\nb\u2028c --> d") == "a b c - -> d"


def test_a_type_is_an_identifier() -> None:
    with pytest.raises(ValueError, match="cannot be the name of a type"):
        type_name("Evil = 1")


@pytest.mark.parametrize("mark", ["-", "*", "+", "#", "1.", "2)", ">"])
def test_a_line_break_creates_no_list_and_no_heading(mark: str) -> None:
    for length in range(1, WIDTH + 10):
        broken = doc_comment(["x" * length + f" {mark} y " + "z " * WIDTH], []).split("\n")
        assert not [part for part in broken if part.startswith(f" * {mark} ")]
