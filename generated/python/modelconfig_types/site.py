# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema 59224be2d39883ff.
"""Site configuration. How a site administrator changes which providers and models an instance offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NewType, Self, TypeAlias

from . import completions as completions_1
from . import model as model_1
from ._support import (
    ABSENT,
    ShapeError,
    mismatch,
    read_array,
    read_boolean,
    read_constant,
    read_integer,
    read_number,
    read_object,
    read_string,
    read_tagged,
    read_unknown,
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
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "fireworks")
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            at = "accessToken"
            its_access_token = members.get("accessToken", ABSENT)
            if its_access_token.__class__ is not str:
                raise mismatch("a string", its_access_token)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            access_token=its_access_token,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "google")
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
            its_google_workload_identity_config = None
            if "googleWorkloadIdentityConfig" in members:
                known += 1
                at = "googleWorkloadIdentityConfig"
                its_google_workload_identity_config = model_1.GoogleWorkloadIdentityConfig.from_json(members["googleWorkloadIdentityConfig"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            access_token=its_access_token,
            google_workload_identity_config=its_google_workload_identity_config,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken", "googleWorkloadIdentityConfig",)),
        )

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
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "openai")
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            at = "accessToken"
            its_access_token = members.get("accessToken", ABSENT)
            if its_access_token.__class__ is not str:
                raise mismatch("a string", its_access_token)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            access_token=its_access_token,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "sourcegraph")
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            at = "accessToken"
            its_access_token = members.get("accessToken", ABSENT)
            if its_access_token.__class__ is not str:
                raise mismatch("a string", its_access_token)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            access_token=its_access_token,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoint"] = self.endpoint
        members["accessToken"] = self.access_token
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_max_input_tokens = None
            if "maxInputTokens" in members:
                known += 1
                at = "maxInputTokens"
                its_max_input_tokens = read_integer(members["maxInputTokens"])
            its_max_output_tokens = None
            if "maxOutputTokens" in members:
                known += 1
                at = "maxOutputTokens"
                its_max_output_tokens = read_integer(members["maxOutputTokens"])
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
        if self.max_input_tokens is not None:
            members["maxInputTokens"] = self.max_input_tokens
        if self.max_output_tokens is not None:
            members["maxOutputTokens"] = self.max_output_tokens
        if self.max_user_input_tokens is not None:
            members["maxUserInputTokens"] = self.max_user_input_tokens
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "unit"
            its_unit = model_1.ModelCostUnit.from_json(members.get("unit", ABSENT))
            its_input_token_credits = None
            if "inputTokenCredits" in members:
                known += 1
                at = "inputTokenCredits"
                its_input_token_credits = read_number(members["inputTokenCredits"])
            its_output_token_credits = None
            if "outputTokenCredits" in members:
                known += 1
                at = "outputTokenCredits"
                its_output_token_credits = read_number(members["outputTokenCredits"])
            its_input_token_pennies = None
            if "inputTokenPennies" in members:
                known += 1
                at = "inputTokenPennies"
                its_input_token_pennies = read_number(members["inputTokenPennies"])
            its_output_token_pennies = None
            if "outputTokenPennies" in members:
                known += 1
                at = "outputTokenPennies"
                its_output_token_pennies = read_number(members["outputTokenPennies"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            unit=its_unit,
            input_token_credits=its_input_token_credits,
            output_token_credits=its_output_token_credits,
            input_token_pennies=its_input_token_pennies,
            output_token_pennies=its_output_token_pennies,
            unknown=() if known == len(members) else read_unknown(members, ("unit", "inputTokenCredits", "outputTokenCredits", "inputTokenPennies", "outputTokenPennies",)),
        )

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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_openaicompatible = None
            if "openaicompatible" in members:
                known += 1
                at = "openaicompatible"
                its_openaicompatible = model_1.ClientSideOpenAICompatible.from_json(members["openaicompatible"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            openaicompatible=its_openaicompatible,
            unknown=() if known == len(members) else read_unknown(members, ("openaicompatible",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.openaicompatible is not None:
            members["openaicompatible"] = self.openaicompatible.to_json()
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "openaicompatible")
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
            type=its_type,
            api_model=its_api_model,
            unknown=() if known == len(members) else read_unknown(members, ("type", "apiModel",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        if self.api_model is not None:
            members["apiModel"] = self.api_model
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "awsBedrock")
            its_latency_optimization = None
            if "latencyOptimization" in members:
                known += 1
                at = "latencyOptimization"
                its_latency_optimization = model_1.AwsBedrockLatencyOptimization.from_json(members["latencyOptimization"])
            its_arn = None
            if "arn" in members:
                known += 1
                at = "arn"
                its_arn = members["arn"]
                if its_arn.__class__ is not str:
                    raise mismatch("a string", its_arn)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            latency_optimization=its_latency_optimization,
            arn=its_arn,
            unknown=() if known == len(members) else read_unknown(members, ("type", "latencyOptimization", "arn",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        if self.latency_optimization is not None:
            members["latencyOptimization"] = str(self.latency_optimization)
        if self.arn is not None:
            members["arn"] = self.arn
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "awsBedrockProvisionedThroughput")
            at = "arn"
            its_arn = members.get("arn", ABSENT)
            if its_arn.__class__ is not str:
                raise mismatch("a string", its_arn)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            arn=its_arn,
            unknown=() if known == len(members) else read_unknown(members, ("type", "arn",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["arn"] = self.arn
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_status_filter = None
            if "statusFilter" in members:
                known += 1
                if members["statusFilter"] is not None:
                    at = "statusFilter"
                    its_status_filter = read_array(members["statusFilter"], model_1.ModelStatus.from_json)
            its_allow = None
            if "allow" in members:
                known += 1
                if members["allow"] is not None:
                    at = "allow"
                    its_allow = read_array(members["allow"], read_string)
            its_deny = None
            if "deny" in members:
                known += 1
                if members["deny"] is not None:
                    at = "deny"
                    its_deny = read_array(members["deny"], read_string)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            status_filter=its_status_filter,
            allow=its_allow,
            deny=its_deny,
            unknown=() if known == len(members) else read_unknown(members, ("statusFilter", "allow", "deny",)),
        )

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
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "awsBedrock")
            at = "endpoint"
            its_endpoint = members.get("endpoint", ABSENT)
            if its_endpoint.__class__ is not str:
                raise mismatch("a string", its_endpoint)
            at = "region"
            its_region = members.get("region", ABSENT)
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
                its_access_token_query = model_1.AccessTokenQuery.from_json(members["accessTokenQuery"])
            its_auth_method = None
            if "authMethod" in members:
                known += 1
                at = "authMethod"
                its_auth_method = model_1.AwsBedrockAuthMethod.from_json(members["authMethod"])
            its_url_builder = None
            if "urlBuilder" in members:
                known += 1
                at = "urlBuilder"
                its_url_builder = model_1.AwsBedrockUrlBuilder.from_json(members["urlBuilder"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            region=its_region,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            auth_method=its_auth_method,
            url_builder=its_url_builder,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "region", "accessToken", "accessTokenQuery", "authMethod", "urlBuilder",)),
        )

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
        members = read_object(value)
        known = 4
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "azureOpenAI")
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
                its_access_token_query = model_1.AccessTokenQuery.from_json(members["accessTokenQuery"])
            its_api_version = None
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its_api_version = members["apiVersion"]
                if its_api_version.__class__ is not str:
                    raise mismatch("a string", its_api_version)
            at = "user"
            its_user = members.get("user", ABSENT)
            if its_user.__class__ is not str:
                raise mismatch("a string", its_user)
            at = "useDeprecatedCompletionsAPI"
            its_use_deprecated_completions_api = read_boolean(members.get("useDeprecatedCompletionsAPI", ABSENT))
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            api_version=its_api_version,
            user=its_user,
            use_deprecated_completions_api=its_use_deprecated_completions_api,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken", "accessTokenQuery", "apiVersion", "user", "useDeprecatedCompletionsAPI",)),
        )

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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "anthropic")
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
                its_access_token_query = model_1.AccessTokenQuery.from_json(members["accessTokenQuery"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoint=its_endpoint,
            access_token=its_access_token,
            access_token_query=its_access_token_query,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoint", "accessToken", "accessTokenQuery",)),
        )

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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_display_name = None
            if "displayName" in members:
                known += 1
                at = "displayName"
                its_display_name = members["displayName"]
                if its_display_name.__class__ is not str:
                    raise mismatch("a string", its_display_name)
            its_context_window = None
            if "contextWindow" in members:
                known += 1
                if members["contextWindow"] is not None:
                    at = "contextWindow"
                    its_context_window = ContextWindowOverride.from_json(members["contextWindow"])
            its_model_cost = None
            if "modelCost" in members:
                known += 1
                if members["modelCost"] is not None:
                    at = "modelCost"
                    its_model_cost = ModelCostOverride.from_json(members["modelCost"])
            its_client_side_config = None
            if "clientSideConfig" in members:
                known += 1
                if members["clientSideConfig"] is not None:
                    at = "clientSideConfig"
                    its_client_side_config = model_1.ClientSideOpenAICompatible.from_json(members["clientSideConfig"])
            its_server_side_config = None
            if "serverSideConfig" in members:
                known += 1
                if members["serverSideConfig"] is not None:
                    at = "serverSideConfig"
                    its_server_side_config = read_site_model_server_config(members["serverSideConfig"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            display_name=its_display_name,
            context_window=its_context_window,
            model_cost=its_model_cost,
            client_side_config=its_client_side_config,
            server_side_config=its_server_side_config,
            unknown=() if known == len(members) else read_unknown(members, ("displayName", "contextWindow", "modelCost", "clientSideConfig", "serverSideConfig",)),
        )

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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_chat = None
            if "chat" in members:
                known += 1
                at = "chat"
                its_chat = members["chat"]
                if its_chat.__class__ is not str:
                    raise mismatch("a string", its_chat)
                its_chat = SiteDefaultModelRef(its_chat)
            its_fast_chat = None
            if "fastChat" in members:
                known += 1
                at = "fastChat"
                its_fast_chat = members["fastChat"]
                if its_fast_chat.__class__ is not str:
                    raise mismatch("a string", its_fast_chat)
                its_fast_chat = SiteDefaultModelRef(its_fast_chat)
            its_code_completion = None
            if "codeCompletion" in members:
                known += 1
                at = "codeCompletion"
                its_code_completion = members["codeCompletion"]
                if its_code_completion.__class__ is not str:
                    raise mismatch("a string", its_code_completion)
                its_code_completion = SiteDefaultModelRef(its_code_completion)
            its_fallback_chat = None
            if "fallbackChat" in members:
                known += 1
                at = "fallbackChat"
                its_fallback_chat = members["fallbackChat"]
                if its_fallback_chat.__class__ is not str:
                    raise mismatch("a string", its_fallback_chat)
                its_fallback_chat = SiteDefaultModelRef(its_fallback_chat)
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
        if self.chat is not None:
            members["chat"] = self.chat
        if self.fast_chat is not None:
            members["fastChat"] = self.fast_chat
        if self.code_completion is not None:
            members["codeCompletion"] = self.code_completion
        if self.fallback_chat is not None:
            members["fallbackChat"] = self.fallback_chat
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_endpoint = None
            if "endpoint" in members:
                known += 1
                at = "endpoint"
                its_endpoint = members["endpoint"]
                if its_endpoint.__class__ is not str:
                    raise mismatch("a string", its_endpoint)
            its_access_token = None
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its_access_token = members["accessToken"]
                if its_access_token.__class__ is not str:
                    raise mismatch("a string", its_access_token)
            its_model_filters = None
            if "modelFilters" in members:
                known += 1
                if members["modelFilters"] is not None:
                    at = "modelFilters"
                    its_model_filters = ModelFilters.from_json(members["modelFilters"])
            its_polling_interval = None
            if "pollingInterval" in members:
                known += 1
                at = "pollingInterval"
                its_polling_interval = members["pollingInterval"]
                if its_polling_interval.__class__ is not str:
                    raise mismatch("a string", its_polling_interval)
                its_polling_interval = PollingInterval(its_polling_interval)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            endpoint=its_endpoint,
            access_token=its_access_token,
            model_filters=its_model_filters,
            polling_interval=its_polling_interval,
            unknown=() if known == len(members) else read_unknown(members, ("endpoint", "accessToken", "modelFilters", "pollingInterval",)),
        )

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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "openaicompatible")
            at = "endpoints"
            its_endpoints = read_array(members.get("endpoints", ABSENT), model_1.OpenAICompatibleEndpoint.from_json)
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
            type=its_type,
            endpoints=its_endpoints,
            enable_verbose_logs=its_enable_verbose_logs,
            use_legacy_completions=its_use_legacy_completions,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoints", "enableVerboseLogs", "useLegacyCompletions",)),
        )

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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "type"
            its_type = read_constant(members.get("type", ABSENT), "huggingface-tgi")
            at = "endpoints"
            its_endpoints = read_array(members.get("endpoints", ABSENT), model_1.OpenAICompatibleEndpoint.from_json)
            its_enable_verbose_logs = None
            if "enableVerboseLogs" in members:
                known += 1
                at = "enableVerboseLogs"
                its_enable_verbose_logs = read_boolean(members["enableVerboseLogs"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            type=its_type,
            endpoints=its_endpoints,
            enable_verbose_logs=its_enable_verbose_logs,
            unknown=() if known == len(members) else read_unknown(members, ("type", "endpoints", "enableVerboseLogs",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["type"] = self.type
        members["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            members["enableVerboseLogs"] = self.enable_verbose_logs
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_capabilities = None
            if "capabilities" in members:
                known += 1
                if members["capabilities"] is not None:
                    at = "capabilities"
                    its_capabilities = read_array(members["capabilities"], model_1.Capability.from_json)
            its_category = None
            if "category" in members:
                known += 1
                at = "category"
                its_category = model_1.ModelCategory.from_json(members["category"])
            its_status = None
            if "status" in members:
                known += 1
                at = "status"
                its_status = model_1.ModelStatus.from_json(members["status"])
            its_context_window = None
            if "contextWindow" in members:
                known += 1
                if members["contextWindow"] is not None:
                    at = "contextWindow"
                    its_context_window = ContextWindowOverride.from_json(members["contextWindow"])
            its_model_cost = None
            if "modelCost" in members:
                known += 1
                if members["modelCost"] is not None:
                    at = "modelCost"
                    its_model_cost = ModelCostOverride.from_json(members["modelCost"])
            its_client_side_config = None
            if "clientSideConfig" in members:
                known += 1
                if members["clientSideConfig"] is not None:
                    at = "clientSideConfig"
                    its_client_side_config = SiteClientModelConfig.from_json(members["clientSideConfig"])
            its_server_side_config = None
            if "serverSideConfig" in members:
                known += 1
                if members["serverSideConfig"] is not None:
                    at = "serverSideConfig"
                    its_server_side_config = read_site_model_server_config(members["serverSideConfig"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            capabilities=its_capabilities,
            category=its_category,
            status=its_status,
            context_window=its_context_window,
            model_cost=its_model_cost,
            client_side_config=its_client_side_config,
            server_side_config=its_server_side_config,
            unknown=() if known == len(members) else read_unknown(members, ("capabilities", "category", "status", "contextWindow", "modelCost", "clientSideConfig", "serverSideConfig",)),
        )

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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "modelRef"
            its_model_ref = members.get("modelRef", ABSENT)
            if its_model_ref.__class__ is not str:
                raise mismatch("a string", its_model_ref)
            its_model_ref = model_1.ModelRef(its_model_ref)
            its_display_name = None
            if "displayName" in members:
                known += 1
                at = "displayName"
                its_display_name = members["displayName"]
                if its_display_name.__class__ is not str:
                    raise mismatch("a string", its_display_name)
            its_model_name = None
            if "modelName" in members:
                known += 1
                at = "modelName"
                its_model_name = members["modelName"]
                if its_model_name.__class__ is not str:
                    raise mismatch("a string", its_model_name)
            its_capabilities = None
            if "capabilities" in members:
                known += 1
                if members["capabilities"] is not None:
                    at = "capabilities"
                    its_capabilities = read_array(members["capabilities"], model_1.Capability.from_json)
            its_category = None
            if "category" in members:
                known += 1
                at = "category"
                its_category = model_1.ModelCategory.from_json(members["category"])
            its_status = None
            if "status" in members:
                known += 1
                at = "status"
                its_status = model_1.ModelStatus.from_json(members["status"])
            its_context_window = None
            if "contextWindow" in members:
                known += 1
                if members["contextWindow"] is not None:
                    at = "contextWindow"
                    its_context_window = ContextWindowOverride.from_json(members["contextWindow"])
            its_reasoning_effort = None
            if "reasoningEffort" in members:
                known += 1
                at = "reasoningEffort"
                its_reasoning_effort = model_1.ReasoningEffort.from_json(members["reasoningEffort"])
            its_model_cost = None
            if "modelCost" in members:
                known += 1
                if members["modelCost"] is not None:
                    at = "modelCost"
                    its_model_cost = ModelCostOverride.from_json(members["modelCost"])
            its_client_side_config = None
            if "clientSideConfig" in members:
                known += 1
                if members["clientSideConfig"] is not None:
                    at = "clientSideConfig"
                    its_client_side_config = SiteClientModelConfig.from_json(members["clientSideConfig"])
            its_server_side_config = None
            if "serverSideConfig" in members:
                known += 1
                if members["serverSideConfig"] is not None:
                    at = "serverSideConfig"
                    its_server_side_config = read_site_model_server_config(members["serverSideConfig"])
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
            context_window=its_context_window,
            reasoning_effort=its_reasoning_effort,
            model_cost=its_model_cost,
            client_side_config=its_client_side_config,
            server_side_config=its_server_side_config,
            unknown=() if known == len(members) else read_unknown(members, ("modelRef", "displayName", "modelName", "capabilities", "category", "status", "contextWindow", "reasoningEffort", "modelCost", "clientSideConfig", "serverSideConfig",)),
        )

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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "provider"
            its_provider = members.get("provider", ABSENT)
            if its_provider.__class__ is not str:
                raise mismatch("a string", its_provider)
            its_provider = model_1.ProviderID(its_provider)
            its_api_version = None
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its_api_version = members["apiVersion"]
                if its_api_version.__class__ is not str:
                    raise mismatch("a string", its_api_version)
            at = "model"
            its_model = members.get("model", ABSENT)
            if its_model.__class__ is not str:
                raise mismatch("a string", its_model)
            its_model = SelfHostedModelName(its_model)
            its_override = None
            if "override" in members:
                known += 1
                if members["override"] is not None:
                    at = "override"
                    its_override = SelfHostedModelOverride.from_json(members["override"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            provider=its_provider,
            api_version=its_api_version,
            model=its_model,
            override=its_override,
            unknown=() if known == len(members) else read_unknown(members, ("provider", "apiVersion", "model", "override",)),
        )

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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "id"
            its_id = members.get("id", ABSENT)
            if its_id.__class__ is not str:
                raise mismatch("a string", its_id)
            its_id = model_1.ProviderID(its_id)
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
                if members["clientSideConfig"] is not None:
                    at = "clientSideConfig"
                    its_client_side_config = model_1.ClientSideProviderConfig.from_json(members["clientSideConfig"])
            its_server_side_config = None
            if "serverSideConfig" in members:
                known += 1
                if members["serverSideConfig"] is not None:
                    at = "serverSideConfig"
                    its_server_side_config = read_site_provider_config(members["serverSideConfig"])
            its_default_model_config = None
            if "defaultModelConfig" in members:
                known += 1
                if members["defaultModelConfig"] is not None:
                    at = "defaultModelConfig"
                    its_default_model_config = DefaultModelConfig.from_json(members["defaultModelConfig"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            id=its_id,
            display_name=its_display_name,
            client_side_config=its_client_side_config,
            server_side_config=its_server_side_config,
            default_model_config=its_default_model_config,
            unknown=() if known == len(members) else read_unknown(members, ("id", "displayName", "clientSideConfig", "serverSideConfig", "defaultModelConfig",)),
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
        if self.default_model_config is not None:
            members["defaultModelConfig"] = self.default_model_config.to_json()
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_sourcegraph = None
            if "sourcegraph" in members:
                known += 1
                if members["sourcegraph"] is not None:
                    at = "sourcegraph"
                    its_sourcegraph = SourcegraphModels.from_json(members["sourcegraph"])
            its_provider_overrides = None
            if "providerOverrides" in members:
                known += 1
                if members["providerOverrides"] is not None:
                    at = "providerOverrides"
                    its_provider_overrides = read_array(members["providerOverrides"], ProviderOverride.from_json)
            its_model_overrides = None
            if "modelOverrides" in members:
                known += 1
                if members["modelOverrides"] is not None:
                    at = "modelOverrides"
                    its_model_overrides = read_array(members["modelOverrides"], ModelOverride.from_json)
            its_model_overrides_recommended_settings = None
            if "modelOverridesRecommendedSettings" in members:
                known += 1
                if members["modelOverridesRecommendedSettings"] is not None:
                    at = "modelOverridesRecommendedSettings"
                    its_model_overrides_recommended_settings = read_array(members["modelOverridesRecommendedSettings"], read_string)
            its_self_hosted_models = None
            if "selfHostedModels" in members:
                known += 1
                if members["selfHostedModels"] is not None:
                    at = "selfHostedModels"
                    its_self_hosted_models = read_array(members["selfHostedModels"], SelfHostedModel.from_json)
            its_default_models = None
            if "defaultModels" in members:
                known += 1
                if members["defaultModels"] is not None:
                    at = "defaultModels"
                    its_default_models = SiteDefaultModels.from_json(members["defaultModels"])
            its_system_pre_instruction = None
            if "systemPreInstruction" in members:
                known += 1
                at = "systemPreInstruction"
                its_system_pre_instruction = members["systemPreInstruction"]
                if its_system_pre_instruction.__class__ is not str:
                    raise mismatch("a string", its_system_pre_instruction)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            sourcegraph=its_sourcegraph,
            provider_overrides=its_provider_overrides,
            model_overrides=its_model_overrides,
            model_overrides_recommended_settings=its_model_overrides_recommended_settings,
            self_hosted_models=its_self_hosted_models,
            default_models=its_default_models,
            system_pre_instruction=its_system_pre_instruction,
            unknown=() if known == len(members) else read_unknown(members, ("sourcegraph", "providerOverrides", "modelOverrides", "modelOverridesRecommendedSettings", "selfHostedModels", "defaultModels", "systemPreInstruction",)),
        )

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
        members = read_object(value)
        known = 0
        at = ""
        try:
            its_model_configuration = None
            if "modelConfiguration" in members:
                known += 1
                if members["modelConfiguration"] is not None:
                    at = "modelConfiguration"
                    its_model_configuration = SiteModelConfiguration.from_json(members["modelConfiguration"])
            its_completions = None
            if "completions" in members:
                known += 1
                if members["completions"] is not None:
                    at = "completions"
                    its_completions = completions_1.CompletionsConfiguration.from_json(members["completions"])
            its_license_key = None
            if "licenseKey" in members:
                known += 1
                at = "licenseKey"
                its_license_key = members["licenseKey"]
                if its_license_key.__class__ is not str:
                    raise mismatch("a string", its_license_key)
            its_cody_enabled = None
            if "cody.enabled" in members:
                known += 1
                at = "cody.enabled"
                its_cody_enabled = read_boolean(members["cody.enabled"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            model_configuration=its_model_configuration,
            completions=its_completions,
            license_key=its_license_key,
            cody_enabled=its_cody_enabled,
            unknown=() if known == len(members) else read_unknown(members, ("modelConfiguration", "completions", "licenseKey", "cody.enabled",)),
        )

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
