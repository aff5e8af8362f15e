# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema dff1354017287f46.
"""Model configuration. Which LLM providers and models exist, what each can do, and which are the defaults: the
document that a gateway publishes, an instance merges and Cody clients read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NewType, Self

from ._support import (
    ABSENT,
    FrozenMap,
    ShapeError,
    mismatch,
    read_array,
    read_boolean,
    read_integer,
    read_map,
    read_number,
    read_object,
    read_open,
    read_string,
    read_unknown,
    write_unknown,
)


class Capability(StrEnum):
    """Something that a model may be used for.

    Values:
        autocomplete: Completes code at the cursor.
        chat: Answers in a conversation.
        edit: Rewrites a selection as instructed.
        vision: Reads images that a user adds.
        reasoning: Thinks before it answers, which takes time and output tokens.
        tools: Calls tools that the client offers it.
        smartApply: Applies a suggested change to a file.
        fallback: May take over when a user has used up a limit.
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
    """Thinks before it answers, which takes time and output tokens."""

    TOOLS = "tools"
    """Calls tools that the client offers it."""

    SMART_APPLY = "smartApply"
    """Applies a suggested change to a file."""

    FALLBACK = "fallback"
    """May take over when a user has used up a limit."""

    @classmethod
    def from_json(cls, value: object, /) -> Capability | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


class ModelCategory(StrEnum):
    """What a model is best at.

    Values:
        accuracy: The best answers, at the price of time.
        balanced: Good answers in good time.
        speed: Quick answers.
        other: None of these: older and special-purpose models. Never inferred as a default.
        deprecated: A maturity and not a strength: accepted because site configurations have it. Never inferred as a default.
    """

    ACCURACY = "accuracy"
    """The best answers, at the price of time."""

    BALANCED = "balanced"
    """Good answers in good time."""

    SPEED = "speed"
    """Quick answers."""

    OTHER = "other"
    """None of these: older and special-purpose models. Never inferred as a default."""

    DEPRECATED = "deprecated"
    """A maturity and not a strength: accepted because site configurations have it. Never inferred as a default.
    Deprecated since contract 1.0.0; use status `deprecated`.
    """

    @classmethod
    def from_json(cls, value: object, /) -> ModelCategory | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


class ModelStatus(StrEnum):
    """How mature a model is.

    Values:
        experimental: May change or vanish without notice.
        beta: Nearly ready; expect rough edges.
        stable: Ready for general use.
        deprecated: On its way out. Still served, so that old references work; clients hide it.
        waitlist: Announced; offered only to those admitted. Clients hide it from enterprise users.
        internal: For the use of those who make Cody; other clients do not offer it.
    """

    EXPERIMENTAL = "experimental"
    """May change or vanish without notice."""

    BETA = "beta"
    """Nearly ready; expect rough edges."""

    STABLE = "stable"
    """Ready for general use."""

    DEPRECATED = "deprecated"
    """On its way out. Still served, so that old references work; clients hide it."""

    WAITLIST = "waitlist"
    """Announced; offered only to those admitted. Clients hide it from enterprise users."""

    INTERNAL = "internal"
    """For the use of those who make Cody; other clients do not offer it."""

    @classmethod
    def from_json(cls, value: object, /) -> ModelStatus | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


class ModelTier(StrEnum):
    """A subscription.

    Values:
        free: Everyone, without paying.
        pro: Individuals who pay.
        enterprise: Users of an enterprise instance.
    """

    FREE = "free"
    """Everyone, without paying."""

    PRO = "pro"
    """Individuals who pay."""

    ENTERPRISE = "enterprise"
    """Users of an enterprise instance."""

    @classmethod
    def from_json(cls, value: object, /) -> ModelTier | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


class ModelCostUnit(StrEnum):
    """The amount of tokens that a price is for.

    Values:
        mtok: A million tokens.
        btok: A billion tokens.
    """

    MTOK = "mtok"
    """A million tokens."""

    BTOK = "btok"
    """A billion tokens."""

    @classmethod
    def from_json(cls, value: object, /) -> ModelCostUnit | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSideOpenAICompatible:
    """How clients should talk to a model behind an OpenAI-compatible API. Every member is optional; what is
    absent is left to the client.

    Members:
        stop_sequences: Texts at which the model is to stop. Set them where the model runs on after its answer.
        end_of_text: The token with which the model marks the end of a text, so that clients can cut it off.
        context_size_hint_total_characters: Most characters of context that autocomplete should send altogether: prefix, suffix and snippets. 0 is a value: no context.
        context_size_hint_prefix_characters: Most characters before the cursor that autocomplete should send. 0 is a value: nothing before the cursor.
        context_size_hint_suffix_characters: Most characters after the cursor that autocomplete should send. 0 is a value: nothing after the cursor.
        chat_pre_instruction: Instruction put before every chat message to this model. A user's own setting for it wins.
        edit_post_instruction: Instruction put after every edit request to this model. A user's own setting for it wins.
        autocomplete_singleline_timeout: How long, in milliseconds, clients wait for a completion of one line before they show none. 0 counts as absent.
        autocomplete_multiline_timeout: How long, in milliseconds, clients wait for a completion of several lines before they show none. 0 counts as absent.
        chat_top_k: Chat: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all of them.
        chat_top_p: Chat: the next token is drawn from the likeliest ones that together have this probability, 0 to 1.
        chat_temperature: Chat: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up to 2.
        chat_max_tokens: Chat: most tokens that the model may produce for one answer. 0 counts as absent.
        auto_complete_top_k: Autocomplete: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all of them.
        auto_complete_top_p: Autocomplete: the next token is drawn from the likeliest ones that together have this probability, 0 to 1.
        auto_complete_temperature: Autocomplete: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up to 2.
        auto_complete_singleline_max_tokens: Autocomplete: most tokens that the model may produce for a completion of one line. 0 counts as absent.
        auto_complete_multiline_max_tokens: Autocomplete: most tokens that the model may produce for a completion of several lines. 0 counts as absent.
        edit_top_k: Edit: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all of them.
        edit_top_p: Edit: the next token is drawn from the likeliest ones that together have this probability, 0 to 1.
        edit_temperature: Edit: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up to 2.
        edit_max_tokens: Edit: most tokens that the model may produce for one edit. 0 counts as absent.
    """

    stop_sequences: tuple[str, ...] | None = None
    """Texts at which the model is to stop. Set them where the model runs on after its answer."""

    end_of_text: str | None = None
    """The token with which the model marks the end of a text, so that clients can cut it off."""

    context_size_hint_total_characters: int | None = None
    """Most characters of context that autocomplete should send altogether: prefix, suffix and snippets. 0 is a
    value: no context.
    """

    context_size_hint_prefix_characters: int | None = None
    """Most characters before the cursor that autocomplete should send. 0 is a value: nothing before the cursor."""

    context_size_hint_suffix_characters: int | None = None
    """Most characters after the cursor that autocomplete should send. 0 is a value: nothing after the cursor."""

    chat_pre_instruction: str | None = None
    """Instruction put before every chat message to this model. A user's own setting for it wins."""

    edit_post_instruction: str | None = None
    """Instruction put after every edit request to this model. A user's own setting for it wins."""

    autocomplete_singleline_timeout: int | None = None
    """How long, in milliseconds, clients wait for a completion of one line before they show none. 0 counts as
    absent.
    """

    autocomplete_multiline_timeout: int | None = None
    """How long, in milliseconds, clients wait for a completion of several lines before they show none. 0 counts
    as absent.
    """

    chat_top_k: float | None = None
    """Chat: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all of them."""

    chat_top_p: float | None = None
    """Chat: the next token is drawn from the likeliest ones that together have this probability, 0 to 1."""

    chat_temperature: float | None = None
    """Chat: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up to 2."""

    chat_max_tokens: int | None = None
    """Chat: most tokens that the model may produce for one answer. 0 counts as absent."""

    auto_complete_top_k: float | None = None
    """Autocomplete: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all of
    them.
    """

    auto_complete_top_p: float | None = None
    """Autocomplete: the next token is drawn from the likeliest ones that together have this probability, 0 to 1."""

    auto_complete_temperature: float | None = None
    """Autocomplete: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up to
    2.
    """

    auto_complete_singleline_max_tokens: int | None = None
    """Autocomplete: most tokens that the model may produce for a completion of one line. 0 counts as absent."""

    auto_complete_multiline_max_tokens: int | None = None
    """Autocomplete: most tokens that the model may produce for a completion of several lines. 0 counts as
    absent.
    """

    edit_top_k: float | None = None
    """Edit: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all of them."""

    edit_top_p: float | None = None
    """Edit: the next token is drawn from the likeliest ones that together have this probability, 0 to 1."""

    edit_temperature: float | None = None
    """Edit: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up to 2."""

    edit_max_tokens: int | None = None
    """Edit: most tokens that the model may produce for one edit. 0 counts as absent."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_stop_sequences = None
            if "stopSequences" in members:
                known += 1
                at = "stopSequences"
                its_stop_sequences = read_array(members["stopSequences"], read_string)
            its_end_of_text = None
            if "endOfText" in members:
                known += 1
                at = "endOfText"
                its_end_of_text = members["endOfText"]
                if its_end_of_text.__class__ is not str:
                    raise mismatch("a string", its_end_of_text)
            its_context_size_hint_total_characters = None
            if "contextSizeHintTotalCharacters" in members:
                known += 1
                at = "contextSizeHintTotalCharacters"
                its_context_size_hint_total_characters = read_integer(members["contextSizeHintTotalCharacters"])
            its_context_size_hint_prefix_characters = None
            if "contextSizeHintPrefixCharacters" in members:
                known += 1
                at = "contextSizeHintPrefixCharacters"
                its_context_size_hint_prefix_characters = read_integer(members["contextSizeHintPrefixCharacters"])
            its_context_size_hint_suffix_characters = None
            if "contextSizeHintSuffixCharacters" in members:
                known += 1
                at = "contextSizeHintSuffixCharacters"
                its_context_size_hint_suffix_characters = read_integer(members["contextSizeHintSuffixCharacters"])
            its_chat_pre_instruction = None
            if "chatPreInstruction" in members:
                known += 1
                at = "chatPreInstruction"
                its_chat_pre_instruction = members["chatPreInstruction"]
                if its_chat_pre_instruction.__class__ is not str:
                    raise mismatch("a string", its_chat_pre_instruction)
            its_edit_post_instruction = None
            if "editPostInstruction" in members:
                known += 1
                at = "editPostInstruction"
                its_edit_post_instruction = members["editPostInstruction"]
                if its_edit_post_instruction.__class__ is not str:
                    raise mismatch("a string", its_edit_post_instruction)
            its_autocomplete_singleline_timeout = None
            if "autocompleteSinglelineTimeout" in members:
                known += 1
                at = "autocompleteSinglelineTimeout"
                its_autocomplete_singleline_timeout = read_integer(members["autocompleteSinglelineTimeout"])
            its_autocomplete_multiline_timeout = None
            if "autocompleteMultilineTimeout" in members:
                known += 1
                at = "autocompleteMultilineTimeout"
                its_autocomplete_multiline_timeout = read_integer(members["autocompleteMultilineTimeout"])
            its_chat_top_k = None
            if "chatTopK" in members:
                known += 1
                at = "chatTopK"
                its_chat_top_k = read_number(members["chatTopK"])
            its_chat_top_p = None
            if "chatTopP" in members:
                known += 1
                at = "chatTopP"
                its_chat_top_p = read_number(members["chatTopP"])
            its_chat_temperature = None
            if "chatTemperature" in members:
                known += 1
                at = "chatTemperature"
                its_chat_temperature = read_number(members["chatTemperature"])
            its_chat_max_tokens = None
            if "chatMaxTokens" in members:
                known += 1
                at = "chatMaxTokens"
                its_chat_max_tokens = read_integer(members["chatMaxTokens"])
            its_auto_complete_top_k = None
            if "autoCompleteTopK" in members:
                known += 1
                at = "autoCompleteTopK"
                its_auto_complete_top_k = read_number(members["autoCompleteTopK"])
            its_auto_complete_top_p = None
            if "autoCompleteTopP" in members:
                known += 1
                at = "autoCompleteTopP"
                its_auto_complete_top_p = read_number(members["autoCompleteTopP"])
            its_auto_complete_temperature = None
            if "autoCompleteTemperature" in members:
                known += 1
                at = "autoCompleteTemperature"
                its_auto_complete_temperature = read_number(members["autoCompleteTemperature"])
            its_auto_complete_singleline_max_tokens = None
            if "autoCompleteSinglelineMaxTokens" in members:
                known += 1
                at = "autoCompleteSinglelineMaxTokens"
                its_auto_complete_singleline_max_tokens = read_integer(members["autoCompleteSinglelineMaxTokens"])
            its_auto_complete_multiline_max_tokens = None
            if "autoCompleteMultilineMaxTokens" in members:
                known += 1
                at = "autoCompleteMultilineMaxTokens"
                its_auto_complete_multiline_max_tokens = read_integer(members["autoCompleteMultilineMaxTokens"])
            its_edit_top_k = None
            if "editTopK" in members:
                known += 1
                at = "editTopK"
                its_edit_top_k = read_number(members["editTopK"])
            its_edit_top_p = None
            if "editTopP" in members:
                known += 1
                at = "editTopP"
                its_edit_top_p = read_number(members["editTopP"])
            its_edit_temperature = None
            if "editTemperature" in members:
                known += 1
                at = "editTemperature"
                its_edit_temperature = read_number(members["editTemperature"])
            its_edit_max_tokens = None
            if "editMaxTokens" in members:
                known += 1
                at = "editMaxTokens"
                its_edit_max_tokens = read_integer(members["editMaxTokens"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            stop_sequences=its_stop_sequences,
            end_of_text=its_end_of_text,
            context_size_hint_total_characters=its_context_size_hint_total_characters,
            context_size_hint_prefix_characters=its_context_size_hint_prefix_characters,
            context_size_hint_suffix_characters=its_context_size_hint_suffix_characters,
            chat_pre_instruction=its_chat_pre_instruction,
            edit_post_instruction=its_edit_post_instruction,
            autocomplete_singleline_timeout=its_autocomplete_singleline_timeout,
            autocomplete_multiline_timeout=its_autocomplete_multiline_timeout,
            chat_top_k=its_chat_top_k,
            chat_top_p=its_chat_top_p,
            chat_temperature=its_chat_temperature,
            chat_max_tokens=its_chat_max_tokens,
            auto_complete_top_k=its_auto_complete_top_k,
            auto_complete_top_p=its_auto_complete_top_p,
            auto_complete_temperature=its_auto_complete_temperature,
            auto_complete_singleline_max_tokens=its_auto_complete_singleline_max_tokens,
            auto_complete_multiline_max_tokens=its_auto_complete_multiline_max_tokens,
            edit_top_k=its_edit_top_k,
            edit_top_p=its_edit_top_p,
            edit_temperature=its_edit_temperature,
            edit_max_tokens=its_edit_max_tokens,
            unknown=() if known == len(members) else read_unknown(members, ("stopSequences", "endOfText", "contextSizeHintTotalCharacters", "contextSizeHintPrefixCharacters", "contextSizeHintSuffixCharacters", "chatPreInstruction", "editPostInstruction", "autocompleteSinglelineTimeout", "autocompleteMultilineTimeout", "chatTopK", "chatTopP", "chatTemperature", "chatMaxTokens", "autoCompleteTopK", "autoCompleteTopP", "autoCompleteTemperature", "autoCompleteSinglelineMaxTokens", "autoCompleteMultilineMaxTokens", "editTopK", "editTopP", "editTemperature", "editMaxTokens",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.stop_sequences is not None:
            members["stopSequences"] = list(self.stop_sequences)
        if self.end_of_text is not None:
            members["endOfText"] = self.end_of_text
        if self.context_size_hint_total_characters is not None:
            members["contextSizeHintTotalCharacters"] = self.context_size_hint_total_characters
        if self.context_size_hint_prefix_characters is not None:
            members["contextSizeHintPrefixCharacters"] = self.context_size_hint_prefix_characters
        if self.context_size_hint_suffix_characters is not None:
            members["contextSizeHintSuffixCharacters"] = self.context_size_hint_suffix_characters
        if self.chat_pre_instruction is not None:
            members["chatPreInstruction"] = self.chat_pre_instruction
        if self.edit_post_instruction is not None:
            members["editPostInstruction"] = self.edit_post_instruction
        if self.autocomplete_singleline_timeout is not None:
            members["autocompleteSinglelineTimeout"] = self.autocomplete_singleline_timeout
        if self.autocomplete_multiline_timeout is not None:
            members["autocompleteMultilineTimeout"] = self.autocomplete_multiline_timeout
        if self.chat_top_k is not None:
            members["chatTopK"] = self.chat_top_k
        if self.chat_top_p is not None:
            members["chatTopP"] = self.chat_top_p
        if self.chat_temperature is not None:
            members["chatTemperature"] = self.chat_temperature
        if self.chat_max_tokens is not None:
            members["chatMaxTokens"] = self.chat_max_tokens
        if self.auto_complete_top_k is not None:
            members["autoCompleteTopK"] = self.auto_complete_top_k
        if self.auto_complete_top_p is not None:
            members["autoCompleteTopP"] = self.auto_complete_top_p
        if self.auto_complete_temperature is not None:
            members["autoCompleteTemperature"] = self.auto_complete_temperature
        if self.auto_complete_singleline_max_tokens is not None:
            members["autoCompleteSinglelineMaxTokens"] = self.auto_complete_singleline_max_tokens
        if self.auto_complete_multiline_max_tokens is not None:
            members["autoCompleteMultilineMaxTokens"] = self.auto_complete_multiline_max_tokens
        if self.edit_top_k is not None:
            members["editTopK"] = self.edit_top_k
        if self.edit_top_p is not None:
            members["editTopP"] = self.edit_top_p
        if self.edit_temperature is not None:
            members["editTemperature"] = self.edit_temperature
        if self.edit_max_tokens is not None:
            members["editMaxTokens"] = self.edit_max_tokens
        return write_unknown(members, self.unknown)


ModelRef = NewType("ModelRef", str)
"""Identifies a model: `provider::apiVersion::modelID`, each part non-empty and of the characters that a
ProviderID allows. The last part is a name of ours; what the provider calls the model is its `modelName`.
"""


class SchemaVersion(StrEnum):
    """Version of the wire format.

    Values:
        1.0: The only version so far.
    """

    FIELD_1_0 = "1.0"
    """The only version so far."""

    @classmethod
    def from_json(cls, value: object, /) -> SchemaVersion | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


ProviderID = NewType("ProviderID", str)
"""Identifies a provider within one document, and is the first part of the references of its models. Letters,
digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`. Clients choose some behaviour by well-known ids such
as `anthropic`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSideProviderConfig:
    """Client-side settings of a provider. It has no members yet; it stands here so that readers accept the first
    one.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        return cls(unknown=read_unknown(members, ()))

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        return write_unknown(members, self.unknown)


class ReasoningEffort(StrEnum):
    """How much a model should reason before it answers.

    Values:
        low: Little: quick and cheap. An Anthropic model gets the smallest thinking budget, 1,024 tokens.
        medium: Some. An Anthropic model may think for half of `maxOutputTokens`.
        high: Much: slow and costly. An Anthropic model may think for half of `maxOutputTokens`.
    """

    LOW = "low"
    """Little: quick and cheap. An Anthropic model gets the smallest thinking budget, 1,024 tokens."""

    MEDIUM = "medium"
    """Some. An Anthropic model may think for half of `maxOutputTokens`."""

    HIGH = "high"
    """Much: slow and costly. An Anthropic model may think for half of `maxOutputTokens`."""

    @classmethod
    def from_json(cls, value: object, /) -> ReasoningEffort | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWindow:
    """Token budgets of one request. Budgets that clients keep to, not the model's technical limits: the output
    budget may exceed the input budget.

    Members:
        max_input_tokens: Most tokens that a client sends: prompt, history and context together.
        max_output_tokens: Most tokens that a client asks the model to produce.
        max_user_input_tokens: The share of `maxInputTokens` kept for context that the user added. Where it is absent, clients share the input budget out themselves.
    """

    max_input_tokens: int
    """Most tokens that a client sends: prompt, history and context together."""

    max_output_tokens: int
    """Most tokens that a client asks the model to produce."""

    max_user_input_tokens: int | None = None
    """The share of `maxInputTokens` kept for context that the user added. Where it is absent, clients share the
    input budget out themselves.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "maxInputTokens"
            its_max_input_tokens = read_integer(members.get("maxInputTokens", ABSENT))
            at = "maxOutputTokens"
            its_max_output_tokens = read_integer(members.get("maxOutputTokens", ABSENT))
            its_max_user_input_tokens = None
            if "maxUserInputTokens" in members:
                known += 1
                at = "maxUserInputTokens"
                its_max_user_input_tokens = read_integer(members["maxUserInputTokens"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            max_input_tokens=its_max_input_tokens,
            max_output_tokens=its_max_output_tokens,
            max_user_input_tokens=its_max_user_input_tokens,
            unknown=() if known == len(members) else read_unknown(members, ("maxInputTokens", "maxOutputTokens", "maxUserInputTokens",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["maxInputTokens"] = self.max_input_tokens
        members["maxOutputTokens"] = self.max_output_tokens
        if self.max_user_input_tokens is not None:
            members["maxUserInputTokens"] = self.max_user_input_tokens
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTierConfig:
    """Settings of a model within one subscription.

    Members:
        context_window: The budgets in this tier, in place of the model's own.
    """

    context_window: ContextWindow
    """The budgets in this tier, in place of the model's own."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "contextWindow"
            its_context_window = ContextWindow.from_json(members.get("contextWindow", ABSENT))
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            context_window=its_context_window,
            unknown=() if known == len(members) else read_unknown(members, ("contextWindow",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["contextWindow"] = self.context_window.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCost:
    """Roughly what a model costs.

    Members:
        unit: How many tokens the two prices are for.
        input_token_pennies: Price of one unit of input tokens, in US cents.
        output_token_pennies: Price of one unit of output tokens, in US cents.
    """

    unit: ModelCostUnit | str
    """How many tokens the two prices are for."""

    input_token_pennies: float
    """Price of one unit of input tokens, in US cents."""

    output_token_pennies: float
    """Price of one unit of output tokens, in US cents."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "unit"
            its_unit = ModelCostUnit.from_json(members.get("unit", ABSENT))
            at = "inputTokenPennies"
            its_input_token_pennies = read_number(members.get("inputTokenPennies", ABSENT))
            at = "outputTokenPennies"
            its_output_token_pennies = read_number(members.get("outputTokenPennies", ABSENT))
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            unit=its_unit,
            input_token_pennies=its_input_token_pennies,
            output_token_pennies=its_output_token_pennies,
            unknown=() if known == len(members) else read_unknown(members, ("unit", "inputTokenPennies", "outputTokenPennies",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["unit"] = str(self.unit)
        members["inputTokenPennies"] = self.input_token_pennies
        members["outputTokenPennies"] = self.output_token_pennies
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultModels:
    """The models that are used where a user has chosen none.

    Members:
        chat: For conversations. Needs the capability `chat`.
        fast_chat: For small tasks in the background where an answer must come at once. Needs the capability `chat`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`.
        fallback_chat: For conversations of a user who has used up a limit. Current clients read the same value as `unlimitedChat`.
    """

    chat: ModelRef
    """For conversations. Needs the capability `chat`."""

    fast_chat: ModelRef
    """For small tasks in the background where an answer must come at once. Needs the capability `chat`."""

    code_completion: ModelRef
    """For completing code at the cursor. Needs the capability `autocomplete`."""

    fallback_chat: ModelRef | None = None
    """For conversations of a user who has used up a limit. Current clients read the same value as
    `unlimitedChat`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "chat"
            its_chat = members.get("chat", ABSENT)
            if its_chat.__class__ is not str:
                raise mismatch("a string", its_chat)
            its_chat = ModelRef(its_chat)
            at = "fastChat"
            its_fast_chat = members.get("fastChat", ABSENT)
            if its_fast_chat.__class__ is not str:
                raise mismatch("a string", its_fast_chat)
            its_fast_chat = ModelRef(its_fast_chat)
            at = "codeCompletion"
            its_code_completion = members.get("codeCompletion", ABSENT)
            if its_code_completion.__class__ is not str:
                raise mismatch("a string", its_code_completion)
            its_code_completion = ModelRef(its_code_completion)
            its_fallback_chat = None
            if "fallbackChat" in members:
                known += 1
                at = "fallbackChat"
                its_fallback_chat = members["fallbackChat"]
                if its_fallback_chat.__class__ is not str:
                    raise mismatch("a string", its_fallback_chat)
                its_fallback_chat = ModelRef(its_fallback_chat)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            chat=its_chat,
            fast_chat=its_fast_chat,
            code_completion=its_code_completion,
            fallback_chat=its_fallback_chat,
            unknown=() if known == len(members) else read_unknown(members, ("chat", "fastChat", "codeCompletion", "fallbackChat",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["chat"] = self.chat
        members["fastChat"] = self.fast_chat
        members["codeCompletion"] = self.code_completion
        if self.fallback_chat is not None:
            members["fallbackChat"] = self.fallback_chat
        return write_unknown(members, self.unknown)


class AwsBedrockAuthMethod(StrEnum):
    """How requests to Amazon Bedrock prove who sends them.

    Values:
        AWS: Signed with AWS credentials, as Bedrock itself demands.
        direct: The access token is sent as it is, for a proxy in front of Bedrock that does the signing.
    """

    AWS = "AWS"
    """Signed with AWS credentials, as Bedrock itself demands."""

    DIRECT = "direct"
    """The access token is sent as it is, for a proxy in front of Bedrock that does the signing."""

    @classmethod
    def from_json(cls, value: object, /) -> AwsBedrockAuthMethod | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


class AwsBedrockUrlBuilder(StrEnum):
    """How the URL of a request to Amazon Bedrock is made.

    Values:
        AWS: By the rules of AWS, from the region or the VPC endpoint.
        direct: The endpoint is taken as it is written, for a proxy in front of Bedrock.
    """

    AWS = "AWS"
    """By the rules of AWS, from the region or the VPC endpoint."""

    DIRECT = "direct"
    """The endpoint is taken as it is written, for a proxy in front of Bedrock."""

    @classmethod
    def from_json(cls, value: object, /) -> AwsBedrockUrlBuilder | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


class GenericServiceName(StrEnum):
    """A vendor whose API the instance speaks natively.

    Values:
        anthropic: Anthropic's messages API.
        fireworks: Fireworks AI.
        google: Google Gemini, and the models of Vertex AI.
        openai: OpenAI.
    """

    ANTHROPIC = "anthropic"
    """Anthropic's messages API."""

    FIREWORKS = "fireworks"
    """Fireworks AI."""

    GOOGLE = "google"
    """Google Gemini, and the models of Vertex AI."""

    OPENAI = "openai"
    """OpenAI."""

    @classmethod
    def from_json(cls, value: object, /) -> GenericServiceName | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleWorkloadIdentityConfig:
    """Credentials of Google's workload identity federation: a file, or its content. Give one of the two.

    Members:
        credentials_file: Path of the credentials file, as the instance's containers see it.
        credentials_json: Content of the credentials file, in base64.
    """

    credentials_file: str | None = None
    """Path of the credentials file, as the instance's containers see it."""

    credentials_json: str | None = None
    """Content of the credentials file, in base64."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_credentials_file = None
            if "credentialsFile" in members:
                known += 1
                at = "credentialsFile"
                its_credentials_file = members["credentialsFile"]
                if its_credentials_file.__class__ is not str:
                    raise mismatch("a string", its_credentials_file)
            its_credentials_json = None
            if "credentialsJSON" in members:
                known += 1
                at = "credentialsJSON"
                its_credentials_json = members["credentialsJSON"]
                if its_credentials_json.__class__ is not str:
                    raise mismatch("a string", its_credentials_json)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            credentials_file=its_credentials_file,
            credentials_json=its_credentials_json,
            unknown=() if known == len(members) else read_unknown(members, ("credentialsFile", "credentialsJSON",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.credentials_file is not None:
            members["credentialsFile"] = self.credentials_file
        if self.credentials_json is not None:
            members["credentialsJSON"] = self.credentials_json
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcegraphProviderConfig:
    """How an instance reaches Cody Gateway.

    Members:
        endpoint: Base URL of the gateway.
        access_token: Token for the gateway: the configured one, or the one derived from the licence key. Absent where there is neither.
    """

    endpoint: str
    """Base URL of the gateway."""

    access_token: str | None = None
    """Token for the gateway: the configured one, or the one derived from the licence key. Absent where there is
    neither.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            its_access_token = None
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its_access_token = members["accessToken"]
                if its_access_token.__class__ is not str:
                    raise mismatch("a string", its_access_token)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            endpoint=its_endpoint,
            access_token=its_access_token,
            unknown=() if known == len(members) else read_unknown(members, ("endpoint", "accessToken",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


class AccessTokenQueryMethod(StrEnum):
    """HTTP method of the request for a token.

    Values:
        GET: The only method so far.
    """

    GET = "GET"
    """The only method so far."""

    @classmethod
    def from_json(cls, value: object, /) -> AccessTokenQueryMethod | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicAuth:
    """User name and password of HTTP basic authentication.

    Members:
        username: User name.
        password: Password.
    """

    username: str | None = None
    """User name."""

    password: str | None = None
    """Password."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_username = None
            if "username" in members:
                known += 1
                at = "username"
                its_username = members["username"]
                if its_username.__class__ is not str:
                    raise mismatch("a string", its_username)
            its_password = None
            if "password" in members:
                known += 1
                at = "password"
                its_password = members["password"]
                if its_password.__class__ is not str:
                    raise mismatch("a string", its_password)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            username=its_username,
            password=its_password,
            unknown=() if known == len(members) else read_unknown(members, ("username", "password",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.username is not None:
            members["username"] = self.username
        if self.password is not None:
            members["password"] = self.password
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsBedrockProvisionedThroughput:
    """Capacity reserved at Amazon Bedrock for one model.

    Members:
        arn: Amazon Resource Name of the reservation, sent in place of the model's name.
    """

    arn: str
    """Amazon Resource Name of the reservation, sent in place of the model's name."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "arn"
            its_arn = members.get("arn", ABSENT)
            if its_arn.__class__ is not str:
                raise mismatch("a string", its_arn)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            arn=its_arn,
            unknown=() if known == len(members) else read_unknown(members, ("arn",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["arn"] = self.arn
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSideOpenAICompatible:
    """How an instance names a model to an OpenAI-compatible API.

    Members:
        api_model: Text sent as `model`. Set it where the server wants another text there than the model's name, such as `tgi`. Absent or blank: the `modelName`.
    """

    api_model: str | None = None
    """Text sent as `model`. Set it where the server wants another text there than the model's name, such as
    `tgi`. Absent or blank: the `modelName`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_api_model = None
            if "apiModel" in members:
                known += 1
                at = "apiModel"
                its_api_model = members["apiModel"]
                if its_api_model.__class__ is not str:
                    raise mismatch("a string", its_api_model)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            api_model=its_api_model,
            unknown=() if known == len(members) else read_unknown(members, ("apiModel",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.api_model is not None:
            members["apiModel"] = self.api_model
        return write_unknown(members, self.unknown)


class AwsBedrockLatencyOptimization(StrEnum):
    """Whether Amazon Bedrock serves a model with lower latency.

    Values:
        standard: The usual latency and price.
        optimized: Lower latency, at a higher price.
    """

    STANDARD = "standard"
    """The usual latency and price."""

    OPTIMIZED = "optimized"
    """Lower latency, at a higher price."""

    @classmethod
    def from_json(cls, value: object, /) -> AwsBedrockLatencyOptimization | str:
        """Return the member that a JSON value names, or the text itself where it is a later version's. Raises ShapeError."""
        return read_open(cls, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSideModelConfig:
    """Client-side settings of a model, by the API it speaks.

    Members:
        open_ai_compatible: Settings for a model behind an OpenAI-compatible API. Its presence, even empty, tells clients to treat the model as such.
    """

    open_ai_compatible: ClientSideOpenAICompatible | None = None
    """Settings for a model behind an OpenAI-compatible API. Its presence, even empty, tells clients to treat the
    model as such.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_open_ai_compatible = None
            if "openAICompatible" in members:
                known += 1
                at = "openAICompatible"
                its_open_ai_compatible = ClientSideOpenAICompatible.from_json(members["openAICompatible"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            open_ai_compatible=its_open_ai_compatible,
            unknown=() if known == len(members) else read_unknown(members, ("openAICompatible",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.open_ai_compatible is not None:
            members["openAICompatible"] = self.open_ai_compatible.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfigAllTiers:
    """Settings of a model by subscription.

    Members:
        free: For users of the free tier.
        pro: For users of the pro tier.
        enterprise: For users of an enterprise instance.
    """

    free: ModelTierConfig | None = None
    """For users of the free tier."""

    pro: ModelTierConfig | None = None
    """For users of the pro tier."""

    enterprise: ModelTierConfig | None = None
    """For users of an enterprise instance."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_free = None
            if "free" in members:
                known += 1
                at = "free"
                its_free = ModelTierConfig.from_json(members["free"])
            its_pro = None
            if "pro" in members:
                known += 1
                at = "pro"
                its_pro = ModelTierConfig.from_json(members["pro"])
            its_enterprise = None
            if "enterprise" in members:
                known += 1
                at = "enterprise"
                its_enterprise = ModelTierConfig.from_json(members["enterprise"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            free=its_free,
            pro=its_pro,
            enterprise=its_enterprise,
            unknown=() if known == len(members) else read_unknown(members, ("free", "pro", "enterprise",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.free is not None:
            members["free"] = self.free.to_json()
        if self.pro is not None:
            members["pro"] = self.pro.to_json()
        if self.enterprise is not None:
            members["enterprise"] = self.enterprise.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessTokenQuery:
    """A request by which the instance fetches an access token, for tokens that expire.

    Members:
        url: Where the token is fetched.
        method: HTTP method of the request.
        headers: HTTP headers of the request, by name.
        basic_auth: User name and password, sent as HTTP basic authentication.
        form_data: Form fields of the request's body, by name.
        query_params: Parameters appended to the URL, by name.
    """

    url: str
    """Where the token is fetched."""

    method: AccessTokenQueryMethod | str | None = None
    """HTTP method of the request. Default where absent: "GET"."""

    headers: FrozenMap[str] | None = None
    """HTTP headers of the request, by name."""

    basic_auth: BasicAuth | None = None
    """User name and password, sent as HTTP basic authentication."""

    form_data: FrozenMap[str] | None = None
    """Form fields of the request's body, by name."""

    query_params: FrozenMap[str] | None = None
    """Parameters appended to the URL, by name."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "url"
            its_url = members.get("url", ABSENT)
            if its_url.__class__ is not str:
                raise mismatch("a string", its_url)
            its_method = None
            if "method" in members:
                known += 1
                at = "method"
                its_method = AccessTokenQueryMethod.from_json(members["method"])
            its_headers = None
            if "headers" in members:
                known += 1
                at = "headers"
                its_headers = read_map(members["headers"], read_string)
            its_basic_auth = None
            if "basicAuth" in members:
                known += 1
                at = "basicAuth"
                its_basic_auth = BasicAuth.from_json(members["basicAuth"])
            its_form_data = None
            if "formData" in members:
                known += 1
                at = "formData"
                its_form_data = read_map(members["formData"], read_string)
            its_query_params = None
            if "queryParams" in members:
                known += 1
                at = "queryParams"
                its_query_params = read_map(members["queryParams"], read_string)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            url=its_url,
            method=its_method,
            headers=its_headers,
            basic_auth=its_basic_auth,
            form_data=its_form_data,
            query_params=its_query_params,
            unknown=() if known == len(members) else read_unknown(members, ("url", "method", "headers", "basicAuth", "formData", "queryParams",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["url"] = self.url
        if self.method is not None:
            members["method"] = str(self.method)
        if self.headers is not None:
            members["headers"] = dict(self.headers)
        if self.basic_auth is not None:
            members["basicAuth"] = self.basic_auth.to_json()
        if self.form_data is not None:
            members["formData"] = dict(self.form_data)
        if self.query_params is not None:
            members["queryParams"] = dict(self.query_params)
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsBedrockModelConfig:
    """Settings of one model at Amazon Bedrock.

    Members:
        arn: Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name.
        latency_optimization: Whether Bedrock answers faster for a higher price. Only some models and regions offer it.
    """

    arn: str | None = None
    """Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name."""

    latency_optimization: AwsBedrockLatencyOptimization | str | None = None
    """Whether Bedrock answers faster for a higher price. Only some models and regions offer it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_arn = None
            if "arn" in members:
                known += 1
                at = "arn"
                its_arn = members["arn"]
                if its_arn.__class__ is not str:
                    raise mismatch("a string", its_arn)
            its_latency_optimization = None
            if "latencyOptimization" in members:
                known += 1
                at = "latencyOptimization"
                its_latency_optimization = AwsBedrockLatencyOptimization.from_json(members["latencyOptimization"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            arn=its_arn,
            latency_optimization=its_latency_optimization,
            unknown=() if known == len(members) else read_unknown(members, ("arn", "latencyOptimization",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.arn is not None:
            members["arn"] = self.arn
        if self.latency_optimization is not None:
            members["latencyOptimization"] = str(self.latency_optimization)
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsBedrockProviderConfig:
    """How an instance reaches Amazon Bedrock.

    Members:
        endpoint: An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint.
        region: The AWS region that requests are signed for. Blank where it is only known from the endpoint.
        access_token: `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials of the instance's own AWS role.
        access_token_query: Where the instance fetches the token instead.
        auth_method: How requests prove who sends them.
        url_builder: How the URL of a request is made from `endpoint`.
    """

    endpoint: str
    """An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint."""

    region: str | None = None
    """The AWS region that requests are signed for. Blank where it is only known from the endpoint."""

    access_token: str | None = None
    """`ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials of
    the instance's own AWS role.
    """

    access_token_query: AccessTokenQuery | None = None
    """Where the instance fetches the token instead."""

    auth_method: AwsBedrockAuthMethod | str | None = None
    """How requests prove who sends them."""

    url_builder: AwsBedrockUrlBuilder | str | None = None
    """How the URL of a request is made from `endpoint`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            its_region = None
            if "region" in members:
                known += 1
                at = "region"
                its_region = members["region"]
                if its_region.__class__ is not str:
                    raise mismatch("a string", its_region)
            its_access_token = None
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its_access_token = members["accessToken"]
                if its_access_token.__class__ is not str:
                    raise mismatch("a string", its_access_token)
            its_access_token_query = None
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its_access_token_query = AccessTokenQuery.from_json(members["accessTokenQuery"])
            its_auth_method = None
            if "authMethod" in members:
                known += 1
                at = "authMethod"
                its_auth_method = AwsBedrockAuthMethod.from_json(members["authMethod"])
            its_url_builder = None
            if "urlBuilder" in members:
                known += 1
                at = "urlBuilder"
                its_url_builder = AwsBedrockUrlBuilder.from_json(members["urlBuilder"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            endpoint=its_endpoint,
            region=its_region,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            auth_method=its_auth_method,
            url_builder=its_url_builder,
            unknown=() if known == len(members) else read_unknown(members, ("endpoint", "region", "accessToken", "accessTokenQuery", "authMethod", "urlBuilder",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["endpoint"] = self.endpoint
        if self.region is not None:
            members["region"] = self.region
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.access_token_query is not None:
            members["accessTokenQuery"] = self.access_token_query.to_json()
        if self.auth_method is not None:
            members["authMethod"] = str(self.auth_method)
        if self.url_builder is not None:
            members["urlBuilder"] = str(self.url_builder)
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class AzureOpenAIProviderConfig:
    """How an instance reaches Azure OpenAI.

    Members:
        endpoint: URL of the Azure OpenAI resource, as the Azure portal shows it.
        access_token: API key from the Azure portal. Absent or blank: the workload or managed identity of the instance.
        access_token_query: Where the instance fetches the token instead.
        api_version: Version of the Azure OpenAI API, a date such as `2024-10-21`.
        user: Value of the API's `user` field in every request, by which Azure tells sources of requests apart. May be blank.
        use_deprecated_completions_api: Whether completions go to the older completions API, which some older models need.
    """

    endpoint: str
    """URL of the Azure OpenAI resource, as the Azure portal shows it."""

    access_token: str | None = None
    """API key from the Azure portal. Absent or blank: the workload or managed identity of the instance."""

    access_token_query: AccessTokenQuery | None = None
    """Where the instance fetches the token instead."""

    api_version: str | None = None
    """Version of the Azure OpenAI API, a date such as `2024-10-21`."""

    user: str | None = None
    """Value of the API's `user` field in every request, by which Azure tells sources of requests apart. May be
    blank.
    """

    use_deprecated_completions_api: bool | None = None
    """Whether completions go to the older completions API, which some older models need."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            its_access_token = None
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its_access_token = members["accessToken"]
                if its_access_token.__class__ is not str:
                    raise mismatch("a string", its_access_token)
            its_access_token_query = None
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its_access_token_query = AccessTokenQuery.from_json(members["accessTokenQuery"])
            its_api_version = None
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its_api_version = members["apiVersion"]
                if its_api_version.__class__ is not str:
                    raise mismatch("a string", its_api_version)
            its_user = None
            if "user" in members:
                known += 1
                at = "user"
                its_user = members["user"]
                if its_user.__class__ is not str:
                    raise mismatch("a string", its_user)
            its_use_deprecated_completions_api = None
            if "useDeprecatedCompletionsAPI" in members:
                known += 1
                at = "useDeprecatedCompletionsAPI"
                its_use_deprecated_completions_api = read_boolean(members["useDeprecatedCompletionsAPI"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            endpoint=its_endpoint,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            api_version=its_api_version,
            user=its_user,
            use_deprecated_completions_api=its_use_deprecated_completions_api,
            unknown=() if known == len(members) else read_unknown(members, ("endpoint", "accessToken", "accessTokenQuery", "apiVersion", "user", "useDeprecatedCompletionsAPI",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.access_token_query is not None:
            members["accessTokenQuery"] = self.access_token_query.to_json()
        if self.api_version is not None:
            members["apiVersion"] = self.api_version
        if self.user is not None:
            members["user"] = self.user
        if self.use_deprecated_completions_api is not None:
            members["useDeprecatedCompletionsAPI"] = self.use_deprecated_completions_api
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericProviderConfig:
    """How an instance reaches a vendor's own API.

    Members:
        service_name: Whose API it is.
        endpoint: URL of the API.
        access_token: The key that the vendor issued; for Vertex AI the key of a service account, its JSON in base64. Absent for Google: its application default credentials.
        access_token_query: Where the instance fetches the token instead.
        google_workload_identity_config: Google only: credentials for workload identity federation, in place of a token.
    """

    service_name: GenericServiceName | str
    """Whose API it is."""

    endpoint: str
    """URL of the API."""

    access_token: str | None = None
    """The key that the vendor issued; for Vertex AI the key of a service account, its JSON in base64. Absent for
    Google: its application default credentials.
    """

    access_token_query: AccessTokenQuery | None = None
    """Where the instance fetches the token instead."""

    google_workload_identity_config: GoogleWorkloadIdentityConfig | None = None
    """Google only: credentials for workload identity federation, in place of a token."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "serviceName"
            its_service_name = GenericServiceName.from_json(members.get("serviceName", ABSENT))
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            its_access_token = None
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its_access_token = members["accessToken"]
                if its_access_token.__class__ is not str:
                    raise mismatch("a string", its_access_token)
            its_access_token_query = None
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its_access_token_query = AccessTokenQuery.from_json(members["accessTokenQuery"])
            its_google_workload_identity_config = None
            if "googleWorkloadIdentityConfig" in members:
                known += 1
                at = "googleWorkloadIdentityConfig"
                its_google_workload_identity_config = GoogleWorkloadIdentityConfig.from_json(members["googleWorkloadIdentityConfig"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            service_name=its_service_name,
            endpoint=its_endpoint,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            google_workload_identity_config=its_google_workload_identity_config,
            unknown=() if known == len(members) else read_unknown(members, ("serviceName", "endpoint", "accessToken", "accessTokenQuery", "googleWorkloadIdentityConfig",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["serviceName"] = str(self.service_name)
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.access_token_query is not None:
            members["accessTokenQuery"] = self.access_token_query.to_json()
        if self.google_workload_identity_config is not None:
            members["googleWorkloadIdentityConfig"] = self.google_workload_identity_config.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAICompatibleEndpoint:
    """One address of a server that speaks the OpenAI API, and how to sign in there.

    Members:
        url: Base URL of the API, to which `/chat/completions` and the like are appended.
        access_token: Token sent as `Authorization: Bearer`. Absent or blank where the server asks for none.
        access_token_query: Where the instance fetches the token instead.
        headers: HTTP headers of every request, by name. Where they are given, `accessToken` and `accessTokenQuery` are ignored, so the sign-in has to be among them.
    """

    url: str
    """Base URL of the API, to which `/chat/completions` and the like are appended."""

    access_token: str | None = None
    """Token sent as `Authorization: Bearer`. Absent or blank where the server asks for none."""

    access_token_query: AccessTokenQuery | None = None
    """Where the instance fetches the token instead."""

    headers: FrozenMap[str] | None = None
    """HTTP headers of every request, by name. Where they are given, `accessToken` and `accessTokenQuery` are
    ignored, so the sign-in has to be among them.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "url"
            its_url = members.get("url", ABSENT)
            if its_url.__class__ is not str:
                raise mismatch("a string", its_url)
            its_access_token = None
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its_access_token = members["accessToken"]
                if its_access_token.__class__ is not str:
                    raise mismatch("a string", its_access_token)
            its_access_token_query = None
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its_access_token_query = AccessTokenQuery.from_json(members["accessTokenQuery"])
            its_headers = None
            if "headers" in members:
                known += 1
                at = "headers"
                its_headers = read_map(members["headers"], read_string)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            url=its_url,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            headers=its_headers,
            unknown=() if known == len(members) else read_unknown(members, ("url", "accessToken", "accessTokenQuery", "headers",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["url"] = self.url
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.access_token_query is not None:
            members["accessTokenQuery"] = self.access_token_query.to_json()
        if self.headers is not None:
            members["headers"] = dict(self.headers)
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSideModelConfig:
    """What an instance needs to call a model, beyond what its provider says: exactly one member, named after the
    kind of API.

    Members:
        aws_bedrock_provisioned_throughput: The model runs on capacity reserved at Amazon Bedrock.
        open_ai_compatible: The model is behind an OpenAI-compatible API.
        aws_bedrock: The model is at Amazon Bedrock and needs settings of its own.
    """

    aws_bedrock_provisioned_throughput: AwsBedrockProvisionedThroughput | None = None
    """The model runs on capacity reserved at Amazon Bedrock."""

    open_ai_compatible: ServerSideOpenAICompatible | None = None
    """The model is behind an OpenAI-compatible API."""

    aws_bedrock: AwsBedrockModelConfig | None = None
    """The model is at Amazon Bedrock and needs settings of its own."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_aws_bedrock_provisioned_throughput = None
            if "awsBedrockProvisionedThroughput" in members:
                known += 1
                at = "awsBedrockProvisionedThroughput"
                its_aws_bedrock_provisioned_throughput = AwsBedrockProvisionedThroughput.from_json(members["awsBedrockProvisionedThroughput"])
            its_open_ai_compatible = None
            if "openAICompatible" in members:
                known += 1
                at = "openAICompatible"
                its_open_ai_compatible = ServerSideOpenAICompatible.from_json(members["openAICompatible"])
            its_aws_bedrock = None
            if "awsBedrock" in members:
                known += 1
                at = "awsBedrock"
                its_aws_bedrock = AwsBedrockModelConfig.from_json(members["awsBedrock"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            aws_bedrock_provisioned_throughput=its_aws_bedrock_provisioned_throughput,
            open_ai_compatible=its_open_ai_compatible,
            aws_bedrock=its_aws_bedrock,
            unknown=() if known == len(members) else read_unknown(members, ("awsBedrockProvisionedThroughput", "openAICompatible", "awsBedrock",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.aws_bedrock_provisioned_throughput is not None:
            members["awsBedrockProvisionedThroughput"] = self.aws_bedrock_provisioned_throughput.to_json()
        if self.open_ai_compatible is not None:
            members["openAICompatible"] = self.open_ai_compatible.to_json()
        if self.aws_bedrock is not None:
            members["awsBedrock"] = self.aws_bedrock.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model: how to refer to it, what it can do, and how much text it takes.

    Members:
        model_ref: The model's identity, unique within the document.
        display_name: Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, the ModelID, the last part of `modelRef`, is shown.
        model_name: Name that the provider's API knows. It may change while `modelRef` stays, for example when an alias is pointed at a newer build.
        capabilities: What the model may be used for. A set: the order has no meaning.
        category: What the model is best at, as the model picker groups it.
        status: How mature the model is, and whether clients should offer it.
        tier: The lowest subscription that may use the model. Every model that a site administrator defines or changes is `enterprise`.
        context_window: How many tokens clients send and ask for at most. Clients prefer the window of their tier in `modelConfigAllTiers` where there is one.
        client_side_config: Settings that clients need to talk to this model well.
        server_side_config: Settings that only the instance needs to call the model. Never sent to a client and never part of a published catalogue.
        reasoning_effort: How much the model should reason before it answers. Set in a site configuration, for models with the capability `reasoning`; the instance applies it, clients never see it.
        estimated_model_cost: Roughly what the model costs, for comparison. Not a bill.
        model_config_all_tiers: Context windows by subscription. Where it is present, clients read their own tier in it without a guard, so `enterprise` must be there.
    """

    model_ref: ModelRef
    """The model's identity, unique within the document."""

    display_name: str | None = None
    """Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, the ModelID, the last
    part of `modelRef`, is shown.
    """

    model_name: str
    """Name that the provider's API knows. It may change while `modelRef` stays, for example when an alias is
    pointed at a newer build.
    """

    capabilities: tuple[Capability | str, ...]
    """What the model may be used for. A set: the order has no meaning."""

    category: ModelCategory | str
    """What the model is best at, as the model picker groups it."""

    status: ModelStatus | str
    """How mature the model is, and whether clients should offer it."""

    tier: ModelTier | str
    """The lowest subscription that may use the model. Every model that a site administrator defines or changes
    is `enterprise`.
    """

    context_window: ContextWindow
    """How many tokens clients send and ask for at most. Clients prefer the window of their tier in
    `modelConfigAllTiers` where there is one.
    """

    client_side_config: ClientSideModelConfig | None = None
    """Settings that clients need to talk to this model well."""

    server_side_config: ServerSideModelConfig | None = None
    """Settings that only the instance needs to call the model. Never sent to a client and never part of a
    published catalogue.
    """

    reasoning_effort: ReasoningEffort | str | None = None
    """How much the model should reason before it answers. Set in a site configuration, for models with the
    capability `reasoning`; the instance applies it, clients never see it.
    """

    estimated_model_cost: ModelCost | None = None
    """Roughly what the model costs, for comparison. Not a bill."""

    model_config_all_tiers: ModelConfigAllTiers | None = None
    """Context windows by subscription. Where it is present, clients read their own tier in it without a guard,
    so `enterprise` must be there.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 7
        at = ""
        try:
            at = "modelRef"
            its_model_ref = members.get("modelRef", ABSENT)
            if its_model_ref.__class__ is not str:
                raise mismatch("a string", its_model_ref)
            its_model_ref = ModelRef(its_model_ref)
            its_display_name = None
            if "displayName" in members:
                known += 1
                at = "displayName"
                its_display_name = members["displayName"]
                if its_display_name.__class__ is not str:
                    raise mismatch("a string", its_display_name)
            at = "modelName"
            its_model_name = members.get("modelName", ABSENT)
            if its_model_name.__class__ is not str:
                raise mismatch("a string", its_model_name)
            at = "capabilities"
            its_capabilities = read_array(members.get("capabilities", ABSENT), Capability.from_json)
            at = "category"
            its_category = ModelCategory.from_json(members.get("category", ABSENT))
            at = "status"
            its_status = ModelStatus.from_json(members.get("status", ABSENT))
            at = "tier"
            its_tier = ModelTier.from_json(members.get("tier", ABSENT))
            at = "contextWindow"
            its_context_window = ContextWindow.from_json(members.get("contextWindow", ABSENT))
            its_client_side_config = None
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its_client_side_config = ClientSideModelConfig.from_json(members["clientSideConfig"])
            its_server_side_config = None
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its_server_side_config = ServerSideModelConfig.from_json(members["serverSideConfig"])
            its_reasoning_effort = None
            if "reasoningEffort" in members:
                known += 1
                at = "reasoningEffort"
                its_reasoning_effort = ReasoningEffort.from_json(members["reasoningEffort"])
            its_estimated_model_cost = None
            if "estimatedModelCost" in members:
                known += 1
                at = "estimatedModelCost"
                its_estimated_model_cost = ModelCost.from_json(members["estimatedModelCost"])
            its_model_config_all_tiers = None
            if "modelConfigAllTiers" in members:
                known += 1
                at = "modelConfigAllTiers"
                its_model_config_all_tiers = ModelConfigAllTiers.from_json(members["modelConfigAllTiers"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            model_ref=its_model_ref,
            display_name=its_display_name,
            model_name=its_model_name,
            capabilities=its_capabilities,
            category=its_category,
            status=its_status,
            tier=its_tier,
            context_window=its_context_window,
            client_side_config=its_client_side_config,
            server_side_config=its_server_side_config,
            reasoning_effort=its_reasoning_effort,
            estimated_model_cost=its_estimated_model_cost,
            model_config_all_tiers=its_model_config_all_tiers,
            unknown=() if known == len(members) else read_unknown(members, ("modelRef", "displayName", "modelName", "capabilities", "category", "status", "tier", "contextWindow", "clientSideConfig", "serverSideConfig", "reasoningEffort", "estimatedModelCost", "modelConfigAllTiers",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["modelRef"] = self.model_ref
        if self.display_name is not None:
            members["displayName"] = self.display_name
        members["modelName"] = self.model_name
        members["capabilities"] = [str(item) for item in self.capabilities]
        members["category"] = str(self.category)
        members["status"] = str(self.status)
        members["tier"] = str(self.tier)
        members["contextWindow"] = self.context_window.to_json()
        if self.client_side_config is not None:
            members["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            members["serverSideConfig"] = self.server_side_config.to_json()
        if self.reasoning_effort is not None:
            members["reasoningEffort"] = str(self.reasoning_effort)
        if self.estimated_model_cost is not None:
            members["estimatedModelCost"] = self.estimated_model_cost.to_json()
        if self.model_config_all_tiers is not None:
            members["modelConfigAllTiers"] = self.model_config_all_tiers.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAICompatibleProviderConfig:
    """How an instance reaches a server that speaks the OpenAI API.

    Members:
        endpoints: Where the server is. With several, the instance spreads the requests over them.
        enable_verbose_logs: Whether the instance logs every request and answer. For debugging only: prompts end up in the log.
        use_legacy_completions: Whether autocomplete uses the older `/completions` route and not `/chat/completions`.
    """

    endpoints: tuple[OpenAICompatibleEndpoint, ...]
    """Where the server is. With several, the instance spreads the requests over them."""

    enable_verbose_logs: bool | None = None
    """Whether the instance logs every request and answer. For debugging only: prompts end up in the log."""

    use_legacy_completions: bool | None = None
    """Whether autocomplete uses the older `/completions` route and not `/chat/completions`. Default where
    absent: true.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "endpoints"
            its_endpoints = read_array(members.get("endpoints", ABSENT), OpenAICompatibleEndpoint.from_json)
            its_enable_verbose_logs = None
            if "enableVerboseLogs" in members:
                known += 1
                at = "enableVerboseLogs"
                its_enable_verbose_logs = read_boolean(members["enableVerboseLogs"])
            its_use_legacy_completions = None
            if "useLegacyCompletions" in members:
                known += 1
                at = "useLegacyCompletions"
                its_use_legacy_completions = read_boolean(members["useLegacyCompletions"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            endpoints=its_endpoints,
            enable_verbose_logs=its_enable_verbose_logs,
            use_legacy_completions=its_use_legacy_completions,
            unknown=() if known == len(members) else read_unknown(members, ("endpoints", "enableVerboseLogs", "useLegacyCompletions",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            members["enableVerboseLogs"] = self.enable_verbose_logs
        if self.use_legacy_completions is not None:
            members["useLegacyCompletions"] = self.use_legacy_completions
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSideProviderConfig:
    """How an instance reaches a provider: exactly one member, named after the kind of API. Exists inside an
    instance only.

    Members:
        aws_bedrock: The provider is Amazon Bedrock.
        azure_open_ai: The provider is Azure OpenAI.
        generic_provider: The provider is one of the vendors that a token and an endpoint suffice for, such as Anthropic.
        open_ai_compatible: The provider is any server that speaks the OpenAI API, Hugging Face TGI included.
        sourcegraph_provider: The provider's models are reached through Cody Gateway.
    """

    aws_bedrock: AwsBedrockProviderConfig | None = None
    """The provider is Amazon Bedrock."""

    azure_open_ai: AzureOpenAIProviderConfig | None = None
    """The provider is Azure OpenAI."""

    generic_provider: GenericProviderConfig | None = None
    """The provider is one of the vendors that a token and an endpoint suffice for, such as Anthropic."""

    open_ai_compatible: OpenAICompatibleProviderConfig | None = None
    """The provider is any server that speaks the OpenAI API, Hugging Face TGI included."""

    sourcegraph_provider: SourcegraphProviderConfig | None = None
    """The provider's models are reached through Cody Gateway."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_aws_bedrock = None
            if "awsBedrock" in members:
                known += 1
                at = "awsBedrock"
                its_aws_bedrock = AwsBedrockProviderConfig.from_json(members["awsBedrock"])
            its_azure_open_ai = None
            if "azureOpenAi" in members:
                known += 1
                at = "azureOpenAi"
                its_azure_open_ai = AzureOpenAIProviderConfig.from_json(members["azureOpenAi"])
            its_generic_provider = None
            if "genericProvider" in members:
                known += 1
                at = "genericProvider"
                its_generic_provider = GenericProviderConfig.from_json(members["genericProvider"])
            its_open_ai_compatible = None
            if "openAICompatible" in members:
                known += 1
                at = "openAICompatible"
                its_open_ai_compatible = OpenAICompatibleProviderConfig.from_json(members["openAICompatible"])
            its_sourcegraph_provider = None
            if "sourcegraphProvider" in members:
                known += 1
                at = "sourcegraphProvider"
                its_sourcegraph_provider = SourcegraphProviderConfig.from_json(members["sourcegraphProvider"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            aws_bedrock=its_aws_bedrock,
            azure_open_ai=its_azure_open_ai,
            generic_provider=its_generic_provider,
            open_ai_compatible=its_open_ai_compatible,
            sourcegraph_provider=its_sourcegraph_provider,
            unknown=() if known == len(members) else read_unknown(members, ("awsBedrock", "azureOpenAi", "genericProvider", "openAICompatible", "sourcegraphProvider",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.aws_bedrock is not None:
            members["awsBedrock"] = self.aws_bedrock.to_json()
        if self.azure_open_ai is not None:
            members["azureOpenAi"] = self.azure_open_ai.to_json()
        if self.generic_provider is not None:
            members["genericProvider"] = self.generic_provider.to_json()
        if self.open_ai_compatible is not None:
            members["openAICompatible"] = self.open_ai_compatible.to_json()
        if self.sourcegraph_provider is not None:
            members["sourcegraphProvider"] = self.sourcegraph_provider.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A party that serves models: a vendor, a cloud, or a company's own machines.

    Members:
        id: The provider's identity, unique within the document.
        display_name: Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, `Provider "id"` is shown.
        client_side_config: Settings that clients receive. Nothing is defined for it yet.
        server_side_config: How the instance reaches the provider, credentials included. Never sent to a client and never part of a published catalogue.
    """

    id: ProviderID
    """The provider's identity, unique within the document."""

    display_name: str | None = None
    """Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, `Provider "id"` is
    shown.
    """

    client_side_config: ClientSideProviderConfig | None = None
    """Settings that clients receive. Nothing is defined for it yet."""

    server_side_config: ServerSideProviderConfig | None = None
    """How the instance reaches the provider, credentials included. Never sent to a client and never part of a
    published catalogue.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "id"
            its_id = members.get("id", ABSENT)
            if its_id.__class__ is not str:
                raise mismatch("a string", its_id)
            its_id = ProviderID(its_id)
            its_display_name = None
            if "displayName" in members:
                known += 1
                at = "displayName"
                its_display_name = members["displayName"]
                if its_display_name.__class__ is not str:
                    raise mismatch("a string", its_display_name)
            its_client_side_config = None
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its_client_side_config = ClientSideProviderConfig.from_json(members["clientSideConfig"])
            its_server_side_config = None
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its_server_side_config = ServerSideProviderConfig.from_json(members["serverSideConfig"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            id=its_id,
            display_name=its_display_name,
            client_side_config=its_client_side_config,
            server_side_config=its_server_side_config,
            unknown=() if known == len(members) else read_unknown(members, ("id", "displayName", "clientSideConfig", "serverSideConfig",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["id"] = self.id
        if self.display_name is not None:
            members["displayName"] = self.display_name
        if self.client_side_config is not None:
            members["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            members["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfiguration:
    """A complete model configuration. The same shape serves as the published catalogue, as the merged result on
    an instance, and, without its server-side members, as what clients receive.

    Members:
        schema_version: Version of the wire format. Readers compare it with "1.0"; it does not follow the contract's own version.
        revision: Which edition of the content this is. An opaque string to readers; our catalogue writes `YYYY-MM-DD.N`, the day and a counter within it. An instance without supplied models writes "-".
        providers: Who serves the models, in display order.
        models: The models, in display order. The order also decides which model is inferred where a default is missing.
        default_models: The models that are used where a user has chosen none.
    """

    schema_version: SchemaVersion | str
    """Version of the wire format. Readers compare it with "1.0"; it does not follow the contract's own version."""

    revision: str
    """Which edition of the content this is. An opaque string to readers; our catalogue writes `YYYY-MM-DD.N`,
    the day and a counter within it. An instance without supplied models writes "-".
    """

    providers: tuple[Provider, ...]
    """Who serves the models, in display order."""

    models: tuple[Model, ...]
    """The models, in display order. The order also decides which model is inferred where a default is missing."""

    default_models: DefaultModels
    """The models that are used where a user has chosen none."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        members = read_object(value)
        known = 5
        at = ""
        try:
            at = "schemaVersion"
            its_schema_version = SchemaVersion.from_json(members.get("schemaVersion", ABSENT))
            at = "revision"
            its_revision = members.get("revision", ABSENT)
            if its_revision.__class__ is not str:
                raise mismatch("a string", its_revision)
            at = "providers"
            its_providers = read_array(members.get("providers", ABSENT), Provider.from_json)
            at = "models"
            its_models = read_array(members.get("models", ABSENT), Model.from_json)
            at = "defaultModels"
            its_default_models = DefaultModels.from_json(members.get("defaultModels", ABSENT))
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            schema_version=its_schema_version,
            revision=its_revision,
            providers=its_providers,
            models=its_models,
            default_models=its_default_models,
            unknown=() if known == len(members) else read_unknown(members, ("schemaVersion", "revision", "providers", "models", "defaultModels",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["schemaVersion"] = str(self.schema_version)
        members["revision"] = self.revision
        members["providers"] = [item.to_json() for item in self.providers]
        members["models"] = [item.to_json() for item in self.models]
        members["defaultModels"] = self.default_models.to_json()
        return write_unknown(members, self.unknown)
