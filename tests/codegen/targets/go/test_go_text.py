"""Names, literals and comments of Go; tests/go checks the comments with gofmt itself."""

from __future__ import annotations

import pytest

from codegen.targets.go.go_names import exported
from codegen.targets.go.go_text import comment, literal, tag


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("modelRef", "ModelRef"),
        ("id", "ID"),
        ("providerId", "ProviderID"),
        ("baseUrl", "BaseURL"),
        ("urlPath", "URLPath"),
        ("identity", "Identity"),
        ("ids", "Ids"),
        ("openAICompatible", "OpenAICompatible"),
        ("apiModel", "APIModel"),
        ("AwsBedrockUrlBuilder", "AWSBedrockURLBuilder"),
        ("arn", "ARN"),
        ("azureOpenAi", "AzureOpenAI"),
        ("azure-openai", "AzureOpenAI"),
        ("openaicompatible", "OpenAICompatible"),
        ("cody.enabled", "CodyEnabled"),
        ("kebab-case", "KebabCase"),
        ("snake_case_id", "SnakeCaseID"),
        ("gpt4o", "Gpt4o"),
        ("1.0", "1_0"),
        ("v1.0", "V1_0"),
        ("GET", "GET"),
        ("", "Empty"),
        ("*", "U002A"),
        ("é", "U00E9"),
        ("Ünï", "U00DCNU00EF"),
        ("-3", "U002D3"),
        ("+1", "U002B1"),
        ("1.1", "1_1"),
        ("11", "11"),
        ("<=", "U003CU003D"),
        ("a/b", "AB"),
        ("a//b", "AU002FU002FB"),
    ],
)
def test_names(name: str, expected: str) -> None:
    assert exported(name) == expected


@pytest.mark.parametrize(
    "initialism",
    (
        "ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC RTP SIP SLA "
        "SMTP SQL SSH TCP TLS TS TTL UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS"
    ).split(),
)
def test_initialisms_of_go_linters_are_upper_case(initialism: str) -> None:
    assert exported(initialism.lower()) == initialism
    assert exported(f"my{initialism.capitalize()}Name") == f"My{initialism}Name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a "b" \\', r'"a \"b\" \\"'),
        ("é", '"é"'),
        ("\n\t\x00\x7f", r'"\n\t\u0000\u007f"'),
        ("\u2028\u202e\ufeff", r'"\u2028\u202e\ufeff"'),
        ("\ud800", '"\ufffd"'),
    ],
)
def test_literals(text: str, expected: str) -> None:
    assert literal(text) == expected


def test_tags() -> None:
    assert tag("cody.enabled", optional=True) == '`json:"cody.enabled,omitempty"`'
    assert tag("id", optional=False) == '`json:"id"`'
    with pytest.raises(ValueError, match="cannot be the name"):
        tag('a`b"', optional=False)


def test_comments_are_wrapped_with_separate_paragraphs() -> None:
    text = comment(["one " * 40, "", "two\nthree"], "\t", "since 1.0.0;\nuse x.")
    lines = text.split("\n")
    assert all(line.startswith("\t//") and len(line) <= 110 for line in lines)
    # A single line between paragraphs without a full stop would be a heading.
    assert lines[-6:] == ["\t//", "\t// two.", "\t//", "\t// three.", "\t//", "\t// Deprecated: since 1.0.0; use x."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deprecated: no", "// Deprecated:\n// no"),
        ("# no heading", "// #\n// no heading"),
        ("[a]: https://example.com", "// [a]:\n// https://example.com"),
        ("a ``b`` ''c''", '// a `b` "c"'),
        ("+build x", "// \\u002bbuild x"),
        ("a\x00b\u202ec", "// a\\u0000b\\u202ec"),
        ("a\u2028b", "// a\n//\n// b"),
        ("  ", ""),
    ],
)
def test_a_comment_has_no_markup(text: str, expected: str) -> None:
    assert comment([text]) == expected


def test_a_paragraph_between_others_is_not_a_heading() -> None:
    assert comment(["One.", "A heading", "Two."]) == "// One.\n//\n// A\n// heading\n//\n// Two."
    assert comment(["One.", "Heading", "Two."]) == "// One.\n//\n// Heading.\n//\n// Two."
    assert comment(["One.", "Not so last"]) == "// One.\n//\n// Not so last"
