# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema b921879dbde3cf51.
"""Catalogue source. The hand-edited source of models.json: `catalog.yaml` with what concerns the whole
catalogue, and one file per provider beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NewType, Self, final

from . import model
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

CatalogDate = NewType("CatalogDate", str)
"""A day of the calendar, `YYYY-MM-DD`."""


CatalogProviderID = NewType("CatalogProviderID", str)
"""A provider's id, which is also the name of its file: lower-case letters, digits and `. _ -`, beginning with a
letter or a digit.
"""


CatalogRefPart = NewType("CatalogRefPart", str)
"""One part of a model reference: letters, digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogSource:
    """A place where values were looked up.

    Members:
        title: What the source is and which values come from it, in words.
        link: Where a reader finds it. Leave it out where there is no public page, and let the title say what was read.
    """

    title: str
    """What the source is and which values come from it, in words."""

    link: str | None = None
    """Where a reader finds it. Leave it out where there is no public page, and let the title say what was read."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_title, set_link, set_unknown = _CATALOG_SOURCE_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "title"
            its = members["title"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_title(record, its)
            if "link" in members:
                known += 1
                at = "link"
                its = members["link"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_link(record, its)
            else:
                set_link(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("title", "link",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["title"] = self.title
        if self.link is not None:
            members["link"] = self.link
        return write_unknown(members, self.unknown)


_CATALOG_SOURCE_SETTERS: Final = setters(CatalogSource)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogWindow:
    """Token budgets of one request: what clients keep to, not the model's technical limits.

    Members:
        input: Most tokens that a client sends: prompt, history and context together (`maxInputTokens`).
        output: Most tokens that a client asks the model to produce (`maxOutputTokens`).
        user_input: The share of `input` kept for context that the user added (`maxUserInputTokens`).
    """

    input: int
    """Most tokens that a client sends: prompt, history and context together (`maxInputTokens`)."""

    output: int
    """Most tokens that a client asks the model to produce (`maxOutputTokens`)."""

    user_input: int | None = None
    """The share of `input` kept for context that the user added (`maxUserInputTokens`)."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_input, set_output, set_user_input, set_unknown = _CATALOG_WINDOW_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "input"
            its = members["input"]
            if its.__class__ is not int:
                its = read_integer(its)
            set_input(record, its)
            at = "output"
            its = members["output"]
            if its.__class__ is not int:
                its = read_integer(its)
            set_output(record, its)
            if "userInput" in members:
                known += 1
                at = "userInput"
                its = members["userInput"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_user_input(record, its)
            else:
                set_user_input(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("input", "output", "userInput",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["input"] = self.input
        members["output"] = self.output
        if self.user_input is not None:
            members["userInput"] = self.user_input
        return write_unknown(members, self.unknown)


_CATALOG_WINDOW_SETTERS: Final = setters(CatalogWindow)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogException:
    """A warning that is accepted on purpose. It covers what it stands in: one model, one provider's file, or the
    catalogue. Errors cannot be accepted.

    Members:
        code: The warning's code, as the build prints it.
        reason: Why it is right all the same: a sentence for the next person who wonders.
    """

    code: str
    """The warning's code, as the build prints it."""

    reason: str
    """Why it is right all the same: a sentence for the next person who wonders."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_code, set_reason, set_unknown = _CATALOG_EXCEPTION_SETTERS
        known = 2
        at = ""
        its: Any
        try:
            at = "code"
            its = members["code"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_code(record, its)
            at = "reason"
            its = members["reason"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_reason(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("code", "reason",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["code"] = self.code
        members["reason"] = self.reason
        return write_unknown(members, self.unknown)


_CATALOG_EXCEPTION_SETTERS: Final = setters(CatalogException)


CatalogRevision = NewType("CatalogRevision", str)
"""A day and a counter within it, `YYYY-MM-DD.N`, N from 1."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogContextWindow:
    """How many tokens clients send and ask for, in general and by subscription.

    Members:
        base: The budgets of whoever has none of their own below.
        free: The budgets of the free tier.
        pro: The budgets of the pro tier.
        enterprise: The budgets of enterprise instances. Must be there where `free` or `pro` is, because clients read it unguarded.
    """

    base: CatalogWindow
    """The budgets of whoever has none of their own below."""

    free: CatalogWindow | None = None
    """The budgets of the free tier."""

    pro: CatalogWindow | None = None
    """The budgets of the pro tier."""

    enterprise: CatalogWindow | None = None
    """The budgets of enterprise instances. Must be there where `free` or `pro` is, because clients read it
    unguarded.
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
        set_base, set_free, set_pro, set_enterprise, set_unknown = _CATALOG_CONTEXT_WINDOW_SETTERS
        known = 1
        at = ""
        its: Any
        try:
            at = "base"
            its = members["base"]
            its = CatalogWindow.from_json(its)
            set_base(record, its)
            if "free" in members:
                known += 1
                at = "free"
                its = members["free"]
                its = CatalogWindow.from_json(its)
                set_free(record, its)
            else:
                set_free(record, None)
            if "pro" in members:
                known += 1
                at = "pro"
                its = members["pro"]
                its = CatalogWindow.from_json(its)
                set_pro(record, its)
            else:
                set_pro(record, None)
            if "enterprise" in members:
                known += 1
                at = "enterprise"
                its = members["enterprise"]
                its = CatalogWindow.from_json(its)
                set_enterprise(record, its)
            else:
                set_enterprise(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("base", "free", "pro", "enterprise",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["base"] = self.base.to_json()
        if self.free is not None:
            members["free"] = self.free.to_json()
        if self.pro is not None:
            members["pro"] = self.pro.to_json()
        if self.enterprise is not None:
            members["enterprise"] = self.enterprise.to_json()
        return write_unknown(members, self.unknown)


_CATALOG_CONTEXT_WINDOW_SETTERS: Final = setters(CatalogContextWindow)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogCost:
    """Roughly what a model costs.

    Members:
        unit: How many tokens the two prices are for.
        input: Price of one unit of input tokens, in US cents (`inputTokenPennies`).
        output: Price of one unit of output tokens, in US cents (`outputTokenPennies`).
    """

    unit: model.ModelCostUnit | str
    """How many tokens the two prices are for."""

    input: float
    """Price of one unit of input tokens, in US cents (`inputTokenPennies`)."""

    output: float
    """Price of one unit of output tokens, in US cents (`outputTokenPennies`)."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_unit, set_input, set_output, set_unknown = _CATALOG_COST_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "unit"
            its = members["unit"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = model.MODEL_COST_UNIT_BY_VALUE.get(its, its)
            set_unit(record, its)
            at = "input"
            its = members["input"]
            if its.__class__ is not int and its.__class__ is not float:
                raise mismatch("a number", its)
            set_input(record, its)
            at = "output"
            its = members["output"]
            if its.__class__ is not int and its.__class__ is not float:
                raise mismatch("a number", its)
            set_output(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("unit", "input", "output",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["unit"] = str(self.unit)
        members["input"] = self.input
        members["output"] = self.output
        return write_unknown(members, self.unknown)


_CATALOG_COST_SETTERS: Final = setters(CatalogCost)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogDefaultModels:
    """References of the models that are used where a user has chosen none. Each must be in the catalogue.

    Members:
        chat: For conversations. Needs the capability `chat`.
        fast_chat: For small tasks in the background where an answer must come at once. Needs the capability `chat`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`.
        fallback_chat: For conversations of a user who has used up a limit. Needs the capability `chat`.
    """

    chat: model.ModelRef
    """For conversations. Needs the capability `chat`."""

    fast_chat: model.ModelRef
    """For small tasks in the background where an answer must come at once. Needs the capability `chat`."""

    code_completion: model.ModelRef
    """For completing code at the cursor. Needs the capability `autocomplete`."""

    fallback_chat: model.ModelRef | None = None
    """For conversations of a user who has used up a limit. Needs the capability `chat`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_chat, set_fast_chat, set_code_completion, set_fallback_chat, set_unknown = _CATALOG_DEFAULT_MODELS_SETTERS
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


_CATALOG_DEFAULT_MODELS_SETTERS: Final = setters(CatalogDefaultModels)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogModel:
    """One model: how to refer to it, what it can do, and how much text it takes.

    Members:
        id: The ModelID, the last part of the reference `provider::apiVersion::id`. A name of ours that stays; what the provider calls the model is `modelName`.
        api_version: One of the provider's `apiVersions`. May be left out where the provider has only one.
        display_name: Name that a person sees, at most 128 bytes of UTF-8.
        model_name: Name that the provider's API knows. Where it is absent, it is the `id`.
        capabilities: What the model may be used for. A set: models.json has it in the schema's order, whatever the order here.
        category: What the model is best at, as the model picker groups it.
        status: How mature the model is, and whether clients should offer it.
        tier: The lowest subscription that may use the model.
        window: Name of a context window from `windows`, here or in `catalog.yaml`. Either this or `contextWindow`.
        context_window: The context window itself, for a model that shares it with no other. Either this or `window`.
        cost: Roughly what the model costs, for comparison. Not a bill.
        client_side_config: Settings that clients need to talk to this model well; copied as it stands.
        checked: On which day the values that drift (names, windows, cost, status) were last compared with which of the `sources`.
        exceptions: Warnings about this model that are accepted on purpose.
    """

    id: CatalogRefPart
    """The ModelID, the last part of the reference `provider::apiVersion::id`. A name of ours that stays; what
    the provider calls the model is `modelName`.
    """

    api_version: CatalogRefPart | None = None
    """One of the provider's `apiVersions`. May be left out where the provider has only one."""

    display_name: str
    """Name that a person sees, at most 128 bytes of UTF-8."""

    model_name: str | None = None
    """Name that the provider's API knows. Where it is absent, it is the `id`."""

    capabilities: tuple[model.Capability | str, ...]
    """What the model may be used for. A set: models.json has it in the schema's order, whatever the order here."""

    category: model.ModelCategory | str
    """What the model is best at, as the model picker groups it."""

    status: model.ModelStatus | str
    """How mature the model is, and whether clients should offer it."""

    tier: model.ModelTier | str
    """The lowest subscription that may use the model."""

    window: str | None = None
    """Name of a context window from `windows`, here or in `catalog.yaml`. Either this or `contextWindow`."""

    context_window: CatalogContextWindow | None = None
    """The context window itself, for a model that shares it with no other. Either this or `window`."""

    cost: CatalogCost | None = None
    """Roughly what the model costs, for comparison. Not a bill."""

    client_side_config: model.ClientSideModelConfig | None = None
    """Settings that clients need to talk to this model well; copied as it stands."""

    checked: FrozenMap[CatalogDate]
    """On which day the values that drift (names, windows, cost, status) were last compared with which of the
    `sources`.
    """

    exceptions: tuple[CatalogException, ...] | None = None
    """Warnings about this model that are accepted on purpose."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_id, set_api_version, set_display_name, set_model_name, set_capabilities, set_category, set_status, set_tier, set_window, set_context_window, set_cost, set_client_side_config, set_checked, set_exceptions, set_unknown = _CATALOG_MODEL_SETTERS
        known = 7
        at = ""
        its: Any
        try:
            at = "id"
            its = members["id"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_id(record, its)
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its = members["apiVersion"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_api_version(record, its)
            else:
                set_api_version(record, None)
            at = "displayName"
            its = members["displayName"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_display_name(record, its)
            if "modelName" in members:
                known += 1
                at = "modelName"
                its = members["modelName"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_model_name(record, its)
            else:
                set_model_name(record, None)
            at = "capabilities"
            its = members["capabilities"]
            its = read_open_array(model.CAPABILITY_BY_VALUE, its)
            set_capabilities(record, its)
            at = "category"
            its = members["category"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = model.MODEL_CATEGORY_BY_VALUE.get(its, its)
            set_category(record, its)
            at = "status"
            its = members["status"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = model.MODEL_STATUS_BY_VALUE.get(its, its)
            set_status(record, its)
            at = "tier"
            its = members["tier"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            its = model.MODEL_TIER_BY_VALUE.get(its, its)
            set_tier(record, its)
            if "window" in members:
                known += 1
                at = "window"
                its = members["window"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_window(record, its)
            else:
                set_window(record, None)
            if "contextWindow" in members:
                known += 1
                at = "contextWindow"
                its = members["contextWindow"]
                its = CatalogContextWindow.from_json(its)
                set_context_window(record, its)
            else:
                set_context_window(record, None)
            if "cost" in members:
                known += 1
                at = "cost"
                its = members["cost"]
                its = CatalogCost.from_json(its)
                set_cost(record, its)
            else:
                set_cost(record, None)
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its = members["clientSideConfig"]
                its = model.ClientSideModelConfig.from_json(its)
                set_client_side_config(record, its)
            else:
                set_client_side_config(record, None)
            at = "checked"
            its = members["checked"]
            its = read_map(its, read_string)
            set_checked(record, its)
            if "exceptions" in members:
                known += 1
                at = "exceptions"
                its = members["exceptions"]
                its = read_array(its, CatalogException.from_json)
                set_exceptions(record, its)
            else:
                set_exceptions(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("id", "apiVersion", "displayName", "modelName", "capabilities", "category", "status", "tier", "window", "contextWindow", "cost", "clientSideConfig", "checked", "exceptions",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["id"] = self.id
        if self.api_version is not None:
            members["apiVersion"] = self.api_version
        members["displayName"] = self.display_name
        if self.model_name is not None:
            members["modelName"] = self.model_name
        members["capabilities"] = [str(item) for item in self.capabilities]
        members["category"] = str(self.category)
        members["status"] = str(self.status)
        members["tier"] = str(self.tier)
        if self.window is not None:
            members["window"] = self.window
        if self.context_window is not None:
            members["contextWindow"] = self.context_window.to_json()
        if self.cost is not None:
            members["cost"] = self.cost.to_json()
        if self.client_side_config is not None:
            members["clientSideConfig"] = self.client_side_config.to_json()
        members["checked"] = dict(self.checked)
        if self.exceptions is not None:
            members["exceptions"] = [item.to_json() for item in self.exceptions]
        return write_unknown(members, self.unknown)


_CATALOG_MODEL_SETTERS: Final = setters(CatalogModel)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The file `catalog/catalog.yaml`: the edition, the providers' order, the default models, and what several
    providers share.

    Members:
        revision: Which edition of the content this is. The build writes the next one here when the content has changed; it may be edited by hand too.
        providers: The providers in display order; their models follow in the same order. Each is the file `providers/<id>.yaml`.
        default_models: The models that are used where a user has chosen none.
        sources: Where values were looked up, by a short name. Models say in `checked` on which day they were compared with it.
        windows: Context windows that models of several providers have, by the name that a model's `window` gives. A provider cannot give one of these names to a window of its own.
        exceptions: Warnings that are accepted everywhere in the catalogue. Prefer the one model or provider that needs it.
    """

    revision: CatalogRevision
    """Which edition of the content this is. The build writes the next one here when the content has changed; it
    may be edited by hand too.
    """

    providers: tuple[CatalogProviderID, ...]
    """The providers in display order; their models follow in the same order. Each is the file
    `providers/<id>.yaml`.
    """

    default_models: CatalogDefaultModels
    """The models that are used where a user has chosen none."""

    sources: FrozenMap[CatalogSource] | None = None
    """Where values were looked up, by a short name. Models say in `checked` on which day they were compared with
    it.
    """

    windows: FrozenMap[CatalogContextWindow] | None = None
    """Context windows that models of several providers have, by the name that a model's `window` gives. A
    provider cannot give one of these names to a window of its own.
    """

    exceptions: tuple[CatalogException, ...] | None = None
    """Warnings that are accepted everywhere in the catalogue. Prefer the one model or provider that needs it."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_revision, set_providers, set_default_models, set_sources, set_windows, set_exceptions, set_unknown = _CATALOG_SETTERS
        known = 3
        at = ""
        its: Any
        try:
            at = "revision"
            its = members["revision"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_revision(record, its)
            at = "providers"
            its = members["providers"]
            its = read_array(its, read_string)
            set_providers(record, its)
            at = "defaultModels"
            its = members["defaultModels"]
            its = CatalogDefaultModels.from_json(its)
            set_default_models(record, its)
            if "sources" in members:
                known += 1
                at = "sources"
                its = members["sources"]
                its = read_map(its, CatalogSource.from_json)
                set_sources(record, its)
            else:
                set_sources(record, None)
            if "windows" in members:
                known += 1
                at = "windows"
                its = members["windows"]
                its = read_map(its, CatalogContextWindow.from_json)
                set_windows(record, its)
            else:
                set_windows(record, None)
            if "exceptions" in members:
                known += 1
                at = "exceptions"
                its = members["exceptions"]
                its = read_array(its, CatalogException.from_json)
                set_exceptions(record, its)
            else:
                set_exceptions(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("revision", "providers", "defaultModels", "sources", "windows", "exceptions",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["revision"] = self.revision
        members["providers"] = list(self.providers)
        members["defaultModels"] = self.default_models.to_json()
        if self.sources is not None:
            members["sources"] = {name: item.to_json() for name, item in self.sources.items()}
        if self.windows is not None:
            members["windows"] = {name: item.to_json() for name, item in self.windows.items()}
        if self.exceptions is not None:
            members["exceptions"] = [item.to_json() for item in self.exceptions]
        return write_unknown(members, self.unknown)


_CATALOG_SETTERS: Final = setters(Catalog)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogProvider:
    """A file `catalog/providers/<id>.yaml`: one provider and its models.

    Members:
        id: The provider's id: the first part of its models' references, and the name of this file.
        display_name: Name that a person sees, at most 128 bytes of UTF-8.
        api_versions: The versions of the provider's API that its models are called through: the second part of their references.
        sources: Where values of this provider's models were looked up, by a short name that `catalog.yaml` does not use.
        windows: Context windows that only this provider's models have, by a name that `catalog.yaml` does not use.
        exceptions: Warnings that are accepted everywhere in this file. Prefer the one model that needs it.
        models: The provider's models, in display order. The order also decides which model is inferred where a default is missing.
    """

    id: CatalogProviderID
    """The provider's id: the first part of its models' references, and the name of this file."""

    display_name: str
    """Name that a person sees, at most 128 bytes of UTF-8."""

    api_versions: tuple[CatalogRefPart, ...]
    """The versions of the provider's API that its models are called through: the second part of their
    references.
    """

    sources: FrozenMap[CatalogSource] | None = None
    """Where values of this provider's models were looked up, by a short name that `catalog.yaml` does not use."""

    windows: FrozenMap[CatalogContextWindow] | None = None
    """Context windows that only this provider's models have, by a name that `catalog.yaml` does not use."""

    exceptions: tuple[CatalogException, ...] | None = None
    """Warnings that are accepted everywhere in this file. Prefer the one model that needs it."""

    models: tuple[CatalogModel, ...]
    """The provider's models, in display order. The order also decides which model is inferred where a default is
    missing.
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
        set_id, set_display_name, set_api_versions, set_sources, set_windows, set_exceptions, set_models, set_unknown = _CATALOG_PROVIDER_SETTERS
        known = 4
        at = ""
        its: Any
        try:
            at = "id"
            its = members["id"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_id(record, its)
            at = "displayName"
            its = members["displayName"]
            if its.__class__ is not str:
                raise mismatch("a string", its)
            set_display_name(record, its)
            at = "apiVersions"
            its = members["apiVersions"]
            its = read_array(its, read_string)
            set_api_versions(record, its)
            if "sources" in members:
                known += 1
                at = "sources"
                its = members["sources"]
                its = read_map(its, CatalogSource.from_json)
                set_sources(record, its)
            else:
                set_sources(record, None)
            if "windows" in members:
                known += 1
                at = "windows"
                its = members["windows"]
                its = read_map(its, CatalogContextWindow.from_json)
                set_windows(record, its)
            else:
                set_windows(record, None)
            if "exceptions" in members:
                known += 1
                at = "exceptions"
                its = members["exceptions"]
                its = read_array(its, CatalogException.from_json)
                set_exceptions(record, its)
            else:
                set_exceptions(record, None)
            at = "models"
            its = members["models"]
            its = read_array(its, CatalogModel.from_json)
            set_models(record, its)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("id", "displayName", "apiVersions", "sources", "windows", "exceptions", "models",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["id"] = self.id
        members["displayName"] = self.display_name
        members["apiVersions"] = list(self.api_versions)
        if self.sources is not None:
            members["sources"] = {name: item.to_json() for name, item in self.sources.items()}
        if self.windows is not None:
            members["windows"] = {name: item.to_json() for name, item in self.windows.items()}
        if self.exceptions is not None:
            members["exceptions"] = [item.to_json() for item in self.exceptions]
        members["models"] = [item.to_json() for item in self.models]
        return write_unknown(members, self.unknown)


_CATALOG_PROVIDER_SETTERS: Final = setters(CatalogProvider)
