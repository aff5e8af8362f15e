# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema f40f46e8854cc4a8.
"""Model configuration. Which LLM providers and models exist, what each can do, and which are the defaults: the
document that a gateway publishes, an instance merges and Cody clients read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NewType, Self, final

from ._support import (
    FrozenMap,
    ShapeError,
    mismatch,
    missing,
    read_array,
    read_integer,
    read_map,
    read_open_array,
    read_string,
    read_unknown,
    setters,
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


CAPABILITY_BY_VALUE: Final = {member.value: member for member in Capability}
"""The members of Capability by what stands on the wire."""


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


MODEL_CATEGORY_BY_VALUE: Final = {member.value: member for member in ModelCategory}
"""The members of ModelCategory by what stands on the wire."""


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


MODEL_STATUS_BY_VALUE: Final = {member.value: member for member in ModelStatus}
"""The members of ModelStatus by what stands on the wire."""


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


MODEL_TIER_BY_VALUE: Final = {member.value: member for member in ModelTier}
"""The members of ModelTier by what stands on the wire."""


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


MODEL_COST_UNIT_BY_VALUE: Final = {member.value: member for member in ModelCostUnit}
"""The members of ModelCostUnit by what stands on the wire."""


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_stop_sequences, set_end_of_text, set_context_size_hint_total_characters, set_context_size_hint_prefix_characters, set_context_size_hint_suffix_characters, set_chat_pre_instruction, set_edit_post_instruction, set_autocomplete_singleline_timeout, set_autocomplete_multiline_timeout, set_chat_top_k, set_chat_top_p, set_chat_temperature, set_chat_max_tokens, set_auto_complete_top_k, set_auto_complete_top_p, set_auto_complete_temperature, set_auto_complete_singleline_max_tokens, set_auto_complete_multiline_max_tokens, set_edit_top_k, set_edit_top_p, set_edit_temperature, set_edit_max_tokens, set_unknown = _CLIENT_SIDE_OPEN_AI_COMPATIBLE_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "stopSequences" in members:
                known += 1
                at = "stopSequences"
                its = members["stopSequences"]
                its = read_array(its, read_string)
                set_stop_sequences(record, its)
            else:
                set_stop_sequences(record, None)
            if "endOfText" in members:
                known += 1
                at = "endOfText"
                its = members["endOfText"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_end_of_text(record, its)
            else:
                set_end_of_text(record, None)
            if "contextSizeHintTotalCharacters" in members:
                known += 1
                at = "contextSizeHintTotalCharacters"
                its = members["contextSizeHintTotalCharacters"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_context_size_hint_total_characters(record, its)
            else:
                set_context_size_hint_total_characters(record, None)
            if "contextSizeHintPrefixCharacters" in members:
                known += 1
                at = "contextSizeHintPrefixCharacters"
                its = members["contextSizeHintPrefixCharacters"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_context_size_hint_prefix_characters(record, its)
            else:
                set_context_size_hint_prefix_characters(record, None)
            if "contextSizeHintSuffixCharacters" in members:
                known += 1
                at = "contextSizeHintSuffixCharacters"
                its = members["contextSizeHintSuffixCharacters"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_context_size_hint_suffix_characters(record, its)
            else:
                set_context_size_hint_suffix_characters(record, None)
            if "chatPreInstruction" in members:
                known += 1
                at = "chatPreInstruction"
                its = members["chatPreInstruction"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_chat_pre_instruction(record, its)
            else:
                set_chat_pre_instruction(record, None)
            if "editPostInstruction" in members:
                known += 1
                at = "editPostInstruction"
                its = members["editPostInstruction"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_edit_post_instruction(record, its)
            else:
                set_edit_post_instruction(record, None)
            if "autocompleteSinglelineTimeout" in members:
                known += 1
                at = "autocompleteSinglelineTimeout"
                its = members["autocompleteSinglelineTimeout"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_autocomplete_singleline_timeout(record, its)
            else:
                set_autocomplete_singleline_timeout(record, None)
            if "autocompleteMultilineTimeout" in members:
                known += 1
                at = "autocompleteMultilineTimeout"
                its = members["autocompleteMultilineTimeout"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_autocomplete_multiline_timeout(record, its)
            else:
                set_autocomplete_multiline_timeout(record, None)
            if "chatTopK" in members:
                known += 1
                at = "chatTopK"
                its = members["chatTopK"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_chat_top_k(record, its)
            else:
                set_chat_top_k(record, None)
            if "chatTopP" in members:
                known += 1
                at = "chatTopP"
                its = members["chatTopP"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_chat_top_p(record, its)
            else:
                set_chat_top_p(record, None)
            if "chatTemperature" in members:
                known += 1
                at = "chatTemperature"
                its = members["chatTemperature"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_chat_temperature(record, its)
            else:
                set_chat_temperature(record, None)
            if "chatMaxTokens" in members:
                known += 1
                at = "chatMaxTokens"
                its = members["chatMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_chat_max_tokens(record, its)
            else:
                set_chat_max_tokens(record, None)
            if "autoCompleteTopK" in members:
                known += 1
                at = "autoCompleteTopK"
                its = members["autoCompleteTopK"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_auto_complete_top_k(record, its)
            else:
                set_auto_complete_top_k(record, None)
            if "autoCompleteTopP" in members:
                known += 1
                at = "autoCompleteTopP"
                its = members["autoCompleteTopP"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_auto_complete_top_p(record, its)
            else:
                set_auto_complete_top_p(record, None)
            if "autoCompleteTemperature" in members:
                known += 1
                at = "autoCompleteTemperature"
                its = members["autoCompleteTemperature"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_auto_complete_temperature(record, its)
            else:
                set_auto_complete_temperature(record, None)
            if "autoCompleteSinglelineMaxTokens" in members:
                known += 1
                at = "autoCompleteSinglelineMaxTokens"
                its = members["autoCompleteSinglelineMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_auto_complete_singleline_max_tokens(record, its)
            else:
                set_auto_complete_singleline_max_tokens(record, None)
            if "autoCompleteMultilineMaxTokens" in members:
                known += 1
                at = "autoCompleteMultilineMaxTokens"
                its = members["autoCompleteMultilineMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_auto_complete_multiline_max_tokens(record, its)
            else:
                set_auto_complete_multiline_max_tokens(record, None)
            if "editTopK" in members:
                known += 1
                at = "editTopK"
                its = members["editTopK"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_edit_top_k(record, its)
            else:
                set_edit_top_k(record, None)
            if "editTopP" in members:
                known += 1
                at = "editTopP"
                its = members["editTopP"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_edit_top_p(record, its)
            else:
                set_edit_top_p(record, None)
            if "editTemperature" in members:
                known += 1
                at = "editTemperature"
                its = members["editTemperature"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_edit_temperature(record, its)
            else:
                set_edit_temperature(record, None)
            if "editMaxTokens" in members:
                known += 1
                at = "editMaxTokens"
                its = members["editMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_edit_max_tokens(record, its)
            else:
                set_edit_max_tokens(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("stopSequences", "endOfText", "contextSizeHintTotalCharacters", "contextSizeHintPrefixCharacters", "contextSizeHintSuffixCharacters", "chatPreInstruction", "editPostInstruction", "autocompleteSinglelineTimeout", "autocompleteMultilineTimeout", "chatTopK", "chatTopP", "chatTemperature", "chatMaxTokens", "autoCompleteTopK", "autoCompleteTopP", "autoCompleteTemperature", "autoCompleteSinglelineMaxTokens", "autoCompleteMultilineMaxTokens", "editTopK", "editTopP", "editTemperature", "editMaxTokens",)))
        return record

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


_CLIENT_SIDE_OPEN_AI_COMPATIBLE_SETTERS: Final = setters(ClientSideOpenAICompatible)


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


SCHEMA_VERSION_BY_VALUE: Final = {member.value: member for member in SchemaVersion}
"""The members of SchemaVersion by what stands on the wire."""


ProviderID = NewType("ProviderID", str)
"""Identifies a provider within one document, and is the first part of the references of its models. Letters,
digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`. Clients choose some behaviour by well-known ids such
as `anthropic`.
"""


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_unknown, = _CLIENT_SIDE_PROVIDER_CONFIG_SETTERS
        set_unknown(record, read_unknown(members, ()))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        return write_unknown(members, self.unknown)


_CLIENT_SIDE_PROVIDER_CONFIG_SETTERS: Final = setters(ClientSideProviderConfig)


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


REASONING_EFFORT_BY_VALUE: Final = {member.value: member for member in ReasoningEffort}
"""The members of ReasoningEffort by what stands on the wire."""


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_max_input_tokens, set_max_output_tokens, set_max_user_input_tokens, set_unknown = _CONTEXT_WINDOW_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "maxInputTokens"
            its = members["maxInputTokens"]
            if its.__class__ is not int:
                its = read_integer(its)
            set_max_input_tokens(record, its)
            at = "maxOutputTokens"
            its = members["maxOutputTokens"]
            if its.__class__ is not int:
                its = read_integer(its)
            set_max_output_tokens(record, its)
            if "maxUserInputTokens" in members:
                known += 1
                at = "maxUserInputTokens"
                its = members["maxUserInputTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_max_user_input_tokens(record, its)
            else:
                set_max_user_input_tokens(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("maxInputTokens", "maxOutputTokens", "maxUserInputTokens",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["maxInputTokens"] = self.max_input_tokens
        members["maxOutputTokens"] = self.max_output_tokens
        if self.max_user_input_tokens is not None:
            members["maxUserInputTokens"] = self.max_user_input_tokens
        return write_unknown(members, self.unknown)


_CONTEXT_WINDOW_SETTERS: Final = setters(ContextWindow)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_context_window, set_unknown = _MODEL_TIER_CONFIG_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "contextWindow"
            its = members["contextWindow"]
            its = ContextWindow.from_json(its)
            set_context_window(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("contextWindow",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["contextWindow"] = self.context_window.to_json()
        return write_unknown(members, self.unknown)


_MODEL_TIER_CONFIG_SETTERS: Final = setters(ModelTierConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_unit, set_input_token_pennies, set_output_token_pennies, set_unknown = _MODEL_COST_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "unit"
            its = members["unit"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = MODEL_COST_UNIT_BY_VALUE.get(its, its)
            set_unit(record, its)
            at = "inputTokenPennies"
            its = members["inputTokenPennies"]
            if its.__class__ is not int and its.__class__ is not float:
                raise mismatch("a number", its)
            set_input_token_pennies(record, its)
            at = "outputTokenPennies"
            its = members["outputTokenPennies"]
            if its.__class__ is not int and its.__class__ is not float:
                raise mismatch("a number", its)
            set_output_token_pennies(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("unit", "inputTokenPennies", "outputTokenPennies",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["unit"] = str(self.unit)
        members["inputTokenPennies"] = self.input_token_pennies
        members["outputTokenPennies"] = self.output_token_pennies
        return write_unknown(members, self.unknown)


_MODEL_COST_SETTERS: Final = setters(ModelCost)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultModels:
    """The models that are used where a user has chosen none.

    Members:
        chat: For conversations. Needs the capability `chat`.
        fast_chat: For small tasks in the background where an answer must come at once. Needs the capability `chat`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`.
        fallback_chat: For conversations of a user who has used up a limit. Needs the capability `chat`. Current clients read the same value as `unlimitedChat`.
    """

    chat: ModelRef
    """For conversations. Needs the capability `chat`."""

    fast_chat: ModelRef
    """For small tasks in the background where an answer must come at once. Needs the capability `chat`."""

    code_completion: ModelRef
    """For completing code at the cursor. Needs the capability `autocomplete`."""

    fallback_chat: ModelRef | None = None
    """For conversations of a user who has used up a limit. Needs the capability `chat`. Current clients read the
    same value as `unlimitedChat`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_chat, set_fast_chat, set_code_completion, set_fallback_chat, set_unknown = _DEFAULT_MODELS_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "chat"
            its = members["chat"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_chat(record, its)
            at = "fastChat"
            its = members["fastChat"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_fast_chat(record, its)
            at = "codeCompletion"
            its = members["codeCompletion"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_code_completion(record, its)
            if "fallbackChat" in members:
                known += 1
                at = "fallbackChat"
                its = members["fallbackChat"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_fallback_chat(record, its)
            else:
                set_fallback_chat(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("chat", "fastChat", "codeCompletion", "fallbackChat",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["chat"] = self.chat
        members["fastChat"] = self.fast_chat
        members["codeCompletion"] = self.code_completion
        if self.fallback_chat is not None:
            members["fallbackChat"] = self.fallback_chat
        return write_unknown(members, self.unknown)


_DEFAULT_MODELS_SETTERS: Final = setters(DefaultModels)


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


AWS_BEDROCK_AUTH_METHOD_BY_VALUE: Final = {member.value: member for member in AwsBedrockAuthMethod}
"""The members of AwsBedrockAuthMethod by what stands on the wire."""


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


AWS_BEDROCK_URL_BUILDER_BY_VALUE: Final = {member.value: member for member in AwsBedrockUrlBuilder}
"""The members of AwsBedrockUrlBuilder by what stands on the wire."""


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


GENERIC_SERVICE_NAME_BY_VALUE: Final = {member.value: member for member in GenericServiceName}
"""The members of GenericServiceName by what stands on the wire."""


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_credentials_file, set_credentials_json, set_unknown = _GOOGLE_WORKLOAD_IDENTITY_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "credentialsFile" in members:
                known += 1
                at = "credentialsFile"
                its = members["credentialsFile"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_credentials_file(record, its)
            else:
                set_credentials_file(record, None)
            if "credentialsJSON" in members:
                known += 1
                at = "credentialsJSON"
                its = members["credentialsJSON"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_credentials_json(record, its)
            else:
                set_credentials_json(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("credentialsFile", "credentialsJSON",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.credentials_file is not None:
            members["credentialsFile"] = self.credentials_file
        if self.credentials_json is not None:
            members["credentialsJSON"] = self.credentials_json
        return write_unknown(members, self.unknown)


_GOOGLE_WORKLOAD_IDENTITY_CONFIG_SETTERS: Final = setters(GoogleWorkloadIdentityConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_endpoint, set_access_token, set_unknown = _SOURCEGRAPH_PROVIDER_CONFIG_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("endpoint", "accessToken",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


_SOURCEGRAPH_PROVIDER_CONFIG_SETTERS: Final = setters(SourcegraphProviderConfig)


class AccessTokenQueryMethod(StrEnum):
    """HTTP method of the request for a token.

    Values:
        GET: The only method so far.
    """

    GET = "GET"
    """The only method so far."""


ACCESS_TOKEN_QUERY_METHOD_BY_VALUE: Final = {member.value: member for member in AccessTokenQueryMethod}
"""The members of AccessTokenQueryMethod by what stands on the wire."""


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_username, set_password, set_unknown = _BASIC_AUTH_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "username" in members:
                known += 1
                at = "username"
                its = members["username"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_username(record, its)
            else:
                set_username(record, None)
            if "password" in members:
                known += 1
                at = "password"
                its = members["password"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_password(record, its)
            else:
                set_password(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("username", "password",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.username is not None:
            members["username"] = self.username
        if self.password is not None:
            members["password"] = self.password
        return write_unknown(members, self.unknown)


_BASIC_AUTH_SETTERS: Final = setters(BasicAuth)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_arn, set_unknown = _AWS_BEDROCK_PROVISIONED_THROUGHPUT_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "arn"
            its = members["arn"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_arn(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("arn",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["arn"] = self.arn
        return write_unknown(members, self.unknown)


_AWS_BEDROCK_PROVISIONED_THROUGHPUT_SETTERS: Final = setters(AwsBedrockProvisionedThroughput)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_api_model, set_unknown = _SERVER_SIDE_OPEN_AI_COMPATIBLE_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "apiModel" in members:
                known += 1
                at = "apiModel"
                its = members["apiModel"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_api_model(record, its)
            else:
                set_api_model(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("apiModel",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.api_model is not None:
            members["apiModel"] = self.api_model
        return write_unknown(members, self.unknown)


_SERVER_SIDE_OPEN_AI_COMPATIBLE_SETTERS: Final = setters(ServerSideOpenAICompatible)


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


AWS_BEDROCK_LATENCY_OPTIMIZATION_BY_VALUE: Final = {member.value: member for member in AwsBedrockLatencyOptimization}
"""The members of AwsBedrockLatencyOptimization by what stands on the wire."""


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_open_ai_compatible, set_unknown = _CLIENT_SIDE_MODEL_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "openAICompatible" in members:
                known += 1
                at = "openAICompatible"
                its = members["openAICompatible"]
                its = ClientSideOpenAICompatible.from_json(its)
                set_open_ai_compatible(record, its)
            else:
                set_open_ai_compatible(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("openAICompatible",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.open_ai_compatible is not None:
            members["openAICompatible"] = self.open_ai_compatible.to_json()
        return write_unknown(members, self.unknown)


_CLIENT_SIDE_MODEL_CONFIG_SETTERS: Final = setters(ClientSideModelConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_free, set_pro, set_enterprise, set_unknown = _MODEL_CONFIG_ALL_TIERS_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "free" in members:
                known += 1
                at = "free"
                its = members["free"]
                its = ModelTierConfig.from_json(its)
                set_free(record, its)
            else:
                set_free(record, None)
            if "pro" in members:
                known += 1
                at = "pro"
                its = members["pro"]
                its = ModelTierConfig.from_json(its)
                set_pro(record, its)
            else:
                set_pro(record, None)
            if "enterprise" in members:
                known += 1
                at = "enterprise"
                its = members["enterprise"]
                its = ModelTierConfig.from_json(its)
                set_enterprise(record, its)
            else:
                set_enterprise(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("free", "pro", "enterprise",)))
        return record

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


_MODEL_CONFIG_ALL_TIERS_SETTERS: Final = setters(ModelConfigAllTiers)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_url, set_method, set_headers, set_basic_auth, set_form_data, set_query_params, set_unknown = _ACCESS_TOKEN_QUERY_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "url"
            its = members["url"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_url(record, its)
            if "method" in members:
                known += 1
                at = "method"
                its = members["method"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = ACCESS_TOKEN_QUERY_METHOD_BY_VALUE.get(its, its)
                set_method(record, its)
            else:
                set_method(record, None)
            if "headers" in members:
                known += 1
                at = "headers"
                its = members["headers"]
                its = read_map(its, read_string)
                set_headers(record, its)
            else:
                set_headers(record, None)
            if "basicAuth" in members:
                known += 1
                at = "basicAuth"
                its = members["basicAuth"]
                its = BasicAuth.from_json(its)
                set_basic_auth(record, its)
            else:
                set_basic_auth(record, None)
            if "formData" in members:
                known += 1
                at = "formData"
                its = members["formData"]
                its = read_map(its, read_string)
                set_form_data(record, its)
            else:
                set_form_data(record, None)
            if "queryParams" in members:
                known += 1
                at = "queryParams"
                its = members["queryParams"]
                its = read_map(its, read_string)
                set_query_params(record, its)
            else:
                set_query_params(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("url", "method", "headers", "basicAuth", "formData", "queryParams",)))
        return record

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


_ACCESS_TOKEN_QUERY_SETTERS: Final = setters(AccessTokenQuery)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_arn, set_latency_optimization, set_unknown = _AWS_BEDROCK_MODEL_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "arn" in members:
                known += 1
                at = "arn"
                its = members["arn"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_arn(record, its)
            else:
                set_arn(record, None)
            if "latencyOptimization" in members:
                known += 1
                at = "latencyOptimization"
                its = members["latencyOptimization"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = AWS_BEDROCK_LATENCY_OPTIMIZATION_BY_VALUE.get(its, its)
                set_latency_optimization(record, its)
            else:
                set_latency_optimization(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("arn", "latencyOptimization",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.arn is not None:
            members["arn"] = self.arn
        if self.latency_optimization is not None:
            members["latencyOptimization"] = str(self.latency_optimization)
        return write_unknown(members, self.unknown)


_AWS_BEDROCK_MODEL_CONFIG_SETTERS: Final = setters(AwsBedrockModelConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_endpoint, set_region, set_access_token, set_access_token_query, set_auth_method, set_url_builder, set_unknown = _AWS_BEDROCK_PROVIDER_CONFIG_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            if "region" in members:
                known += 1
                at = "region"
                its = members["region"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_region(record, its)
            else:
                set_region(record, None)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its = members["accessTokenQuery"]
                its = AccessTokenQuery.from_json(its)
                set_access_token_query(record, its)
            else:
                set_access_token_query(record, None)
            if "authMethod" in members:
                known += 1
                at = "authMethod"
                its = members["authMethod"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = AWS_BEDROCK_AUTH_METHOD_BY_VALUE.get(its, its)
                set_auth_method(record, its)
            else:
                set_auth_method(record, None)
            if "urlBuilder" in members:
                known += 1
                at = "urlBuilder"
                its = members["urlBuilder"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = AWS_BEDROCK_URL_BUILDER_BY_VALUE.get(its, its)
                set_url_builder(record, its)
            else:
                set_url_builder(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("endpoint", "region", "accessToken", "accessTokenQuery", "authMethod", "urlBuilder",)))
        return record

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


_AWS_BEDROCK_PROVIDER_CONFIG_SETTERS: Final = setters(AwsBedrockProviderConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_endpoint, set_access_token, set_access_token_query, set_api_version, set_user, set_use_deprecated_completions_api, set_unknown = _AZURE_OPEN_AI_PROVIDER_CONFIG_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its = members["accessTokenQuery"]
                its = AccessTokenQuery.from_json(its)
                set_access_token_query(record, its)
            else:
                set_access_token_query(record, None)
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its = members["apiVersion"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_api_version(record, its)
            else:
                set_api_version(record, None)
            if "user" in members:
                known += 1
                at = "user"
                its = members["user"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_user(record, its)
            else:
                set_user(record, None)
            if "useDeprecatedCompletionsAPI" in members:
                known += 1
                at = "useDeprecatedCompletionsAPI"
                its = members["useDeprecatedCompletionsAPI"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_use_deprecated_completions_api(record, its)
            else:
                set_use_deprecated_completions_api(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("endpoint", "accessToken", "accessTokenQuery", "apiVersion", "user", "useDeprecatedCompletionsAPI",)))
        return record

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


_AZURE_OPEN_AI_PROVIDER_CONFIG_SETTERS: Final = setters(AzureOpenAIProviderConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_service_name, set_endpoint, set_access_token, set_access_token_query, set_google_workload_identity_config, set_unknown = _GENERIC_PROVIDER_CONFIG_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "serviceName"
            its = members["serviceName"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = GENERIC_SERVICE_NAME_BY_VALUE.get(its, its)
            set_service_name(record, its)
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its = members["accessTokenQuery"]
                its = AccessTokenQuery.from_json(its)
                set_access_token_query(record, its)
            else:
                set_access_token_query(record, None)
            if "googleWorkloadIdentityConfig" in members:
                known += 1
                at = "googleWorkloadIdentityConfig"
                its = members["googleWorkloadIdentityConfig"]
                its = GoogleWorkloadIdentityConfig.from_json(its)
                set_google_workload_identity_config(record, its)
            else:
                set_google_workload_identity_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("serviceName", "endpoint", "accessToken", "accessTokenQuery", "googleWorkloadIdentityConfig",)))
        return record

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


_GENERIC_PROVIDER_CONFIG_SETTERS: Final = setters(GenericProviderConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_url, set_access_token, set_access_token_query, set_headers, set_unknown = _OPEN_AI_COMPATIBLE_ENDPOINT_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "url"
            its = members["url"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_url(record, its)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
            if "accessTokenQuery" in members:
                known += 1
                at = "accessTokenQuery"
                its = members["accessTokenQuery"]
                its = AccessTokenQuery.from_json(its)
                set_access_token_query(record, its)
            else:
                set_access_token_query(record, None)
            if "headers" in members:
                known += 1
                at = "headers"
                its = members["headers"]
                its = read_map(its, read_string)
                set_headers(record, its)
            else:
                set_headers(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("url", "accessToken", "accessTokenQuery", "headers",)))
        return record

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


_OPEN_AI_COMPATIBLE_ENDPOINT_SETTERS: Final = setters(OpenAICompatibleEndpoint)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_aws_bedrock_provisioned_throughput, set_open_ai_compatible, set_aws_bedrock, set_unknown = _SERVER_SIDE_MODEL_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "awsBedrockProvisionedThroughput" in members:
                known += 1
                at = "awsBedrockProvisionedThroughput"
                its = members["awsBedrockProvisionedThroughput"]
                its = AwsBedrockProvisionedThroughput.from_json(its)
                set_aws_bedrock_provisioned_throughput(record, its)
            else:
                set_aws_bedrock_provisioned_throughput(record, None)
            if "openAICompatible" in members:
                known += 1
                at = "openAICompatible"
                its = members["openAICompatible"]
                its = ServerSideOpenAICompatible.from_json(its)
                set_open_ai_compatible(record, its)
            else:
                set_open_ai_compatible(record, None)
            if "awsBedrock" in members:
                known += 1
                at = "awsBedrock"
                its = members["awsBedrock"]
                its = AwsBedrockModelConfig.from_json(its)
                set_aws_bedrock(record, its)
            else:
                set_aws_bedrock(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("awsBedrockProvisionedThroughput", "openAICompatible", "awsBedrock",)))
        return record

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


_SERVER_SIDE_MODEL_CONFIG_SETTERS: Final = setters(ServerSideModelConfig)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model: how to refer to it, what it can do, and how much text it takes.

    Members:
        model_ref: The model's identity, unique within the document.
        display_name: Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, an instance fills in the ModelID, the last part of `modelRef`.
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
    """Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, an instance fills in the
    ModelID, the last part of `modelRef`.
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_model_ref, set_display_name, set_model_name, set_capabilities, set_category, set_status, set_tier, set_context_window, set_client_side_config, set_server_side_config, set_reasoning_effort, set_estimated_model_cost, set_model_config_all_tiers, set_unknown = _MODEL_SETTERS
        known = 7
        at = ""
        its: Any
        try:
            at = "modelRef"
            its = members["modelRef"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_model_ref(record, its)
            if "displayName" in members:
                known += 1
                at = "displayName"
                its = members["displayName"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_display_name(record, its)
            else:
                set_display_name(record, None)
            at = "modelName"
            its = members["modelName"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_model_name(record, its)
            at = "capabilities"
            its = members["capabilities"]
            its = read_open_array(CAPABILITY_BY_VALUE, its)
            set_capabilities(record, its)
            at = "category"
            its = members["category"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = MODEL_CATEGORY_BY_VALUE.get(its, its)
            set_category(record, its)
            at = "status"
            its = members["status"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = MODEL_STATUS_BY_VALUE.get(its, its)
            set_status(record, its)
            at = "tier"
            its = members["tier"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = MODEL_TIER_BY_VALUE.get(its, its)
            set_tier(record, its)
            at = "contextWindow"
            its = members["contextWindow"]
            its = ContextWindow.from_json(its)
            set_context_window(record, its)
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its = members["clientSideConfig"]
                its = ClientSideModelConfig.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its = members["serverSideConfig"]
                its = ServerSideModelConfig.from_json(its)
                set_server_side_config(record, its)
            else:
                set_server_side_config(record, None)
            if "reasoningEffort" in members:
                known += 1
                at = "reasoningEffort"
                its = members["reasoningEffort"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = REASONING_EFFORT_BY_VALUE.get(its, its)
                set_reasoning_effort(record, its)
            else:
                set_reasoning_effort(record, None)
            if "estimatedModelCost" in members:
                known += 1
                at = "estimatedModelCost"
                its = members["estimatedModelCost"]
                its = ModelCost.from_json(its)
                set_estimated_model_cost(record, its)
            else:
                set_estimated_model_cost(record, None)
            if "modelConfigAllTiers" in members:
                known += 1
                at = "modelConfigAllTiers"
                its = members["modelConfigAllTiers"]
                its = ModelConfigAllTiers.from_json(its)
                set_model_config_all_tiers(record, its)
            else:
                set_model_config_all_tiers(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("modelRef", "displayName", "modelName", "capabilities", "category", "status", "tier", "contextWindow", "clientSideConfig", "serverSideConfig", "reasoningEffort", "estimatedModelCost", "modelConfigAllTiers",)))
        return record

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


_MODEL_SETTERS: Final = setters(Model)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_endpoints, set_enable_verbose_logs, set_use_legacy_completions, set_unknown = _OPEN_AI_COMPATIBLE_PROVIDER_CONFIG_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "endpoints"
            its = members["endpoints"]
            its = read_array(its, OpenAICompatibleEndpoint.from_json)
            set_endpoints(record, its)
            if "enableVerboseLogs" in members:
                known += 1
                at = "enableVerboseLogs"
                its = members["enableVerboseLogs"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_enable_verbose_logs(record, its)
            else:
                set_enable_verbose_logs(record, None)
            if "useLegacyCompletions" in members:
                known += 1
                at = "useLegacyCompletions"
                its = members["useLegacyCompletions"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_use_legacy_completions(record, its)
            else:
                set_use_legacy_completions(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("endpoints", "enableVerboseLogs", "useLegacyCompletions",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            members["enableVerboseLogs"] = self.enable_verbose_logs
        if self.use_legacy_completions is not None:
            members["useLegacyCompletions"] = self.use_legacy_completions
        return write_unknown(members, self.unknown)


_OPEN_AI_COMPATIBLE_PROVIDER_CONFIG_SETTERS: Final = setters(OpenAICompatibleProviderConfig)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_aws_bedrock, set_azure_open_ai, set_generic_provider, set_open_ai_compatible, set_sourcegraph_provider, set_unknown = _SERVER_SIDE_PROVIDER_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "awsBedrock" in members:
                known += 1
                at = "awsBedrock"
                its = members["awsBedrock"]
                its = AwsBedrockProviderConfig.from_json(its)
                set_aws_bedrock(record, its)
            else:
                set_aws_bedrock(record, None)
            if "azureOpenAi" in members:
                known += 1
                at = "azureOpenAi"
                its = members["azureOpenAi"]
                its = AzureOpenAIProviderConfig.from_json(its)
                set_azure_open_ai(record, its)
            else:
                set_azure_open_ai(record, None)
            if "genericProvider" in members:
                known += 1
                at = "genericProvider"
                its = members["genericProvider"]
                its = GenericProviderConfig.from_json(its)
                set_generic_provider(record, its)
            else:
                set_generic_provider(record, None)
            if "openAICompatible" in members:
                known += 1
                at = "openAICompatible"
                its = members["openAICompatible"]
                its = OpenAICompatibleProviderConfig.from_json(its)
                set_open_ai_compatible(record, its)
            else:
                set_open_ai_compatible(record, None)
            if "sourcegraphProvider" in members:
                known += 1
                at = "sourcegraphProvider"
                its = members["sourcegraphProvider"]
                its = SourcegraphProviderConfig.from_json(its)
                set_sourcegraph_provider(record, its)
            else:
                set_sourcegraph_provider(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("awsBedrock", "azureOpenAi", "genericProvider", "openAICompatible", "sourcegraphProvider",)))
        return record

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


_SERVER_SIDE_PROVIDER_CONFIG_SETTERS: Final = setters(ServerSideProviderConfig)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A party that serves models: a vendor, a cloud, or a company's own machines.

    Members:
        id: The provider's identity, unique within the document.
        display_name: Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, an instance fills in `Provider "id"`.
        client_side_config: Settings that clients receive. Nothing is defined for it yet.
        server_side_config: How the instance reaches the provider, credentials included. Never sent to a client and never part of a published catalogue.
    """

    id: ProviderID
    """The provider's identity, unique within the document."""

    display_name: str | None = None
    """Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, an instance fills in
    `Provider "id"`.
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_id, set_display_name, set_client_side_config, set_server_side_config, set_unknown = _PROVIDER_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "id"
            its = members["id"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_id(record, its)
            if "displayName" in members:
                known += 1
                at = "displayName"
                its = members["displayName"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_display_name(record, its)
            else:
                set_display_name(record, None)
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its = members["clientSideConfig"]
                its = ClientSideProviderConfig.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its = members["serverSideConfig"]
                its = ServerSideProviderConfig.from_json(its)
                set_server_side_config(record, its)
            else:
                set_server_side_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("id", "displayName", "clientSideConfig", "serverSideConfig",)))
        return record

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


_PROVIDER_SETTERS: Final = setters(Provider)


@final
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
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_schema_version, set_revision, set_providers, set_models, set_default_models, set_unknown = _MODEL_CONFIGURATION_SETTERS
        known = 5
        at = ""
        its: Any
        try:
            at = "schemaVersion"
            its = members["schemaVersion"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = SCHEMA_VERSION_BY_VALUE.get(its, its)
            set_schema_version(record, its)
            at = "revision"
            its = members["revision"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_revision(record, its)
            at = "providers"
            its = members["providers"]
            its = read_array(its, Provider.from_json)
            set_providers(record, its)
            at = "models"
            its = members["models"]
            its = read_array(its, Model.from_json)
            set_models(record, its)
            at = "defaultModels"
            its = members["defaultModels"]
            its = DefaultModels.from_json(its)
            set_default_models(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("schemaVersion", "revision", "providers", "models", "defaultModels",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["schemaVersion"] = str(self.schema_version)
        members["revision"] = self.revision
        members["providers"] = [item.to_json() for item in self.providers]
        members["models"] = [item.to_json() for item in self.models]
        members["defaultModels"] = self.default_models.to_json()
        return write_unknown(members, self.unknown)


_MODEL_CONFIGURATION_SETTERS: Final = setters(ModelConfiguration)
