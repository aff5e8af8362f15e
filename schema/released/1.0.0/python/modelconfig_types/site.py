# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema 59224be2d39883ff.
"""Site configuration. How a site administrator changes which providers and models an instance offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, NewType, Self, TypeAlias, final

from . import completions as completions_1
from . import model as model_1
from ._support import (
    ShapeError,
    mismatch,
    missing,
    read_array,
    read_constant,
    read_integer,
    read_open_array,
    read_string,
    read_tagged,
    read_unknown,
    setters,
    write_unknown,
)

PollingInterval = NewType("PollingInterval", str)
"""A length of time, or `never`: whole numbers of days, hours, minutes and seconds, in this order, each followed
by `d`, `h`, `m` or `s`.
"""


ModelFilterRule = NewType("ModelFilterRule", str)
"""A model's reference, with a `*` at its beginning, its end or both standing for any text. Upper and lower case
differ.
"""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFireworksProvider:
    """Models at Fireworks AI.

    Members:
        type: Always `fireworks`: tells the kinds apart.
        endpoint: URL of the completions API.
        access_token: API key from Fireworks AI.
    """

    type: Literal["fireworks"]
    """Always `fireworks`: tells the kinds apart."""

    endpoint: str
    """URL of the completions API."""

    access_token: str
    """API key from Fireworks AI."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_type, set_endpoint, set_access_token, set_unknown = _SITE_FIREWORKS_PROVIDER_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "fireworks")
            set_type(record, its)
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            at = "accessToken"
            its = members["accessToken"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_access_token(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


_SITE_FIREWORKS_PROVIDER_SETTERS: Final = setters(SiteFireworksProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteGoogleProvider:
    """Gemini by Google's own API, or models at Vertex AI, those of other makers included.

    Members:
        type: Always `google`: tells the kinds apart.
        endpoint: URL of the models: of the Gemini API, or of a publisher's models in a project and region of Vertex AI.
        access_token: API key of the Gemini API; for Vertex AI the key of a service account, its JSON in base64. Absent, with `googleWorkloadIdentityConfig` absent too: Google's application default credentials.
        google_workload_identity_config: Credentials for Vertex AI by workload identity federation. Set it in place of `accessToken`.
    """

    type: Literal["google"]
    """Always `google`: tells the kinds apart."""

    endpoint: str
    """URL of the models: of the Gemini API, or of a publisher's models in a project and region of Vertex AI."""

    access_token: str | None = None
    """API key of the Gemini API; for Vertex AI the key of a service account, its JSON in base64. Absent, with
    `googleWorkloadIdentityConfig` absent too: Google's application default credentials.
    """

    google_workload_identity_config: model_1.GoogleWorkloadIdentityConfig | None = None
    """Credentials for Vertex AI by workload identity federation. Set it in place of `accessToken`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_type, set_endpoint, set_access_token, set_google_workload_identity_config, set_unknown = _SITE_GOOGLE_PROVIDER_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "google")
            set_type(record, its)
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
            if "googleWorkloadIdentityConfig" in members:
                known += 1
                at = "googleWorkloadIdentityConfig"
                its = members["googleWorkloadIdentityConfig"]
                its = model_1.GoogleWorkloadIdentityConfig.from_json(its)
                set_google_workload_identity_config(record, its)
            else:
                set_google_workload_identity_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken", "googleWorkloadIdentityConfig",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.google_workload_identity_config is not None:
            members["googleWorkloadIdentityConfig"] = self.google_workload_identity_config.to_json()
        return write_unknown(members, self.unknown)


_SITE_GOOGLE_PROVIDER_SETTERS: Final = setters(SiteGoogleProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOpenAIProvider:
    """OpenAI's own API. For other servers that speak it, use `openaicompatible`.

    Members:
        type: Always `openai`: tells the kinds apart.
        endpoint: Base URL of the API.
        access_token: API key from OpenAI.
    """

    type: Literal["openai"]
    """Always `openai`: tells the kinds apart."""

    endpoint: str
    """Base URL of the API."""

    access_token: str
    """API key from OpenAI."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_type, set_endpoint, set_access_token, set_unknown = _SITE_OPEN_AI_PROVIDER_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "openai")
            set_type(record, its)
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            at = "accessToken"
            its = members["accessToken"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_access_token(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


_SITE_OPEN_AI_PROVIDER_SETTERS: Final = setters(SiteOpenAIProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSourcegraphProvider:
    """Cody Gateway. A supplied provider without a server-side configuration is reached through it anyway; name
    it to use another gateway or token for one provider.

    Members:
        type: Always `sourcegraph`: tells the kinds apart.
        endpoint: Base URL of the gateway.
        access_token: Token for the gateway.
    """

    type: Literal["sourcegraph"]
    """Always `sourcegraph`: tells the kinds apart."""

    endpoint: str
    """Base URL of the gateway."""

    access_token: str
    """Token for the gateway."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_type, set_endpoint, set_access_token, set_unknown = _SITE_SOURCEGRAPH_PROVIDER_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "sourcegraph")
            set_type(record, its)
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            at = "accessToken"
            its = members["accessToken"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_access_token(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


_SITE_SOURCEGRAPH_PROVIDER_SETTERS: Final = setters(SiteSourcegraphProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWindowOverride:
    """Token budgets of one request. Each number replaces the model's where it is given; absent or 0 keeps it.

    Members:
        max_input_tokens: Most tokens that a client sends: prompt, history and context together.
        max_output_tokens: Most tokens that a client asks the model to produce.
        max_user_input_tokens: The share of `maxInputTokens` kept for context that the user added.
    """

    max_input_tokens: int | None = None
    """Most tokens that a client sends: prompt, history and context together."""

    max_output_tokens: int | None = None
    """Most tokens that a client asks the model to produce."""

    max_user_input_tokens: int | None = None
    """The share of `maxInputTokens` kept for context that the user added."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_max_input_tokens, set_max_output_tokens, set_max_user_input_tokens, set_unknown = _CONTEXT_WINDOW_OVERRIDE_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "maxInputTokens" in members:
                known += 1
                at = "maxInputTokens"
                its = members["maxInputTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_max_input_tokens(record, its)
            else:
                set_max_input_tokens(record, None)
            if "maxOutputTokens" in members:
                known += 1
                at = "maxOutputTokens"
                its = members["maxOutputTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_max_output_tokens(record, its)
            else:
                set_max_output_tokens(record, None)
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
        if self.max_input_tokens is not None:
            members["maxInputTokens"] = self.max_input_tokens
        if self.max_output_tokens is not None:
            members["maxOutputTokens"] = self.max_output_tokens
        if self.max_user_input_tokens is not None:
            members["maxUserInputTokens"] = self.max_user_input_tokens
        return write_unknown(members, self.unknown)


_CONTEXT_WINDOW_OVERRIDE_SETTERS: Final = setters(ContextWindowOverride)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCostOverride:
    """Roughly what a model costs, for comparison and for counting usage. Not a bill.

    Members:
        unit: How many tokens the prices are for.
        input_token_credits: Price of one unit of input tokens, in the instance's usage credits.
        output_token_credits: Price of one unit of output tokens, in the instance's usage credits.
        input_token_pennies: Price of one unit of input tokens, in US cents. Deprecated since contract 1.0.0; use inputTokenCredits.
        output_token_pennies: Price of one unit of output tokens, in US cents. Deprecated since contract 1.0.0; use outputTokenCredits.
    """

    unit: model_1.ModelCostUnit | str
    """How many tokens the prices are for."""

    input_token_credits: float | None = None
    """Price of one unit of input tokens, in the instance's usage credits."""

    output_token_credits: float | None = None
    """Price of one unit of output tokens, in the instance's usage credits."""

    input_token_pennies: float | None = None
    """Price of one unit of input tokens, in US cents. Deprecated since contract 1.0.0; use inputTokenCredits."""

    output_token_pennies: float | None = None
    """Price of one unit of output tokens, in US cents. Deprecated since contract 1.0.0; use outputTokenCredits."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_unit, set_input_token_credits, set_output_token_credits, set_input_token_pennies, set_output_token_pennies, set_unknown = _MODEL_COST_OVERRIDE_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "unit"
            its = members["unit"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = model_1.MODEL_COST_UNIT_BY_VALUE.get(its, its)
            set_unit(record, its)
            if "inputTokenCredits" in members:
                known += 1
                at = "inputTokenCredits"
                its = members["inputTokenCredits"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_input_token_credits(record, its)
            else:
                set_input_token_credits(record, None)
            if "outputTokenCredits" in members:
                known += 1
                at = "outputTokenCredits"
                its = members["outputTokenCredits"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_output_token_credits(record, its)
            else:
                set_output_token_credits(record, None)
            if "inputTokenPennies" in members:
                known += 1
                at = "inputTokenPennies"
                its = members["inputTokenPennies"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_input_token_pennies(record, its)
            else:
                set_input_token_pennies(record, None)
            if "outputTokenPennies" in members:
                known += 1
                at = "outputTokenPennies"
                its = members["outputTokenPennies"]
                if its.__class__ is not int and its.__class__ is not float:
                    raise mismatch("a number", its)
                set_output_token_pennies(record, its)
            else:
                set_output_token_pennies(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("unit", "inputTokenCredits", "outputTokenCredits", "inputTokenPennies", "outputTokenPennies",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["unit"] = str(self.unit)
        if self.input_token_credits is not None:
            members["inputTokenCredits"] = self.input_token_credits
        if self.output_token_credits is not None:
            members["outputTokenCredits"] = self.output_token_credits
        if self.input_token_pennies is not None:
            members["inputTokenPennies"] = self.input_token_pennies
        if self.output_token_pennies is not None:
            members["outputTokenPennies"] = self.output_token_pennies
        return write_unknown(members, self.unknown)


_MODEL_COST_OVERRIDE_SETTERS: Final = setters(ModelCostOverride)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteClientModelConfig:
    """Client-side settings of a model, by the API it speaks.

    Members:
        openaicompatible: Settings for a model behind an OpenAI-compatible API. Its presence, even empty, tells clients to treat the model as such.
    """

    openaicompatible: model_1.ClientSideOpenAICompatible | None = None
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
        set_openaicompatible, set_unknown = _SITE_CLIENT_MODEL_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "openaicompatible" in members:
                known += 1
                at = "openaicompatible"
                its = members["openaicompatible"]
                its = model_1.ClientSideOpenAICompatible.from_json(its)
                set_openaicompatible(record, its)
            else:
                set_openaicompatible(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("openaicompatible",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.openaicompatible is not None:
            members["openaicompatible"] = self.openaicompatible.to_json()
        return write_unknown(members, self.unknown)


_SITE_CLIENT_MODEL_CONFIG_SETTERS: Final = setters(SiteClientModelConfig)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOpenAICompatibleModel:
    """A model behind an OpenAI-compatible API.

    Members:
        type: Always `openaicompatible`: tells the kinds apart.
        api_model: Text sent as `model`. Set it where the server wants another text there than the model's name, such as `tgi`. Absent or blank: the `modelName`.
    """

    type: Literal["openaicompatible"]
    """Always `openaicompatible`: tells the kinds apart."""

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
        set_type, set_api_model, set_unknown = _SITE_OPEN_AI_COMPATIBLE_MODEL_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "openaicompatible")
            set_type(record, its)
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
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "apiModel",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        if self.api_model is not None:
            members["apiModel"] = self.api_model
        return write_unknown(members, self.unknown)


_SITE_OPEN_AI_COMPATIBLE_MODEL_SETTERS: Final = setters(SiteOpenAICompatibleModel)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAwsBedrockModel:
    """A model at Amazon Bedrock that needs settings of its own.

    Members:
        type: Always `awsBedrock`: tells the kinds apart.
        latency_optimization: Whether Bedrock answers faster for a higher price. Only some models and regions offer it.
        arn: Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name.
    """

    type: Literal["awsBedrock"]
    """Always `awsBedrock`: tells the kinds apart."""

    latency_optimization: model_1.AwsBedrockLatencyOptimization | str | None = None
    """Whether Bedrock answers faster for a higher price. Only some models and regions offer it. Default where
    absent: "standard".
    """

    arn: str | None = None
    """Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_type, set_latency_optimization, set_arn, set_unknown = _SITE_AWS_BEDROCK_MODEL_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "awsBedrock")
            set_type(record, its)
            if "latencyOptimization" in members:
                known += 1
                at = "latencyOptimization"
                its = members["latencyOptimization"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.AWS_BEDROCK_LATENCY_OPTIMIZATION_BY_VALUE.get(its, its)
                set_latency_optimization(record, its)
            else:
                set_latency_optimization(record, None)
            if "arn" in members:
                known += 1
                at = "arn"
                its = members["arn"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_arn(record, its)
            else:
                set_arn(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "latencyOptimization", "arn",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        if self.latency_optimization is not None:
            members["latencyOptimization"] = str(self.latency_optimization)
        if self.arn is not None:
            members["arn"] = self.arn
        return write_unknown(members, self.unknown)


_SITE_AWS_BEDROCK_MODEL_SETTERS: Final = setters(SiteAwsBedrockModel)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAwsBedrockProvisionedModel:
    """A model that runs on capacity reserved at Amazon Bedrock.

    Members:
        type: Always `awsBedrockProvisionedThroughput`: tells the kinds apart.
        arn: Amazon Resource Name of the reservation, sent in place of the model's name.
    """

    type: Literal["awsBedrockProvisionedThroughput"]
    """Always `awsBedrockProvisionedThroughput`: tells the kinds apart."""

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
        set_type, set_arn, set_unknown = _SITE_AWS_BEDROCK_PROVISIONED_MODEL_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "awsBedrockProvisionedThroughput")
            set_type(record, its)
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
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "arn",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["arn"] = self.arn
        return write_unknown(members, self.unknown)


_SITE_AWS_BEDROCK_PROVISIONED_MODEL_SETTERS: Final = setters(SiteAwsBedrockProvisionedModel)


RecommendedModel = NewType("RecommendedModel", str)
"""Reference of a model with recommended settings: `bigcode::v1::starcoder2-7b`, `bigcode::v1::starcoder2-15b`,
`mistral::v1::mistral-7b-instruct`, `mistral::v1::mixtral-8x7b-instruct` or
`mistral::v1::mixtral-8x22b-instruct`. Any other is ignored, with a warning.
"""


SelfHostedModelName = NewType("SelfHostedModelName", str)
"""Name of an open model and, after `@`, the version of its settings: `starcoder2-7b@v1`, `starcoder2-15b@v1`,
`mistral-7b-instruct@v1`, `mixtral-8x7b-instruct@v1` or `mixtral-8x22b-instruct@v1`. Any other is ignored,
with a warning.
"""


SiteDefaultModelRef = NewType("SiteDefaultModelRef", str)
"""A model's reference, `provider::apiVersion::modelID`; blank counts as absent."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFilters:
    """Which of the supplied models are offered: a model has to pass all three. Models that are defined in this
    configuration are never filtered, and neither are providers.

    Members:
        status_filter: Only models of these statuses pass; an empty list lets nothing pass. Null or absent: any status.
        allow: Only models whose reference fits one of these rules pass. Null, absent or empty: any model.
        deny: Models whose reference fits one of these rules do not pass, even where `allow` names them.
    """

    status_filter: tuple[model_1.ModelStatus | str, ...] | None = None
    """Only models of these statuses pass; an empty list lets nothing pass. Null or absent: any status."""

    allow: tuple[ModelFilterRule, ...] | None = None
    """Only models whose reference fits one of these rules pass. Null, absent or empty: any model."""

    deny: tuple[ModelFilterRule, ...] | None = None
    """Models whose reference fits one of these rules do not pass, even where `allow` names them."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_status_filter, set_allow, set_deny, set_unknown = _MODEL_FILTERS_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "statusFilter" in members:
                known += 1
                at = "statusFilter"
                its = members["statusFilter"]
                if its is not None:
                    its = read_open_array(model_1.MODEL_STATUS_BY_VALUE, its)
                set_status_filter(record, its)
            else:
                set_status_filter(record, None)
            if "allow" in members:
                known += 1
                at = "allow"
                its = members["allow"]
                if its is not None:
                    its = read_array(its, read_string)
                set_allow(record, its)
            else:
                set_allow(record, None)
            if "deny" in members:
                known += 1
                at = "deny"
                its = members["deny"]
                if its is not None:
                    its = read_array(its, read_string)
                set_deny(record, its)
            else:
                set_deny(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("statusFilter", "allow", "deny",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.status_filter is not None:
            members["statusFilter"] = [str(item) for item in self.status_filter]
        if self.allow is not None:
            members["allow"] = list(self.allow)
        if self.deny is not None:
            members["deny"] = list(self.deny)
        return write_unknown(members, self.unknown)


_MODEL_FILTERS_SETTERS: Final = setters(ModelFilters)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAwsBedrockProvider:
    """Models at Amazon Bedrock.

    Members:
        type: Always `awsBedrock`: tells the kinds apart.
        endpoint: An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint where throughput is provisioned.
        region: The AWS region that requests are signed for, such as `us-west-2`.
        access_token: `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials of the instance's own AWS role.
        access_token_query: A request by which the instance fetches the token, for tokens that expire. Set it in place of `accessToken`.
        auth_method: How requests prove who sends them. Set it for a proxy in front of Bedrock.
        url_builder: How the URL of a request is made from `endpoint`. Set it for a proxy in front of Bedrock.
    """

    type: Literal["awsBedrock"]
    """Always `awsBedrock`: tells the kinds apart."""

    endpoint: str
    """An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint where
    throughput is provisioned.
    """

    region: str
    """The AWS region that requests are signed for, such as `us-west-2`."""

    access_token: str | None = None
    """`ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials of
    the instance's own AWS role.
    """

    access_token_query: model_1.AccessTokenQuery | None = None
    """A request by which the instance fetches the token, for tokens that expire. Set it in place of
    `accessToken`.
    """

    auth_method: model_1.AwsBedrockAuthMethod | str | None = None
    """How requests prove who sends them. Set it for a proxy in front of Bedrock. Default where absent: "AWS"."""

    url_builder: model_1.AwsBedrockUrlBuilder | str | None = None
    """How the URL of a request is made from `endpoint`. Set it for a proxy in front of Bedrock. Default where
    absent: "AWS".
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
        set_type, set_endpoint, set_region, set_access_token, set_access_token_query, set_auth_method, set_url_builder, set_unknown = _SITE_AWS_BEDROCK_PROVIDER_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "awsBedrock")
            set_type(record, its)
            at = "endpoint"
            its = members["endpoint"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_endpoint(record, its)
            at = "region"
            its = members["region"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_region(record, its)
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
                its = model_1.AccessTokenQuery.from_json(its)
                set_access_token_query(record, its)
            else:
                set_access_token_query(record, None)
            if "authMethod" in members:
                known += 1
                at = "authMethod"
                its = members["authMethod"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.AWS_BEDROCK_AUTH_METHOD_BY_VALUE.get(its, its)
                set_auth_method(record, its)
            else:
                set_auth_method(record, None)
            if "urlBuilder" in members:
                known += 1
                at = "urlBuilder"
                its = members["urlBuilder"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.AWS_BEDROCK_URL_BUILDER_BY_VALUE.get(its, its)
                set_url_builder(record, its)
            else:
                set_url_builder(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "region", "accessToken", "accessTokenQuery", "authMethod", "urlBuilder",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
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


_SITE_AWS_BEDROCK_PROVIDER_SETTERS: Final = setters(SiteAwsBedrockProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAzureOpenAIProvider:
    """Models at Azure OpenAI. A model's `modelName` is the name of its deployment in the Azure portal.

    Members:
        type: Always `azureOpenAI`: tells the kinds apart.
        endpoint: URL of the Azure OpenAI resource, as the Azure portal shows it.
        access_token: API key from the Azure portal. Absent or blank: the workload or managed identity of the instance.
        access_token_query: A request by which the instance fetches the token, for tokens that expire. Set it in place of `accessToken`.
        api_version: Version of the Azure OpenAI API, a date such as `2024-10-21`. Set it where a model needs another one than the instance uses.
        user: Value of the API's `user` field in every request, by which Azure tells sources of requests apart. May be blank.
        use_deprecated_completions_api: Whether completions go to the older completions API. Set it for models that the newer one does not offer, such as `gpt-35-turbo-instruct`.
    """

    type: Literal["azureOpenAI"]
    """Always `azureOpenAI`: tells the kinds apart."""

    endpoint: str
    """URL of the Azure OpenAI resource, as the Azure portal shows it."""

    access_token: str | None = None
    """API key from the Azure portal. Absent or blank: the workload or managed identity of the instance."""

    access_token_query: model_1.AccessTokenQuery | None = None
    """A request by which the instance fetches the token, for tokens that expire. Set it in place of
    `accessToken`.
    """

    api_version: str | None = None
    """Version of the Azure OpenAI API, a date such as `2024-10-21`. Set it where a model needs another one than
    the instance uses.
    """

    user: str
    """Value of the API's `user` field in every request, by which Azure tells sources of requests apart. May be
    blank.
    """

    use_deprecated_completions_api: bool
    """Whether completions go to the older completions API. Set it for models that the newer one does not offer,
    such as `gpt-35-turbo-instruct`.
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
        set_type, set_endpoint, set_access_token, set_access_token_query, set_api_version, set_user, set_use_deprecated_completions_api, set_unknown = _SITE_AZURE_OPEN_AI_PROVIDER_SETTERS
        known = 4
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "azureOpenAI")
            set_type(record, its)
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
                its = model_1.AccessTokenQuery.from_json(its)
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
            at = "user"
            its = members["user"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_user(record, its)
            at = "useDeprecatedCompletionsAPI"
            its = members["useDeprecatedCompletionsAPI"]
            if its.__class__ is not bool:
                raise mismatch("a boolean", its)
            set_use_deprecated_completions_api(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken", "accessTokenQuery", "apiVersion", "user", "useDeprecatedCompletionsAPI",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.access_token_query is not None:
            members["accessTokenQuery"] = self.access_token_query.to_json()
        if self.api_version is not None:
            members["apiVersion"] = self.api_version
        members["user"] = self.user
        members["useDeprecatedCompletionsAPI"] = self.use_deprecated_completions_api
        return write_unknown(members, self.unknown)


_SITE_AZURE_OPEN_AI_PROVIDER_SETTERS: Final = setters(SiteAzureOpenAIProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAnthropicProvider:
    """Anthropic's own API.

    Members:
        type: Always `anthropic`: tells the kinds apart.
        endpoint: URL of the messages API.
        access_token: API key from Anthropic.
        access_token_query: A request by which the instance fetches the token, for tokens that expire. Set it in place of `accessToken`.
    """

    type: Literal["anthropic"]
    """Always `anthropic`: tells the kinds apart."""

    endpoint: str
    """URL of the messages API."""

    access_token: str | None = None
    """API key from Anthropic."""

    access_token_query: model_1.AccessTokenQuery | None = None
    """A request by which the instance fetches the token, for tokens that expire. Set it in place of
    `accessToken`.
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
        set_type, set_endpoint, set_access_token, set_access_token_query, set_unknown = _SITE_ANTHROPIC_PROVIDER_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "anthropic")
            set_type(record, its)
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
                its = model_1.AccessTokenQuery.from_json(its)
                set_access_token_query(record, its)
            else:
                set_access_token_query(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken", "accessTokenQuery",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.access_token_query is not None:
            members["accessTokenQuery"] = self.access_token_query.to_json()
        return write_unknown(members, self.unknown)


_SITE_ANTHROPIC_PROVIDER_SETTERS: Final = setters(SiteAnthropicProvider)


SiteModelServerConfig: TypeAlias = SiteOpenAICompatibleModel | SiteAwsBedrockModel | SiteAwsBedrockProvisionedModel
"""What the instance needs to call a model, by kind of API. The member `type` says which."""


def read_site_model_server_config(value: object, /) -> SiteModelServerConfig:
    """Return the variant that the member `type` names. Raises ShapeError."""
    variants: dict[str, Callable[[object], SiteModelServerConfig]] = {
        "openaicompatible": SiteOpenAICompatibleModel.from_json,
        "awsBedrock": SiteAwsBedrockModel.from_json,
        "awsBedrockProvisionedThroughput": SiteAwsBedrockProvisionedModel.from_json,
    }
    return read_tagged(value, "type", variants)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SelfHostedModelOverride:
    """What differs from the settings that are known to work for a self-hosted model.

    Members:
        display_name: Name that a person sees, at most 128 bytes of UTF-8.
        context_window: How many tokens clients send and ask for at most.
        model_cost: Roughly what the model costs.
        client_side_config: Settings that clients need, without the wrapper `openaicompatible` that a model override has.
        server_side_config: What the instance needs to call the model, beyond what the provider says.
    """

    display_name: str | None = None
    """Name that a person sees, at most 128 bytes of UTF-8."""

    context_window: ContextWindowOverride | None = None
    """How many tokens clients send and ask for at most."""

    model_cost: ModelCostOverride | None = None
    """Roughly what the model costs."""

    client_side_config: model_1.ClientSideOpenAICompatible | None = None
    """Settings that clients need, without the wrapper `openaicompatible` that a model override has."""

    server_side_config: SiteModelServerConfig | None = None
    """What the instance needs to call the model, beyond what the provider says."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_display_name, set_context_window, set_model_cost, set_client_side_config, set_server_side_config, set_unknown = _SELF_HOSTED_MODEL_OVERRIDE_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "displayName" in members:
                known += 1
                at = "displayName"
                its = members["displayName"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_display_name(record, its)
            else:
                set_display_name(record, None)
            if "contextWindow" in members:
                known += 1
                at = "contextWindow"
                its = members["contextWindow"]
                if its is not None:
                    its = ContextWindowOverride.from_json(its)
                set_context_window(record, its)
            else:
                set_context_window(record, None)
            if "modelCost" in members:
                known += 1
                at = "modelCost"
                its = members["modelCost"]
                if its is not None:
                    its = ModelCostOverride.from_json(its)
                set_model_cost(record, its)
            else:
                set_model_cost(record, None)
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its = members["clientSideConfig"]
                if its is not None:
                    its = model_1.ClientSideOpenAICompatible.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its = members["serverSideConfig"]
                if its is not None:
                    its = read_site_model_server_config(its)
                set_server_side_config(record, its)
            else:
                set_server_side_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("displayName", "contextWindow", "modelCost", "clientSideConfig", "serverSideConfig",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.display_name is not None:
            members["displayName"] = self.display_name
        if self.context_window is not None:
            members["contextWindow"] = self.context_window.to_json()
        if self.model_cost is not None:
            members["modelCost"] = self.model_cost.to_json()
        if self.client_side_config is not None:
            members["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            members["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(members, self.unknown)


_SELF_HOSTED_MODEL_OVERRIDE_SETTERS: Final = setters(SelfHostedModelOverride)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDefaultModels:
    """The models that are used where a user has chosen none. A model that is missing or lacks the capability is
    replaced, by the supplied default if that is usable.

    Members:
        chat: For conversations. Needs the capability `chat`.
        fast_chat: For small tasks in the background where an answer must come at once. Needs the capability `chat`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`.
        fallback_chat: For conversations of a user who has used up a limit.
    """

    chat: SiteDefaultModelRef | None = None
    """For conversations. Needs the capability `chat`."""

    fast_chat: SiteDefaultModelRef | None = None
    """For small tasks in the background where an answer must come at once. Needs the capability `chat`."""

    code_completion: SiteDefaultModelRef | None = None
    """For completing code at the cursor. Needs the capability `autocomplete`."""

    fallback_chat: SiteDefaultModelRef | None = None
    """For conversations of a user who has used up a limit."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_chat, set_fast_chat, set_code_completion, set_fallback_chat, set_unknown = _SITE_DEFAULT_MODELS_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "chat" in members:
                known += 1
                at = "chat"
                its = members["chat"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_chat(record, its)
            else:
                set_chat(record, None)
            if "fastChat" in members:
                known += 1
                at = "fastChat"
                its = members["fastChat"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_fast_chat(record, its)
            else:
                set_fast_chat(record, None)
            if "codeCompletion" in members:
                known += 1
                at = "codeCompletion"
                its = members["codeCompletion"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_code_completion(record, its)
            else:
                set_code_completion(record, None)
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
        if self.chat is not None:
            members["chat"] = self.chat
        if self.fast_chat is not None:
            members["fastChat"] = self.fast_chat
        if self.code_completion is not None:
            members["codeCompletion"] = self.code_completion
        if self.fallback_chat is not None:
            members["fallbackChat"] = self.fallback_chat
        return write_unknown(members, self.unknown)


_SITE_DEFAULT_MODELS_SETTERS: Final = setters(SiteDefaultModels)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SourcegraphModels:
    """How the instance gets the models that Sourcegraph supplies, and which of them it offers.

    Members:
        endpoint: URL of Cody Gateway, scheme included. Set it only for another gateway than the public one.
        access_token: Token for the gateway. Where it is absent, one is derived from `licenseKey`.
        model_filters: Which of the supplied models are offered. Where it is absent, all are.
        polling_interval: How often the gateway is asked for a newer list of models.
    """

    endpoint: str | None = None
    """URL of Cody Gateway, scheme included. Set it only for another gateway than the public one. Default where
    absent: "https://cody-gateway.sourcegraph.com".
    """

    access_token: str | None = None
    """Token for the gateway. Where it is absent, one is derived from `licenseKey`."""

    model_filters: ModelFilters | None = None
    """Which of the supplied models are offered. Where it is absent, all are."""

    polling_interval: PollingInterval | None = None
    """How often the gateway is asked for a newer list of models. Default where absent: "6h"."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_endpoint, set_access_token, set_model_filters, set_polling_interval, set_unknown = _SOURCEGRAPH_MODELS_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "endpoint" in members:
                known += 1
                at = "endpoint"
                its = members["endpoint"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_endpoint(record, its)
            else:
                set_endpoint(record, None)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
            if "modelFilters" in members:
                known += 1
                at = "modelFilters"
                its = members["modelFilters"]
                if its is not None:
                    its = ModelFilters.from_json(its)
                set_model_filters(record, its)
            else:
                set_model_filters(record, None)
            if "pollingInterval" in members:
                known += 1
                at = "pollingInterval"
                its = members["pollingInterval"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_polling_interval(record, its)
            else:
                set_polling_interval(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("endpoint", "accessToken", "modelFilters", "pollingInterval",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.endpoint is not None:
            members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.model_filters is not None:
            members["modelFilters"] = self.model_filters.to_json()
        if self.polling_interval is not None:
            members["pollingInterval"] = self.polling_interval
        return write_unknown(members, self.unknown)


_SOURCEGRAPH_MODELS_SETTERS: Final = setters(SourcegraphModels)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOpenAICompatibleProvider:
    """Any server that speaks the OpenAI API: a vendor, a proxy, or machines of your own.

    Members:
        type: Always `openaicompatible`: tells the kinds apart.
        endpoints: Where the server is. With several, the instance spreads the requests over them.
        enable_verbose_logs: Whether the instance logs every request and answer. For debugging only: prompts end up in the log.
        use_legacy_completions: Whether autocomplete uses the older `/completions` route. Set it to false for a server that offers `/chat/completions` only.
    """

    type: Literal["openaicompatible"]
    """Always `openaicompatible`: tells the kinds apart."""

    endpoints: tuple[model_1.OpenAICompatibleEndpoint, ...]
    """Where the server is. With several, the instance spreads the requests over them."""

    enable_verbose_logs: bool | None = None
    """Whether the instance logs every request and answer. For debugging only: prompts end up in the log."""

    use_legacy_completions: bool | None = None
    """Whether autocomplete uses the older `/completions` route. Set it to false for a server that offers
    `/chat/completions` only. Default where absent: true.
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
        set_type, set_endpoints, set_enable_verbose_logs, set_use_legacy_completions, set_unknown = _SITE_OPEN_AI_COMPATIBLE_PROVIDER_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "openaicompatible")
            set_type(record, its)
            at = "endpoints"
            its = members["endpoints"]
            its = read_array(its, model_1.OpenAICompatibleEndpoint.from_json)
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
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoints", "enableVerboseLogs", "useLegacyCompletions",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            members["enableVerboseLogs"] = self.enable_verbose_logs
        if self.use_legacy_completions is not None:
            members["useLegacyCompletions"] = self.use_legacy_completions
        return write_unknown(members, self.unknown)


_SITE_OPEN_AI_COMPATIBLE_PROVIDER_SETTERS: Final = setters(SiteOpenAICompatibleProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteHuggingFaceTgiProvider:
    """A server that runs Hugging Face's Text Generation Inference.

    Members:
        type: Always `huggingface-tgi`: tells the kinds apart.
        endpoints: Where the server is. With several, the instance spreads the requests over them.
        enable_verbose_logs: Whether the instance logs every request and answer. For debugging only: prompts end up in the log.
    """

    type: Literal["huggingface-tgi"]
    """Always `huggingface-tgi`: tells the kinds apart."""

    endpoints: tuple[model_1.OpenAICompatibleEndpoint, ...]
    """Where the server is. With several, the instance spreads the requests over them."""

    enable_verbose_logs: bool | None = None
    """Whether the instance logs every request and answer. For debugging only: prompts end up in the log."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_type, set_endpoints, set_enable_verbose_logs, set_unknown = _SITE_HUGGING_FACE_TGI_PROVIDER_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "type"
            its = members["type"]
            its = read_constant(its, "huggingface-tgi")
            set_type(record, its)
            at = "endpoints"
            its = members["endpoints"]
            its = read_array(its, model_1.OpenAICompatibleEndpoint.from_json)
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
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("type", "endpoints", "enableVerboseLogs",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            members["enableVerboseLogs"] = self.enable_verbose_logs
        return write_unknown(members, self.unknown)


_SITE_HUGGING_FACE_TGI_PROVIDER_SETTERS: Final = setters(SiteHuggingFaceTgiProvider)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultModelConfig:
    """Settings for each of a provider's models. What it names replaces what a model has; what it does not name
    is left alone. Models that it touches become `enterprise`.

    Members:
        capabilities: What the models may be used for; replaces each model's whole list.
        category: What the models are best at.
        status: How mature the models are.
        context_window: How many tokens clients send and ask for at most.
        model_cost: Roughly what the models cost.
        client_side_config: Settings that clients need to talk to the models well.
        server_side_config: What the instance needs to call the models, beyond what the provider says.
    """

    capabilities: tuple[model_1.Capability | str, ...] | None = None
    """What the models may be used for; replaces each model's whole list."""

    category: model_1.ModelCategory | str | None = None
    """What the models are best at."""

    status: model_1.ModelStatus | str | None = None
    """How mature the models are."""

    context_window: ContextWindowOverride | None = None
    """How many tokens clients send and ask for at most."""

    model_cost: ModelCostOverride | None = None
    """Roughly what the models cost."""

    client_side_config: SiteClientModelConfig | None = None
    """Settings that clients need to talk to the models well."""

    server_side_config: SiteModelServerConfig | None = None
    """What the instance needs to call the models, beyond what the provider says."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_capabilities, set_category, set_status, set_context_window, set_model_cost, set_client_side_config, set_server_side_config, set_unknown = _DEFAULT_MODEL_CONFIG_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "capabilities" in members:
                known += 1
                at = "capabilities"
                its = members["capabilities"]
                if its is not None:
                    its = read_open_array(model_1.CAPABILITY_BY_VALUE, its)
                set_capabilities(record, its)
            else:
                set_capabilities(record, None)
            if "category" in members:
                known += 1
                at = "category"
                its = members["category"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.MODEL_CATEGORY_BY_VALUE.get(its, its)
                set_category(record, its)
            else:
                set_category(record, None)
            if "status" in members:
                known += 1
                at = "status"
                its = members["status"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.MODEL_STATUS_BY_VALUE.get(its, its)
                set_status(record, its)
            else:
                set_status(record, None)
            if "contextWindow" in members:
                known += 1
                at = "contextWindow"
                its = members["contextWindow"]
                if its is not None:
                    its = ContextWindowOverride.from_json(its)
                set_context_window(record, its)
            else:
                set_context_window(record, None)
            if "modelCost" in members:
                known += 1
                at = "modelCost"
                its = members["modelCost"]
                if its is not None:
                    its = ModelCostOverride.from_json(its)
                set_model_cost(record, its)
            else:
                set_model_cost(record, None)
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its = members["clientSideConfig"]
                if its is not None:
                    its = SiteClientModelConfig.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its = members["serverSideConfig"]
                if its is not None:
                    its = read_site_model_server_config(its)
                set_server_side_config(record, its)
            else:
                set_server_side_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("capabilities", "category", "status", "contextWindow", "modelCost", "clientSideConfig", "serverSideConfig",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.capabilities is not None:
            members["capabilities"] = [str(item) for item in self.capabilities]
        if self.category is not None:
            members["category"] = str(self.category)
        if self.status is not None:
            members["status"] = str(self.status)
        if self.context_window is not None:
            members["contextWindow"] = self.context_window.to_json()
        if self.model_cost is not None:
            members["modelCost"] = self.model_cost.to_json()
        if self.client_side_config is not None:
            members["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            members["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(members, self.unknown)


_DEFAULT_MODEL_CONFIG_SETTERS: Final = setters(DefaultModelConfig)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOverride:
    """A model to change, by its reference, or a new one. To change a supplied model, name only what changes.
    Either way the model becomes `enterprise`.

    Members:
        model_ref: The model's reference, `provider::apiVersion::modelID`. One that is not among the supplied models makes a new model of that provider; where no version is known, write `unknown`.
        display_name: Name that a person sees, at most 128 bytes of UTF-8. Blank or absent keeps the supplied name; a new model then shows as its ModelID.
        model_name: Name that the provider's API knows. A new model without it uses its ModelID.
        capabilities: What the model may be used for, the whole list. A new model needs it; absent keeps the supplied list.
        category: What the model is best at. A new model without it is `balanced`.
        status: How mature the model is. A new model without it is `stable`.
        context_window: How many tokens clients send and ask for at most. It replaces the windows by subscription too. A new model without it has 4,000 and 4,000.
        reasoning_effort: How much the model should reason before it answers. Works only with the capability `reasoning`.
        model_cost: Roughly what the model costs.
        client_side_config: Settings that clients need to talk to this model well; replaces the model's own.
        server_side_config: What the instance needs to call the model, beyond what the provider says; replaces the model's own.
    """

    model_ref: model_1.ModelRef
    """The model's reference, `provider::apiVersion::modelID`. One that is not among the supplied models makes a
    new model of that provider; where no version is known, write `unknown`.
    """

    display_name: str | None = None
    """Name that a person sees, at most 128 bytes of UTF-8. Blank or absent keeps the supplied name; a new model
    then shows as its ModelID.
    """

    model_name: str | None = None
    """Name that the provider's API knows. A new model without it uses its ModelID."""

    capabilities: tuple[model_1.Capability | str, ...] | None = None
    """What the model may be used for, the whole list. A new model needs it; absent keeps the supplied list."""

    category: model_1.ModelCategory | str | None = None
    """What the model is best at. A new model without it is `balanced`."""

    status: model_1.ModelStatus | str | None = None
    """How mature the model is. A new model without it is `stable`."""

    context_window: ContextWindowOverride | None = None
    """How many tokens clients send and ask for at most. It replaces the windows by subscription too. A new model
    without it has 4,000 and 4,000.
    """

    reasoning_effort: model_1.ReasoningEffort | str | None = None
    """How much the model should reason before it answers. Works only with the capability `reasoning`."""

    model_cost: ModelCostOverride | None = None
    """Roughly what the model costs."""

    client_side_config: SiteClientModelConfig | None = None
    """Settings that clients need to talk to this model well; replaces the model's own."""

    server_side_config: SiteModelServerConfig | None = None
    """What the instance needs to call the model, beyond what the provider says; replaces the model's own."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_model_ref, set_display_name, set_model_name, set_capabilities, set_category, set_status, set_context_window, set_reasoning_effort, set_model_cost, set_client_side_config, set_server_side_config, set_unknown = _MODEL_OVERRIDE_SETTERS
        known = 1
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
            if "modelName" in members:
                known += 1
                at = "modelName"
                its = members["modelName"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_model_name(record, its)
            else:
                set_model_name(record, None)
            if "capabilities" in members:
                known += 1
                at = "capabilities"
                its = members["capabilities"]
                if its is not None:
                    its = read_open_array(model_1.CAPABILITY_BY_VALUE, its)
                set_capabilities(record, its)
            else:
                set_capabilities(record, None)
            if "category" in members:
                known += 1
                at = "category"
                its = members["category"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.MODEL_CATEGORY_BY_VALUE.get(its, its)
                set_category(record, its)
            else:
                set_category(record, None)
            if "status" in members:
                known += 1
                at = "status"
                its = members["status"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.MODEL_STATUS_BY_VALUE.get(its, its)
                set_status(record, its)
            else:
                set_status(record, None)
            if "contextWindow" in members:
                known += 1
                at = "contextWindow"
                its = members["contextWindow"]
                if its is not None:
                    its = ContextWindowOverride.from_json(its)
                set_context_window(record, its)
            else:
                set_context_window(record, None)
            if "reasoningEffort" in members:
                known += 1
                at = "reasoningEffort"
                its = members["reasoningEffort"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                its = model_1.REASONING_EFFORT_BY_VALUE.get(its, its)
                set_reasoning_effort(record, its)
            else:
                set_reasoning_effort(record, None)
            if "modelCost" in members:
                known += 1
                at = "modelCost"
                its = members["modelCost"]
                if its is not None:
                    its = ModelCostOverride.from_json(its)
                set_model_cost(record, its)
            else:
                set_model_cost(record, None)
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its = members["clientSideConfig"]
                if its is not None:
                    its = SiteClientModelConfig.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its = members["serverSideConfig"]
                if its is not None:
                    its = read_site_model_server_config(its)
                set_server_side_config(record, its)
            else:
                set_server_side_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("modelRef", "displayName", "modelName", "capabilities", "category", "status", "contextWindow", "reasoningEffort", "modelCost", "clientSideConfig", "serverSideConfig",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["modelRef"] = self.model_ref
        if self.display_name is not None:
            members["displayName"] = self.display_name
        if self.model_name is not None:
            members["modelName"] = self.model_name
        if self.capabilities is not None:
            members["capabilities"] = [str(item) for item in self.capabilities]
        if self.category is not None:
            members["category"] = str(self.category)
        if self.status is not None:
            members["status"] = str(self.status)
        if self.context_window is not None:
            members["contextWindow"] = self.context_window.to_json()
        if self.reasoning_effort is not None:
            members["reasoningEffort"] = str(self.reasoning_effort)
        if self.model_cost is not None:
            members["modelCost"] = self.model_cost.to_json()
        if self.client_side_config is not None:
            members["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            members["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(members, self.unknown)


_MODEL_OVERRIDE_SETTERS: Final = setters(ModelOverride)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SelfHostedModel:
    """A well-known open model that runs on machines of your own. It becomes the model
    `provider::apiVersion::modelID` with settings that are known to work.

    Members:
        provider: Id of the provider that serves the model; describe it in `providerOverrides`.
        api_version: Second part of the model's reference. Blank counts as absent.
        model: Which model it is.
        override: What differs from the settings that are known to work.
    """

    provider: model_1.ProviderID
    """Id of the provider that serves the model; describe it in `providerOverrides`."""

    api_version: str | None = None
    """Second part of the model's reference. Blank counts as absent. Default where absent: "v1"."""

    model: SelfHostedModelName
    """Which model it is."""

    override: SelfHostedModelOverride | None = None
    """What differs from the settings that are known to work."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_provider, set_api_version, set_model, set_override, set_unknown = _SELF_HOSTED_MODEL_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "provider"
            its = members["provider"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_provider(record, its)
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its = members["apiVersion"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_api_version(record, its)
            else:
                set_api_version(record, None)
            at = "model"
            its = members["model"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_model(record, its)
            if "override" in members:
                known += 1
                at = "override"
                its = members["override"]
                if its is not None:
                    its = SelfHostedModelOverride.from_json(its)
                set_override(record, its)
            else:
                set_override(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("provider", "apiVersion", "model", "override",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["provider"] = self.provider
        if self.api_version is not None:
            members["apiVersion"] = self.api_version
        members["model"] = self.model
        if self.override is not None:
            members["override"] = self.override.to_json()
        return write_unknown(members, self.unknown)


_SELF_HOSTED_MODEL_SETTERS: Final = setters(SelfHostedModel)


SiteProviderConfig: TypeAlias = SiteAwsBedrockProvider | SiteAzureOpenAIProvider | SiteAnthropicProvider | SiteFireworksProvider | SiteGoogleProvider | SiteOpenAIProvider | SiteOpenAICompatibleProvider | SiteHuggingFaceTgiProvider | SiteSourcegraphProvider
"""How the instance reaches a provider, by kind of API. The member `type` says which."""


def read_site_provider_config(value: object, /) -> SiteProviderConfig:
    """Return the variant that the member `type` names. Raises ShapeError."""
    variants: dict[str, Callable[[object], SiteProviderConfig]] = {
        "awsBedrock": SiteAwsBedrockProvider.from_json,
        "azureOpenAI": SiteAzureOpenAIProvider.from_json,
        "anthropic": SiteAnthropicProvider.from_json,
        "fireworks": SiteFireworksProvider.from_json,
        "google": SiteGoogleProvider.from_json,
        "openai": SiteOpenAIProvider.from_json,
        "openaicompatible": SiteOpenAICompatibleProvider.from_json,
        "huggingface-tgi": SiteHuggingFaceTgiProvider.from_json,
        "sourcegraph": SiteSourcegraphProvider.from_json,
    }
    return read_tagged(value, "type", variants)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderOverride:
    """A provider to change, by its id, or a new one.

    Members:
        id: The provider's id. One that is not among the supplied providers makes a new provider.
        display_name: Name that a person sees, at most 128 bytes of UTF-8. Blank or absent keeps the supplied name; a new provider then shows as `Provider "id"`.
        client_side_config: Settings that clients receive. Nothing is defined for it yet.
        server_side_config: How the instance reaches the provider. A new provider without it cannot be reached; a supplied one is reached through Cody Gateway.
        default_model_config: Settings for each of the provider's models, the supplied ones and those added here. A model's own override goes over them.
    """

    id: model_1.ProviderID
    """The provider's id. One that is not among the supplied providers makes a new provider."""

    display_name: str | None = None
    """Name that a person sees, at most 128 bytes of UTF-8. Blank or absent keeps the supplied name; a new
    provider then shows as `Provider "id"`.
    """

    client_side_config: model_1.ClientSideProviderConfig | None = None
    """Settings that clients receive. Nothing is defined for it yet."""

    server_side_config: SiteProviderConfig | None = None
    """How the instance reaches the provider. A new provider without it cannot be reached; a supplied one is
    reached through Cody Gateway.
    """

    default_model_config: DefaultModelConfig | None = None
    """Settings for each of the provider's models, the supplied ones and those added here. A model's own override
    goes over them.
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
        set_id, set_display_name, set_client_side_config, set_server_side_config, set_default_model_config, set_unknown = _PROVIDER_OVERRIDE_SETTERS
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
                if its is not None:
                    its = model_1.ClientSideProviderConfig.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            if "serverSideConfig" in members:
                known += 1
                at = "serverSideConfig"
                its = members["serverSideConfig"]
                if its is not None:
                    its = read_site_provider_config(its)
                set_server_side_config(record, its)
            else:
                set_server_side_config(record, None)
            if "defaultModelConfig" in members:
                known += 1
                at = "defaultModelConfig"
                its = members["defaultModelConfig"]
                if its is not None:
                    its = DefaultModelConfig.from_json(its)
                set_default_model_config(record, its)
            else:
                set_default_model_config(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("id", "displayName", "clientSideConfig", "serverSideConfig", "defaultModelConfig",)))
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
        if self.default_model_config is not None:
            members["defaultModelConfig"] = self.default_model_config.to_json()
        return write_unknown(members, self.unknown)


_PROVIDER_OVERRIDE_SETTERS: Final = setters(ProviderOverride)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteModelConfiguration:
    """What a site administrator changes about the published models: which are offered, who serves them, which
    are added, which are the defaults.

    Members:
        sourcegraph: The models that Sourcegraph supplies through Cody Gateway; `{}` offers all of them. Null or absent: none, only those defined here.
        provider_overrides: Providers to change or to add, applied in this order. Needed to use keys of your own, or models on machines of your own.
        model_overrides: Models to change or to add. New ones are listed after the supplied ones, in this order.
        model_overrides_recommended_settings: Models to add with settings that are known to work, by reference. Deprecated since contract 1.0.0; use selfHostedModels.
        self_hosted_models: Well-known open models to add that run on machines of your own, with settings that are known to work. Any other model goes into `modelOverrides`.
        default_models: The models that are used where a user has chosen none.
        system_pre_instruction: Instruction put before every chat of every user, whatever the model. Keep it short, it costs tokens each time.
    """

    sourcegraph: SourcegraphModels | None = None
    """The models that Sourcegraph supplies through Cody Gateway; `{}` offers all of them. Null or absent: none,
    only those defined here.
    """

    provider_overrides: tuple[ProviderOverride, ...] | None = None
    """Providers to change or to add, applied in this order. Needed to use keys of your own, or models on
    machines of your own.
    """

    model_overrides: tuple[ModelOverride, ...] | None = None
    """Models to change or to add. New ones are listed after the supplied ones, in this order."""

    model_overrides_recommended_settings: tuple[RecommendedModel, ...] | None = None
    """Models to add with settings that are known to work, by reference. Deprecated since contract 1.0.0; use
    selfHostedModels.
    """

    self_hosted_models: tuple[SelfHostedModel, ...] | None = None
    """Well-known open models to add that run on machines of your own, with settings that are known to work. Any
    other model goes into `modelOverrides`.
    """

    default_models: SiteDefaultModels | None = None
    """The models that are used where a user has chosen none."""

    system_pre_instruction: str | None = None
    """Instruction put before every chat of every user, whatever the model. Keep it short, it costs tokens each
    time.
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
        set_sourcegraph, set_provider_overrides, set_model_overrides, set_model_overrides_recommended_settings, set_self_hosted_models, set_default_models, set_system_pre_instruction, set_unknown = _SITE_MODEL_CONFIGURATION_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "sourcegraph" in members:
                known += 1
                at = "sourcegraph"
                its = members["sourcegraph"]
                if its is not None:
                    its = SourcegraphModels.from_json(its)
                set_sourcegraph(record, its)
            else:
                set_sourcegraph(record, None)
            if "providerOverrides" in members:
                known += 1
                at = "providerOverrides"
                its = members["providerOverrides"]
                if its is not None:
                    its = read_array(its, ProviderOverride.from_json)
                set_provider_overrides(record, its)
            else:
                set_provider_overrides(record, None)
            if "modelOverrides" in members:
                known += 1
                at = "modelOverrides"
                its = members["modelOverrides"]
                if its is not None:
                    its = read_array(its, ModelOverride.from_json)
                set_model_overrides(record, its)
            else:
                set_model_overrides(record, None)
            if "modelOverridesRecommendedSettings" in members:
                known += 1
                at = "modelOverridesRecommendedSettings"
                its = members["modelOverridesRecommendedSettings"]
                if its is not None:
                    its = read_array(its, read_string)
                set_model_overrides_recommended_settings(record, its)
            else:
                set_model_overrides_recommended_settings(record, None)
            if "selfHostedModels" in members:
                known += 1
                at = "selfHostedModels"
                its = members["selfHostedModels"]
                if its is not None:
                    its = read_array(its, SelfHostedModel.from_json)
                set_self_hosted_models(record, its)
            else:
                set_self_hosted_models(record, None)
            if "defaultModels" in members:
                known += 1
                at = "defaultModels"
                its = members["defaultModels"]
                if its is not None:
                    its = SiteDefaultModels.from_json(its)
                set_default_models(record, its)
            else:
                set_default_models(record, None)
            if "systemPreInstruction" in members:
                known += 1
                at = "systemPreInstruction"
                its = members["systemPreInstruction"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_system_pre_instruction(record, its)
            else:
                set_system_pre_instruction(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("sourcegraph", "providerOverrides", "modelOverrides", "modelOverridesRecommendedSettings", "selfHostedModels", "defaultModels", "systemPreInstruction",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.sourcegraph is not None:
            members["sourcegraph"] = self.sourcegraph.to_json()
        if self.provider_overrides is not None:
            members["providerOverrides"] = [item.to_json() for item in self.provider_overrides]
        if self.model_overrides is not None:
            members["modelOverrides"] = [item.to_json() for item in self.model_overrides]
        if self.model_overrides_recommended_settings is not None:
            members["modelOverridesRecommendedSettings"] = list(self.model_overrides_recommended_settings)
        if self.self_hosted_models is not None:
            members["selfHostedModels"] = [item.to_json() for item in self.self_hosted_models]
        if self.default_models is not None:
            members["defaultModels"] = self.default_models.to_json()
        if self.system_pre_instruction is not None:
            members["systemPreInstruction"] = self.system_pre_instruction
        return write_unknown(members, self.unknown)


_SITE_MODEL_CONFIGURATION_SETTERS: Final = setters(SiteModelConfiguration)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfiguration:
    """The parts of an instance's site configuration that concern models. The file has many other members; they
    belong to others and are ignored.

    Members:
        model_configuration: Which providers and models the instance offers. Where it is present, `completions` is ignored.
        completions: The older way to say which models are used. Read only where `modelConfiguration` is absent. Deprecated since contract 1.0.0; use modelConfiguration.
        license_key: The instance's licence key. The token for Cody Gateway is derived from it where `sourcegraph.accessToken` is absent.
        cody_enabled: Whether Cody is on. Where it is absent, `completions.enabled` decides.
    """

    model_configuration: SiteModelConfiguration | None = None
    """Which providers and models the instance offers. Where it is present, `completions` is ignored."""

    completions: completions_1.CompletionsConfiguration | None = None
    """The older way to say which models are used. Read only where `modelConfiguration` is absent. Deprecated
    since contract 1.0.0; use modelConfiguration.
    """

    license_key: str | None = None
    """The instance's licence key. The token for Cody Gateway is derived from it where `sourcegraph.accessToken`
    is absent.
    """

    cody_enabled: bool | None = None
    """Whether Cody is on. Where it is absent, `completions.enabled` decides."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_model_configuration, set_completions, set_license_key, set_cody_enabled, set_unknown = _SITE_CONFIGURATION_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "modelConfiguration" in members:
                known += 1
                at = "modelConfiguration"
                its = members["modelConfiguration"]
                if its is not None:
                    its = SiteModelConfiguration.from_json(its)
                set_model_configuration(record, its)
            else:
                set_model_configuration(record, None)
            if "completions" in members:
                known += 1
                at = "completions"
                its = members["completions"]
                if its is not None:
                    its = completions_1.CompletionsConfiguration.from_json(its)
                set_completions(record, its)
            else:
                set_completions(record, None)
            if "licenseKey" in members:
                known += 1
                at = "licenseKey"
                its = members["licenseKey"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_license_key(record, its)
            else:
                set_license_key(record, None)
            if "cody.enabled" in members:
                known += 1
                at = "cody.enabled"
                its = members["cody.enabled"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_cody_enabled(record, its)
            else:
                set_cody_enabled(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("modelConfiguration", "completions", "licenseKey", "cody.enabled",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.model_configuration is not None:
            members["modelConfiguration"] = self.model_configuration.to_json()
        if self.completions is not None:
            members["completions"] = self.completions.to_json()
        if self.license_key is not None:
            members["licenseKey"] = self.license_key
        if self.cody_enabled is not None:
            members["cody.enabled"] = self.cody_enabled
        return write_unknown(members, self.unknown)


_SITE_CONFIGURATION_SETTERS: Final = setters(SiteConfiguration)
