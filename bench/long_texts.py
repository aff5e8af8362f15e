"""Documents with 200,000 characters in one position: a name, a value, a number, whitespace, a comment, brackets."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.json_tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 200_000
_STRINGS = (
    *("a", "a1", "0", " ", ".", "-", "/", "//", ":", "::", "*", "@", "é", "\\\\", "\\n", '\\"', "\\u00e9", "\\ud83d"),
    *("[", "{{", "${", "<", "%41", "$", "`", "_A", "ENV[", "your-key-", "a://", "a://b:c@d ", "https:", "?key=", "sk-"),
)
_WORDS = ("1", "0", "-", "1.", "1e9", "true", "a", "'", "\\", "[", "{", "[1,", '{"a":', "]", '"', '"a" ', "*", "&a ")
_SPACES = (" ", "\n", "\r\n", "\t", "\u00a0", "/**/", "/* ", "// a\n", "# a\r\n", ",", "\ufeff", "- ", "<<<<<<< \n")
_YAML = (
    *("- ", "? ", "a: ", "&a ", "*a ", "!a ", "|\n", "---\n", "a\n", "[a, ", "'", "<<: ", "#\r\n", "1_", "\\"),
    *_WORDS,
)
DOCUMENT: dict[str, Any] = {
    "schemaVersion": "1.0",
    "revision": "2026-01-01.1",
    "providers": [{"id": "acme", "displayName": "Acme"}],
    "models": [
        {
            "modelRef": "acme::v1::m",
            "displayName": "M",
            "modelName": "m",
            "capabilities": ["chat", "autocomplete"],
            "category": "balanced",
            "status": "stable",
            "tier": "pro",
            "contextWindow": {"maxInputTokens": 1000, "maxOutputTokens": 500},
        }
    ],
    "defaultModels": {"chat": "acme::v1::m", "fastChat": "acme::v1::m", "codeCompletion": "acme::v1::m"},
}
SITE: dict[str, Any] = {
    "licenseKey": "key",
    "modelConfiguration": {
        "sourcegraph": {"pollingInterval": "1d", "modelFilters": {"allow": ["anthropic::*"], "deny": ["*gpt*"]}},
        "providerOverrides": [
            {
                "id": "acme",
                "serverSideConfig": {
                    "type": "openaicompatible",
                    "endpoints": [{"url": "https://acme.example/v1", "accessToken": "key"}],
                },
            }
        ],
        "modelOverrides": [{"modelRef": "acme::v1::m", "displayName": "M", "modelName": "m", "capabilities": ["chat"]}],
        "defaultModels": {"chat": "acme::v1::m"},
    },
}
COMPLETIONS: dict[str, Any] = {
    "licenseKey": "key",
    "cody.enabled": True,
    "completions": {
        "provider": "anthropic",
        "accessToken": "key",
        "chatModel": "claude-2.0",
        "endpoint": "https://a.example",
    },
}


def long_jsons(value: object, share: int) -> Iterator[tuple[str, str]]:
    """Yield JSON texts of a value, each with a name: every character in some positions, and in every position some.

    One of `share` combinations is taken.
    """
    text = json.dumps(value, indent=1)
    combinations = count()
    for token in TOKEN.finditer(text):
        if token.lastgroup == "space":
            continue
        before, word, after = text[: token.start()], token.group(), text[token.end() :]
        variants = [(part, before + _repeated(part) + word + after) for part in _SPACES]
        if token.lastgroup == "string":
            variants += [(part, f'{before}{word[:-1]}{_repeated(part)}"{after}') for part in _STRINGS]
        if token.lastgroup != "mark":
            variants += [(part, before + _repeated(part) + after) for part in _WORDS]
        for part, variant in variants:
            if next(combinations) % share == 0:
                yield f"{part!r} at {word[:20]}", variant


def long_yamls(text: str) -> Iterator[tuple[str, str]]:
    """Yield YAML texts that continue a text, each with a name."""
    return ((f"{part!r} in YAML", f"{text}\nx: {_repeated(part)}\n") for part in _YAML)


def _repeated(part: str) -> str:
    return part * (LENGTH // len(part))
