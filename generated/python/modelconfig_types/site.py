# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.
"""Site configuration. How a site administrator changes which providers and models an instance offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal, NewType, Self, TypeAlias, final

from . import completions as _completions
from . import model as _model
from ._support import (
    JsonObject,
    ShapeError,
    assign,
    draft_class,
    mismatch,
    missing,
    read_array,
    read_boolean,
    read_constant,
    read_integer,
    read_number,
    read_open_array,
    read_string,
    read_tagged,
    read_unknown,
    write_unknown,
)

PollingInterval = NewType("PollingInterval", str)
"""A length of time, or `never`: whole numbers of days, hours, minutes and seconds, in this order, each followed
by `d`, `h`, `m` or `s`. At least 2 characters. Matches `^(never|([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?)$`.
"""


ModelFilterRule = NewType("ModelFilterRule", str)
"""A model's reference. A `*` at its beginning, its end or both matches any text. Case-sensitive. At least 1
character. Matches `^\\*?[^*]*\\*?$`.
"""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteFireworksProvider(JsonObject):
    """Models at Fireworks AI.

    Attributes:
        type: Always `fireworks`: identifies the kind.
        endpoint: URL of the completions API.
        access_token: API key from Fireworks AI. Secret: masked in all output; do not log it.
    """

    type: Literal["fireworks"]
    """Always `fireworks`: identifies the kind."""

    endpoint: str
    """URL of the completions API."""

    access_token: str
    """API key from Fireworks AI. Secret: masked in all output; do not log it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["fireworks"],
        endpoint: str,
        access_token: str,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoint,
            access_token,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_fireworks_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
        properties["accessToken"] = self.access_token
        return write_unknown(properties, self.unknown)


_SITE_FIREWORKS_PROVIDER_DRAFT: Final = draft_class(SiteFireworksProvider)


def _read_site_fireworks_provider(value: Any) -> Any:
    """Return the SiteFireworksProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_FIREWORKS_PROVIDER_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "fireworks")
        draft.type = item
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "accessToken"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.access_token = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "accessToken",))
    draft.__class__ = SiteFireworksProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteGoogleProvider(JsonObject):
    """Gemini by Google's own API, or models at Vertex AI, including those of other vendors.

    Attributes:
        type: Always `google`: identifies the kind.
        endpoint: URL of the models: of the Gemini API, or of a publisher's models in a project and region
            of Vertex AI.
        access_token: API key of the Gemini API; for Vertex AI the key of a service account, its JSON in
            base64. Absent, with `googleWorkloadIdentityConfig` absent too: Google's application default
            credentials. Secret: masked in all output; do not log it.
        google_workload_identity_config: Credentials for Vertex AI by workload identity federation. Set it
            in place of `accessToken`.
    """

    type: Literal["google"]
    """Always `google`: identifies the kind."""

    endpoint: str
    """URL of the models: of the Gemini API, or of a publisher's models in a project and region of Vertex AI."""

    access_token: str | None = None
    """API key of the Gemini API; for Vertex AI the key of a service account, its JSON in base64. Absent, with
    `googleWorkloadIdentityConfig` absent too: Google's application default credentials. Secret: masked in all
    output; do not log it.
    """

    google_workload_identity_config: _model.GoogleWorkloadIdentityConfig | None = None
    """Credentials for Vertex AI by workload identity federation. Set it in place of `accessToken`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["google"],
        endpoint: str,
        access_token: str | None = None,
        google_workload_identity_config: _model.GoogleWorkloadIdentityConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoint,
            access_token,
            google_workload_identity_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_google_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.google_workload_identity_config is not None:
            properties["googleWorkloadIdentityConfig"] = self.google_workload_identity_config.to_json()
        return write_unknown(properties, self.unknown)


_SITE_GOOGLE_PROVIDER_DRAFT: Final = draft_class(SiteGoogleProvider)


def _read_site_google_provider(value: Any) -> Any:
    """Return the SiteGoogleProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_GOOGLE_PROVIDER_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "google")
        draft.type = item
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
        name = "googleWorkloadIdentityConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _model.GoogleWorkloadIdentityConfig.from_json(item)
            draft.google_workload_identity_config = item
        else:
            draft.google_workload_identity_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "accessToken", "googleWorkloadIdentityConfig",))
    draft.__class__ = SiteGoogleProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteOpenAIProvider(JsonObject):
    """OpenAI's own API. For other servers that implement it, use `openaicompatible`.

    Attributes:
        type: Always `openai`: identifies the kind.
        endpoint: Base URL of the API.
        access_token: API key from OpenAI. Secret: masked in all output; do not log it.
    """

    type: Literal["openai"]
    """Always `openai`: identifies the kind."""

    endpoint: str
    """Base URL of the API."""

    access_token: str
    """API key from OpenAI. Secret: masked in all output; do not log it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["openai"],
        endpoint: str,
        access_token: str,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoint,
            access_token,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_open_ai_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
        properties["accessToken"] = self.access_token
        return write_unknown(properties, self.unknown)


_SITE_OPEN_AI_PROVIDER_DRAFT: Final = draft_class(SiteOpenAIProvider)


def _read_site_open_ai_provider(value: Any) -> Any:
    """Return the SiteOpenAIProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_OPEN_AI_PROVIDER_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "openai")
        draft.type = item
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "accessToken"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.access_token = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "accessToken",))
    draft.__class__ = SiteOpenAIProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteSourcegraphProvider(JsonObject):
    """Cody Gateway. A catalogue provider without a server-side configuration is reached through it anyway; set
    it to use another gateway or token for one provider.

    Attributes:
        type: Always `sourcegraph`: identifies the kind.
        endpoint: Base URL of the gateway.
        access_token: Token for the gateway. Secret: masked in all output; do not log it.
    """

    type: Literal["sourcegraph"]
    """Always `sourcegraph`: identifies the kind."""

    endpoint: str
    """Base URL of the gateway."""

    access_token: str
    """Token for the gateway. Secret: masked in all output; do not log it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["sourcegraph"],
        endpoint: str,
        access_token: str,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoint,
            access_token,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_sourcegraph_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
        properties["accessToken"] = self.access_token
        return write_unknown(properties, self.unknown)


_SITE_SOURCEGRAPH_PROVIDER_DRAFT: Final = draft_class(SiteSourcegraphProvider)


def _read_site_sourcegraph_provider(value: Any) -> Any:
    """Return the SiteSourcegraphProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_SOURCEGRAPH_PROVIDER_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "sourcegraph")
        draft.type = item
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "accessToken"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.access_token = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "accessToken",))
    draft.__class__ = SiteSourcegraphProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ContextWindowOverride(JsonObject):
    """Token budgets of one request. Each number that is set replaces that of the model; absent or 0 keeps it.

    Attributes:
        max_input_tokens: Maximum number of tokens that a client sends: prompt, history and context
            together. At least 0.
        max_output_tokens: Maximum number of tokens that a client requests from the model. At least 0.
        max_user_input_tokens: The part of `maxInputTokens` for the conversation itself: what the user
            types, and its history. The rest is for context that the user adds. At least 0.
    """

    max_input_tokens: int | None = None
    """Maximum number of tokens that a client sends: prompt, history and context together. At least 0."""

    max_output_tokens: int | None = None
    """Maximum number of tokens that a client requests from the model. At least 0."""

    max_user_input_tokens: int | None = None
    """The part of `maxInputTokens` for the conversation itself: what the user types, and its history. The rest
    is for context that the user adds. At least 0.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        max_input_tokens: int | None = None,
        max_output_tokens: int | None = None,
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
        result: Self = _read_context_window_override(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.max_input_tokens is not None:
            properties["maxInputTokens"] = self.max_input_tokens
        if self.max_output_tokens is not None:
            properties["maxOutputTokens"] = self.max_output_tokens
        if self.max_user_input_tokens is not None:
            properties["maxUserInputTokens"] = self.max_user_input_tokens
        return write_unknown(properties, self.unknown)


_CONTEXT_WINDOW_OVERRIDE_DRAFT: Final = draft_class(ContextWindowOverride)


def _read_context_window_override(value: Any) -> Any:
    """Return the ContextWindowOverride for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CONTEXT_WINDOW_OVERRIDE_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "maxInputTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.max_input_tokens = item
        else:
            draft.max_input_tokens = None
        name = "maxOutputTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.max_output_tokens = item
        else:
            draft.max_output_tokens = None
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
    draft.__class__ = ContextWindowOverride
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelCostOverride(JsonObject):
    """Approximate price of a model, for comparison and for counting usage only.

    Attributes:
        unit: Number of tokens that the prices are for.
        input_token_credits: Price of one unit of input tokens, in the instance's usage credits. At least
            0.
        output_token_credits: Price of one unit of output tokens, in the instance's usage credits. At
            least 0.
        input_token_pennies: Price of one unit of input tokens, in US cents. At least 0. Deprecated since
            contract 1.0.0; use inputTokenCredits.
        output_token_pennies: Price of one unit of output tokens, in US cents. At least 0. Deprecated
            since contract 1.0.0; use outputTokenCredits.
    """

    unit: _model.ModelCostUnit | str
    """Number of tokens that the prices are for."""

    input_token_credits: float | None = None
    """Price of one unit of input tokens, in the instance's usage credits. At least 0."""

    output_token_credits: float | None = None
    """Price of one unit of output tokens, in the instance's usage credits. At least 0."""

    input_token_pennies: float | None = None
    """Price of one unit of input tokens, in US cents. At least 0. Deprecated since contract 1.0.0; use
    inputTokenCredits.
    """

    output_token_pennies: float | None = None
    """Price of one unit of output tokens, in US cents. At least 0. Deprecated since contract 1.0.0; use
    outputTokenCredits.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        unit: _model.ModelCostUnit | str,
        input_token_credits: float | None = None,
        output_token_credits: float | None = None,
        input_token_pennies: float | None = None,
        output_token_pennies: float | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            unit,
            input_token_credits,
            output_token_credits,
            input_token_pennies,
            output_token_pennies,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_cost_override(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["unit"] = str(self.unit)
        if self.input_token_credits is not None:
            properties["inputTokenCredits"] = self.input_token_credits
        if self.output_token_credits is not None:
            properties["outputTokenCredits"] = self.output_token_credits
        if self.input_token_pennies is not None:
            properties["inputTokenPennies"] = self.input_token_pennies
        if self.output_token_pennies is not None:
            properties["outputTokenPennies"] = self.output_token_pennies
        return write_unknown(properties, self.unknown)


_MODEL_COST_OVERRIDE_DRAFT: Final = draft_class(ModelCostOverride)


def _read_model_cost_override(value: Any) -> Any:
    """Return the ModelCostOverride for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_COST_OVERRIDE_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "unit"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = _model.MODEL_COST_UNIT_BY_VALUE.get(item, item)
        draft.unit = item
        name = "inputTokenCredits"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.input_token_credits = item
        else:
            draft.input_token_credits = None
        name = "outputTokenCredits"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.output_token_credits = item
        else:
            draft.output_token_credits = None
        name = "inputTokenPennies"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.input_token_pennies = item
        else:
            draft.input_token_pennies = None
        name = "outputTokenPennies"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int and item.__class__ is not float:
                item = read_number(item)
            draft.output_token_pennies = item
        else:
            draft.output_token_pennies = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("unit", "inputTokenCredits", "outputTokenCredits", "inputTokenPennies", "outputTokenPennies",))
    draft.__class__ = ModelCostOverride
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteClientModelConfig(JsonObject):
    """Client-side settings of a model, by kind of API.

    Attributes:
        openaicompatible: Settings for a model behind an OpenAI-compatible API. If it is present, even
            empty, autocomplete accepts the model whatever its provider and name are.
    """

    openaicompatible: _model.ClientSideOpenAICompatible | None = None
    """Settings for a model behind an OpenAI-compatible API. If it is present, even empty, autocomplete accepts
    the model whatever its provider and name are.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        openaicompatible: _model.ClientSideOpenAICompatible | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            openaicompatible,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_client_model_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.openaicompatible is not None:
            properties["openaicompatible"] = self.openaicompatible.to_json()
        return write_unknown(properties, self.unknown)


_SITE_CLIENT_MODEL_CONFIG_DRAFT: Final = draft_class(SiteClientModelConfig)


def _read_site_client_model_config(value: Any) -> Any:
    """Return the SiteClientModelConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_CLIENT_MODEL_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "openaicompatible"
        if name in value:
            known += 1
            item = value[name]
            item = _model.ClientSideOpenAICompatible.from_json(item)
            draft.openaicompatible = item
        else:
            draft.openaicompatible = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("openaicompatible",))
    draft.__class__ = SiteClientModelConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteOpenAICompatibleModel(JsonObject):
    """A model behind an OpenAI-compatible API.

    Attributes:
        type: Always `openaicompatible`: identifies the kind.
        api_model: Text sent as `model`. Set it if the server expects another text than the model's name,
            such as `tgi`. Absent or blank: the `modelName`.
    """

    type: Literal["openaicompatible"]
    """Always `openaicompatible`: identifies the kind."""

    api_model: str | None = None
    """Text sent as `model`. Set it if the server expects another text than the model's name, such as `tgi`.
    Absent or blank: the `modelName`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["openaicompatible"],
        api_model: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            api_model,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_open_ai_compatible_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        if self.api_model is not None:
            properties["apiModel"] = self.api_model
        return write_unknown(properties, self.unknown)


_SITE_OPEN_AI_COMPATIBLE_MODEL_DRAFT: Final = draft_class(SiteOpenAICompatibleModel)


def _read_site_open_ai_compatible_model(value: Any) -> Any:
    """Return the SiteOpenAICompatibleModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_OPEN_AI_COMPATIBLE_MODEL_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "openaicompatible")
        draft.type = item
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
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "apiModel",))
    draft.__class__ = SiteOpenAICompatibleModel
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteAwsBedrockModel(JsonObject):
    """A model at Amazon Bedrock that needs its own settings.

    Attributes:
        type: Always `awsBedrock`: identifies the kind.
        latency_optimization: Whether Bedrock answers faster at a higher price. Only some models and
            regions support it. Default where absent: "standard".
        arn: Amazon Resource Name of a reservation or an inference profile, sent in place of the model's
            name.
    """

    type: Literal["awsBedrock"]
    """Always `awsBedrock`: identifies the kind."""

    latency_optimization: _model.AwsBedrockLatencyOptimization | str | None = None
    """Whether Bedrock answers faster at a higher price. Only some models and regions support it. Default where
    absent: "standard".
    """

    arn: str | None = None
    """Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["awsBedrock"],
        latency_optimization: _model.AwsBedrockLatencyOptimization | str | None = None,
        arn: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            latency_optimization,
            arn,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_aws_bedrock_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        if self.latency_optimization is not None:
            properties["latencyOptimization"] = str(self.latency_optimization)
        if self.arn is not None:
            properties["arn"] = self.arn
        return write_unknown(properties, self.unknown)


_SITE_AWS_BEDROCK_MODEL_DRAFT: Final = draft_class(SiteAwsBedrockModel)


def _read_site_aws_bedrock_model(value: Any) -> Any:
    """Return the SiteAwsBedrockModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_AWS_BEDROCK_MODEL_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "awsBedrock")
        draft.type = item
        name = "latencyOptimization"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.AWS_BEDROCK_LATENCY_OPTIMIZATION_BY_VALUE.get(item, item)
            draft.latency_optimization = item
        else:
            draft.latency_optimization = None
        name = "arn"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.arn = item
        else:
            draft.arn = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "latencyOptimization", "arn",))
    draft.__class__ = SiteAwsBedrockModel
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteAwsBedrockProvisionedModel(JsonObject):
    """A model that runs on capacity reserved at Amazon Bedrock.

    Attributes:
        type: Always `awsBedrockProvisionedThroughput`: identifies the kind.
        arn: Amazon Resource Name of the reservation, sent in place of the model's name.
    """

    type: Literal["awsBedrockProvisionedThroughput"]
    """Always `awsBedrockProvisionedThroughput`: identifies the kind."""

    arn: str
    """Amazon Resource Name of the reservation, sent in place of the model's name."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["awsBedrockProvisionedThroughput"],
        arn: str,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            arn,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_aws_bedrock_provisioned_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["arn"] = self.arn
        return write_unknown(properties, self.unknown)


_SITE_AWS_BEDROCK_PROVISIONED_MODEL_DRAFT: Final = draft_class(SiteAwsBedrockProvisionedModel)


def _read_site_aws_bedrock_provisioned_model(value: Any) -> Any:
    """Return the SiteAwsBedrockProvisionedModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_AWS_BEDROCK_PROVISIONED_MODEL_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "awsBedrockProvisionedThroughput")
        draft.type = item
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
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "arn",))
    draft.__class__ = SiteAwsBedrockProvisionedModel
    return draft


RecommendedModel = NewType("RecommendedModel", str)
"""Reference of a model with recommended settings: `bigcode::v1::starcoder2-7b`, `bigcode::v1::starcoder2-15b`,
`mistral::v1::mistral-7b-instruct`, `mistral::v1::mixtral-8x7b-instruct` or
`mistral::v1::mixtral-8x22b-instruct`. Any other value is ignored, with a warning.
"""


SelfHostedModelName = NewType("SelfHostedModelName", str)
"""Name of an open model and, after `@`, the version of its settings: `starcoder2-7b@v1`, `starcoder2-15b@v1`,
`mistral-7b-instruct@v1`, `mixtral-8x7b-instruct@v1` or `mixtral-8x22b-instruct@v1`. Any other value is
ignored, with a warning.
"""


SiteDefaultModelRef = NewType("SiteDefaultModelRef", str)
"""A model's reference, `provider::apiVersion::modelID`; blank counts as absent. Matches
`^([a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+::[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+::[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+)?$`.
"""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ConfigFeatures(JsonObject):
    """Which of Cody's features are on. A feature that is not named is off.

    Attributes:
        chat: Whether chat is on. Default where absent: false.
        auto_complete: Whether autocomplete is on. Default where absent: false.
        commands: Whether commands are on, such as those that explain code or write tests. Default where
            absent: false.
        chat_vision: Whether chat accepts images. Accepted for site configurations that have it; an
            instance does not read it. Default where absent: false.
    """

    chat: bool | None = None
    """Whether chat is on. Default where absent: false."""

    auto_complete: bool | None = None
    """Whether autocomplete is on. Default where absent: false."""

    commands: bool | None = None
    """Whether commands are on, such as those that explain code or write tests. Default where absent: false."""

    chat_vision: bool | None = None
    """Whether chat accepts images. Accepted for site configurations that have it; an instance does not read it.
    Default where absent: false.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        chat: bool | None = None,
        auto_complete: bool | None = None,
        commands: bool | None = None,
        chat_vision: bool | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            chat,
            auto_complete,
            commands,
            chat_vision,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_config_features(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.chat is not None:
            properties["chat"] = self.chat
        if self.auto_complete is not None:
            properties["autoComplete"] = self.auto_complete
        if self.commands is not None:
            properties["commands"] = self.commands
        if self.chat_vision is not None:
            properties["chatVision"] = self.chat_vision
        return write_unknown(properties, self.unknown)


_CONFIG_FEATURES_DRAFT: Final = draft_class(ConfigFeatures)


def _read_config_features(value: Any) -> Any:
    """Return the ConfigFeatures for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CONFIG_FEATURES_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "chat"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.chat = item
        else:
            draft.chat = None
        name = "autoComplete"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.auto_complete = item
        else:
            draft.auto_complete = None
        name = "commands"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.commands = item
        else:
            draft.commands = None
        name = "chatVision"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.chat_vision = item
        else:
            draft.chat_vision = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("chat", "autoComplete", "commands", "chatVision",))
    draft.__class__ = ConfigFeatures
    return draft


class AttributionMode(StrEnum):
    """What clients do with generated code of known origin.

    Attributes:
        PERMISSIVE: Show the code and where it is known from.
        ENFORCED: Do not show the code.
    """

    PERMISSIVE = "permissive"
    """Show the code and where it is known from."""

    ENFORCED = "enforced"
    """Do not show the code."""


ATTRIBUTION_MODE_BY_VALUE: Final = {member.value: member for member in AttributionMode}
"""The members of AttributionMode by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelFilters(JsonObject):
    """Which of the catalogue models are offered: a model must pass all three filters. Models that are defined in
    this configuration and providers are never filtered.

    Attributes:
        status_filter: Only models with these statuses pass; with an empty array, none pass. Null or
            absent: any status.
        allow: Only models whose reference matches one of these patterns pass. Null, absent or empty: any
            model.
        deny: Models whose reference matches one of these patterns do not pass, even if it matches a
            pattern of `allow`.
    """

    status_filter: tuple[_model.ModelStatus | str, ...] | None = None
    """Only models with these statuses pass; with an empty array, none pass. Null or absent: any status."""

    allow: tuple[ModelFilterRule, ...] | None = None
    """Only models whose reference matches one of these patterns pass. Null, absent or empty: any model."""

    deny: tuple[ModelFilterRule, ...] | None = None
    """Models whose reference matches one of these patterns do not pass, even if it matches a pattern of `allow`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        status_filter: tuple[_model.ModelStatus | str, ...] | None = None,
        allow: tuple[ModelFilterRule, ...] | None = None,
        deny: tuple[ModelFilterRule, ...] | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            status_filter,
            allow,
            deny,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_filters(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.status_filter is not None:
            properties["statusFilter"] = [str(item) for item in self.status_filter]
        if self.allow is not None:
            properties["allow"] = list(self.allow)
        if self.deny is not None:
            properties["deny"] = list(self.deny)
        return write_unknown(properties, self.unknown)


_MODEL_FILTERS_DRAFT: Final = draft_class(ModelFilters)


def _read_model_filters(value: Any) -> Any:
    """Return the ModelFilters for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_FILTERS_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "statusFilter"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_open_array(_model.MODEL_STATUS_BY_VALUE, item)
            draft.status_filter = item
        else:
            draft.status_filter = None
        name = "allow"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_array(item, read_string)
            draft.allow = item
        else:
            draft.allow = None
        name = "deny"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_array(item, read_string)
            draft.deny = item
        else:
            draft.deny = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("statusFilter", "allow", "deny",))
    draft.__class__ = ModelFilters
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteAwsBedrockProvider(JsonObject):
    """Models at Amazon Bedrock.

    Attributes:
        type: Always `awsBedrock`: identifies the kind.
        endpoint: An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC
            endpoint if throughput is provisioned.
        region: The AWS region that requests are signed for, such as `us-west-2`.
        access_token: `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or
            blank: the credentials of the instance's own AWS role. Secret: masked in all output; do not log
            it.
        access_token_query: A request by which the instance fetches the token, for tokens that expire. Set
            it in place of `accessToken`.
        auth_method: How requests are authenticated. Set it for a proxy in front of Bedrock. Default where
            absent: "AWS".
        url_builder: How the URL of a request is made from `endpoint`. Set it for a proxy in front of
            Bedrock. Default where absent: "AWS".
    """

    type: Literal["awsBedrock"]
    """Always `awsBedrock`: identifies the kind."""

    endpoint: str
    """An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint if throughput
    is provisioned.
    """

    region: str
    """The AWS region that requests are signed for, such as `us-west-2`."""

    access_token: str | None = None
    """`ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials of
    the instance's own AWS role. Secret: masked in all output; do not log it.
    """

    access_token_query: _model.AccessTokenQuery | None = None
    """A request by which the instance fetches the token, for tokens that expire. Set it in place of
    `accessToken`.
    """

    auth_method: _model.AwsBedrockAuthMethod | str | None = None
    """How requests are authenticated. Set it for a proxy in front of Bedrock. Default where absent: "AWS"."""

    url_builder: _model.AwsBedrockUrlBuilder | str | None = None
    """How the URL of a request is made from `endpoint`. Set it for a proxy in front of Bedrock. Default where
    absent: "AWS".
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["awsBedrock"],
        endpoint: str,
        region: str,
        access_token: str | None = None,
        access_token_query: _model.AccessTokenQuery | None = None,
        auth_method: _model.AwsBedrockAuthMethod | str | None = None,
        url_builder: _model.AwsBedrockUrlBuilder | str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
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
        result: Self = _read_site_aws_bedrock_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
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


_SITE_AWS_BEDROCK_PROVIDER_DRAFT: Final = draft_class(SiteAwsBedrockProvider)


def _read_site_aws_bedrock_provider(value: Any) -> Any:
    """Return the SiteAwsBedrockProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_AWS_BEDROCK_PROVIDER_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "awsBedrock")
        draft.type = item
        name = "endpoint"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.endpoint = item
        name = "region"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.region = item
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
            item = _model.AccessTokenQuery.from_json(item)
            draft.access_token_query = item
        else:
            draft.access_token_query = None
        name = "authMethod"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.AWS_BEDROCK_AUTH_METHOD_BY_VALUE.get(item, item)
            draft.auth_method = item
        else:
            draft.auth_method = None
        name = "urlBuilder"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.AWS_BEDROCK_URL_BUILDER_BY_VALUE.get(item, item)
            draft.url_builder = item
        else:
            draft.url_builder = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "region", "accessToken", "accessTokenQuery", "authMethod", "urlBuilder",))
    draft.__class__ = SiteAwsBedrockProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteAzureOpenAIProvider(JsonObject):
    """Models at Azure OpenAI. A model's `modelName` is the name of its deployment in the Azure portal.

    Attributes:
        type: Always `azureOpenAI`: identifies the kind.
        endpoint: URL of the Azure OpenAI resource, as the Azure portal shows it.
        access_token: API key from the Azure portal. Absent or blank: the workload or managed identity of
            the instance. Secret: masked in all output; do not log it.
        access_token_query: A request by which the instance fetches the token, for tokens that expire. Set
            it in place of `accessToken`.
        api_version: Version of the Azure OpenAI API, a date such as `2024-10-21`. Set it if a model needs
            another version than the instance uses.
        user: Value of the API's `user` field in every request, by which Azure distinguishes the sources
            of requests. May be blank.
        use_deprecated_completions_api: Whether completions go to the older completions API. Set it for
            models that the newer one does not offer, such as `gpt-35-turbo-instruct`.
    """

    type: Literal["azureOpenAI"]
    """Always `azureOpenAI`: identifies the kind."""

    endpoint: str
    """URL of the Azure OpenAI resource, as the Azure portal shows it."""

    access_token: str | None = None
    """API key from the Azure portal. Absent or blank: the workload or managed identity of the instance. Secret:
    masked in all output; do not log it.
    """

    access_token_query: _model.AccessTokenQuery | None = None
    """A request by which the instance fetches the token, for tokens that expire. Set it in place of
    `accessToken`.
    """

    api_version: str | None = None
    """Version of the Azure OpenAI API, a date such as `2024-10-21`. Set it if a model needs another version than
    the instance uses.
    """

    user: str
    """Value of the API's `user` field in every request, by which Azure distinguishes the sources of requests.
    May be blank.
    """

    use_deprecated_completions_api: bool
    """Whether completions go to the older completions API. Set it for models that the newer one does not offer,
    such as `gpt-35-turbo-instruct`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["azureOpenAI"],
        endpoint: str,
        access_token: str | None = None,
        access_token_query: _model.AccessTokenQuery | None = None,
        api_version: str | None = None,
        user: str,
        use_deprecated_completions_api: bool,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
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
        result: Self = _read_site_azure_open_ai_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.access_token_query is not None:
            properties["accessTokenQuery"] = self.access_token_query.to_json()
        if self.api_version is not None:
            properties["apiVersion"] = self.api_version
        properties["user"] = self.user
        properties["useDeprecatedCompletionsAPI"] = self.use_deprecated_completions_api
        return write_unknown(properties, self.unknown)


_SITE_AZURE_OPEN_AI_PROVIDER_DRAFT: Final = draft_class(SiteAzureOpenAIProvider)


def _read_site_azure_open_ai_provider(value: Any) -> Any:
    """Return the SiteAzureOpenAIProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_AZURE_OPEN_AI_PROVIDER_DRAFT()
    known = 4
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "azureOpenAI")
        draft.type = item
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
            item = _model.AccessTokenQuery.from_json(item)
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
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.user = item
        name = "useDeprecatedCompletionsAPI"
        item = value[name]
        if item.__class__ is not bool:
            item = read_boolean(item)
        draft.use_deprecated_completions_api = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "accessToken", "accessTokenQuery", "apiVersion", "user", "useDeprecatedCompletionsAPI",))
    draft.__class__ = SiteAzureOpenAIProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteAnthropicProvider(JsonObject):
    """Anthropic's own API.

    Attributes:
        type: Always `anthropic`: identifies the kind.
        endpoint: URL of the messages API.
        access_token: API key from Anthropic. Secret: masked in all output; do not log it.
        access_token_query: A request by which the instance fetches the token, for tokens that expire. Set
            it in place of `accessToken`.
    """

    type: Literal["anthropic"]
    """Always `anthropic`: identifies the kind."""

    endpoint: str
    """URL of the messages API."""

    access_token: str | None = None
    """API key from Anthropic. Secret: masked in all output; do not log it."""

    access_token_query: _model.AccessTokenQuery | None = None
    """A request by which the instance fetches the token, for tokens that expire. Set it in place of
    `accessToken`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["anthropic"],
        endpoint: str,
        access_token: str | None = None,
        access_token_query: _model.AccessTokenQuery | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoint,
            access_token,
            access_token_query,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_anthropic_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.access_token_query is not None:
            properties["accessTokenQuery"] = self.access_token_query.to_json()
        return write_unknown(properties, self.unknown)


_SITE_ANTHROPIC_PROVIDER_DRAFT: Final = draft_class(SiteAnthropicProvider)


def _read_site_anthropic_provider(value: Any) -> Any:
    """Return the SiteAnthropicProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_ANTHROPIC_PROVIDER_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "anthropic")
        draft.type = item
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
            item = _model.AccessTokenQuery.from_json(item)
            draft.access_token_query = item
        else:
            draft.access_token_query = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoint", "accessToken", "accessTokenQuery",))
    draft.__class__ = SiteAnthropicProvider
    return draft


SiteModelServerConfig: TypeAlias = SiteOpenAICompatibleModel | SiteAwsBedrockModel | SiteAwsBedrockProvisionedModel
"""What the instance needs to call a model, by kind of API. The property `type` identifies the kind."""


def read_site_model_server_config(value: object, /) -> SiteModelServerConfig:
    """Return the variant that the property `type` identifies. Raises ShapeError."""
    variants: dict[str, Callable[[object], SiteModelServerConfig]] = {
        "openaicompatible": _read_site_open_ai_compatible_model,
        "awsBedrock": _read_site_aws_bedrock_model,
        "awsBedrockProvisionedThroughput": _read_site_aws_bedrock_provisioned_model,
    }
    return read_tagged(value, "type", variants)


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SelfHostedModelOverride(JsonObject):
    """Settings that replace the ones that are known to work for a self-hosted model.

    Attributes:
        display_name: Display name, at most 128 bytes of UTF-8. At most 128 characters.
        context_window: Maximum numbers of tokens that clients send and request.
        model_cost: Approximate price of the model.
        client_side_config: Settings that clients need, without the enclosing `openaicompatible` of a
            model override.
        server_side_config: What the instance needs to call the model, in addition to the provider's
            settings.
    """

    display_name: str | None = None
    """Display name, at most 128 bytes of UTF-8. At most 128 characters."""

    context_window: ContextWindowOverride | None = None
    """Maximum numbers of tokens that clients send and request."""

    model_cost: ModelCostOverride | None = None
    """Approximate price of the model."""

    client_side_config: _model.ClientSideOpenAICompatible | None = None
    """Settings that clients need, without the enclosing `openaicompatible` of a model override."""

    server_side_config: SiteModelServerConfig | None = None
    """What the instance needs to call the model, in addition to the provider's settings."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        display_name: str | None = None,
        context_window: ContextWindowOverride | None = None,
        model_cost: ModelCostOverride | None = None,
        client_side_config: _model.ClientSideOpenAICompatible | None = None,
        server_side_config: SiteModelServerConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            display_name,
            context_window,
            model_cost,
            client_side_config,
            server_side_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_self_hosted_model_override(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.display_name is not None:
            properties["displayName"] = self.display_name
        if self.context_window is not None:
            properties["contextWindow"] = self.context_window.to_json()
        if self.model_cost is not None:
            properties["modelCost"] = self.model_cost.to_json()
        if self.client_side_config is not None:
            properties["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            properties["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(properties, self.unknown)


_SELF_HOSTED_MODEL_OVERRIDE_DRAFT: Final = draft_class(SelfHostedModelOverride)


def _read_self_hosted_model_override(value: Any) -> Any:
    """Return the SelfHostedModelOverride for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SELF_HOSTED_MODEL_OVERRIDE_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "displayName"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.display_name = item
        else:
            draft.display_name = None
        name = "contextWindow"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_context_window_override(item)
            draft.context_window = item
        else:
            draft.context_window = None
        name = "modelCost"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_model_cost_override(item)
            draft.model_cost = item
        else:
            draft.model_cost = None
        name = "clientSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _model.ClientSideOpenAICompatible.from_json(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "serverSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_site_model_server_config(item)
            draft.server_side_config = item
        else:
            draft.server_side_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("displayName", "contextWindow", "modelCost", "clientSideConfig", "serverSideConfig",))
    draft.__class__ = SelfHostedModelOverride
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteDefaultModels(JsonObject):
    """The models that are used if a user has not chosen one. A model that is missing or does not have the
    capability is replaced, by the catalogue's default if possible.

    Attributes:
        chat: For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients
            do not edit with a model that lacks it.
        fast_chat: For small background tasks that need a fast answer. Needs the capability `chat`.
            Clients up to July 2025 do not read it.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`. Clients
            have no autocomplete if they do not know the provider's id, or, at Fireworks and Google, the
            ModelID; `openaicompatible` in the model's `clientSideConfig` lifts both limits.
        fallback_chat: For conversations of a user who has reached a limit.
    """

    chat: SiteDefaultModelRef | None = None
    """For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients do not edit
    with a model that lacks it.
    """

    fast_chat: SiteDefaultModelRef | None = None
    """For small background tasks that need a fast answer. Needs the capability `chat`. Clients up to July 2025
    do not read it.
    """

    code_completion: SiteDefaultModelRef | None = None
    """For completing code at the cursor. Needs the capability `autocomplete`. Clients have no autocomplete if
    they do not know the provider's id, or, at Fireworks and Google, the ModelID; `openaicompatible` in the
    model's `clientSideConfig` lifts both limits.
    """

    fallback_chat: SiteDefaultModelRef | None = None
    """For conversations of a user who has reached a limit."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        chat: SiteDefaultModelRef | None = None,
        fast_chat: SiteDefaultModelRef | None = None,
        code_completion: SiteDefaultModelRef | None = None,
        fallback_chat: SiteDefaultModelRef | None = None,
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
        result: Self = _read_site_default_models(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.chat is not None:
            properties["chat"] = self.chat
        if self.fast_chat is not None:
            properties["fastChat"] = self.fast_chat
        if self.code_completion is not None:
            properties["codeCompletion"] = self.code_completion
        if self.fallback_chat is not None:
            properties["fallbackChat"] = self.fallback_chat
        return write_unknown(properties, self.unknown)


_SITE_DEFAULT_MODELS_DRAFT: Final = draft_class(SiteDefaultModels)


def _read_site_default_models(value: Any) -> Any:
    """Return the SiteDefaultModels for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_DEFAULT_MODELS_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "chat"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.chat = item
        else:
            draft.chat = None
        name = "fastChat"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.fast_chat = item
        else:
            draft.fast_chat = None
        name = "codeCompletion"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.code_completion = item
        else:
            draft.code_completion = None
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
    draft.__class__ = SiteDefaultModels
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SourcegraphModels(JsonObject):
    """How the instance gets the catalogue models, and which of them it offers.

    Attributes:
        endpoint: URL of Cody Gateway, scheme included. Set it only to use another gateway than the public
            one. Default where absent: "https://cody-gateway.sourcegraph.com".
        access_token: Token for the gateway. If it is absent, one is derived from `licenseKey`. Secret:
            masked in all output; do not log it.
        model_filters: Which of the catalogue models are offered. If it is absent, all of them.
        polling_interval: Interval at which the gateway is polled for a newer list of models. Default
            where absent: "6h".
    """

    endpoint: str | None = None
    """URL of Cody Gateway, scheme included. Set it only to use another gateway than the public one. Default
    where absent: "https://cody-gateway.sourcegraph.com".
    """

    access_token: str | None = None
    """Token for the gateway. If it is absent, one is derived from `licenseKey`. Secret: masked in all output; do
    not log it.
    """

    model_filters: ModelFilters | None = None
    """Which of the catalogue models are offered. If it is absent, all of them."""

    polling_interval: PollingInterval | None = None
    """Interval at which the gateway is polled for a newer list of models. Default where absent: "6h"."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        endpoint: str | None = None,
        access_token: str | None = None,
        model_filters: ModelFilters | None = None,
        polling_interval: PollingInterval | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            endpoint,
            access_token,
            model_filters,
            polling_interval,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_sourcegraph_models(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.endpoint is not None:
            properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.model_filters is not None:
            properties["modelFilters"] = self.model_filters.to_json()
        if self.polling_interval is not None:
            properties["pollingInterval"] = self.polling_interval
        return write_unknown(properties, self.unknown)


_SOURCEGRAPH_MODELS_DRAFT: Final = draft_class(SourcegraphModels)


def _read_sourcegraph_models(value: Any) -> Any:
    """Return the SourcegraphModels for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SOURCEGRAPH_MODELS_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "endpoint"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.endpoint = item
        else:
            draft.endpoint = None
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
        name = "modelFilters"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_model_filters(item)
            draft.model_filters = item
        else:
            draft.model_filters = None
        name = "pollingInterval"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.polling_interval = item
        else:
            draft.polling_interval = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("endpoint", "accessToken", "modelFilters", "pollingInterval",))
    draft.__class__ = SourcegraphModels
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteOpenAICompatibleProvider(JsonObject):
    """Any server that implements the OpenAI API: a vendor, a proxy, or a self-hosted server.

    Attributes:
        type: Always `openaicompatible`: identifies the kind.
        endpoints: Addresses of the server. The instance distributes its requests over them.
        enable_verbose_logs: Whether the instance logs every request and answer. For debugging only: the
            log then contains prompts.
        use_legacy_completions: Whether autocomplete uses the older `/completions` route. Set it to false
            for a server that offers `/chat/completions` only. Default where absent: true.
    """

    type: Literal["openaicompatible"]
    """Always `openaicompatible`: identifies the kind."""

    endpoints: tuple[_model.OpenAICompatibleEndpoint, ...]
    """Addresses of the server. The instance distributes its requests over them."""

    enable_verbose_logs: bool | None = None
    """Whether the instance logs every request and answer. For debugging only: the log then contains prompts."""

    use_legacy_completions: bool | None = None
    """Whether autocomplete uses the older `/completions` route. Set it to false for a server that offers
    `/chat/completions` only. Default where absent: true.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["openaicompatible"],
        endpoints: tuple[_model.OpenAICompatibleEndpoint, ...],
        enable_verbose_logs: bool | None = None,
        use_legacy_completions: bool | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoints,
            enable_verbose_logs,
            use_legacy_completions,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_open_ai_compatible_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            properties["enableVerboseLogs"] = self.enable_verbose_logs
        if self.use_legacy_completions is not None:
            properties["useLegacyCompletions"] = self.use_legacy_completions
        return write_unknown(properties, self.unknown)


_SITE_OPEN_AI_COMPATIBLE_PROVIDER_DRAFT: Final = draft_class(SiteOpenAICompatibleProvider)


def _read_site_open_ai_compatible_provider(value: Any) -> Any:
    """Return the SiteOpenAICompatibleProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_OPEN_AI_COMPATIBLE_PROVIDER_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "openaicompatible")
        draft.type = item
        name = "endpoints"
        item = value[name]
        item = () if item is None else read_array(item, _model.OpenAICompatibleEndpoint.from_json)
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
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoints", "enableVerboseLogs", "useLegacyCompletions",))
    draft.__class__ = SiteOpenAICompatibleProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteHuggingFaceTgiProvider(JsonObject):
    """A server that runs Hugging Face's Text Generation Inference.

    Attributes:
        type: Always `huggingface-tgi`: identifies the kind.
        endpoints: Addresses of the server. The instance distributes its requests over them.
        enable_verbose_logs: Whether the instance logs every request and answer. For debugging only: the
            log then contains prompts.
    """

    type: Literal["huggingface-tgi"]
    """Always `huggingface-tgi`: identifies the kind."""

    endpoints: tuple[_model.OpenAICompatibleEndpoint, ...]
    """Addresses of the server. The instance distributes its requests over them."""

    enable_verbose_logs: bool | None = None
    """Whether the instance logs every request and answer. For debugging only: the log then contains prompts."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        type: Literal["huggingface-tgi"],
        endpoints: tuple[_model.OpenAICompatibleEndpoint, ...],
        enable_verbose_logs: bool | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            type,
            endpoints,
            enable_verbose_logs,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_hugging_face_tgi_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["type"] = self.type
        properties["endpoints"] = [item.to_json() for item in self.endpoints]
        if self.enable_verbose_logs is not None:
            properties["enableVerboseLogs"] = self.enable_verbose_logs
        return write_unknown(properties, self.unknown)


_SITE_HUGGING_FACE_TGI_PROVIDER_DRAFT: Final = draft_class(SiteHuggingFaceTgiProvider)


def _read_site_hugging_face_tgi_provider(value: Any) -> Any:
    """Return the SiteHuggingFaceTgiProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_HUGGING_FACE_TGI_PROVIDER_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "type"
        item = value[name]
        item = read_constant(item, "huggingface-tgi")
        draft.type = item
        name = "endpoints"
        item = value[name]
        item = () if item is None else read_array(item, _model.OpenAICompatibleEndpoint.from_json)
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
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("type", "endpoints", "enableVerboseLogs",))
    draft.__class__ = SiteHuggingFaceTgiProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class DefaultModelConfig(JsonObject):
    """Settings for each of a provider's models. Each property that is set replaces that of the model; the others
    do not change. The tier of each changed model becomes `enterprise`.

    Attributes:
        capabilities: What the models can be used for; replaces each model's whole array.
        category: What the models are best at.
        status: How mature the models are.
        context_window: Maximum numbers of tokens that clients send and request.
        model_cost: Approximate price of the models.
        client_side_config: Settings that clients need to use the models. Clients up to July 2025 read
            only whether `openaicompatible` is present, and its `contextSizeHintTotalCharacters`.
        server_side_config: What the instance needs to call the models, in addition to the provider's
            settings.
    """

    capabilities: tuple[_model.Capability | str, ...] | None = None
    """What the models can be used for; replaces each model's whole array."""

    category: _model.ModelCategory | str | None = None
    """What the models are best at."""

    status: _model.ModelStatus | str | None = None
    """How mature the models are."""

    context_window: ContextWindowOverride | None = None
    """Maximum numbers of tokens that clients send and request."""

    model_cost: ModelCostOverride | None = None
    """Approximate price of the models."""

    client_side_config: SiteClientModelConfig | None = None
    """Settings that clients need to use the models. Clients up to July 2025 read only whether `openaicompatible`
    is present, and its `contextSizeHintTotalCharacters`.
    """

    server_side_config: SiteModelServerConfig | None = None
    """What the instance needs to call the models, in addition to the provider's settings."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        capabilities: tuple[_model.Capability | str, ...] | None = None,
        category: _model.ModelCategory | str | None = None,
        status: _model.ModelStatus | str | None = None,
        context_window: ContextWindowOverride | None = None,
        model_cost: ModelCostOverride | None = None,
        client_side_config: SiteClientModelConfig | None = None,
        server_side_config: SiteModelServerConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            capabilities,
            category,
            status,
            context_window,
            model_cost,
            client_side_config,
            server_side_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_default_model_config(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.capabilities is not None:
            properties["capabilities"] = [str(item) for item in self.capabilities]
        if self.category is not None:
            properties["category"] = str(self.category)
        if self.status is not None:
            properties["status"] = str(self.status)
        if self.context_window is not None:
            properties["contextWindow"] = self.context_window.to_json()
        if self.model_cost is not None:
            properties["modelCost"] = self.model_cost.to_json()
        if self.client_side_config is not None:
            properties["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            properties["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(properties, self.unknown)


_DEFAULT_MODEL_CONFIG_DRAFT: Final = draft_class(DefaultModelConfig)


def _read_default_model_config(value: Any) -> Any:
    """Return the DefaultModelConfig for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _DEFAULT_MODEL_CONFIG_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "capabilities"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_open_array(_model.CAPABILITY_BY_VALUE, item)
            draft.capabilities = item
        else:
            draft.capabilities = None
        name = "category"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.MODEL_CATEGORY_BY_VALUE.get(item, item)
            draft.category = item
        else:
            draft.category = None
        name = "status"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.MODEL_STATUS_BY_VALUE.get(item, item)
            draft.status = item
        else:
            draft.status = None
        name = "contextWindow"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_context_window_override(item)
            draft.context_window = item
        else:
            draft.context_window = None
        name = "modelCost"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_model_cost_override(item)
            draft.model_cost = item
        else:
            draft.model_cost = None
        name = "clientSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_site_client_model_config(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "serverSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_site_model_server_config(item)
            draft.server_side_config = item
        else:
            draft.server_side_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("capabilities", "category", "status", "contextWindow", "modelCost", "clientSideConfig", "serverSideConfig",))
    draft.__class__ = DefaultModelConfig
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelOverride(JsonObject):
    """A model to change, by its reference, or a new one. To change a catalogue model, set only the properties
    that change. In both cases its tier becomes `enterprise`.

    Attributes:
        model_ref: The model's reference, `provider::apiVersion::modelID`. A reference that no catalogue
            model has adds a model to that provider. If the version is not known, use `unknown`.
        display_name: Display name, at most 128 bytes of UTF-8. Blank or absent: the name of the catalogue
            model; for a new model, its ModelID. At most 128 characters.
        model_name: Name of the model in the provider's API. Absent, for a new model: its ModelID.
        capabilities: What the model can be used for, as a whole array. Required for a new model; if it is
            absent, the catalogue model's array is kept.
        category: What the model is best at. A new model without it is `balanced`.
        status: How mature the model is. A new model without it is `stable`.
        context_window: Maximum numbers of tokens that clients send and request. Each number also changes
            the window for `enterprise`, which `maxInputTokens` and `maxOutputTokens` together replace. A new
            model without it has 4,000 and 4,000.
        reasoning_effort: How much the model should reason before it answers. Works only with the
            capability `reasoning`.
        model_cost: Approximate price of the model.
        client_side_config: Settings that clients need to use this model; replaces the model's own.
            Clients up to July 2025 read only whether `openaicompatible` is present, and its
            `contextSizeHintTotalCharacters`.
        server_side_config: What the instance needs to call the model, in addition to the provider's
            settings; replaces the model's own.
    """

    model_ref: _model.ModelRef
    """The model's reference, `provider::apiVersion::modelID`. A reference that no catalogue model has adds a
    model to that provider. If the version is not known, use `unknown`.
    """

    display_name: str | None = None
    """Display name, at most 128 bytes of UTF-8. Blank or absent: the name of the catalogue model; for a new
    model, its ModelID. At most 128 characters.
    """

    model_name: str | None = None
    """Name of the model in the provider's API. Absent, for a new model: its ModelID."""

    capabilities: tuple[_model.Capability | str, ...] | None = None
    """What the model can be used for, as a whole array. Required for a new model; if it is absent, the catalogue
    model's array is kept.
    """

    category: _model.ModelCategory | str | None = None
    """What the model is best at. A new model without it is `balanced`."""

    status: _model.ModelStatus | str | None = None
    """How mature the model is. A new model without it is `stable`."""

    context_window: ContextWindowOverride | None = None
    """Maximum numbers of tokens that clients send and request. Each number also changes the window for
    `enterprise`, which `maxInputTokens` and `maxOutputTokens` together replace. A new model without it has
    4,000 and 4,000.
    """

    reasoning_effort: _model.ReasoningEffort | str | None = None
    """How much the model should reason before it answers. Works only with the capability `reasoning`."""

    model_cost: ModelCostOverride | None = None
    """Approximate price of the model."""

    client_side_config: SiteClientModelConfig | None = None
    """Settings that clients need to use this model; replaces the model's own. Clients up to July 2025 read only
    whether `openaicompatible` is present, and its `contextSizeHintTotalCharacters`.
    """

    server_side_config: SiteModelServerConfig | None = None
    """What the instance needs to call the model, in addition to the provider's settings; replaces the model's
    own.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        model_ref: _model.ModelRef,
        display_name: str | None = None,
        model_name: str | None = None,
        capabilities: tuple[_model.Capability | str, ...] | None = None,
        category: _model.ModelCategory | str | None = None,
        status: _model.ModelStatus | str | None = None,
        context_window: ContextWindowOverride | None = None,
        reasoning_effort: _model.ReasoningEffort | str | None = None,
        model_cost: ModelCostOverride | None = None,
        client_side_config: SiteClientModelConfig | None = None,
        server_side_config: SiteModelServerConfig | None = None,
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
            context_window,
            reasoning_effort,
            model_cost,
            client_side_config,
            server_side_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_override(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["modelRef"] = self.model_ref
        if self.display_name is not None:
            properties["displayName"] = self.display_name
        if self.model_name is not None:
            properties["modelName"] = self.model_name
        if self.capabilities is not None:
            properties["capabilities"] = [str(item) for item in self.capabilities]
        if self.category is not None:
            properties["category"] = str(self.category)
        if self.status is not None:
            properties["status"] = str(self.status)
        if self.context_window is not None:
            properties["contextWindow"] = self.context_window.to_json()
        if self.reasoning_effort is not None:
            properties["reasoningEffort"] = str(self.reasoning_effort)
        if self.model_cost is not None:
            properties["modelCost"] = self.model_cost.to_json()
        if self.client_side_config is not None:
            properties["clientSideConfig"] = self.client_side_config.to_json()
        if self.server_side_config is not None:
            properties["serverSideConfig"] = self.server_side_config.to_json()
        return write_unknown(properties, self.unknown)


_MODEL_OVERRIDE_DRAFT: Final = draft_class(ModelOverride)


def _read_model_override(value: Any) -> Any:
    """Return the ModelOverride for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_OVERRIDE_DRAFT()
    known = 1
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
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.model_name = item
        else:
            draft.model_name = None
        name = "capabilities"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_open_array(_model.CAPABILITY_BY_VALUE, item)
            draft.capabilities = item
        else:
            draft.capabilities = None
        name = "category"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.MODEL_CATEGORY_BY_VALUE.get(item, item)
            draft.category = item
        else:
            draft.category = None
        name = "status"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.MODEL_STATUS_BY_VALUE.get(item, item)
            draft.status = item
        else:
            draft.status = None
        name = "contextWindow"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_context_window_override(item)
            draft.context_window = item
        else:
            draft.context_window = None
        name = "reasoningEffort"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.REASONING_EFFORT_BY_VALUE.get(item, item)
            draft.reasoning_effort = item
        else:
            draft.reasoning_effort = None
        name = "modelCost"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_model_cost_override(item)
            draft.model_cost = item
        else:
            draft.model_cost = None
        name = "clientSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_site_client_model_config(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "serverSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_site_model_server_config(item)
            draft.server_side_config = item
        else:
            draft.server_side_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("modelRef", "displayName", "modelName", "capabilities", "category", "status", "contextWindow", "reasoningEffort", "modelCost", "clientSideConfig", "serverSideConfig",))
    draft.__class__ = ModelOverride
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SelfHostedModel(JsonObject):
    """A well-known open model that you host yourself. It becomes the model `provider::apiVersion::modelID` with
    settings that are known to work.

    Attributes:
        provider: Id of the provider that serves the model; define it in `providerOverrides`.
        api_version: Second part of the model's reference. Blank counts as absent. Matches
            `^[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]*$`. Default where absent: "v1".
        model: Name of the open model.
        override: Settings that replace the ones that are known to work.
    """

    provider: _model.ProviderID
    """Id of the provider that serves the model; define it in `providerOverrides`."""

    api_version: str | None = None
    """Second part of the model's reference. Blank counts as absent. Matches
    `^[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]*$`. Default where absent: "v1".
    """

    model: SelfHostedModelName
    """Name of the open model."""

    override: SelfHostedModelOverride | None = None
    """Settings that replace the ones that are known to work."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        provider: _model.ProviderID,
        api_version: str | None = None,
        model: SelfHostedModelName,
        override: SelfHostedModelOverride | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            provider,
            api_version,
            model,
            override,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_self_hosted_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["provider"] = self.provider
        if self.api_version is not None:
            properties["apiVersion"] = self.api_version
        properties["model"] = self.model
        if self.override is not None:
            properties["override"] = self.override.to_json()
        return write_unknown(properties, self.unknown)


_SELF_HOSTED_MODEL_DRAFT: Final = draft_class(SelfHostedModel)


def _read_self_hosted_model(value: Any) -> Any:
    """Return the SelfHostedModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SELF_HOSTED_MODEL_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "provider"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.provider = item
        name = "apiVersion"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.api_version = item
        else:
            draft.api_version = None
        name = "model"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.model = item
        name = "override"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_self_hosted_model_override(item)
            draft.override = item
        else:
            draft.override = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("provider", "apiVersion", "model", "override",))
    draft.__class__ = SelfHostedModel
    return draft


SiteProviderConfig: TypeAlias = SiteAwsBedrockProvider | SiteAzureOpenAIProvider | SiteAnthropicProvider | SiteFireworksProvider | SiteGoogleProvider | SiteOpenAIProvider | SiteOpenAICompatibleProvider | SiteHuggingFaceTgiProvider | SiteSourcegraphProvider
"""How the instance reaches a provider, by kind of API. The property `type` identifies the kind."""


def read_site_provider_config(value: object, /) -> SiteProviderConfig:
    """Return the variant that the property `type` identifies. Raises ShapeError."""
    variants: dict[str, Callable[[object], SiteProviderConfig]] = {
        "awsBedrock": _read_site_aws_bedrock_provider,
        "azureOpenAI": _read_site_azure_open_ai_provider,
        "anthropic": _read_site_anthropic_provider,
        "fireworks": _read_site_fireworks_provider,
        "google": _read_site_google_provider,
        "openai": _read_site_open_ai_provider,
        "openaicompatible": _read_site_open_ai_compatible_provider,
        "huggingface-tgi": _read_site_hugging_face_tgi_provider,
        "sourcegraph": _read_site_sourcegraph_provider,
    }
    return read_tagged(value, "type", variants)


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ProviderOverride(JsonObject):
    """A provider to change, by its id, or a new one.

    Attributes:
        id: The provider's id. An id that no catalogue provider has adds a provider.
        display_name: Display name, at most 128 bytes of UTF-8. Blank or absent: the name of the catalogue
            provider; for a new provider, `Provider "id"`. Model pickers show the id instead. At most 128
            characters.
        client_side_config: Settings that clients receive. It has no properties yet.
        server_side_config: How the instance reaches the provider. A new provider without it cannot be
            reached; a catalogue provider without it is reached through Cody Gateway.
        default_model_config: Settings for each of the provider's models, both catalogue models and models
            added here. A model's own override takes precedence.
    """

    id: _model.ProviderID
    """The provider's id. An id that no catalogue provider has adds a provider."""

    display_name: str | None = None
    """Display name, at most 128 bytes of UTF-8. Blank or absent: the name of the catalogue provider; for a new
    provider, `Provider "id"`. Model pickers show the id instead. At most 128 characters.
    """

    client_side_config: _model.ClientSideProviderConfig | None = None
    """Settings that clients receive. It has no properties yet."""

    server_side_config: SiteProviderConfig | None = None
    """How the instance reaches the provider. A new provider without it cannot be reached; a catalogue provider
    without it is reached through Cody Gateway.
    """

    default_model_config: DefaultModelConfig | None = None
    """Settings for each of the provider's models, both catalogue models and models added here. A model's own
    override takes precedence.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        id: _model.ProviderID,
        display_name: str | None = None,
        client_side_config: _model.ClientSideProviderConfig | None = None,
        server_side_config: SiteProviderConfig | None = None,
        default_model_config: DefaultModelConfig | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            id,
            display_name,
            client_side_config,
            server_side_config,
            default_model_config,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_provider_override(value)
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
        if self.default_model_config is not None:
            properties["defaultModelConfig"] = self.default_model_config.to_json()
        return write_unknown(properties, self.unknown)


_PROVIDER_OVERRIDE_DRAFT: Final = draft_class(ProviderOverride)


def _read_provider_override(value: Any) -> Any:
    """Return the ProviderOverride for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _PROVIDER_OVERRIDE_DRAFT()
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
            if item is not None:
                item = _model.ClientSideProviderConfig.from_json(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "serverSideConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_site_provider_config(item)
            draft.server_side_config = item
        else:
            draft.server_side_config = None
        name = "defaultModelConfig"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_default_model_config(item)
            draft.default_model_config = item
        else:
            draft.default_model_config = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("id", "displayName", "clientSideConfig", "serverSideConfig", "defaultModelConfig",))
    draft.__class__ = ProviderOverride
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteModelConfiguration(JsonObject):
    """What a site administrator changes about the published models: which are offered, which providers serve
    them, which are added, and which are the defaults.

    Attributes:
        sourcegraph: The catalogue models, which Sourcegraph provides through Cody Gateway; `{}` offers
            all of them. Null or absent: none, only the models defined here.
        provider_overrides: Providers to change or to add, applied in this order. Needed to use your own
            keys or self-hosted models. No two items have the same `id`.
        model_overrides: Models to change or to add. New models are listed after the catalogue models, in
            this order. No two items have the same `modelRef`.
        model_overrides_recommended_settings: Models to add with settings that are known to work, by
            reference. Deprecated since contract 1.0.0; use selfHostedModels.
        self_hosted_models: Well-known open models to add that you host yourself, with settings that are
            known to work. Add any other model in `modelOverrides`.
        default_models: The models that are used if a user has not chosen one.
        system_pre_instruction: Instruction inserted before every chat of every user, with any model. Keep
            it short, because it uses tokens each time.
    """

    sourcegraph: SourcegraphModels | None = None
    """The catalogue models, which Sourcegraph provides through Cody Gateway; `{}` offers all of them. Null or
    absent: none, only the models defined here.
    """

    provider_overrides: tuple[ProviderOverride, ...] | None = None
    """Providers to change or to add, applied in this order. Needed to use your own keys or self-hosted models.
    No two items have the same `id`.
    """

    model_overrides: tuple[ModelOverride, ...] | None = None
    """Models to change or to add. New models are listed after the catalogue models, in this order. No two items
    have the same `modelRef`.
    """

    model_overrides_recommended_settings: tuple[RecommendedModel, ...] | None = None
    """Models to add with settings that are known to work, by reference. Deprecated since contract 1.0.0; use
    selfHostedModels.
    """

    self_hosted_models: tuple[SelfHostedModel, ...] | None = None
    """Well-known open models to add that you host yourself, with settings that are known to work. Add any other
    model in `modelOverrides`.
    """

    default_models: SiteDefaultModels | None = None
    """The models that are used if a user has not chosen one."""

    system_pre_instruction: str | None = None
    """Instruction inserted before every chat of every user, with any model. Keep it short, because it uses
    tokens each time.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        sourcegraph: SourcegraphModels | None = None,
        provider_overrides: tuple[ProviderOverride, ...] | None = None,
        model_overrides: tuple[ModelOverride, ...] | None = None,
        model_overrides_recommended_settings: tuple[RecommendedModel, ...] | None = None,
        self_hosted_models: tuple[SelfHostedModel, ...] | None = None,
        default_models: SiteDefaultModels | None = None,
        system_pre_instruction: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            sourcegraph,
            provider_overrides,
            model_overrides,
            model_overrides_recommended_settings,
            self_hosted_models,
            default_models,
            system_pre_instruction,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_model_configuration(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.sourcegraph is not None:
            properties["sourcegraph"] = self.sourcegraph.to_json()
        if self.provider_overrides is not None:
            properties["providerOverrides"] = [item.to_json() for item in self.provider_overrides]
        if self.model_overrides is not None:
            properties["modelOverrides"] = [item.to_json() for item in self.model_overrides]
        if self.model_overrides_recommended_settings is not None:
            properties["modelOverridesRecommendedSettings"] = list(self.model_overrides_recommended_settings)
        if self.self_hosted_models is not None:
            properties["selfHostedModels"] = [item.to_json() for item in self.self_hosted_models]
        if self.default_models is not None:
            properties["defaultModels"] = self.default_models.to_json()
        if self.system_pre_instruction is not None:
            properties["systemPreInstruction"] = self.system_pre_instruction
        return write_unknown(properties, self.unknown)


_SITE_MODEL_CONFIGURATION_DRAFT: Final = draft_class(SiteModelConfiguration)


def _read_site_model_configuration(value: Any) -> Any:
    """Return the SiteModelConfiguration for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_MODEL_CONFIGURATION_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "sourcegraph"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_sourcegraph_models(item)
            draft.sourcegraph = item
        else:
            draft.sourcegraph = None
        name = "providerOverrides"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_array(item, _read_provider_override)
            draft.provider_overrides = item
        else:
            draft.provider_overrides = None
        name = "modelOverrides"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_array(item, _read_model_override)
            draft.model_overrides = item
        else:
            draft.model_overrides = None
        name = "modelOverridesRecommendedSettings"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_array(item, read_string)
            draft.model_overrides_recommended_settings = item
        else:
            draft.model_overrides_recommended_settings = None
        name = "selfHostedModels"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = read_array(item, _read_self_hosted_model)
            draft.self_hosted_models = item
        else:
            draft.self_hosted_models = None
        name = "defaultModels"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_site_default_models(item)
            draft.default_models = item
        else:
            draft.default_models = None
        name = "systemPreInstruction"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.system_pre_instruction = item
        else:
            draft.system_pre_instruction = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("sourcegraph", "providerOverrides", "modelOverrides", "modelOverridesRecommendedSettings", "selfHostedModels", "defaultModels", "systemPreInstruction",))
    draft.__class__ = SiteModelConfiguration
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SiteConfiguration(JsonObject):
    """The parts of an instance's site configuration that concern models. The file has many other properties,
    which are ignored.

    Attributes:
        model_configuration: Which providers and models the instance offers. If it is present,
            `completions` is ignored.
        completions: The older way to configure models. Read only if `modelConfiguration` is absent.
            Deprecated since contract 1.0.0; use modelConfiguration.
        license_key: The instance's licence key. The token for Cody Gateway is derived from it if
            `sourcegraph.accessToken` is absent. Secret: masked in all output; do not log it.
        cody_enabled: Whether Cody is on. If it is absent, `completions.enabled` decides.
        config_features: Which of Cody's features are on. If it is absent, all are on; if it is present,
            those that it does not name are off.
        attribution_enabled: Whether clients search for the origin of generated code. Off if it is absent.
        attribution_mode: What clients do with generated code of known origin. Has no effect without
            `attribution.enabled`. Default where absent: "permissive".
    """

    model_configuration: SiteModelConfiguration | None = None
    """Which providers and models the instance offers. If it is present, `completions` is ignored."""

    completions: _completions.CompletionsConfiguration | None = None
    """The older way to configure models. Read only if `modelConfiguration` is absent. Deprecated since contract
    1.0.0; use modelConfiguration.
    """

    license_key: str | None = None
    """The instance's licence key. The token for Cody Gateway is derived from it if `sourcegraph.accessToken` is
    absent. Secret: masked in all output; do not log it.
    """

    cody_enabled: bool | None = None
    """Whether Cody is on. If it is absent, `completions.enabled` decides."""

    config_features: ConfigFeatures | None = None
    """Which of Cody's features are on. If it is absent, all are on; if it is present, those that it does not
    name are off.
    """

    attribution_enabled: bool | None = None
    """Whether clients search for the origin of generated code. Off if it is absent."""

    attribution_mode: AttributionMode | str | None = None
    """What clients do with generated code of known origin. Has no effect without `attribution.enabled`. Default
    where absent: "permissive".
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        model_configuration: SiteModelConfiguration | None = None,
        completions: _completions.CompletionsConfiguration | None = None,
        license_key: str | None = None,
        cody_enabled: bool | None = None,
        config_features: ConfigFeatures | None = None,
        attribution_enabled: bool | None = None,
        attribution_mode: AttributionMode | str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            model_configuration,
            completions,
            license_key,
            cody_enabled,
            config_features,
            attribution_enabled,
            attribution_mode,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_site_configuration(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.model_configuration is not None:
            properties["modelConfiguration"] = self.model_configuration.to_json()
        if self.completions is not None:
            properties["completions"] = self.completions.to_json()
        if self.license_key is not None:
            properties["licenseKey"] = self.license_key
        if self.cody_enabled is not None:
            properties["cody.enabled"] = self.cody_enabled
        if self.config_features is not None:
            properties["configFeatures"] = self.config_features.to_json()
        if self.attribution_enabled is not None:
            properties["attribution.enabled"] = self.attribution_enabled
        if self.attribution_mode is not None:
            properties["attribution.mode"] = str(self.attribution_mode)
        return write_unknown(properties, self.unknown)


_SITE_CONFIGURATION_DRAFT: Final = draft_class(SiteConfiguration)


def _read_site_configuration(value: Any) -> Any:
    """Return the SiteConfiguration for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SITE_CONFIGURATION_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "modelConfiguration"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_site_model_configuration(item)
            draft.model_configuration = item
        else:
            draft.model_configuration = None
        name = "completions"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _completions.CompletionsConfiguration.from_json(item)
            draft.completions = item
        else:
            draft.completions = None
        name = "licenseKey"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.license_key = item
        else:
            draft.license_key = None
        name = "cody.enabled"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.cody_enabled = item
        else:
            draft.cody_enabled = None
        name = "configFeatures"
        if name in value:
            known += 1
            item = value[name]
            if item is not None:
                item = _read_config_features(item)
            draft.config_features = item
        else:
            draft.config_features = None
        name = "attribution.enabled"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.attribution_enabled = item
        else:
            draft.attribution_enabled = None
        name = "attribution.mode"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = ATTRIBUTION_MODE_BY_VALUE.get(item, item)
            draft.attribution_mode = item
        else:
            draft.attribution_mode = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("modelConfiguration", "completions", "licenseKey", "cody.enabled", "configFeatures", "attribution.enabled", "attribution.mode",))
    draft.__class__ = SiteConfiguration
    return draft
