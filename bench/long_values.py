"""Small valid inputs of the commands, which the benchmark of long inputs lengthens in one position."""

from __future__ import annotations

from typing import Any

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
STATUS: dict[str, Any] = {
    "service": "instance",
    "version": "1",
    "ready": True,
    "stale": True,
    "started": "2026-01-01T00:00:00Z",
    "reasons": ["polling fails"],
    "document": {"source": "polled", "revision": "2026-01-01.1", "models": 3, "providers": 1, "ageSeconds": 9},
    "siteConfiguration": {"file": "site.json", "accepted": False, "lastRefused": "2026-01-01T00:00:00Z"},
    "polling": {"enabled": True, "url": "https://a.example", "lastError": {"at": "2026-01-01", "message": "none"}},
    "problems": [
        {"code": "MC101", "severity": "error", "message": "a problem", "hint": "Fix it.", "file": "a.json", "line": 3}
    ],
}
FLAGS: dict[str, Any] = {"chatEnabled": True, "attribution": "none", "smartContextWindowEnabled": False}
COMPANION: dict[str, Any] = {
    "revision": "2026-01-01.1",
    "sources": {},
    "models": [
        {
            "modelRef": "acme::v1::m",
            "checked": {"docs": "2026-01-01"},
            "exceptions": [{"code": "MC505", "reason": "A reason."}],
        }
    ],
}
LITELLM: dict[str, Any] = {
    "m": {
        "litellm_provider": "acme",
        "mode": "chat",
        "max_input_tokens": 900,
        "input_cost_per_token": 3e-6,
        "supports_vision": True,
        "deprecation_date": "2026-02-01",
        "successor_model": "acme/n",
    }
}
MODELS_DEV: dict[str, Any] = {
    "acme": {
        "models": {
            "m": {
                "tool_call": True,
                "cost": {"input": 3, "output": 15},
                "limit": {"context": 900},
                "modalities": {"input": ["text"]},
            }
        }
    }
}
GENAI_PRICES: list[dict[str, Any]] = [
    {
        "id": "acme",
        "models": [
            {
                "id": "m",
                "match": {"or": [{"equals": "n"}]},
                "context_window": 900,
                "prices": [{"constraint": {"start_date": "2025-01-01"}, "prices": {"input_mtok": {"base": 3}}}],
            }
        ],
    }
]
GENAI_PRICES_PYTHON = """providers: list[Provider] = [
    Provider(id='acme', models=[ModelInfo(id='m', match=ClauseOr(or_=[ClauseEquals(equals='n')]), prices=[
        ConditionalPrice(constraint=StartDate(start_date=date(2025, 1, 1)), prices=Prices(input_mtok=Decimal('3')))])])
]
"""
END_OF_LIFE: dict[str, Any] = {
    "result": {"name": "acme", "releases": [{"name": "m", "eoasFrom": "2026-01-01", "eolFrom": "2026-02-01"}]}
}
END_OF_LIFE_MARKDOWN = """---
permalink: /acme
releases:
- releaseCycle: "m"
  eoas: 2026-01-01
  eol: 2026-02-01
---
"""
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "model.json",
    "x-version": "1.0.0",
    "title": "A schema",
    "description": "A schema.",
    "$ref": "#/$defs/Document",
    "$defs": {
        "Document": {
            "type": "object",
            "description": "An object.",
            "required": ["name"],
            "additionalProperties": False,
            "properties": {
                "name": {"type": "string", "description": "A text.", "maxLength": 9, "pattern": "^[a-z]+$"},
                "count": {"type": "integer", "description": "A number.", "minimum": 0, "maximum": 9, "default": 3},
                "kinds": {"type": "array", "description": "A list.", "items": {"$ref": "#/$defs/Kind"}},
            },
        },
        "Kind": {
            "type": "string",
            "description": "An enumeration.",
            "oneOf": [{"const": "one", "description": "A value."}, {"const": "two", "description": "A value."}],
        },
    },
}
SCHEMA_STRINGS = (
    *("A schema", "A schema.", "An object.", "A text.", "A number.", "A list.", "An enumeration.", "A value."),
    *("one", "two", "count", "Document", "Kind"),
)
"""The strings of the schema that can be longer: texts, values and names."""
TOKENS = "# tokens\n0123456789abcdef0123456789abcdef\nfedcba9876543210fedcba9876543210\n"
