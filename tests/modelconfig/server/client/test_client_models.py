"""The rules of the client on models, with the numbers that were measured with the real one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.modelconfig.server.client.client_documents import BASE, ENHANCED, client_of, model, offered
from tests.modelconfig.server.client.client_models import Rights

TIERS = {
    "enterprise": {"contextWindow": {"maxInputTokens": 77_000, "maxOutputTokens": 16_000, "maxUserInputTokens": 25_000}}
}
COMPATIBLE: dict[str, Any] = {"openAICompatible": {}}


@pytest.mark.parametrize("tier", ["free", "pro", "enterprise"])
def test_hidden_statuses(tier: str) -> None:
    statuses = ["experimental", "beta", "stable", "deprecated", "waitlist", "internal", "later"]
    models = [model(f"acme::v1::{status}", status=status) for status in statuses]
    shown = {found.title: found.badge for found in client_of(*models, rights=Rights(tier)).offered}
    badges = {"experimental": "experimental", "beta": None, "stable": None, "internal": "internal", "later": None}
    assert shown == badges | ({} if tier == "enterprise" else {"waitlist": "waitlist"})


@pytest.mark.parametrize(
    ("ref", "label"),
    [("acme::v1::x", "x by Acme"), ("openai::v1::x", "x by OpenAI"), ("our-llm::v1::x", "x by Our-llm")],
)
def test_the_picker_shows_the_id_of_the_provider(ref: str, label: str) -> None:
    assert offered(model(ref)).label == label


@pytest.mark.parametrize(
    ("properties", "rights", "window"),
    [
        ({}, Rights(), (7_000, None, 4_000)),
        ({"contextWindow": {**BASE, "maxInputTokens": 45_000}}, Rights(), (15_000, 30_000, 4_000)),
        ({"contextWindow": {**BASE, "maxInputTokens": 45_001}}, Rights(), (45_001, None, 4_000)),
        ({"modelConfigAllTiers": TIERS}, Rights(), (7_000, None, 4_000)),
        ({"modelConfigAllTiers": TIERS}, ENHANCED, (25_000, 52_000, 16_000)),
        ({"modelConfigAllTiers": {"enterprise": {"contextWindow": BASE}}}, ENHANCED, (7_000, None, 4_000)),
        # The share of the model's own window is not read.
        ({"contextWindow": {**BASE, "maxUserInputTokens": 1_000}}, ENHANCED, (7_000, None, 4_000)),
        ({"contextWindow": {**BASE, "maxUserInputTokens": 1_000}}, Rights(), (7_000, None, 4_000)),
        ({"modelName": "mixtral-8x7b"}, Rights(), (5_950, None, 4_000)),
        ({"modelName": "mistral-large", "modelConfigAllTiers": TIERS}, ENHANCED, (25_000, 52_000, 16_000)),
        ({"modelName": "accounts/mixtral"}, Rights(), (7_000, None, 4_000)),
    ],
)
def test_windows(properties: dict[str, Any], rights: Rights, window: tuple[int, int | None, int]) -> None:
    found = offered(model(**properties), rights)
    assert (found.input, found.added_context, found.output) == window


@pytest.mark.parametrize("share", [None, 0, 77_000, 90_000])
def test_a_share_that_is_not_between_0_and_the_input_has_no_effect(share: int | None) -> None:
    window = {"maxInputTokens": 77_000, "maxOutputTokens": 16_000, "maxUserInputTokens": share}
    found = offered(model(modelConfigAllTiers={"enterprise": {"contextWindow": window}}), ENHANCED)
    assert (found.input, found.added_context) == (77_000, None)


@pytest.mark.parametrize("tier", ["free", "pro"])
def test_the_client_fails_without_a_window_of_its_tier(tier: str) -> None:
    rights = replace(ENHANCED, tier=tier)
    with pytest.raises(KeyError, match=tier):
        offered(model(modelConfigAllTiers=TIERS), rights)
    assert offered(model(modelConfigAllTiers=TIERS), replace(rights, enhanced_context_window=False)).input == 7_000


def test_edits_use_the_default_for_chat() -> None:
    chat = model("acme::v1::chat", capabilities=["chat"])
    edit = model("acme::v1::edit", capabilities=["chat", "edit"])
    client = client_of(edit, chat, chat="acme::v1::chat")
    assert [found.title for found in client.picker("edit")] == ["chat", "edit"]
    assert "edit" not in client.picker("edit")[0].uses


def test_a_model_that_reasons_is_not_for_edits() -> None:
    thinking = model("acme::v1::thinking", capabilities=["chat", "edit", "reasoning"])
    edit = model("acme::v1::edit", capabilities=["chat", "edit"])
    client = client_of(thinking, edit, chat="acme::v1::thinking")
    assert client.default("chat") == client.offered[0]
    assert [found.title for found in client.picker("edit")] == ["edit"]


def test_a_hidden_default_is_replaced_by_the_first_model() -> None:
    models = [model("acme::v1::old", status="deprecated"), model("acme::v1::first"), model("acme::v1::second")]
    default = client_of(*models, chat="acme::v1::old").default("chat")
    assert default is not None
    assert default.title == "first"


def test_tiers_of_users_of_the_public_site() -> None:
    models = [model(f"acme::v1::{tier}", tier=tier) for tier in ("enterprise", "pro", "free")]
    for tier in ("enterprise", "pro", "free"):
        default = client_of(*models, rights=Rights(tier)).default("chat")
        assert default is not None
        assert default.title == tier


def test_a_user_who_has_reached_a_limit() -> None:
    models = [
        model("acme::v1::large"),
        model("acme::v1::fast", category="speed"),
        model("google::v1::gemini-2.0-flash"),
    ]
    for named, title in (("acme::v1::large", "large"), ("", "gemini-2.0-flash"), ("acme::v1::gone", "fast")):
        found = client_of(*models, unlimitedChat=named).fallback_chat()
        assert found is not None
        assert found.title == title
    assert client_of(models[0], fallbackChat="acme::v1::large").fallback_chat() is None


@pytest.mark.parametrize(
    ("ref", "settings", "characters"),
    [
        ("anthropic::v1::claude", None, None),
        ("openaicompatible::v1::qwen", None, 4_096),
        ("acme::v1::qwen", COMPATIBLE, 4_096),
        ("fireworks::v1::qwen", COMPATIBLE, 4_096),
        ("acme::v1::qwen", {"openAICompatible": {"contextSizeHintTotalCharacters": 8_000}}, 8_000),
        ("acme::v1::qwen", {"openAICompatible": {"contextSizeHintTotalCharacters": 0}}, 4_096),
    ],
)
def test_autocomplete(ref: str, settings: Any, characters: int | None) -> None:
    client = client_of(model(ref, capabilities=["autocomplete"], clientSideConfig=settings), codeCompletion=ref)
    found = client.autocomplete()
    assert found is not None
    assert (found.ref, found.context_characters) == (ref, characters)


@pytest.mark.parametrize("ref", ["acme::v1::qwen", "fireworks::v1::qwen", "google::v1::gemini-2.5-flash"])
def test_models_that_autocomplete_does_not_accept(ref: str) -> None:
    accepted = model("fireworks::v1::starcoder", capabilities=["autocomplete"])
    client = client_of(accepted, model(ref, capabilities=["autocomplete"]), codeCompletion=ref)
    assert client.autocomplete() is None
