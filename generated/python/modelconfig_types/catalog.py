# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema c43acdac0785fc40.
"""Catalogue source. The hand-edited source of models.json: `catalog.yaml` with what concerns the whole
catalogue, and one file per provider beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NewType, Self

from . import model
from ._support import (
    ABSENT,
    FrozenMap,
    ShapeError,
    mismatch,
    read_array,
    read_integer,
    read_map,
    read_number,
    read_object,
    read_string,
    read_unknown,
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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "title"
            its_title = members.get("title", ABSENT)
            if its_title.__class__ is not str:
                raise mismatch("a string", its_title)
            its_link = None
            if "link" in members:
                known += 1
                at = "link"
                its_link = members["link"]
                if its_link.__class__ is not str:
                    raise mismatch("a string", its_link)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            title=its_title,
            link=its_link,
            unknown=() if known == len(members) else read_unknown(members, ("title", "link",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["title"] = self.title
        if self.link is not None:
            members["link"] = self.link
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "input"
            its_input = read_integer(members.get("input", ABSENT))
            at = "output"
            its_output = read_integer(members.get("output", ABSENT))
            its_user_input = None
            if "userInput" in members:
                known += 1
                at = "userInput"
                its_user_input = read_integer(members["userInput"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            input=its_input,
            output=its_output,
            user_input=its_user_input,
            unknown=() if known == len(members) else read_unknown(members, ("input", "output", "userInput",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["input"] = self.input
        members["output"] = self.output
        if self.user_input is not None:
            members["userInput"] = self.user_input
        return write_unknown(members, self.unknown)


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
        members = read_object(value)
        known = 2
        at = ""
        try:
            at = "code"
            its_code = members.get("code", ABSENT)
            if its_code.__class__ is not str:
                raise mismatch("a string", its_code)
            at = "reason"
            its_reason = members.get("reason", ABSENT)
            if its_reason.__class__ is not str:
                raise mismatch("a string", its_reason)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            code=its_code,
            reason=its_reason,
            unknown=() if known == len(members) else read_unknown(members, ("code", "reason",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["code"] = self.code
        members["reason"] = self.reason
        return write_unknown(members, self.unknown)


CatalogRevision = NewType("CatalogRevision", str)
"""A day and a counter within it, `YYYY-MM-DD.N`, N from 1."""


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
        members = read_object(value)
        known = 1
        at = ""
        try:
            at = "base"
            its_base = CatalogWindow.from_json(members.get("base", ABSENT))
            its_free = None
            if "free" in members:
                known += 1
                at = "free"
                its_free = CatalogWindow.from_json(members["free"])
            its_pro = None
            if "pro" in members:
                known += 1
                at = "pro"
                its_pro = CatalogWindow.from_json(members["pro"])
            its_enterprise = None
            if "enterprise" in members:
                known += 1
                at = "enterprise"
                its_enterprise = CatalogWindow.from_json(members["enterprise"])
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            base=its_base,
            free=its_free,
            pro=its_pro,
            enterprise=its_enterprise,
            unknown=() if known == len(members) else read_unknown(members, ("base", "free", "pro", "enterprise",)),
        )

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
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "unit"
            its_unit = model.ModelCostUnit.from_json(members.get("unit", ABSENT))
            at = "input"
            its_input = read_number(members.get("input", ABSENT))
            at = "output"
            its_output = read_number(members.get("output", ABSENT))
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            unit=its_unit,
            input=its_input,
            output=its_output,
            unknown=() if known == len(members) else read_unknown(members, ("unit", "input", "output",)),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        members["unit"] = str(self.unit)
        members["input"] = self.input
        members["output"] = self.output
        return write_unknown(members, self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogDefaultModels:
    """References of the models that are used where a user has chosen none. Each must be in the catalogue.

    Members:
        chat: For conversations. Needs the capability `chat`.
        fast_chat: For small tasks in the background where an answer must come at once. Needs the capability `chat`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`.
        fallback_chat: For conversations of a user who has used up a limit.
    """

    chat: model.ModelRef
    """For conversations. Needs the capability `chat`."""

    fast_chat: model.ModelRef
    """For small tasks in the background where an answer must come at once. Needs the capability `chat`."""

    code_completion: model.ModelRef
    """For completing code at the cursor. Needs the capability `autocomplete`."""

    fallback_chat: model.ModelRef | None = None
    """For conversations of a user who has used up a limit."""

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
            its_chat = model.ModelRef(its_chat)
            at = "fastChat"
            its_fast_chat = members.get("fastChat", ABSENT)
            if its_fast_chat.__class__ is not str:
                raise mismatch("a string", its_fast_chat)
            its_fast_chat = model.ModelRef(its_fast_chat)
            at = "codeCompletion"
            its_code_completion = members.get("codeCompletion", ABSENT)
            if its_code_completion.__class__ is not str:
                raise mismatch("a string", its_code_completion)
            its_code_completion = model.ModelRef(its_code_completion)
            its_fallback_chat = None
            if "fallbackChat" in members:
                known += 1
                at = "fallbackChat"
                its_fallback_chat = members["fallbackChat"]
                if its_fallback_chat.__class__ is not str:
                    raise mismatch("a string", its_fallback_chat)
                its_fallback_chat = model.ModelRef(its_fallback_chat)
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
        members = read_object(value)
        known = 7
        at = ""
        try:
            at = "id"
            its_id = members.get("id", ABSENT)
            if its_id.__class__ is not str:
                raise mismatch("a string", its_id)
            its_id = CatalogRefPart(its_id)
            its_api_version = None
            if "apiVersion" in members:
                known += 1
                at = "apiVersion"
                its_api_version = members["apiVersion"]
                if its_api_version.__class__ is not str:
                    raise mismatch("a string", its_api_version)
                its_api_version = CatalogRefPart(its_api_version)
            at = "displayName"
            its_display_name = members.get("displayName", ABSENT)
            if its_display_name.__class__ is not str:
                raise mismatch("a string", its_display_name)
            its_model_name = None
            if "modelName" in members:
                known += 1
                at = "modelName"
                its_model_name = members["modelName"]
                if its_model_name.__class__ is not str:
                    raise mismatch("a string", its_model_name)
            at = "capabilities"
            its_capabilities = read_array(members.get("capabilities", ABSENT), model.Capability.from_json)
            at = "category"
            its_category = model.ModelCategory.from_json(members.get("category", ABSENT))
            at = "status"
            its_status = model.ModelStatus.from_json(members.get("status", ABSENT))
            at = "tier"
            its_tier = model.ModelTier.from_json(members.get("tier", ABSENT))
            its_window = None
            if "window" in members:
                known += 1
                at = "window"
                its_window = members["window"]
                if its_window.__class__ is not str:
                    raise mismatch("a string", its_window)
            its_context_window = None
            if "contextWindow" in members:
                known += 1
                at = "contextWindow"
                its_context_window = CatalogContextWindow.from_json(members["contextWindow"])
            its_cost = None
            if "cost" in members:
                known += 1
                at = "cost"
                its_cost = CatalogCost.from_json(members["cost"])
            its_client_side_config = None
            if "clientSideConfig" in members:
                known += 1
                at = "clientSideConfig"
                its_client_side_config = model.ClientSideModelConfig.from_json(members["clientSideConfig"])
            at = "checked"
            its_checked = read_map(members.get("checked", ABSENT), read_string)
            its_exceptions = None
            if "exceptions" in members:
                known += 1
                at = "exceptions"
                its_exceptions = read_array(members["exceptions"], CatalogException.from_json)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            id=its_id,
            api_version=its_api_version,
            display_name=its_display_name,
            model_name=its_model_name,
            capabilities=its_capabilities,
            category=its_category,
            status=its_status,
            tier=its_tier,
            window=its_window,
            context_window=its_context_window,
            cost=its_cost,
            client_side_config=its_client_side_config,
            checked=its_checked,
            exceptions=its_exceptions,
            unknown=() if known == len(members) else read_unknown(members, ("id", "apiVersion", "displayName", "modelName", "capabilities", "category", "status", "tier", "window", "contextWindow", "cost", "clientSideConfig", "checked", "exceptions",)),
        )

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
        members = read_object(value)
        known = 3
        at = ""
        try:
            at = "revision"
            its_revision = members.get("revision", ABSENT)
            if its_revision.__class__ is not str:
                raise mismatch("a string", its_revision)
            its_revision = CatalogRevision(its_revision)
            at = "providers"
            its_providers = read_array(members.get("providers", ABSENT), read_string)
            at = "defaultModels"
            its_default_models = CatalogDefaultModels.from_json(members.get("defaultModels", ABSENT))
            its_sources = None
            if "sources" in members:
                known += 1
                at = "sources"
                its_sources = read_map(members["sources"], CatalogSource.from_json)
            its_windows = None
            if "windows" in members:
                known += 1
                at = "windows"
                its_windows = read_map(members["windows"], CatalogContextWindow.from_json)
            its_exceptions = None
            if "exceptions" in members:
                known += 1
                at = "exceptions"
                its_exceptions = read_array(members["exceptions"], CatalogException.from_json)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            revision=its_revision,
            providers=its_providers,
            default_models=its_default_models,
            sources=its_sources,
            windows=its_windows,
            exceptions=its_exceptions,
            unknown=() if known == len(members) else read_unknown(members, ("revision", "providers", "defaultModels", "sources", "windows", "exceptions",)),
        )

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
        members = read_object(value)
        known = 4
        at = ""
        try:
            at = "id"
            its_id = members.get("id", ABSENT)
            if its_id.__class__ is not str:
                raise mismatch("a string", its_id)
            its_id = CatalogProviderID(its_id)
            at = "displayName"
            its_display_name = members.get("displayName", ABSENT)
            if its_display_name.__class__ is not str:
                raise mismatch("a string", its_display_name)
            at = "apiVersions"
            its_api_versions = read_array(members.get("apiVersions", ABSENT), read_string)
            its_sources = None
            if "sources" in members:
                known += 1
                at = "sources"
                its_sources = read_map(members["sources"], CatalogSource.from_json)
            its_windows = None
            if "windows" in members:
                known += 1
                at = "windows"
                its_windows = read_map(members["windows"], CatalogContextWindow.from_json)
            its_exceptions = None
            if "exceptions" in members:
                known += 1
                at = "exceptions"
                its_exceptions = read_array(members["exceptions"], CatalogException.from_json)
            at = "models"
            its_models = read_array(members.get("models", ABSENT), CatalogModel.from_json)
        except ShapeError as error:
            error.within(at)
            raise
        return cls(
            id=its_id,
            display_name=its_display_name,
            api_versions=its_api_versions,
            sources=its_sources,
            windows=its_windows,
            exceptions=its_exceptions,
            models=its_models,
            unknown=() if known == len(members) else read_unknown(members, ("id", "displayName", "apiVersions", "sources", "windows", "exceptions", "models",)),
        )

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
