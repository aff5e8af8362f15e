"""Go parses, checks and sanitizes model references as Python does."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelconfig.documents.loader import load_document
from modelconfig.documents.refs import ALLOWED, ModelRefParts, check_ref, parse_ref, sanitize_name
from modelconfig.errors import InvalidRef
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.go.toolchain import Trials

REFS = [
    "",
    "::",
    "::::",
    "a::b::c",
    "a:::b::c",
    "a::b::c::d",
    "a::b",
    "anthropic::2024-10-22::claude-sonnet-4-latest",
    "a b::c\u00e9::d\n",
    'a::b::"\\^`{|}<>\x00\x07\x7f\u200b\U0001f600 \t\r\x85\xa0',
    "a::b::\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f",
    "sk-0123456789abcdef0123::v1::model",
]


def results(trials: Trials, texts: list[bytes]) -> list[dict[str, Any]]:
    """Return what Go says of each text."""
    encoded = [base64.b64encode(text).decode() for text in texts]
    found: list[dict[str, Any]] = json.loads(trials.answer("references", json.dumps(encoded))["text"])
    return found


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def assert_agreement(trials: Trials, texts: list[str]) -> None:
    for text, found in zip(texts, results(trials, [text.encode() for text in texts]), strict=True):
        problems = check_ref(text)
        assert [bool(problem) for problem in problems] == [bool(words) for words in found["Problems"] or []], text
        for problem, words in zip(problems, found["Problems"] or [], strict=True):
            assert problem.message.endswith(words), text
        assert found["Sanitized"] == sanitize_name(text)
        try:
            parts = parse_ref(text)
        except InvalidRef:
            assert found["Error"] == "; ".join(found["Problems"])
        else:
            go_parts = found["Parts"]
            assert parts == ModelRefParts(go_parts["Provider"], go_parts["APIVersion"], go_parts["ModelID"])
            assert (found["Text"], found["Error"]) == (text, "")


def test_go_agrees_on_every_text_of_the_corpus(trials: Trials) -> None:
    texts = [model["modelRef"] for model in load_document()["models"]]
    for path in sorted((ROOT / "tests" / "cases" / "model").glob("*/*.json")):
        texts += strings(json.loads(path.read_text("utf-8")))
    assert_agreement(trials, [*REFS, *dict.fromkeys(texts)])


def test_every_character_is_allowed_in_go_if_it_is_in_python(trials: Trials) -> None:
    characters = [chr(code) for code in [*range(0x300), 0x2028, 0x212A, 0xFEFF, 0x10000]]
    assert_agreement(trials, [f"a{character}::b::c" for character in characters])
    assert {chr(code) for code in range(0x80) if sanitize_name(chr(code)) != "_"} | {"_"} == ALLOWED


def test_go_sanitizes_bytes(trials: Trials) -> None:
    texts = [bytes([byte]) for byte in range(256)] + [b"\xc3\x28 ok", b"\xff\xfe"]
    assert [found["Sanitized"] for found in results(trials, texts)] == [sanitize_name(text) for text in texts]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cn", "Co"))) | st.sampled_from(["a", "::"])))
def test_go_agrees_on_any_text(trials: Trials, parts: list[str]) -> None:
    assert_agreement(trials, ["::".join(parts), "".join(parts)])
