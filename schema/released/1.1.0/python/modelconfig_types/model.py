# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.
"""Model configuration. Which LLM providers and models exist, what each can do, and which are the defaults: the
document that a gateway publishes, an instance merges and Cody clients read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NewType, Self, final

from ._support import (
    FrozenMap,
    JsonObject,
    ShapeError,
    assign,
    draft_class,
    mismatch,
    missing,
    read_array,
    read_boolean,
    read_integer,
    read_map,
    read_number,
    read_open_array,
    read_string,
    read_unknown,
    write_unknown,
)

ModelRef = NewType("ModelRef", str)
"""Identifies a model: `provider::apiVersion::modelID`, each part non-empty and of the characters that a
ProviderID allows. The last part is a name that this document chooses; the name at the provider is
`modelName`. Matches
`^[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+::[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+::[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+$`.
"""


CalendarDate = NewType("CalendarDate", str)
"""A calendar day in UTC, `YYYY-MM-DD`. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`."""


class ModelStatus(StrEnum):
    """How mature a model is.

    Attributes:
        EXPERIMENTAL: May change or be removed without notice. Clients offer it with a badge.
        BETA: Nearly ready; may have defects.
        STABLE: Ready for general use.
        DEPRECATED: Being retired. Still served, so that old references work; clients hide it.
        WAITLIST: Announced; offered only to admitted users. Clients hide it from enterprise users.
        INTERNAL: For the developers of Cody. Clients offer it to every user, with a badge.
    """

    EXPERIMENTAL = "experimental"
    """May change or be removed without notice. Clients offer it with a badge."""

    BETA = "beta"
    """Nearly ready; may have defects."""

    STABLE = "stable"
    """Ready for general use."""

    DEPRECATED = "deprecated"
    """Being retired. Still served, so that old references work; clients hide it."""

    WAITLIST = "waitlist"
    """Announced; offered only to admitted users. Clients hide it from enterprise users."""

    INTERNAL = "internal"
    """For the developers of Cody. Clients offer it to every user, with a badge."""


MODEL_STATUS_BY_VALUE: Final = {member.value: member for member in ModelStatus}
"""The members of ModelStatus by their JSON value."""


class Capability(StrEnum):
    """A use of a model.

    Attributes:
        AUTOCOMPLETE: Completes code at the cursor.
        CHAT: Answers in a conversation.
        EDIT: Rewrites a selection as instructed.
        VISION: Reads images that a user adds.
        REASONING: Reasons before it answers, which takes time and output tokens. Clients do not offer
            such a model for edits.
        TOOLS: Calls tools that the client provides. Clients up to July 2025 do not read it.
        SMART_APPLY: Applies a suggested change to a file. Clients up to July 2025 do not read it.
        FALLBACK: Can be used after a user has reached a limit. Clients up to July 2025 do not read it.
    """

    AUTOCOMPLETE = "autocomplete"
    """Completes code at the cursor."""

    CHAT = "chat"
    """Answers in a conversation."""

    EDIT = "edit"
    """Rewrites a selection as instructed."""

    VISION = "vision"
    """Reads images that a user adds."""

    REASONING = "reasoning"
    """Reasons before it answers, which takes time and output tokens. Clients do not offer such a model for
    edits.
    """

    TOOLS = "tools"
    """Calls tools that the client provides. Clients up to July 2025 do not read it."""

    SMART_APPLY = "smartApply"
    """Applies a suggested change to a file. Clients up to July 2025 do not read it."""

    FALLBACK = "fallback"
    """Can be used after a user has reached a limit. Clients up to July 2025 do not read it."""


CAPABILITY_BY_VALUE: Final = {member.value: member for member in Capability}
"""The members of Capability by their JSON value."""


class ModelCategory(StrEnum):
    """What a model is best at.

    Attributes:
        ACCURACY: The best answers, but slower.
        BALANCED: Good answers at moderate speed.
        SPEED: Fast answers.
        OTHER: None of these: older and special-purpose models. Never inferred as a default.
        DEPRECATED: A status rather than a category; accepted because existing site configurations have
            it. Never inferred as a default. Deprecated since contract 1.0.0; use status `deprecated`.
    """

    ACCURACY = "accuracy"
    """The best answers, but slower."""

    BALANCED = "balanced"
    """Good answers at moderate speed."""

    SPEED = "speed"
    """Fast answers."""

    OTHER = "other"
    """None of these: older and special-purpose models. Never inferred as a default."""

    DEPRECATED = "deprecated"
    """A status rather than a category; accepted because existing site configurations have it. Never inferred as
    a default. Deprecated since contract 1.0.0; use status `deprecated`.
    """


MODEL_CATEGORY_BY_VALUE: Final = {member.value: member for member in ModelCategory}
"""The members of ModelCategory by their JSON value."""


class ModelTier(StrEnum):
    """A subscription tier.

    Attributes:
        FREE: All users, free of charge.
        PRO: Individuals with a paid subscription.
        ENTERPRISE: Users of an enterprise instance.
    """

    FREE = "free"
    """All users, free of charge."""

    PRO = "pro"
    """Individuals with a paid subscription."""

    ENTERPRISE = "enterprise"
    """Users of an enterprise instance."""


MODEL_TIER_BY_VALUE: Final = {member.value: member for member in ModelTier}
"""The members of ModelTier by their JSON value."""


class ModelCostUnit(StrEnum):
    """Number of tokens that a price is for.

    Attributes:
        MTOK: A million tokens.
        BTOK: A billion tokens.
    """

    MTOK = "mtok"
    """A million tokens."""

    BTOK = "btok"
    """A billion tokens."""


MODEL_COST_UNIT_BY_VALUE: Final = {member.value: member for member in ModelCostUnit}
"""The members of ModelCostUnit by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ClientSideOpenAICompatible(JsonObject):
    """How clients use a model behind an OpenAI-compatible API. Every property is optional; for an absent one,
    the client decides. Clients up to July 2025 read only `contextSizeHintTotalCharacters`, and that this
    object is present. JetBrains clients expect integers for all numbers.

    Attributes:
        stop_sequences: Texts at which the model stops. Set them if the model continues after its answer.
            Clients up to July 2025 do not read it.
        end_of_text: The token with which the model marks the end of a text. Clients remove it. Clients up
            to July 2025 do not read it.
        context_size_hint_total_characters: Maximum number of context characters that autocomplete sends:
            prefix, suffix and snippets together. 0 counts as absent: clients then send 4,096. At least 0.
        context_size_hint_prefix_characters: Maximum number of characters before the cursor that
            autocomplete sends. Clients up to July 2025 do not read it. At least 0.
        context_size_hint_suffix_characters: Maximum number of characters after the cursor that
            autocomplete sends. Clients up to July 2025 do not read it. At least 0.
        chat_pre_instruction: Instruction inserted before every chat message to this model. A user's own
            setting overrides it. Clients up to July 2025 do not read it.
        edit_post_instruction: Instruction inserted after every edit request to this model. A user's own
            setting overrides it. Clients up to July 2025 do not read it.
        autocomplete_singleline_timeout: Time in milliseconds that clients wait for a completion of one
            line before they show none. 0 counts as absent. Clients up to July 2025 do not read it. At least
            0.
        autocomplete_multiline_timeout: Time in milliseconds that clients wait for a completion of several
            lines before they show none. 0 counts as absent. Clients up to July 2025 do not read it. At least
            0.
        chat_top_k: Chat: number of most likely tokens from which the next token is sampled. In a site
            configuration, -1 counts as absent. Clients up to July 2025 do not read it.
        chat_top_p: Chat: the next token is sampled from the most likely tokens that together have this
            probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do not
            read it. At least 0. At most 1.
        chat_temperature: Chat: sampling temperature. 0 always selects the most likely token; most servers
            allow up to 2. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read
            it. At least 0.
        chat_max_tokens: Chat: maximum number of tokens that the model produces for one answer. 0 counts
            as absent; in a site configuration, so does -1. Clients up to July 2025 do not read it. At least
            0.
        auto_complete_top_k: Autocomplete: number of most likely tokens from which the next token is
            sampled. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
        auto_complete_top_p: Autocomplete: the next token is sampled from the most likely tokens that
            together have this probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up
            to July 2025 do not read it. At least 0. At most 1.
        auto_complete_temperature: Autocomplete: sampling temperature. 0 always selects the most likely
            token; most servers allow up to 2. In a site configuration, -1 counts as absent. Clients up to
            July 2025 do not read it. At least 0.
        auto_complete_singleline_max_tokens: Autocomplete: maximum number of tokens that the model
            produces for a completion of one line. 0 counts as absent; in a site configuration, so does -1.
            Clients up to July 2025 do not read it. At least 0.
        auto_complete_multiline_max_tokens: Autocomplete: maximum number of tokens that the model produces
            for a completion of several lines. 0 counts as absent; in a site configuration, so does -1.
            Clients up to July 2025 do not read it. At least 0.
        edit_top_k: Edit: number of most likely tokens from which the next token is sampled. In a site
            configuration, -1 counts as absent. Clients up to July 2025 do not read it.
        edit_top_p: Edit: the next token is sampled from the most likely tokens that together have this
            probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do not
            read it. At least 0. At most 1.
        edit_temperature: Edit: sampling temperature. 0 always selects the most likely token; most servers
            allow up to 2. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read
            it. At least 0.
        edit_max_tokens: Edit: maximum number of tokens that the model produces for one edit. 0 counts as
            absent; in a site configuration, so does -1. Clients up to July 2025 do not read it. At least 0.
    """

    stop_sequences: tuple[str, ...] | None = None
    """Texts at which the model stops. Set them if the model continues after its answer. Clients up to July 2025
    do not read it.
    """

    end_of_text: str | None = None
    """The token with which the model marks the end of a text. Clients remove it. Clients up to July 2025 do not
    read it.
    """

    context_size_hint_total_characters: int | None = None
    """Maximum number of context characters that autocomplete sends: prefix, suffix and snippets together. 0
    counts as absent: clients then send 4,096. At least 0.
    """

    context_size_hint_prefix_characters: int | None = None
    """Maximum number of characters before the cursor that autocomplete sends. Clients up to July 2025 do not
    read it. At least 0.
    """

    context_size_hint_suffix_characters: int | None = None
    """Maximum number of characters after the cursor that autocomplete sends. Clients up to July 2025 do not read
    it. At least 0.
    """

    chat_pre_instruction: str | None = None
    """Instruction inserted before every chat message to this model. A user's own setting overrides it. Clients
    up to July 2025 do not read it.
    """

    edit_post_instruction: str | None = None
    """Instruction inserted after every edit request to this model. A user's own setting overrides it. Clients up
    to July 2025 do not read it.
    """

    autocomplete_singleline_timeout: int | None = None
    """Time in milliseconds that clients wait for a completion of one line before they show none. 0 counts as
    absent. Clients up to July 2025 do not read it. At least 0.
    """

    autocomplete_multiline_timeout: int | None = None
    """Time in milliseconds that clients wait for a completion of several lines before they show none. 0 counts
    as absent. Clients up to July 2025 do not read it. At least 0.
    """

    chat_top_k: float | None = None
    """Chat: number of most likely tokens from which the next token is sampled. In a site configuration, -1
    counts as absent. Clients up to July 2025 do not read it.
    """

    chat_top_p: float | None = None
    """Chat: the next token is sampled from the most likely tokens that together have this probability, 0 to 1.
    In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it. At least 0. At most
    1.
    """

    chat_temperature: float | None = None
    """Chat: sampling temperature. 0 always selects the most likely token; most servers allow up to 2. In a site
    configuration, -1 counts as absent. Clients up to July 2025 do not read it. At least 0.
    """

    chat_max_tokens: int | None = None
    """Chat: maximum number of tokens that the model produces for one answer. 0 counts as absent; in a site
    configuration, so does -1. Clients up to July 2025 do not read it. At least 0.
    """

    auto_complete_top_k: float | None = None
    """Autocomplete: number of most likely tokens from which the next token is sampled. In a site configuration,
    -1 counts as absent. Clients up to July 2025 do not read it.
    """

    auto_complete_top_p: float | None = None
    """Autocomplete: the next token is sampled from the most likely tokens that together have this probability, 0
    to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it. At least 0. At
    most 1.
    """

    auto_complete_temperature: float | None = None
    """Autocomplete: sampling temperature. 0 always selects the most likely token; most servers allow up to 2. In
    a site configuration, -1 counts as absent. Clients up to July 2025 do not read it. At least 0.
    """

    auto_complete_singleline_max_tokens: int | None = None
    """Autocomplete: maximum number of tokens that the model produces for a completion of one line. 0 counts as
    absent; in a site configuration, so does -1. Clients up to July 2025 do not read it. At least 0.
    """

    auto_complete_multiline_max_tokens: int | None = None
    """Autocomplete: maximum number of tokens that the model produces for a completion of several lines. 0 counts
    as absent; in a site configuration, so does -1. Clients up to July 2025 do not read it. At least 0.
    """

    edit_top_k: float | None = None
    """Edit: number of most likely tokens from which the next token is sampled. In a site configuration, -1
    counts as absent. Clients up to July 2025 do not read it.
    """

    edit_top_p: float | None = None
    """Edit: the next token is sampled from the most likely tokens that together have this probability, 0 to 1.
    In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it. At least 0. At most
    1.
    """

    edit_temperature: float | None = None
    """Edit: sampling temperature. 0 always selects the most likely token; most servers allow up to 2. In a site
    configuration, -1 counts as absent. Clients up to July 2025 do not read it. At least 0.
    """

    edit_max_tokens: int | None = None
    """Edit: maximum number of tokens that the model produces for one edit. 0 counts as absent; in a site
    configuration, so does -1. Clients up to July 2025 do not read it. At least 0.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        stop_sequences: tuple[str, ...] | None = None,
        end_of_text: str | None = None,
        context_size_hint_total_characters: int | None = None,
        context_size_hint_prefix_characters: int | None = None,
        context_size_hint_suffix_characters: int | None = None,
        chat_pre_instruction: str | None = None,
        edit_post_instruction: str | None = None,
        autocomplete_singleline_timeout: int | None = None,
        autocomplete_multiline_timeout: int | None = None,
        chat_top_k: float | None = None,
        chat_top_p: float | None = None,
        chat_temperature: float | None = None,
        chat_max_tokens: int | None = None,
        auto_complete_top_k: float | None = None,
        auto_complete_top_p: float | None = None,
        auto_complete_temperature: float | None = None,
        auto_complete_singleline_max_tokens: int | None = None,
        auto_complete_multiline_max_tokens: int | None = None,
        edit_top_k: float | None = None,
        edit_top_p: float | None = None,
        edit_temperature: float | None = None,
        edit_max_tokens: int | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            stop_sequences,
            end_of_text,
            context_size_hint_total_characters,
            context_size_hint_prefix_characters,
            context_size_hint_suffix_characters,
            chat_pre_instruction,
            edit_post_instruction,
            autocomplete_singleline_timeout,
            autocomplete_multiline_timeout,
            chat_top_k,
            chat_top_p,
            chat_temperature,
            chat_max_tokens,
            auto_complete_top_k,
            auto_complete_top_p,
            auto_complete_temperature,
            auto_complete_singleline_max_tokens,
            auto_complete_multiline_max_tokens,
            edit_top_k,
            edit_top_p,
            edit_temperature,
            edit_max_tokens,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_client_side_open_ai_compatible(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.stop_sequences is not None:
            properties["stopSequences"] = list(self.stop_sequences)
        if self.end_of_text is not None:
            properties["endOfText"] = self.end_of_text
        if self.context_size_hint_total_characters is not None:
            properties["contextSizeHintTotalCharacters"] = self.context_size_hint_total_characters
        if self.context_size_hint_prefix_characters is not None:
            properties["contextSizeHintPrefixCharacters"] = self.context_size_hint_prefix_characters
        if self.context_size_hint_suffix_characters is not None:
            properties["contextSizeHintSuffixCharacters"] = self.context_size_hint_suffix_characters
        if self.chat_pre_instruction is not None:
            properties["chatPreInstruction"] = self.chat_pre_instruction
        if self.edit_post_instruction is not None:
            properties["editPostInstruction"] = self.edit_post_instruction
        if self.autocomplete_singleline_timeout is not None:
            properties["autocompleteSinglelineTimeout"] = self.autocomplete_singleline_timeout
        if self.autocomplete_multiline_timeout is not None:
            properties["autocompleteMultilineTimeout"] = self.autocomplete_multiline_timeout
        if self.chat_top_k is not None:
            properties["chatTopK"] = self.chat_top_k
        if self.chat_top_p is not None:
            properties["chatTopP"] = self.chat_top_p
        if self.chat_temperature is not None:
            properties["chatTemperature"] = self.chat_temperature
        if self.chat_max_tokens is not None:
            properties["chatMaxTokens"] = self.chat_max_tokens
        if self.auto_complete_top_k is not None:
            properties["autoCompleteTopK"] = self.auto_complete_top_k
        if self.auto_complete_top_p is not None:
            properties["autoCompleteTopP"] = self.auto_complete_top_p
        if self.auto_complete_temperature is not None:
            properties["autoCompleteTemperature"] = self.auto_complete_temperature
        if self.auto_complete_singleline_max_tokens is not None:
            properties["autoCompleteSinglelineMaxTokens"] = self.auto_complete_singleline_max_tokens
        if self.auto_complete_multiline_max_tokens is not None:
            properties["autoCompleteMultilineMaxTokens"] = self.auto_complete_multiline_max_tokens
        if self.edit_top_k is not None:
            properties["editTopK"] = self.edit_top_k
        if self.edit_top_p is not None:
            properties["editTopP"] = self.edit_top_p
        if self.edit_temperature is not None:
            properties["editTemperature"] = self.edit_temperature
        if self.edit_max_tokens is not None:
            properties["editMaxTokens"] = self.edit_max_tokens
        return write_unknown(properties, self.unknown)


_CLIENT_SIDE_OPEN_AI_COMPATIBLE_DRAFT: Final = draft_class(ClientSideOpenAICompatible)


def _read_client_side_open_ai_compatible(value: Any) -> Any:
    """Return the ClientSideOpenAICompatible for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CLIENT_SIDE_OPEN_AI_COMPATIBLE_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "stopSequences"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, read_string)
            draft.stop_sequences = item
        else:
            draft.stop_sequences = None
        name = "endOfText"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.end_of_text = item
        else:
            draft.end_of_text = None
        name = "contextSizeHintTotalCharacters"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.context_size_hint_total_characters = item
        else:
            draft.context_size_hint_total_characters = None
        name = "contextSizeHintPrefixCharacters"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.context_size_hint_prefix_characters = item
        else:
            draft.context_size_hint_prefix_characters = None
        name = "contextSizeHintSuffixCharacters"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.context_size_hint_suffix_characters = item
        else:
            draft.context_size_hint_suffix_characters = None
        name = "chatPreInstruction"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.chat_pre_instruction = item
        else:
            draft.chat_pre_instruction = None
        name = "editPostInstruction"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.edit_post_instruction = item
        else:
            draft.edit_post_instruction = None
        name = "autocompleteSinglelineTimeout"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.autocomplete_singleline_timeout = item
        else:
            draft.autocomplete_singleline_timeout = None
        name = "autocompleteMultilineTimeout"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.autocomplete_multiline_timeout = item
        else:
            draft.autocomplete_multiline_timeout = None
        name = "chatTopK"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.chat_top_k = item
        else:
            draft.chat_top_k = None
        name = "chatTopP"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.chat_top_p = item
        else:
            draft.chat_top_p = None
        name = "chatTemperature"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.chat_temperature = item
        else:
            draft.chat_temperature = None
        name = "chatMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.chat_max_tokens = item
        else:
            draft.chat_max_tokens = None
        name = "autoCompleteTopK"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.auto_complete_top_k = item
        else:
            draft.auto_complete_top_k = None
        name = "autoCompleteTopP"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.auto_complete_top_p = item
        else:
            draft.auto_complete_top_p = None
        name = "autoCompleteTemperature"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.auto_complete_temperature = item
        else:
            draft.auto_complete_temperature = None
        name = "autoCompleteSinglelineMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.auto_complete_singleline_max_tokens = item
        else:
            draft.auto_complete_singleline_max_tokens = None
        name = "autoCompleteMultilineMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.auto_complete_multiline_max_tokens = item
        else:
            draft.auto_complete_multiline_max_tokens = None
        name = "editTopK"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.edit_top_k = item
        else:
            draft.edit_top_k = None
        name = "editTopP"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.edit_top_p = item
        else:
            draft.edit_top_p = None
        name = "editTemperature"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.edit_temperature = item
        else:
            draft.edit_temperature = None
        name = "editMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.edit_max_tokens = item
        else:
            draft.edit_max_tokens = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("stopSequences", "endOfText", "contextSizeHintTotalCharacters", "contextSizeHintPrefixCharacters", "contextSizeHintSuffixCharacters", "chatPreInstruction", "editPostInstruction", "autocompleteSinglelineTimeout", "autocompleteMultilineTimeout", "chatTopK", "chatTopP", "chatTemperature", "chatMaxTokens", "autoCompleteTopK", "autoCompleteTopP", "autoCompleteTemperature", "autoCompleteSinglelineMaxTokens", "autoCompleteMultilineMaxTokens", "editTopK", "editTopP", "editTemperature", "editMaxTokens",))
    draft.__class__ = ClientSideOpenAICompatible
    return draft


class SchemaVersion(StrEnum):
    """Version of the wire format.

    Attributes:
        FIELD_1_0: The only version so far.
    """

    FIELD_1_0 = "1.0"
    """The only version so far."""


SCHEMA_VERSION_BY_VALUE: Final = {member.value: member for member in SchemaVersion}
"""The members of SchemaVersion by their JSON value."""


ProviderID = NewType("ProviderID", str)
"""Identifies a provider within one document. It is the first part of the references of the provider's models.
Valid characters: letters, digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`. Clients choose some
behaviour by well-known ids such as `anthropic`. Matches `^[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+$`.
"""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ClientSideProviderConfig(JsonObject):
    """Client-side settings of a provider. It has no properties yet. It is declared so that readers accept the
    first one.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_client_side_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        return write_unknown(properties, self.unknown)


_CLIENT_SIDE_PROVIDER_CONFIG_DRAFT: Final = draft_class(ClientSideProviderConfig)


def _read_client_side_provider_config(value: Any) -> Any:
    """Return the ClientSideProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CLIENT_SIDE_PROVIDER_CONFIG_DRAFT()
    draft.unknown = read_unknown(value, ())
    draft.__class__ = ClientSideProviderConfig
    return draft


class ReasoningEffort(StrEnum):
    """How much a model should reason before it answers.

    Attributes:
        LOW: Little: fast and cheap. An Anthropic model gets the smallest thinking budget, 1,024 tokens.
        MEDIUM: Some. The thinking budget of an Anthropic model is half of `maxOutputTokens`.
        HIGH: Much: slow and costly. The thinking budget of an Anthropic model is half of
            `maxOutputTokens`.
    """

    LOW = "low"
    """Little: fast and cheap. An Anthropic model gets the smallest thinking budget, 1,024 tokens."""

    MEDIUM = "medium"
    """Some. The thinking budget of an Anthropic model is half of `maxOutputTokens`."""

    HIGH = "high"
    """Much: slow and costly. The thinking budget of an Anthropic model is half of `maxOutputTokens`."""


REASONING_EFFORT_BY_VALUE: Final = {member.value: member for member in ReasoningEffort}
"""The members of ReasoningEffort by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ContextWindow(JsonObject):
    """Token budgets of one request. Clients observe these budgets; they are not the model's technical limits, so
    the output budget may exceed the input budget.

    Attributes:
        max_input_tokens: Maximum number of tokens that a client sends: prompt, history and context
            together. At least 1.
        max_output_tokens: Maximum number of tokens that a client requests from the model. At least 1.
        max_user_input_tokens: The part of `maxInputTokens` for the conversation itself: what the user
            types, and its history. The rest is for context that the user adds. Clients up to July 2025 read
            it only in `modelConfigAllTiers`, where the feature flag `enhanced-context-window` is set. If it
            is absent, or not less than `maxInputTokens`, the conversation may use the whole input budget;
            clients divide only exactly 45,000, into 15,000 for the conversation and 30,000 for context. At
            least 1.
    """

    max_input_tokens: int
    """Maximum number of tokens that a client sends: prompt, history and context together. At least 1."""

    max_output_tokens: int
    """Maximum number of tokens that a client requests from the model. At least 1."""

    max_user_input_tokens: int | None = None
    """The part of `maxInputTokens` for the conversation itself: what the user types, and its history. The rest
    is for context that the user adds. Clients up to July 2025 read it only in `modelConfigAllTiers`, where
    the feature flag `enhanced-context-window` is set. If it is absent, or not less than `maxInputTokens`, the
    conversation may use the whole input budget; clients divide only exactly 45,000, into 15,000 for the
    conversation and 30,000 for context. At least 1.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        max_input_tokens: int,
        max_output_tokens: int,
        max_user_input_tokens: int | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            max_input_tokens,
            max_output_tokens,
            max_user_input_tokens,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_context_window(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["maxInputTokens"] = self.max_input_tokens
        properties["maxOutputTokens"] = self.max_output_tokens
        if self.max_user_input_tokens is not None:
            properties["maxUserInputTokens"] = self.max_user_input_tokens
        return write_unknown(properties, self.unknown)


_CONTEXT_WINDOW_DRAFT: Final = draft_class(ContextWindow)


def _read_context_window(value: Any) -> Any:
    """Return the ContextWindow for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CONTEXT_WINDOW_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "maxInputTokens"
        item = value[name]
        if item.__class__ is not int:
            item = read_integer(item)
        draft.max_input_tokens = item
        name = "maxOutputTokens"
        item = value[name]
        if item.__class__ is not int:
            item = read_integer(item)
        draft.max_output_tokens = item
        name = "maxUserInputTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.max_user_input_tokens = item
        else:
            draft.max_user_input_tokens = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("maxInputTokens", "maxOutputTokens", "maxUserInputTokens",))
    draft.__class__ = ContextWindow
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelTierConfig(JsonObject):
    """Settings of a model within one subscription.

    Attributes:
        context_window: The budgets in this tier, in place of the model's own.
    """

    context_window: ContextWindow
    """The budgets in this tier, in place of the model's own."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        context_window: ContextWindow,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            context_window,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_tier_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["contextWindow"] = self.context_window.to_json()
        return write_unknown(properties, self.unknown)


_MODEL_TIER_CONFIG_DRAFT: Final = draft_class(ModelTierConfig)


def _read_model_tier_config(value: Any) -> Any:
    """Return the ModelTierConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_TIER_CONFIG_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "contextWindow"
        item = value[name]
        item = _read_context_window(item)
        draft.context_window = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("contextWindow",))
    draft.__class__ = ModelTierConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelCost(JsonObject):
    """Approximate price of a model.

    Attributes:
        unit: Number of tokens that the two prices are for.
        input_token_pennies: Price of one unit of input tokens, in US cents. At least 0.
        output_token_pennies: Price of one unit of output tokens, in US cents. At least 0.
    """

    unit: ModelCostUnit | str
    """Number of tokens that the two prices are for."""

    input_token_pennies: float
    """Price of one unit of input tokens, in US cents. At least 0."""

    output_token_pennies: float
    """Price of one unit of output tokens, in US cents. At least 0."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        unit: ModelCostUnit | str,
        input_token_pennies: float,
        output_token_pennies: float,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            unit,
            input_token_pennies,
            output_token_pennies,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_cost(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["unit"] = str(self.unit)
        properties["inputTokenPennies"] = self.input_token_pennies
        properties["outputTokenPennies"] = self.output_token_pennies
        return write_unknown(properties, self.unknown)


_MODEL_COST_DRAFT: Final = draft_class(ModelCost)


def _read_model_cost(value: Any) -> Any:
    """Return the ModelCost for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_COST_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "unit"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = MODEL_COST_UNIT_BY_VALUE.get(item, item)
        draft.unit = item
        name = "inputTokenPennies"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.input_token_pennies = item
        name = "outputTokenPennies"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.output_token_pennies = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("unit", "inputTokenPennies", "outputTokenPennies",))
    draft.__class__ = ModelCost
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class DefaultModels(JsonObject):
    """The models that are used if a user has not chosen one.

    Attributes:
        chat: For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients
            do not edit with a model that lacks it. The value must be present at `/models/*/modelRef`.
        fast_chat: For small background tasks that need a fast answer. Needs the capability `chat`.
            Clients up to July 2025 do not read it. The value must be present at `/models/*/modelRef`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`. Clients
            have no autocomplete if they do not know the provider's id, or, at Fireworks and Google, the
            ModelID; `openAICompatible` in the model's `clientSideConfig` lifts both limits. The value must be
            present at `/models/*/modelRef`.
        fallback_chat: For conversations of a user who has reached a limit. Needs the capability `chat`.
            Current clients read the same value as `unlimitedChat`. The value must be present at
            `/models/*/modelRef`.
    """

    chat: ModelRef
    """For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients do not edit
    with a model that lacks it. The value must be present at `/models/*/modelRef`.
    """

    fast_chat: ModelRef
    """For small background tasks that need a fast answer. Needs the capability `chat`. Clients up to July 2025
    do not read it. The value must be present at `/models/*/modelRef`.
    """

    code_completion: ModelRef
    """For completing code at the cursor. Needs the capability `autocomplete`. Clients have no autocomplete if
    they do not know the provider's id, or, at Fireworks and Google, the ModelID; `openAICompatible` in the
    model's `clientSideConfig` lifts both limits. The value must be present at `/models/*/modelRef`.
    """

    fallback_chat: ModelRef | None = None
    """For conversations of a user who has reached a limit. Needs the capability `chat`. Current clients read the
    same value as `unlimitedChat`. The value must be present at `/models/*/modelRef`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        chat: ModelRef,
        fast_chat: ModelRef,
        code_completion: ModelRef,
        fallback_chat: ModelRef | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            chat,
            fast_chat,
            code_completion,
            fallback_chat,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_default_models(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["chat"] = self.chat
        properties["fastChat"] = self.fast_chat
        properties["codeCompletion"] = self.code_completion
        if self.fallback_chat is not None:
            properties["fallbackChat"] = self.fallback_chat
        return write_unknown(properties, self.unknown)


_DEFAULT_MODELS_DRAFT: Final = draft_class(DefaultModels)


def _read_default_models(value: Any) -> Any:
    """Return the DefaultModels for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _DEFAULT_MODELS_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "chat"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.chat = item
        name = "fastChat"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.fast_chat = item
        name = "codeCompletion"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.code_completion = item
        name = "fallbackChat"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.fallback_chat = item
        else:
            draft.fallback_chat = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("chat", "fastChat", "codeCompletion", "fallbackChat",))
    draft.__class__ = DefaultModels
    return draft


class AwsBedrockAuthMethod(StrEnum):
    """How requests to Amazon Bedrock are authenticated.

    Attributes:
        AWS: Signed with AWS credentials, as Bedrock itself requires.
        DIRECT: The access token is sent unchanged, for a proxy in front of Bedrock that signs the
            requests.
    """

    AWS = "AWS"
    """Signed with AWS credentials, as Bedrock itself requires."""

    DIRECT = "direct"
    """The access token is sent unchanged, for a proxy in front of Bedrock that signs the requests."""


AWS_BEDROCK_AUTH_METHOD_BY_VALUE: Final = {member.value: member for member in AwsBedrockAuthMethod}
"""The members of AwsBedrockAuthMethod by their JSON value."""


class AwsBedrockUrlBuilder(StrEnum):
    """How the URL of a request to Amazon Bedrock is made.

    Attributes:
        AWS: By the rules of AWS, from the region or the VPC endpoint.
        DIRECT: The endpoint is used unchanged, for a proxy in front of Bedrock.
    """

    AWS = "AWS"
    """By the rules of AWS, from the region or the VPC endpoint."""

    DIRECT = "direct"
    """The endpoint is used unchanged, for a proxy in front of Bedrock."""


AWS_BEDROCK_URL_BUILDER_BY_VALUE: Final = {member.value: member for member in AwsBedrockUrlBuilder}
"""The members of AwsBedrockUrlBuilder by their JSON value."""


class GenericServiceName(StrEnum):
    """A vendor whose API the instance supports natively.

    Attributes:
        ANTHROPIC: Anthropic's messages API.
        FIREWORKS: Fireworks AI.
        GOOGLE: Google Gemini, and the models of Vertex AI.
        OPENAI: OpenAI.
    """

    ANTHROPIC = "anthropic"
    """Anthropic's messages API."""

    FIREWORKS = "fireworks"
    """Fireworks AI."""

    GOOGLE = "google"
    """Google Gemini, and the models of Vertex AI."""

    OPENAI = "openai"
    """OpenAI."""


GENERIC_SERVICE_NAME_BY_VALUE: Final = {member.value: member for member in GenericServiceName}
"""The members of GenericServiceName by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class GoogleWorkloadIdentityConfig(JsonObject):
    """Credentials of Google's workload identity federation: a file, or its content. Set one of the two.

    Attributes:
        credentials_file: Path of the credentials file, as the instance's containers see it.
        credentials_json: Content of the credentials file, in base64. Secret: masked in all output; do not
            log it.
    """

    credentials_file: str | None = None
    """Path of the credentials file, as the instance's containers see it."""

    credentials_json: str | None = None
    """Content of the credentials file, in base64. Secret: masked in all output; do not log it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        credentials_file: str | None = None,
        credentials_json: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            credentials_file,
            credentials_json,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_google_workload_identity_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.credentials_file is not None:
            properties["credentialsFile"] = self.credentials_file
        if self.credentials_json is not None:
            properties["credentialsJSON"] = self.credentials_json
        return write_unknown(properties, self.unknown)


_GOOGLE_WORKLOAD_IDENTITY_CONFIG_DRAFT: Final = draft_class(GoogleWorkloadIdentityConfig)


def _read_google_workload_identity_config(value: Any) -> Any:
    """Return the GoogleWorkloadIdentityConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _GOOGLE_WORKLOAD_IDENTITY_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "credentialsFile"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.credentials_file = item
        else:
            draft.credentials_file = None
        name = "credentialsJSON"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.credentials_json = item
        else:
            draft.credentials_json = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("credentialsFile", "credentialsJSON",))
    draft.__class__ = GoogleWorkloadIdentityConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SourcegraphProviderConfig(JsonObject):
    """How an instance reaches Cody Gateway.

    Attributes:
        endpoint: Base URL of the gateway.
        access_token: Token for the gateway: the configured one, or the one derived from the licence key.
            Absent if neither exists. Secret: masked in all output; do not log it.
    """

    endpoint: str
    """Base URL of the gateway."""

    access_token: str | None = None
    """Token for the gateway: the configured one, or the one derived from the licence key. Absent if neither
    exists. Secret: masked in all output; do not log it.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        endpoint: str,
        access_token: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            endpoint,
            access_token,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_sourcegraph_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        return write_unknown(properties, self.unknown)


_SOURCEGRAPH_PROVIDER_CONFIG_DRAFT: Final = draft_class(SourcegraphProviderConfig)


def _read_sourcegraph_provider_config(value: Any) -> Any:
    """Return the SourcegraphProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SOURCEGRAPH_PROVIDER_CONFIG_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("endpoint", "accessToken",))
    draft.__class__ = SourcegraphProviderConfig
    return draft


class AccessTokenQueryMethod(StrEnum):
    """HTTP method of the request for a token, in upper case.

    Attributes:
        GET: Reads the token. The default.
        POST: Requests a token, usually with `formData`.
        PUT: For servers that create tokens with PUT.
        PATCH: For servers that renew tokens with PATCH.
        DELETE: For servers that replace a token by deleting it.
        HEAD: Has a response without a body, so rarely a token.
        OPTIONS: For servers that answer OPTIONS with a token.
    """

    GET = "GET"
    """Reads the token. The default."""

    POST = "POST"
    """Requests a token, usually with `formData`."""

    PUT = "PUT"
    """For servers that create tokens with PUT."""

    PATCH = "PATCH"
    """For servers that renew tokens with PATCH."""

    DELETE = "DELETE"
    """For servers that replace a token by deleting it."""

    HEAD = "HEAD"
    """Has a response without a body, so rarely a token."""

    OPTIONS = "OPTIONS"
    """For servers that answer OPTIONS with a token."""


ACCESS_TOKEN_QUERY_METHOD_BY_VALUE: Final = {member.value: member for member in AccessTokenQueryMethod}
"""The members of AccessTokenQueryMethod by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class BasicAuth(JsonObject):
    """User name and password of HTTP basic authentication.

    Attributes:
        username: User name. Secret: masked in all output; do not log it.
        password: Password. Secret: masked in all output; do not log it.
    """

    username: str | None = None
    """User name. Secret: masked in all output; do not log it."""

    password: str | None = None
    """Password. Secret: masked in all output; do not log it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            username,
            password,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_basic_auth(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.username is not None:
            properties["username"] = self.username
        if self.password is not None:
            properties["password"] = self.password
        return write_unknown(properties, self.unknown)


_BASIC_AUTH_DRAFT: Final = draft_class(BasicAuth)


def _read_basic_auth(value: Any) -> Any:
    """Return the BasicAuth for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _BASIC_AUTH_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "username"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.username = item
        else:
            draft.username = None
        name = "password"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.password = item
        else:
            draft.password = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("username", "password",))
    draft.__class__ = BasicAuth
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class AwsBedrockProvisionedThroughput(JsonObject):
    """Capacity reserved at Amazon Bedrock for one model.

    Attributes:
        arn: Amazon Resource Name of the reservation, sent in place of the model's name.
    """

    arn: str
    """Amazon Resource Name of the reservation, sent in place of the model's name."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        arn: str,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            arn,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_aws_bedrock_provisioned_throughput(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["arn"] = self.arn
        return write_unknown(properties, self.unknown)


_AWS_BEDROCK_PROVISIONED_THROUGHPUT_DRAFT: Final = draft_class(AwsBedrockProvisionedThroughput)


def _read_aws_bedrock_provisioned_throughput(value: Any) -> Any:
    """Return the AwsBedrockProvisionedThroughput for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _AWS_BEDROCK_PROVISIONED_THROUGHPUT_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "arn"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.arn = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("arn",))
    draft.__class__ = AwsBedrockProvisionedThroughput
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ServerSideOpenAICompatible(JsonObject):
    """How an instance names a model to an OpenAI-compatible API.

    Attributes:
        api_model: Text sent as `model`. Set it if the server expects another text than the model's name,
            such as `tgi`. Absent or blank: the `modelName`.
    """

    api_model: str | None = None
    """Text sent as `model`. Set it if the server expects another text than the model's name, such as `tgi`.
    Absent or blank: the `modelName`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        api_model: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            api_model,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_server_side_open_ai_compatible(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.api_model is not None:
            properties["apiModel"] = self.api_model
        return write_unknown(properties, self.unknown)


_SERVER_SIDE_OPEN_AI_COMPATIBLE_DRAFT: Final = draft_class(ServerSideOpenAICompatible)


def _read_server_side_open_ai_compatible(value: Any) -> Any:
    """Return the ServerSideOpenAICompatible for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SERVER_SIDE_OPEN_AI_COMPATIBLE_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "apiModel"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.api_model = item
        else:
            draft.api_model = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("apiModel",))
    draft.__class__ = ServerSideOpenAICompatible
    return draft


class AwsBedrockLatencyOptimization(StrEnum):
    """Whether Amazon Bedrock serves a model with lower latency.

    Attributes:
        STANDARD: The usual latency and price.
        OPTIMIZED: Lower latency, at a higher price.
    """

    STANDARD = "standard"
    """The usual latency and price."""

    OPTIMIZED = "optimized"
    """Lower latency, at a higher price."""


AWS_BEDROCK_LATENCY_OPTIMIZATION_BY_VALUE: Final = {member.value: member for member in AwsBedrockLatencyOptimization}
"""The members of AwsBedrockLatencyOptimization by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ClientSideModelConfig(JsonObject):
    """Client-side settings of a model, by kind of API.

    Attributes:
        open_ai_compatible: Settings for a model behind an OpenAI-compatible API. If it is present, even
            empty, autocomplete accepts the model whatever its provider and name are.
    """

    open_ai_compatible: ClientSideOpenAICompatible | None = None
    """Settings for a model behind an OpenAI-compatible API. If it is present, even empty, autocomplete accepts
    the model whatever its provider and name are.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        open_ai_compatible: ClientSideOpenAICompatible | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            open_ai_compatible,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_client_side_model_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.open_ai_compatible is not None:
            properties["openAICompatible"] = self.open_ai_compatible.to_json()
        return write_unknown(properties, self.unknown)


_CLIENT_SIDE_MODEL_CONFIG_DRAFT: Final = draft_class(ClientSideModelConfig)


def _read_client_side_model_config(value: Any) -> Any:
    """Return the ClientSideModelConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CLIENT_SIDE_MODEL_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "openAICompatible"
        if name in value:
            known += 1
            item = value[name]
            item = _read_client_side_open_ai_compatible(item)
            draft.open_ai_compatible = item
        else:
            draft.open_ai_compatible = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("openAICompatible",))
    draft.__class__ = ClientSideModelConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelConfigAllTiers(JsonObject):
    """Settings of a model by subscription.

    Attributes:
        free: For users of the free tier. If it is absent, clients get the model's own window.
        pro: For users of the pro tier. If it is absent, clients get the model's own window.
        enterprise: For users of an enterprise instance.
    """

    free: ModelTierConfig | None = None
    """For users of the free tier. If it is absent, clients get the model's own window."""

    pro: ModelTierConfig | None = None
    """For users of the pro tier. If it is absent, clients get the model's own window."""

    enterprise: ModelTierConfig | None = None
    """For users of an enterprise instance."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        free: ModelTierConfig | None = None,
        pro: ModelTierConfig | None = None,
        enterprise: ModelTierConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            free,
            pro,
            enterprise,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_config_all_tiers(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.free is not None:
            properties["free"] = self.free.to_json()
        if self.pro is not None:
            properties["pro"] = self.pro.to_json()
        if self.enterprise is not None:
            properties["enterprise"] = self.enterprise.to_json()
        return write_unknown(properties, self.unknown)


_MODEL_CONFIG_ALL_TIERS_DRAFT: Final = draft_class(ModelConfigAllTiers)


def _read_model_config_all_tiers(value: Any) -> Any:
    """Return the ModelConfigAllTiers for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_CONFIG_ALL_TIERS_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "free"
        if name in value:
            known += 1
            item = value[name]
            item = _read_model_tier_config(item)
            draft.free = item
        else:
            draft.free = None
        name = "pro"
        if name in value:
            known += 1
            item = value[name]
            item = _read_model_tier_config(item)
            draft.pro = item
        else:
            draft.pro = None
        name = "enterprise"
        if name in value:
            known += 1
            item = value[name]
            item = _read_model_tier_config(item)
            draft.enterprise = item
        else:
            draft.enterprise = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("free", "pro", "enterprise",))
    draft.__class__ = ModelConfigAllTiers
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class AccessTokenQuery(JsonObject):
    """A request by which the instance fetches an access token, for tokens that expire.

    Attributes:
        url: URL that returns the token.
        method: HTTP method of the request. POST is usual with `formData`. Default where absent: "GET".
        headers: HTTP headers of the request, by name. Secret: masked in all output; do not log it.
        basic_auth: User name and password, sent as HTTP basic authentication. Secret: masked in all
            output; do not log it.
        form_data: Form fields of the request's body, by name. Secret: masked in all output; do not log
            it.
        query_params: Parameters appended to the URL, by name. Secret: masked in all output; do not log
            it.
    """

    url: str
    """URL that returns the token."""

    method: AccessTokenQueryMethod | str | None = None
    """HTTP method of the request. POST is usual with `formData`. Default where absent: "GET"."""

    headers: FrozenMap[str] | None = None
    """HTTP headers of the request, by name. Secret: masked in all output; do not log it."""

    basic_auth: BasicAuth | None = None
    """User name and password, sent as HTTP basic authentication. Secret: masked in all output; do not log it."""

    form_data: FrozenMap[str] | None = None
    """Form fields of the request's body, by name. Secret: masked in all output; do not log it."""

    query_params: FrozenMap[str] | None = None
    """Parameters appended to the URL, by name. Secret: masked in all output; do not log it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        url: str,
        method: AccessTokenQueryMethod | str | None = None,
        headers: FrozenMap[str] | None = None,
        basic_auth: BasicAuth | None = None,
        form_data: FrozenMap[str] | None = None,
        query_params: FrozenMap[str] | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            url,
            method,
            headers,
            basic_auth,
            form_data,
            query_params,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_access_token_query(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["url"] = self.url
        if self.method is not None:
            properties["method"] = str(self.method)
        if self.headers is not None:
            properties["headers"] = dict(self.headers)
        if self.basic_auth is not None:
            properties["basicAuth"] = self.basic_auth.to_json()
        if self.form_data is not None:
            properties["formData"] = dict(self.form_data)
        if self.query_params is not None:
            properties["queryParams"] = dict(self.query_params)
        return write_unknown(properties, self.unknown)


_ACCESS_TOKEN_QUERY_DRAFT: Final = draft_class(AccessTokenQuery)


def _read_access_token_query(value: Any) -> Any:
    """Return the AccessTokenQuery for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _ACCESS_TOKEN_QUERY_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "url"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.url = item
        name = "method"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = ACCESS_TOKEN_QUERY_METHOD_BY_VALUE.get(item, item)
            draft.method = item
        else:
            draft.method = None
        name = "headers"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, read_string)
            draft.headers = item
        else:
            draft.headers = None
        name = "basicAuth"
        if name in value:
            known += 1
            item = value[name]
            item = _read_basic_auth(item)
            draft.basic_auth = item
        else:
            draft.basic_auth = None
        name = "formData"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, read_string)
            draft.form_data = item
        else:
            draft.form_data = None
        name = "queryParams"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, read_string)
            draft.query_params = item
        else:
            draft.query_params = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("url", "method", "headers", "basicAuth", "formData", "queryParams",))
    draft.__class__ = AccessTokenQuery
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class AwsBedrockModelConfig(JsonObject):
    """Settings of one model at Amazon Bedrock.

    Attributes:
        arn: Amazon Resource Name of a reservation or an inference profile, sent in place of the model's
            name.
        latency_optimization: Whether Bedrock answers faster at a higher price. Only some models and
            regions support it.
    """

    arn: str | None = None
    """Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name."""

    latency_optimization: AwsBedrockLatencyOptimization | str | None = None
    """Whether Bedrock answers faster at a higher price. Only some models and regions support it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        arn: str | None = None,
        latency_optimization: AwsBedrockLatencyOptimization | str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            arn,
            latency_optimization,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_aws_bedrock_model_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.arn is not None:
            properties["arn"] = self.arn
        if self.latency_optimization is not None:
            properties["latencyOptimization"] = str(self.latency_optimization)
        return write_unknown(properties, self.unknown)


_AWS_BEDROCK_MODEL_CONFIG_DRAFT: Final = draft_class(AwsBedrockModelConfig)


def _read_aws_bedrock_model_config(value: Any) -> Any:
    """Return the AwsBedrockModelConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _AWS_BEDROCK_MODEL_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "arn"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.arn = item
        else:
            draft.arn = None
        name = "latencyOptimization"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = AWS_BEDROCK_LATENCY_OPTIMIZATION_BY_VALUE.get(item, item)
            draft.latency_optimization = item
        else:
            draft.latency_optimization = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("arn", "latencyOptimization",))
    draft.__class__ = AwsBedrockModelConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class AwsBedrockProviderConfig(JsonObject):
    """How an instance reaches Amazon Bedrock.

    Attributes:
        endpoint: An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC
            endpoint.
        region: The AWS region that requests are signed for. Blank if it is known only from the endpoint.
        access_token: `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or
            blank: the credentials of the instance's own AWS role. Secret: masked in all output; do not log
            it.
        access_token_query: A request by which the instance fetches the token instead.
        auth_method: How requests are authenticated.
        url_builder: How the URL of a request is made from `endpoint`.
    """

    endpoint: str
    """An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint."""

    region: str | None = None
    """The AWS region that requests are signed for. Blank if it is known only from the endpoint."""

    access_token: str | None = None
    """`ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials of
    the instance's own AWS role. Secret: masked in all output; do not log it.
    """

    access_token_query: AccessTokenQuery | None = None
    """A request by which the instance fetches the token instead."""

    auth_method: AwsBedrockAuthMethod | str | None = None
    """How requests are authenticated."""

    url_builder: AwsBedrockUrlBuilder | str | None = None
    """How the URL of a request is made from `endpoint`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        endpoint: str,
        region: str | None = None,
        access_token: str | None = None,
        access_token_query: AccessTokenQuery | None = None,
        auth_method: AwsBedrockAuthMethod | str | None = None,
        url_builder: AwsBedrockUrlBuilder | str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            endpoint,
            region,
            access_token,
            access_token_query,
            auth_method,
            url_builder,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_aws_bedrock_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["endpoint"] = self.endpoint
        if self.region is not None:
            properties["region"] = self.region
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.access_token_query is not None:
            properties["accessTokenQuery"] = self.access_token_query.to_json()
        if self.auth_method is not None:
            properties["authMethod"] = str(self.auth_method)
        if self.url_builder is not None:
            properties["urlBuilder"] = str(self.url_builder)
        return write_unknown(properties, self.unknown)


_AWS_BEDROCK_PROVIDER_CONFIG_DRAFT: Final = draft_class(AwsBedrockProviderConfig)


def _read_aws_bedrock_provider_config(value: Any) -> Any:
    """Return the AwsBedrockProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _AWS_BEDROCK_PROVIDER_CONFIG_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "region"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.region = item
        else:
            draft.region = None
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
        name = "accessTokenQuery"
        if name in value:
            known += 1
            item = value[name]
            item = _read_access_token_query(item)
            draft.access_token_query = item
        else:
            draft.access_token_query = None
        name = "authMethod"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = AWS_BEDROCK_AUTH_METHOD_BY_VALUE.get(item, item)
            draft.auth_method = item
        else:
            draft.auth_method = None
        name = "urlBuilder"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = AWS_BEDROCK_URL_BUILDER_BY_VALUE.get(item, item)
            draft.url_builder = item
        else:
            draft.url_builder = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("endpoint", "region", "accessToken", "accessTokenQuery", "authMethod", "urlBuilder",))
    draft.__class__ = AwsBedrockProviderConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class AzureOpenAIProviderConfig(JsonObject):
    """How an instance reaches Azure OpenAI.

    Attributes:
        endpoint: URL of the Azure OpenAI resource, as the Azure portal shows it.
        access_token: API key from the Azure portal. Absent or blank: the workload or managed identity of
            the instance. Secret: masked in all output; do not log it.
        access_token_query: A request by which the instance fetches the token instead.
        api_version: Version of the Azure OpenAI API, a date such as `2024-10-21`.
        user: Value of the API's `user` field in every request, by which Azure distinguishes the sources
            of requests. May be blank.
        use_deprecated_completions_api: Whether completions go to the older completions API, which some
            older models need.
    """

    endpoint: str
    """URL of the Azure OpenAI resource, as the Azure portal shows it."""

    access_token: str | None = None
    """API key from the Azure portal. Absent or blank: the workload or managed identity of the instance. Secret:
    masked in all output; do not log it.
    """

    access_token_query: AccessTokenQuery | None = None
    """A request by which the instance fetches the token instead."""

    api_version: str | None = None
    """Version of the Azure OpenAI API, a date such as `2024-10-21`."""

    user: str | None = None
    """Value of the API's `user` field in every request, by which Azure distinguishes the sources of requests.
    May be blank.
    """

    use_deprecated_completions_api: bool | None = None
    """Whether completions go to the older completions API, which some older models need."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        endpoint: str,
        access_token: str | None = None,
        access_token_query: AccessTokenQuery | None = None,
        api_version: str | None = None,
        user: str | None = None,
        use_deprecated_completions_api: bool | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            endpoint,
            access_token,
            access_token_query,
            api_version,
            user,
            use_deprecated_completions_api,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_azure_open_ai_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.access_token_query is not None:
            properties["accessTokenQuery"] = self.access_token_query.to_json()
        if self.api_version is not None:
            properties["apiVersion"] = self.api_version
        if self.user is not None:
            properties["user"] = self.user
        if self.use_deprecated_completions_api is not None:
            properties["useDeprecatedCompletionsAPI"] = self.use_deprecated_completions_api
        return write_unknown(properties, self.unknown)


_AZURE_OPEN_AI_PROVIDER_CONFIG_DRAFT: Final = draft_class(AzureOpenAIProviderConfig)


def _read_azure_open_ai_provider_config(value: Any) -> Any:
    """Return the AzureOpenAIProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _AZURE_OPEN_AI_PROVIDER_CONFIG_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
        name = "accessTokenQuery"
        if name in value:
            known += 1
            item = value[name]
            item = _read_access_token_query(item)
            draft.access_token_query = item
        else:
            draft.access_token_query = None
        name = "apiVersion"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.api_version = item
        else:
            draft.api_version = None
        name = "user"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.user = item
        else:
            draft.user = None
        name = "useDeprecatedCompletionsAPI"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.use_deprecated_completions_api = item
        else:
            draft.use_deprecated_completions_api = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("endpoint", "accessToken", "accessTokenQuery", "apiVersion", "user", "useDeprecatedCompletionsAPI",))
    draft.__class__ = AzureOpenAIProviderConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class GenericProviderConfig(JsonObject):
    """How an instance reaches a vendor's own API.

    Attributes:
        service_name: The vendor of the API.
        endpoint: URL of the API.
        access_token: The key that the vendor issued; for Vertex AI the key of a service account, its JSON
            in base64. Absent for Google: its application default credentials. Secret: masked in all output;
            do not log it.
        access_token_query: A request by which the instance fetches the token instead.
        google_workload_identity_config: Google only: credentials for workload identity federation, in
            place of a token.
    """

    service_name: GenericServiceName | str
    """The vendor of the API."""

    endpoint: str
    """URL of the API."""

    access_token: str | None = None
    """The key that the vendor issued; for Vertex AI the key of a service account, its JSON in base64. Absent for
    Google: its application default credentials. Secret: masked in all output; do not log it.
    """

    access_token_query: AccessTokenQuery | None = None
    """A request by which the instance fetches the token instead."""

    google_workload_identity_config: GoogleWorkloadIdentityConfig | None = None
    """Google only: credentials for workload identity federation, in place of a token."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        service_name: GenericServiceName | str,
        endpoint: str,
        access_token: str | None = None,
        access_token_query: AccessTokenQuery | None = None,
        google_workload_identity_config: GoogleWorkloadIdentityConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            service_name,
            endpoint,
            access_token,
            access_token_query,
            google_workload_identity_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_generic_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["serviceName"] = str(self.service_name)
        properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.access_token_query is not None:
            properties["accessTokenQuery"] = self.access_token_query.to_json()
        if self.google_workload_identity_config is not None:
            properties["googleWorkloadIdentityConfig"] = self.google_workload_identity_config.to_json()
        return write_unknown(properties, self.unknown)


_GENERIC_PROVIDER_CONFIG_DRAFT: Final = draft_class(GenericProviderConfig)


def _read_generic_provider_config(value: Any) -> Any:
    """Return the GenericProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _GENERIC_PROVIDER_CONFIG_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "serviceName"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = GENERIC_SERVICE_NAME_BY_VALUE.get(item, item)
        draft.service_name = item
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
        name = "accessTokenQuery"
        if name in value:
            known += 1
            item = value[name]
            item = _read_access_token_query(item)
            draft.access_token_query = item
        else:
            draft.access_token_query = None
        name = "googleWorkloadIdentityConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _read_google_workload_identity_config(item)
            draft.google_workload_identity_config = item
        else:
            draft.google_workload_identity_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("serviceName", "endpoint", "accessToken", "accessTokenQuery", "googleWorkloadIdentityConfig",))
    draft.__class__ = GenericProviderConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class OpenAICompatibleEndpoint(JsonObject):
    """One address of a server that implements the OpenAI API, and its credentials.

    Attributes:
        url: Base URL of the API, to which `/chat/completions` and the like are appended.
        access_token: Token sent as `Authorization: Bearer`. Absent or blank if the server needs none.
            Secret: masked in all output; do not log it.
        access_token_query: A request by which the instance fetches the token instead.
        headers: HTTP headers of every request, by name. If they are set, `accessToken` and
            `accessTokenQuery` are ignored, so they must include the authentication. Secret: masked in all
            output; do not log it.
    """

    url: str
    """Base URL of the API, to which `/chat/completions` and the like are appended."""

    access_token: str | None = None
    """Token sent as `Authorization: Bearer`. Absent or blank if the server needs none. Secret: masked in all
    output; do not log it.
    """

    access_token_query: AccessTokenQuery | None = None
    """A request by which the instance fetches the token instead."""

    headers: FrozenMap[str] | None = None
    """HTTP headers of every request, by name. If they are set, `accessToken` and `accessTokenQuery` are ignored,
    so they must include the authentication. Secret: masked in all output; do not log it.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        url: str,
        access_token: str | None = None,
        access_token_query: AccessTokenQuery | None = None,
        headers: FrozenMap[str] | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            url,
            access_token,
            access_token_query,
            headers,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_open_ai_compatible_endpoint(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["url"] = self.url
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.access_token_query is not None:
            properties["accessTokenQuery"] = self.access_token_query.to_json()
        if self.headers is not None:
            properties["headers"] = dict(self.headers)
        return write_unknown(properties, self.unknown)


_OPEN_AI_COMPATIBLE_ENDPOINT_DRAFT: Final = draft_class(OpenAICompatibleEndpoint)


def _read_open_ai_compatible_endpoint(value: Any) -> Any:
    """Return the OpenAICompatibleEndpoint for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _OPEN_AI_COMPATIBLE_ENDPOINT_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "url"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.url = item
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
        name = "accessTokenQuery"
        if name in value:
            known += 1
            item = value[name]
            item = _read_access_token_query(item)
            draft.access_token_query = item
        else:
            draft.access_token_query = None
        name = "headers"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, read_string)
            draft.headers = item
        else:
            draft.headers = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("url", "accessToken", "accessTokenQuery", "headers",))
    draft.__class__ = OpenAICompatibleEndpoint
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ServerSideModelConfig(JsonObject):
    """What an instance needs to call a model, in addition to the provider's settings: exactly one property,
    named after the kind of API.

    Attributes:
        aws_bedrock_provisioned_throughput: The model runs on capacity reserved at Amazon Bedrock.
        open_ai_compatible: The model is behind an OpenAI-compatible API.
        aws_bedrock: The model is at Amazon Bedrock and needs its own settings.
    """

    aws_bedrock_provisioned_throughput: AwsBedrockProvisionedThroughput | None = None
    """The model runs on capacity reserved at Amazon Bedrock."""

    open_ai_compatible: ServerSideOpenAICompatible | None = None
    """The model is behind an OpenAI-compatible API."""

    aws_bedrock: AwsBedrockModelConfig | None = None
    """The model is at Amazon Bedrock and needs its own settings."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        aws_bedrock_provisioned_throughput: AwsBedrockProvisionedThroughput | None = None,
        open_ai_compatible: ServerSideOpenAICompatible | None = None,
        aws_bedrock: AwsBedrockModelConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            aws_bedrock_provisioned_throughput,
            open_ai_compatible,
            aws_bedrock,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_server_side_model_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.aws_bedrock_provisioned_throughput is not None:
            properties["awsBedrockProvisionedThroughput"] = self.aws_bedrock_provisioned_throughput.to_json()
        if self.open_ai_compatible is not None:
            properties["openAICompatible"] = self.open_ai_compatible.to_json()
        if self.aws_bedrock is not None:
            properties["awsBedrock"] = self.aws_bedrock.to_json()
        return write_unknown(properties, self.unknown)


_SERVER_SIDE_MODEL_CONFIG_DRAFT: Final = draft_class(ServerSideModelConfig)


def _read_server_side_model_config(value: Any) -> Any:
    """Return the ServerSideModelConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SERVER_SIDE_MODEL_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "awsBedrockProvisionedThroughput"
        if name in value:
            known += 1
            item = value[name]
            item = _read_aws_bedrock_provisioned_throughput(item)
            draft.aws_bedrock_provisioned_throughput = item
        else:
            draft.aws_bedrock_provisioned_throughput = None
        name = "openAICompatible"
        if name in value:
            known += 1
            item = value[name]
            item = _read_server_side_open_ai_compatible(item)
            draft.open_ai_compatible = item
        else:
            draft.open_ai_compatible = None
        name = "awsBedrock"
        if name in value:
            known += 1
            item = value[name]
            item = _read_aws_bedrock_model_config(item)
            draft.aws_bedrock = item
        else:
            draft.aws_bedrock = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("awsBedrockProvisionedThroughput", "openAICompatible", "awsBedrock",))
    draft.__class__ = ServerSideModelConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Model(JsonObject):
    """One model: how to refer to it, what it can do, and how much text it takes.

    Attributes:
        model_ref: The model's identifier, unique within the document.
        display_name: Display name, at most 128 bytes of UTF-8, as model pickers show it. If it is absent
            or blank, an instance sets the ModelID, the last part of `modelRef`. At most 128 characters.
            Always present in the client view.
        model_name: Name of the model in the provider's API. It may change while `modelRef` stays, for
            example when an alias refers to a newer build. At least 1 character.
        capabilities: What the model can be used for. A set: the order has no meaning. Items are unique.
        category: What the model is best at, as the model picker groups it.
        status: How mature the model is, and whether clients should offer it.
        tier: The lowest subscription that may use the model. Every model that a site administrator
            defines or changes is `enterprise`.
        context_window: Maximum numbers of tokens that clients send and request. Where the site's feature
            flag `enhanced-context-window` is set, clients use the window of their tier in
            `modelConfigAllTiers` instead, if that property is present. Of models whose `modelName` starts
            with `mistral` or `mixtral`, clients use 85 % of this window's input.
        client_side_config: Settings that clients need to use this model. Clients up to July 2025 read
            only whether `openAICompatible` is present, and its `contextSizeHintTotalCharacters`.
        server_side_config: Settings that only the instance needs to call the model. Never sent to
            clients, and never part of a published catalogue. Server-side: never sent to clients.
        reasoning_effort: How much the model should reason before it answers. Set in a site configuration,
            for models with the capability `reasoning`. The instance applies it; clients never receive it.
            Server-side: never sent to clients.
        estimated_model_cost: Approximate price of the model, for comparison only. Clients up to July 2025
            do not read it.
        model_config_all_tiers: Context windows by subscription, for clients where the feature flag
            `enhanced-context-window` is set. If it is present, clients read their tier from it without
            checking that it exists, so `enterprise` is required. For clients, an instance sets each tier that
            is absent to the model's own window.
        released_on: Day on which the vendor released the model. Since contract 1.1.0.
        deprecated_on: Day on which the provider deprecated the model, on the route through which the
            document's publisher reaches it. It may be in the future. Since contract 1.1.0.
        retires_on: Day from which the provider no longer serves the model, on the route through which the
            document's publisher reaches it. If it is absent, no day has been announced. Since contract 1.1.0.
        replacement: The model of this document to use after `retiresOn`. Since contract 1.1.0.
    """

    model_ref: ModelRef
    """The model's identifier, unique within the document."""

    display_name: str | None = None
    """Display name, at most 128 bytes of UTF-8, as model pickers show it. If it is absent or blank, an instance
    sets the ModelID, the last part of `modelRef`. At most 128 characters. Always present in the client view.
    """

    model_name: str
    """Name of the model in the provider's API. It may change while `modelRef` stays, for example when an alias
    refers to a newer build. At least 1 character.
    """

    capabilities: tuple[Capability | str, ...]
    """What the model can be used for. A set: the order has no meaning. Items are unique."""

    category: ModelCategory | str
    """What the model is best at, as the model picker groups it."""

    status: ModelStatus | str
    """How mature the model is, and whether clients should offer it."""

    tier: ModelTier | str
    """The lowest subscription that may use the model. Every model that a site administrator defines or changes
    is `enterprise`.
    """

    context_window: ContextWindow
    """Maximum numbers of tokens that clients send and request. Where the site's feature flag
    `enhanced-context-window` is set, clients use the window of their tier in `modelConfigAllTiers` instead,
    if that property is present. Of models whose `modelName` starts with `mistral` or `mixtral`, clients use
    85 % of this window's input.
    """

    client_side_config: ClientSideModelConfig | None = None
    """Settings that clients need to use this model. Clients up to July 2025 read only whether `openAICompatible`
    is present, and its `contextSizeHintTotalCharacters`.
    """

    server_side_config: ServerSideModelConfig | None = None
    """Settings that only the instance needs to call the model. Never sent to clients, and never part of a
    published catalogue. Server-side: never sent to clients.
    """

    reasoning_effort: ReasoningEffort | str | None = None
    """How much the model should reason before it answers. Set in a site configuration, for models with the
    capability `reasoning`. The instance applies it; clients never receive it. Server-side: never sent to
    clients.
    """

    estimated_model_cost: ModelCost | None = None
    """Approximate price of the model, for comparison only. Clients up to July 2025 do not read it."""

    model_config_all_tiers: ModelConfigAllTiers | None = None
    """Context windows by subscription, for clients where the feature flag `enhanced-context-window` is set. If
    it is present, clients read their tier from it without checking that it exists, so `enterprise` is
    required. For clients, an instance sets each tier that is absent to the model's own window.
    """

    released_on: CalendarDate | None = None
    """Day on which the vendor released the model. Since contract 1.1.0."""

    deprecated_on: CalendarDate | None = None
    """Day on which the provider deprecated the model, on the route through which the document's publisher
    reaches it. It may be in the future. Since contract 1.1.0.
    """

    retires_on: CalendarDate | None = None
    """Day from which the provider no longer serves the model, on the route through which the document's
    publisher reaches it. If it is absent, no day has been announced. Since contract 1.1.0.
    """

    replacement: ModelRef | None = None
    """The model of this document to use after `retiresOn`. Since contract 1.1.0."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        model_ref: ModelRef,
        display_name: str | None = None,
        model_name: str,
        capabilities: tuple[Capability | str, ...],
        category: ModelCategory | str,
        status: ModelStatus | str,
        tier: ModelTier | str,
        context_window: ContextWindow,
        client_side_config: ClientSideModelConfig | None = None,
        server_side_config: ServerSideModelConfig | None = None,
        reasoning_effort: ReasoningEffort | str | None = None,
        estimated_model_cost: ModelCost | None = None,
        model_config_all_tiers: ModelConfigAllTiers | None = None,
        released_on: CalendarDate | None = None,
        deprecated_on: CalendarDate | None = None,
        retires_on: CalendarDate | None = None,
        replacement: ModelRef | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            model_ref,
            display_name,
            model_name,
            capabilities,
            category,
            status,
            tier,
            context_window,
            client_side_config,
            server_side_config,
            reasoning_effort,
            estimated_model_cost,
            model_config_all_tiers,
            released_on,
            deprecated_on,
            retires_on,
            replacement,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["modelRef"] = self.model_ref
        if self.display_name is not None:
            properties["displayName"] = self.display_name
        properties["modelName"] = self.model_name
        properties["capabilities"] = [str(item) for item in self.capabilities]
        properties["category"] = str(self.category)
        properties["status"] = str(self.status)
        properties["tier"] = str(self.tier)
        properties["contextWindow"] = self.context_window.to_json()
        if self.client_side_config is not None:
            properties["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            properties["serverSideConfig"] = self.server_side_config.to_json()
        if self.reasoning_effort is not None:
            properties["reasoningEffort"] = str(self.reasoning_effort)
        if self.estimated_model_cost is not None:
            properties["estimatedModelCost"] = self.estimated_model_cost.to_json()
        if self.model_config_all_tiers is not None:
            properties["modelConfigAllTiers"] = self.model_config_all_tiers.to_json()
        if self.released_on is not None:
            properties["releasedOn"] = self.released_on
        if self.deprecated_on is not None:
            properties["deprecatedOn"] = self.deprecated_on
        if self.retires_on is not None:
            properties["retiresOn"] = self.retires_on
        if self.replacement is not None:
            properties["replacement"] = self.replacement
        return write_unknown(properties, self.unknown)

    def cost_usd(self, input_tokens: int, output_tokens: int) -> float | None:
        """Return the approximate price of a request in US dollars, or None if the price or its unit is unknown.

        Args:
            input_tokens: Number of tokens that are sent to the model.
            output_tokens: Number of tokens that the model produces.
        """
        cost = self.estimated_model_cost
        if cost is None:
            return None
        tokens = {"mtok": 1_000_000, "btok": 1_000_000_000}.get(cost.unit)
        if tokens is None:
            return None
        cents = cost.input_token_pennies * input_tokens + cost.output_token_pennies * output_tokens
        # One division: each one rounds.
        return cents / (100 * tokens)


_MODEL_DRAFT: Final = draft_class(Model)


def _read_model(value: Any) -> Any:
    """Return the Model for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_DRAFT()
    known = 7
    name = ""
    item: Any
    try:
        name = "modelRef"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.model_ref = item
        name = "displayName"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.display_name = item
        else:
            draft.display_name = None
        name = "modelName"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.model_name = item
        name = "capabilities"
        item = value[name]
        item = () if item is None else read_open_array(CAPABILITY_BY_VALUE, item)
        draft.capabilities = item
        name = "category"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = MODEL_CATEGORY_BY_VALUE.get(item, item)
        draft.category = item
        name = "status"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = MODEL_STATUS_BY_VALUE.get(item, item)
        draft.status = item
        name = "tier"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = MODEL_TIER_BY_VALUE.get(item, item)
        draft.tier = item
        name = "contextWindow"
        item = value[name]
        item = _read_context_window(item)
        draft.context_window = item
        name = "clientSideConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _read_client_side_model_config(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "serverSideConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _read_server_side_model_config(item)
            draft.server_side_config = item
        else:
            draft.server_side_config = None
        name = "reasoningEffort"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = REASONING_EFFORT_BY_VALUE.get(item, item)
            draft.reasoning_effort = item
        else:
            draft.reasoning_effort = None
        name = "estimatedModelCost"
        if name in value:
            known += 1
            item = value[name]
            item = _read_model_cost(item)
            draft.estimated_model_cost = item
        else:
            draft.estimated_model_cost = None
        name = "modelConfigAllTiers"
        if name in value:
            known += 1
            item = value[name]
            item = _read_model_config_all_tiers(item)
            draft.model_config_all_tiers = item
        else:
            draft.model_config_all_tiers = None
        name = "releasedOn"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.released_on = item
        else:
            draft.released_on = None
        name = "deprecatedOn"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.deprecated_on = item
        else:
            draft.deprecated_on = None
        name = "retiresOn"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.retires_on = item
        else:
            draft.retires_on = None
        name = "replacement"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.replacement = item
        else:
            draft.replacement = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("modelRef", "displayName", "modelName", "capabilities", "category", "status", "tier", "contextWindow", "clientSideConfig", "serverSideConfig", "reasoningEffort", "estimatedModelCost", "modelConfigAllTiers", "releasedOn", "deprecatedOn", "retiresOn", "replacement",))
    draft.__class__ = Model
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class OpenAICompatibleProviderConfig(JsonObject):
    """How an instance reaches a server that implements the OpenAI API.

    Attributes:
        endpoints: Addresses of the server. The instance distributes its requests over them.
        enable_verbose_logs: Whether the instance logs every request and answer. For debugging only: the
            log then contains prompts.
        use_legacy_completions: Whether autocomplete uses the older `/completions` route instead of
            `/chat/completions`. Default where absent: true.
    """

    endpoints: tuple[OpenAICompatibleEndpoint, ...]
    """Addresses of the server. The instance distributes its requests over them."""

    enable_verbose_logs: bool | None = None
    """Whether the instance logs every request and answer. For debugging only: the log then contains prompts."""

    use_legacy_completions: bool | None = None
    """Whether autocomplete uses the older `/completions` route instead of `/chat/completions`. Default where
    absent: true.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        endpoints: tuple[OpenAICompatibleEndpoint, ...],
        enable_verbose_logs: bool | None = None,
        use_legacy_completions: bool | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            endpoints,
            enable_verbose_logs,
            use_legacy_completions,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_open_ai_compatible_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            properties["enableVerboseLogs"] = self.enable_verbose_logs
        if self.use_legacy_completions is not None:
            properties["useLegacyCompletions"] = self.use_legacy_completions
        return write_unknown(properties, self.unknown)


_OPEN_AI_COMPATIBLE_PROVIDER_CONFIG_DRAFT: Final = draft_class(OpenAICompatibleProviderConfig)


def _read_open_ai_compatible_provider_config(value: Any) -> Any:
    """Return the OpenAICompatibleProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _OPEN_AI_COMPATIBLE_PROVIDER_CONFIG_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "endpoints"
        item = value[name]
        item = () if item is None else read_array(item, _read_open_ai_compatible_endpoint)
        draft.endpoints = item
        name = "enableVerboseLogs"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.enable_verbose_logs = item
        else:
            draft.enable_verbose_logs = None
        name = "useLegacyCompletions"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.use_legacy_completions = item
        else:
            draft.use_legacy_completions = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("endpoints", "enableVerboseLogs", "useLegacyCompletions",))
    draft.__class__ = OpenAICompatibleProviderConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ServerSideProviderConfig(JsonObject):
    """How an instance reaches a provider: exactly one property, named after the kind of API. Exists only inside
    an instance.

    Attributes:
        aws_bedrock: The provider is Amazon Bedrock.
        azure_open_ai: The provider is Azure OpenAI.
        generic_provider: The provider is a vendor that needs only a token and an endpoint, such as
            Anthropic.
        open_ai_compatible: The provider is any server that implements the OpenAI API, including Hugging
            Face TGI.
        sourcegraph_provider: The provider's models are reached through Cody Gateway.
    """

    aws_bedrock: AwsBedrockProviderConfig | None = None
    """The provider is Amazon Bedrock."""

    azure_open_ai: AzureOpenAIProviderConfig | None = None
    """The provider is Azure OpenAI."""

    generic_provider: GenericProviderConfig | None = None
    """The provider is a vendor that needs only a token and an endpoint, such as Anthropic."""

    open_ai_compatible: OpenAICompatibleProviderConfig | None = None
    """The provider is any server that implements the OpenAI API, including Hugging Face TGI."""

    sourcegraph_provider: SourcegraphProviderConfig | None = None
    """The provider's models are reached through Cody Gateway."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        aws_bedrock: AwsBedrockProviderConfig | None = None,
        azure_open_ai: AzureOpenAIProviderConfig | None = None,
        generic_provider: GenericProviderConfig | None = None,
        open_ai_compatible: OpenAICompatibleProviderConfig | None = None,
        sourcegraph_provider: SourcegraphProviderConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            aws_bedrock,
            azure_open_ai,
            generic_provider,
            open_ai_compatible,
            sourcegraph_provider,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_server_side_provider_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.aws_bedrock is not None:
            properties["awsBedrock"] = self.aws_bedrock.to_json()
        if self.azure_open_ai is not None:
            properties["azureOpenAi"] = self.azure_open_ai.to_json()
        if self.generic_provider is not None:
            properties["genericProvider"] = self.generic_provider.to_json()
        if self.open_ai_compatible is not None:
            properties["openAICompatible"] = self.open_ai_compatible.to_json()
        if self.sourcegraph_provider is not None:
            properties["sourcegraphProvider"] = self.sourcegraph_provider.to_json()
        return write_unknown(properties, self.unknown)


_SERVER_SIDE_PROVIDER_CONFIG_DRAFT: Final = draft_class(ServerSideProviderConfig)


def _read_server_side_provider_config(value: Any) -> Any:
    """Return the ServerSideProviderConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SERVER_SIDE_PROVIDER_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "awsBedrock"
        if name in value:
            known += 1
            item = value[name]
            item = _read_aws_bedrock_provider_config(item)
            draft.aws_bedrock = item
        else:
            draft.aws_bedrock = None
        name = "azureOpenAi"
        if name in value:
            known += 1
            item = value[name]
            item = _read_azure_open_ai_provider_config(item)
            draft.azure_open_ai = item
        else:
            draft.azure_open_ai = None
        name = "genericProvider"
        if name in value:
            known += 1
            item = value[name]
            item = _read_generic_provider_config(item)
            draft.generic_provider = item
        else:
            draft.generic_provider = None
        name = "openAICompatible"
        if name in value:
            known += 1
            item = value[name]
            item = _read_open_ai_compatible_provider_config(item)
            draft.open_ai_compatible = item
        else:
            draft.open_ai_compatible = None
        name = "sourcegraphProvider"
        if name in value:
            known += 1
            item = value[name]
            item = _read_sourcegraph_provider_config(item)
            draft.sourcegraph_provider = item
        else:
            draft.sourcegraph_provider = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("awsBedrock", "azureOpenAi", "genericProvider", "openAICompatible", "sourcegraphProvider",))
    draft.__class__ = ServerSideProviderConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Provider(JsonObject):
    """A service that runs models: a vendor, a cloud, or self-hosted servers.

    Attributes:
        id: The provider's identifier, unique within the document. Model pickers show it, with a capital
            letter.
        display_name: Display name, at most 128 bytes of UTF-8. If it is absent or blank, an instance sets
            `Provider "id"`. Clients up to July 2025 show the id instead. At most 128 characters. Always
            present in the client view.
        client_side_config: Settings that clients receive. It has no properties yet.
        server_side_config: How the instance reaches the provider, including credentials. Never sent to
            clients, and never part of a published catalogue. Server-side: never sent to clients.
    """

    id: ProviderID
    """The provider's identifier, unique within the document. Model pickers show it, with a capital letter."""

    display_name: str | None = None
    """Display name, at most 128 bytes of UTF-8. If it is absent or blank, an instance sets `Provider "id"`.
    Clients up to July 2025 show the id instead. At most 128 characters. Always present in the client view.
    """

    client_side_config: ClientSideProviderConfig | None = None
    """Settings that clients receive. It has no properties yet."""

    server_side_config: ServerSideProviderConfig | None = None
    """How the instance reaches the provider, including credentials. Never sent to clients, and never part of a
    published catalogue. Server-side: never sent to clients.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        id: ProviderID,
        display_name: str | None = None,
        client_side_config: ClientSideProviderConfig | None = None,
        server_side_config: ServerSideProviderConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            id,
            display_name,
            client_side_config,
            server_side_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["id"] = self.id
        if self.display_name is not None:
            properties["displayName"] = self.display_name
        if self.client_side_config is not None:
            properties["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            properties["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(properties, self.unknown)


_PROVIDER_DRAFT: Final = draft_class(Provider)


def _read_provider(value: Any) -> Any:
    """Return the Provider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _PROVIDER_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "id"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.id = item
        name = "displayName"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.display_name = item
        else:
            draft.display_name = None
        name = "clientSideConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _read_client_side_provider_config(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "serverSideConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _read_server_side_provider_config(item)
            draft.server_side_config = item
        else:
            draft.server_side_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("id", "displayName", "clientSideConfig", "serverSideConfig",))
    draft.__class__ = Provider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelConfiguration(JsonObject):
    """A complete model configuration. The same shape serves as the published catalogue, as the merged result on
    an instance, and, without its server-side properties, as the client view.

    Attributes:
        schema_version: Version of the wire format. Readers compare it with "1.0". It is independent of
            the contract version. Clients up to July 2025 do not compare it.
        revision: Version of the content. An opaque string to readers; the catalogue writes
            `YYYY-MM-DD.N`, the day and a counter within it. An instance without catalogue models writes "-".
            At least 1 character.
        providers: The providers of the models, in display order. No two items have the same `id`.
        models: The models, in display order. The order also decides which model is inferred if a default
            is missing. No two items have the same `modelRef`.
        default_models: The models that are used if a user has not chosen one.
    """

    schema_version: SchemaVersion | str
    """Version of the wire format. Readers compare it with "1.0". It is independent of the contract version.
    Clients up to July 2025 do not compare it.
    """

    revision: str
    """Version of the content. An opaque string to readers; the catalogue writes `YYYY-MM-DD.N`, the day and a
    counter within it. An instance without catalogue models writes "-". At least 1 character.
    """

    providers: tuple[Provider, ...]
    """The providers of the models, in display order. No two items have the same `id`."""

    models: tuple[Model, ...]
    """The models, in display order. The order also decides which model is inferred if a default is missing. No
    two items have the same `modelRef`.
    """

    default_models: DefaultModels
    """The models that are used if a user has not chosen one."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        schema_version: SchemaVersion | str,
        revision: str,
        providers: tuple[Provider, ...],
        models: tuple[Model, ...],
        default_models: DefaultModels,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            schema_version,
            revision,
            providers,
            models,
            default_models,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_configuration(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["schemaVersion"] = str(self.schema_version)
        properties["revision"] = self.revision
        properties["providers"] = [item.to_json() for item in self.providers]
        properties["models"] = [item.to_json() for item in self.models]
        properties["defaultModels"] = self.default_models.to_json()
        return write_unknown(properties, self.unknown)

    def model(self, ref: str) -> Model:
        """Return the model with a reference, such as that of a default. Raises KeyError if no model has it.

        Args:
            ref: The whole reference, `provider::apiVersion::modelID`.
        """
        for model in self.models:
            if model.model_ref == ref:
                return model
        raise KeyError(ref)


_MODEL_CONFIGURATION_DRAFT: Final = draft_class(ModelConfiguration)


def _read_model_configuration(value: Any) -> Any:
    """Return the ModelConfiguration for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_CONFIGURATION_DRAFT()
    known = 5
    name = ""
    item: Any
    try:
        name = "schemaVersion"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = SCHEMA_VERSION_BY_VALUE.get(item, item)
        draft.schema_version = item
        name = "revision"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.revision = item
        name = "providers"
        item = value[name]
        item = () if item is None else read_array(item, _read_provider)
        draft.providers = item
        name = "models"
        item = value[name]
        item = () if item is None else read_array(item, _read_model)
        draft.models = item
        name = "defaultModels"
        item = value[name]
        item = _read_default_models(item)
        draft.default_models = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("schemaVersion", "revision", "providers", "models", "defaultModels",))
    draft.__class__ = ModelConfiguration
    return draft

CONTRACT_VERSION: Final = "1.1.0"
"""Version of the contract that these types were generated from."""

SCHEMA_HASH: Final = "2dcdc77a1a62a5a5"
"""Hash of the schema of a model configuration; it changes when the schema does."""
