# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.
"""Catalogue source. The hand-edited source of models.json: `catalog.yaml` for the whole catalogue, and one file
per provider.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NewType, Self, TypeAlias, final

from . import model as _model
from ._support import (
    FrozenMap,
    JsonObject,
    ShapeError,
    assign,
    draft_class,
    mismatch,
    missing,
    read_array,
    read_integer,
    read_map,
    read_number,
    read_open_array,
    read_string,
    read_unknown,
    write_unknown,
)

CatalogRevision = NewType("CatalogRevision", str)
"""A day and a counter within it, `YYYY-MM-DD.N`, N from 1. Matches
`^[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[1-9][0-9]{0,8}$`.
"""


CatalogDate = NewType("CatalogDate", str)
"""A calendar day, `YYYY-MM-DD`. Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`."""


CatalogProviderID = NewType("CatalogProviderID", str)
"""A provider's id, which is also the name of its file: lower-case letters, digits and `. _ -`, beginning with a
letter or a digit. At most 64 characters. Matches `^[a-z0-9][a-z0-9._\\-]*$`.
"""


CatalogRefPart = NewType("CatalogRefPart", str)
"""One part of a model reference: letters, digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`. Matches
`^[a-zA-Z0-9\\-._~/?#\\[\\]@!$&'()*+,;=%]+$`.
"""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogSource(JsonObject):
    """A source of values.

    Attributes:
        title: Description of the source and of the values that come from it. At least 1 character.
        link: URL of the source. If it has no public page, omit this and describe the source in the title.
            Matches `^https?://[^ ]+$`.
    """

    title: str
    """Description of the source and of the values that come from it. At least 1 character."""

    link: str | None = None
    """URL of the source. If it has no public page, omit this and describe the source in the title. Matches
    `^https?://[^ ]+$`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        title: str,
        link: str | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            title,
            link,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_source(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["title"] = self.title
        if self.link is not None:
            properties["link"] = self.link
        return write_unknown(properties, self.unknown)


_CATALOG_SOURCE_DRAFT: Final = draft_class(CatalogSource)


def _read_catalog_source(value: Any) -> Any:
    """Return the CatalogSource for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_SOURCE_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "title"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.title = item
        name = "link"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.link = item
        else:
            draft.link = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("title", "link",))
    draft.__class__ = CatalogSource
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogWindow(JsonObject):
    """Token budgets of one request. Clients observe them; they are not the model's technical limits.

    Attributes:
        input: Maximum number of tokens that a client sends: prompt, history and context together
            (`maxInputTokens`). At least 1.
        output: Maximum number of tokens that a client requests from the model (`maxOutputTokens`). At
            least 1.
        user_input: The part of `input` for the conversation itself; the rest is for context that the user
            adds (`maxUserInputTokens`). At least 1.
    """

    input: int
    """Maximum number of tokens that a client sends: prompt, history and context together (`maxInputTokens`). At
    least 1.
    """

    output: int
    """Maximum number of tokens that a client requests from the model (`maxOutputTokens`). At least 1."""

    user_input: int | None = None
    """The part of `input` for the conversation itself; the rest is for context that the user adds
    (`maxUserInputTokens`). At least 1.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        input: int,
        output: int,
        user_input: int | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            input,
            output,
            user_input,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_window(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["input"] = self.input
        properties["output"] = self.output
        if self.user_input is not None:
            properties["userInput"] = self.user_input
        return write_unknown(properties, self.unknown)


_CATALOG_WINDOW_DRAFT: Final = draft_class(CatalogWindow)


def _read_catalog_window(value: Any) -> Any:
    """Return the CatalogWindow for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_WINDOW_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "input"
        item = value[name]
        if item.__class__ is not int:
            item = read_integer(item)
        draft.input = item
        name = "output"
        item = value[name]
        if item.__class__ is not int:
            item = read_integer(item)
        draft.output = item
        name = "userInput"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.user_input = item
        else:
            draft.user_input = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("input", "output", "userInput",))
    draft.__class__ = CatalogWindow
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogException(JsonObject):
    """A warning of the build, or a disagreement that `modelconfig compare` reports, that is accepted on purpose.
    It applies to the object that contains it: one model, one provider's file, or the catalogue. Errors of the
    build cannot be accepted.

    Attributes:
        code: The code of the warning or disagreement, as the command prints it. Matches `^MC[0-9]{3}$`.
        reason: Why the warning is accepted, as a sentence. At least 1 character.
    """

    code: str
    """The code of the warning or disagreement, as the command prints it. Matches `^MC[0-9]{3}$`."""

    reason: str
    """Why the warning is accepted, as a sentence. At least 1 character."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        code: str,
        reason: str,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            code,
            reason,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_exception(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["code"] = self.code
        properties["reason"] = self.reason
        return write_unknown(properties, self.unknown)


_CATALOG_EXCEPTION_DRAFT: Final = draft_class(CatalogException)


def _read_catalog_exception(value: Any) -> Any:
    """Return the CatalogException for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_EXCEPTION_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "code"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.code = item
        name = "reason"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.reason = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("code", "reason",))
    draft.__class__ = CatalogException
    return draft


CatalogChecks: TypeAlias = FrozenMap[CatalogDate]
"""The day on which values were last compared with a source, by name of the source. At least 1 property."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogLifecycle(JsonObject):
    """The days of a model's life on one route.

    Attributes:
        released: Day on which the vendor released the model (`releasedOn`).
        deprecated: Day on which the provider deprecated the model (`deprecatedOn`).
        retires: Day from which the provider no longer serves the model (`retiresOn`). A day before which
            it promises to serve it does not count.
        replacement: Reference of the model of this catalogue to use instead, or `none` if there is none.
            At least 1 character.
        route: The route that the days belong to, if it is not the vendor's own API. At least 1 character.
        checked: The day on which the lifecycle was last compared with each source.
    """

    released: CatalogDate | None = None
    """Day on which the vendor released the model (`releasedOn`)."""

    deprecated: CatalogDate | None = None
    """Day on which the provider deprecated the model (`deprecatedOn`)."""

    retires: CatalogDate | None = None
    """Day from which the provider no longer serves the model (`retiresOn`). A day before which it promises to
    serve it does not count.
    """

    replacement: str | None = None
    """Reference of the model of this catalogue to use instead, or `none` if there is none. At least 1 character."""

    route: str | None = None
    """The route that the days belong to, if it is not the vendor's own API. At least 1 character."""

    checked: CatalogChecks
    """The day on which the lifecycle was last compared with each source."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        released: CatalogDate | None = None,
        deprecated: CatalogDate | None = None,
        retires: CatalogDate | None = None,
        replacement: str | None = None,
        route: str | None = None,
        checked: CatalogChecks,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            released,
            deprecated,
            retires,
            replacement,
            route,
            checked,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_lifecycle(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.released is not None:
            properties["released"] = self.released
        if self.deprecated is not None:
            properties["deprecated"] = self.deprecated
        if self.retires is not None:
            properties["retires"] = self.retires
        if self.replacement is not None:
            properties["replacement"] = self.replacement
        if self.route is not None:
            properties["route"] = self.route
        properties["checked"] = dict(self.checked)
        return write_unknown(properties, self.unknown)


_CATALOG_LIFECYCLE_DRAFT: Final = draft_class(CatalogLifecycle)


def _read_catalog_lifecycle(value: Any) -> Any:
    """Return the CatalogLifecycle for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_LIFECYCLE_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "released"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.released = item
        else:
            draft.released = None
        name = "deprecated"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.deprecated = item
        else:
            draft.deprecated = None
        name = "retires"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.retires = item
        else:
            draft.retires = None
        name = "replacement"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.replacement = item
        else:
            draft.replacement = None
        name = "route"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.route = item
        else:
            draft.route = None
        name = "checked"
        item = value[name]
        item = read_map(item, read_string)
        draft.checked = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("released", "deprecated", "retires", "replacement", "route", "checked",))
    draft.__class__ = CatalogLifecycle
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogLimits(JsonObject):
    """The technical limits of a model, in tokens.

    Attributes:
        context: Size of the context window: input and output together, unless the vendor counts them
            apart. At least 1.
        input: Maximum number of input tokens. If it is absent, the size of the context window. At least
            1.
        output: Maximum number of output tokens. At least 1.
        checked: The day on which the limits were last compared with each source.
    """

    context: int | None = None
    """Size of the context window: input and output together, unless the vendor counts them apart. At least 1."""

    input: int | None = None
    """Maximum number of input tokens. If it is absent, the size of the context window. At least 1."""

    output: int | None = None
    """Maximum number of output tokens. At least 1."""

    checked: CatalogChecks
    """The day on which the limits were last compared with each source."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        context: int | None = None,
        input: int | None = None,
        output: int | None = None,
        checked: CatalogChecks,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            context,
            input,
            output,
            checked,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_limits(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.context is not None:
            properties["context"] = self.context
        if self.input is not None:
            properties["input"] = self.input
        if self.output is not None:
            properties["output"] = self.output
        properties["checked"] = dict(self.checked)
        return write_unknown(properties, self.unknown)


_CATALOG_LIMITS_DRAFT: Final = draft_class(CatalogLimits)


def _read_catalog_limits(value: Any) -> Any:
    """Return the CatalogLimits for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_LIMITS_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "context"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.context = item
        else:
            draft.context = None
        name = "input"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.input = item
        else:
            draft.input = None
        name = "output"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.output = item
        else:
            draft.output = None
        name = "checked"
        item = value[name]
        item = read_map(item, read_string)
        draft.checked = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("context", "input", "output", "checked",))
    draft.__class__ = CatalogLimits
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogConditionalPrice(JsonObject):
    """Prices of a model under a condition, in US dollars per million tokens.

    Attributes:
        input: Price of a million input tokens, in US dollars. At least 0. At most 1000000.
        output: Price of a million output tokens, in US dollars. At least 0. At most 1000000.
    """

    input: float
    """Price of a million input tokens, in US dollars. At least 0. At most 1000000."""

    output: float
    """Price of a million output tokens, in US dollars. At least 0. At most 1000000."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        input: float,
        output: float,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            input,
            output,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_conditional_price(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["input"] = self.input
        properties["output"] = self.output
        return write_unknown(properties, self.unknown)


_CATALOG_CONDITIONAL_PRICE_DRAFT: Final = draft_class(CatalogConditionalPrice)


def _read_catalog_conditional_price(value: Any) -> Any:
    """Return the CatalogConditionalPrice for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_CONDITIONAL_PRICE_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "input"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.input = item
        name = "output"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.output = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("input", "output",))
    draft.__class__ = CatalogConditionalPrice
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogLongPromptPrice(JsonObject):
    """Prices of prompts of more than a number of tokens.

    Attributes:
        above: The prices are valid for prompts of more input tokens than this. At least 1.
        prices: The prices of such prompts.
    """

    above: int
    """The prices are valid for prompts of more input tokens than this. At least 1."""

    prices: CatalogConditionalPrice
    """The prices of such prompts."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        above: int,
        prices: CatalogConditionalPrice,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            above,
            prices,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_long_prompt_price(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["above"] = self.above
        properties["prices"] = self.prices.to_json()
        return write_unknown(properties, self.unknown)


_CATALOG_LONG_PROMPT_PRICE_DRAFT: Final = draft_class(CatalogLongPromptPrice)


def _read_catalog_long_prompt_price(value: Any) -> Any:
    """Return the CatalogLongPromptPrice for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_LONG_PROMPT_PRICE_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "above"
        item = value[name]
        if item.__class__ is not int:
            item = read_integer(item)
        draft.above = item
        name = "prices"
        item = value[name]
        item = _read_catalog_conditional_price(item)
        draft.prices = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("above", "prices",))
    draft.__class__ = CatalogLongPromptPrice
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogRecordedPrices(JsonObject):
    """Prices in US dollars per million tokens, as sources print them.

    Attributes:
        input: Price of a million input tokens, in US dollars. At least 0.
        output: Price of a million output tokens, in US dollars. At least 0.
    """

    input: float
    """Price of a million input tokens, in US dollars. At least 0."""

    output: float
    """Price of a million output tokens, in US dollars. At least 0."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        input: float,
        output: float,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            input,
            output,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_recorded_prices(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["input"] = self.input
        properties["output"] = self.output
        return write_unknown(properties, self.unknown)


_CATALOG_RECORDED_PRICES_DRAFT: Final = draft_class(CatalogRecordedPrices)


def _read_catalog_recorded_prices(value: Any) -> Any:
    """Return the CatalogRecordedPrices for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_RECORDED_PRICES_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "input"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.input = item
        name = "output"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.output = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("input", "output",))
    draft.__class__ = CatalogRecordedPrices
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogPrices(JsonObject):
    """Prices of a model under a condition, in the unit of its cost.

    Attributes:
        input: Price of one unit of input tokens, in US cents. At least 0.
        output: Price of one unit of output tokens, in US cents. At least 0.
    """

    input: float
    """Price of one unit of input tokens, in US cents. At least 0."""

    output: float
    """Price of one unit of output tokens, in US cents. At least 0."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        input: float,
        output: float,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            input,
            output,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_prices(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["input"] = self.input
        properties["output"] = self.output
        return write_unknown(properties, self.unknown)


_CATALOG_PRICES_DRAFT: Final = draft_class(CatalogPrices)


def _read_catalog_prices(value: Any) -> Any:
    """Return the CatalogPrices for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_PRICES_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "input"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.input = item
        name = "output"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.output = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("input", "output",))
    draft.__class__ = CatalogPrices
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogPriceTier(JsonObject):
    """Prices of prompts of more than a number of tokens.

    Attributes:
        above: The prices are valid for prompts of more input tokens than this. At least 1.
        prices: The prices of such prompts.
    """

    above: int
    """The prices are valid for prompts of more input tokens than this. At least 1."""

    prices: CatalogPrices
    """The prices of such prompts."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        above: int,
        prices: CatalogPrices,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            above,
            prices,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_price_tier(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["above"] = self.above
        properties["prices"] = self.prices.to_json()
        return write_unknown(properties, self.unknown)


_CATALOG_PRICE_TIER_DRAFT: Final = draft_class(CatalogPriceTier)


def _read_catalog_price_tier(value: Any) -> Any:
    """Return the CatalogPriceTier for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_PRICE_TIER_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "above"
        item = value[name]
        if item.__class__ is not int:
            item = read_integer(item)
        draft.above = item
        name = "prices"
        item = value[name]
        item = _read_catalog_prices(item)
        draft.prices = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("above", "prices",))
    draft.__class__ = CatalogPriceTier
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogPublishedModel(JsonObject):
    """The status and the lifecycle of a published model.

    Attributes:
        model_ref: The reference of the model.
        status: Its status. Only a deprecated model may be removed.
        released_on: Day on which the vendor released it.
        deprecated_on: Day on which the provider deprecated it.
        retires_on: Day from which the provider no longer serves it.
        replacement: Reference of the model to use instead.
    """

    model_ref: _model.ModelRef
    """The reference of the model."""

    status: _model.ModelStatus | str
    """Its status. Only a deprecated model may be removed."""

    released_on: _model.CalendarDate | None = None
    """Day on which the vendor released it."""

    deprecated_on: _model.CalendarDate | None = None
    """Day on which the provider deprecated it."""

    retires_on: _model.CalendarDate | None = None
    """Day from which the provider no longer serves it."""

    replacement: _model.ModelRef | None = None
    """Reference of the model to use instead."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        model_ref: _model.ModelRef,
        status: _model.ModelStatus | str,
        released_on: _model.CalendarDate | None = None,
        deprecated_on: _model.CalendarDate | None = None,
        retires_on: _model.CalendarDate | None = None,
        replacement: _model.ModelRef | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            model_ref,
            status,
            released_on,
            deprecated_on,
            retires_on,
            replacement,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_published_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["modelRef"] = self.model_ref
        properties["status"] = str(self.status)
        if self.released_on is not None:
            properties["releasedOn"] = self.released_on
        if self.deprecated_on is not None:
            properties["deprecatedOn"] = self.deprecated_on
        if self.retires_on is not None:
            properties["retiresOn"] = self.retires_on
        if self.replacement is not None:
            properties["replacement"] = self.replacement
        return write_unknown(properties, self.unknown)


_CATALOG_PUBLISHED_MODEL_DRAFT: Final = draft_class(CatalogPublishedModel)


def _read_catalog_published_model(value: Any) -> Any:
    """Return the CatalogPublishedModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_PUBLISHED_MODEL_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "modelRef"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.model_ref = item
        name = "status"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = _model.MODEL_STATUS_BY_VALUE.get(item, item)
        draft.status = item
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
    draft.unknown = () if known == len(value) else read_unknown(value, ("modelRef", "status", "releasedOn", "deprecatedOn", "retiresOn", "replacement",))
    draft.__class__ = CatalogPublishedModel
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogContextWindow(JsonObject):
    """Numbers of tokens that clients send and request, in general and by subscription.

    Attributes:
        base: The budgets of tiers that are not listed below.
        free: The budgets of the free tier.
        pro: The budgets of the pro tier.
        enterprise: The budgets of enterprise instances. Required if `free` or `pro` is set, because
            clients read it without checking that it exists.
    """

    base: CatalogWindow
    """The budgets of tiers that are not listed below."""

    free: CatalogWindow | None = None
    """The budgets of the free tier."""

    pro: CatalogWindow | None = None
    """The budgets of the pro tier."""

    enterprise: CatalogWindow | None = None
    """The budgets of enterprise instances. Required if `free` or `pro` is set, because clients read it without
    checking that it exists.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        base: CatalogWindow,
        free: CatalogWindow | None = None,
        pro: CatalogWindow | None = None,
        enterprise: CatalogWindow | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            base,
            free,
            pro,
            enterprise,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_context_window(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["base"] = self.base.to_json()
        if self.free is not None:
            properties["free"] = self.free.to_json()
        if self.pro is not None:
            properties["pro"] = self.pro.to_json()
        if self.enterprise is not None:
            properties["enterprise"] = self.enterprise.to_json()
        return write_unknown(properties, self.unknown)


_CATALOG_CONTEXT_WINDOW_DRAFT: Final = draft_class(CatalogContextWindow)


def _read_catalog_context_window(value: Any) -> Any:
    """Return the CatalogContextWindow for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_CONTEXT_WINDOW_DRAFT()
    known = 1
    name = ""
    item: Any
    try:
        name = "base"
        item = value[name]
        item = _read_catalog_window(item)
        draft.base = item
        name = "free"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_window(item)
            draft.free = item
        else:
            draft.free = None
        name = "pro"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_window(item)
            draft.pro = item
        else:
            draft.pro = None
        name = "enterprise"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_window(item)
            draft.enterprise = item
        else:
            draft.enterprise = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("base", "free", "pro", "enterprise",))
    draft.__class__ = CatalogContextWindow
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogPrice(JsonObject):
    """Approximate price of a model, in US dollars per million tokens, as vendors print it. The build converts it
    to the unit of models.json.

    Attributes:
        unit: Unit of the price in models.json: `mtok` if it is absent.
        input: Price of a million input tokens, in US dollars. At least 0. At most 1000000.
        output: Price of a million output tokens, in US dollars. At least 0. At most 1000000.
        until: Last day of these prices, of a promotion for example. Needs `then`.
        then: The prices after `until`. models.json has the prices of the day of its revision.
        tiers: Higher prices of long prompts. models.json has the prices of short ones. At least 1 item.
            No two items have the same `above`.
        recorded: The prices of sources that have others, by name of the source. A source in `checked`
            without an entry here had the prices of the model. At least one source must have them. At least 1
            property.
        checked: The day on which the prices were last compared with each source. If it is absent, that of
            the model's other values counts.
    """

    unit: _model.ModelCostUnit | str | None = None
    """Unit of the price in models.json: `mtok` if it is absent."""

    input: float
    """Price of a million input tokens, in US dollars. At least 0. At most 1000000."""

    output: float
    """Price of a million output tokens, in US dollars. At least 0. At most 1000000."""

    until: CatalogDate | None = None
    """Last day of these prices, of a promotion for example. Needs `then`."""

    then: CatalogConditionalPrice | None = None
    """The prices after `until`. models.json has the prices of the day of its revision."""

    tiers: tuple[CatalogLongPromptPrice, ...] | None = None
    """Higher prices of long prompts. models.json has the prices of short ones. At least 1 item. No two items
    have the same `above`.
    """

    recorded: FrozenMap[CatalogRecordedPrices] | None = None
    """The prices of sources that have others, by name of the source. A source in `checked` without an entry here
    had the prices of the model. At least one source must have them. At least 1 property.
    """

    checked: CatalogChecks | None = None
    """The day on which the prices were last compared with each source. If it is absent, that of the model's
    other values counts.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        unit: _model.ModelCostUnit | str | None = None,
        input: float,
        output: float,
        until: CatalogDate | None = None,
        then: CatalogConditionalPrice | None = None,
        tiers: tuple[CatalogLongPromptPrice, ...] | None = None,
        recorded: FrozenMap[CatalogRecordedPrices] | None = None,
        checked: CatalogChecks | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            unit,
            input,
            output,
            until,
            then,
            tiers,
            recorded,
            checked,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_price(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.unit is not None:
            properties["unit"] = str(self.unit)
        properties["input"] = self.input
        properties["output"] = self.output
        if self.until is not None:
            properties["until"] = self.until
        if self.then is not None:
            properties["then"] = self.then.to_json()
        if self.tiers is not None:
            properties["tiers"] = [item.to_json() for item in self.tiers]
        if self.recorded is not None:
            properties["recorded"] = {name: item.to_json() for name, item in self.recorded.items()}
        if self.checked is not None:
            properties["checked"] = dict(self.checked)
        return write_unknown(properties, self.unknown)


_CATALOG_PRICE_DRAFT: Final = draft_class(CatalogPrice)


def _read_catalog_price(value: Any) -> Any:
    """Return the CatalogPrice for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_PRICE_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "unit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            item = _model.MODEL_COST_UNIT_BY_VALUE.get(item, item)
            draft.unit = item
        else:
            draft.unit = None
        name = "input"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.input = item
        name = "output"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.output = item
        name = "until"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.until = item
        else:
            draft.until = None
        name = "then"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_conditional_price(item)
            draft.then = item
        else:
            draft.then = None
        name = "tiers"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _read_catalog_long_prompt_price)
            draft.tiers = item
        else:
            draft.tiers = None
        name = "recorded"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, _read_catalog_recorded_prices)
            draft.recorded = item
        else:
            draft.recorded = None
        name = "checked"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, read_string)
            draft.checked = item
        else:
            draft.checked = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("unit", "input", "output", "until", "then", "tiers", "recorded", "checked",))
    draft.__class__ = CatalogPrice
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogDefaultModels(JsonObject):
    """References of the models that are used if a user has not chosen one. Each must be in the catalogue.

    Attributes:
        chat: For conversations. Needs the capability `chat`.
        fast_chat: For small background tasks that need a fast answer. Needs the capability `chat`.
        code_completion: For completing code at the cursor. Needs the capability `autocomplete`.
        fallback_chat: For conversations of a user who has reached a limit. Needs the capability `chat`.
    """

    chat: _model.ModelRef
    """For conversations. Needs the capability `chat`."""

    fast_chat: _model.ModelRef
    """For small background tasks that need a fast answer. Needs the capability `chat`."""

    code_completion: _model.ModelRef
    """For completing code at the cursor. Needs the capability `autocomplete`."""

    fallback_chat: _model.ModelRef | None = None
    """For conversations of a user who has reached a limit. Needs the capability `chat`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        chat: _model.ModelRef,
        fast_chat: _model.ModelRef,
        code_completion: _model.ModelRef,
        fallback_chat: _model.ModelRef | None = None,
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
        result: Self = _read_catalog_default_models(value)
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


_CATALOG_DEFAULT_MODELS_DRAFT: Final = draft_class(CatalogDefaultModels)


def _read_catalog_default_models(value: Any) -> Any:
    """Return the CatalogDefaultModels for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_DEFAULT_MODELS_DRAFT()
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
    draft.__class__ = CatalogDefaultModels
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogCost(JsonObject):
    """Approximate price of a model.

    Attributes:
        unit: Number of tokens that the two prices are for.
        input: Price of one unit of input tokens, in US cents (`inputTokenPennies`). At least 0.
        output: Price of one unit of output tokens, in US cents (`outputTokenPennies`). At least 0.
        until: Last day of these prices, of a promotion for example. Needs `then`.
        then: The prices after `until`. models.json has the prices of the day of its revision.
        tiers: Higher prices of long prompts. models.json has the prices of short ones. At least 1 item.
            No two items have the same `above`.
        recorded: The prices that independent sources had on the day of the check, by name of the source.
            At least one of them must have the prices of the model. At least 1 property.
        checked: The day on which the prices were last compared with each source. If it is absent, that of
            the model's other values counts.
    """

    unit: _model.ModelCostUnit | str
    """Number of tokens that the two prices are for."""

    input: float
    """Price of one unit of input tokens, in US cents (`inputTokenPennies`). At least 0."""

    output: float
    """Price of one unit of output tokens, in US cents (`outputTokenPennies`). At least 0."""

    until: CatalogDate | None = None
    """Last day of these prices, of a promotion for example. Needs `then`."""

    then: CatalogPrices | None = None
    """The prices after `until`. models.json has the prices of the day of its revision."""

    tiers: tuple[CatalogPriceTier, ...] | None = None
    """Higher prices of long prompts. models.json has the prices of short ones. At least 1 item. No two items
    have the same `above`.
    """

    recorded: FrozenMap[CatalogRecordedPrices] | None = None
    """The prices that independent sources had on the day of the check, by name of the source. At least one of
    them must have the prices of the model. At least 1 property.
    """

    checked: CatalogChecks | None = None
    """The day on which the prices were last compared with each source. If it is absent, that of the model's
    other values counts.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        unit: _model.ModelCostUnit | str,
        input: float,
        output: float,
        until: CatalogDate | None = None,
        then: CatalogPrices | None = None,
        tiers: tuple[CatalogPriceTier, ...] | None = None,
        recorded: FrozenMap[CatalogRecordedPrices] | None = None,
        checked: CatalogChecks | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            unit,
            input,
            output,
            until,
            then,
            tiers,
            recorded,
            checked,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_cost(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["unit"] = str(self.unit)
        properties["input"] = self.input
        properties["output"] = self.output
        if self.until is not None:
            properties["until"] = self.until
        if self.then is not None:
            properties["then"] = self.then.to_json()
        if self.tiers is not None:
            properties["tiers"] = [item.to_json() for item in self.tiers]
        if self.recorded is not None:
            properties["recorded"] = {name: item.to_json() for name, item in self.recorded.items()}
        if self.checked is not None:
            properties["checked"] = dict(self.checked)
        return write_unknown(properties, self.unknown)


_CATALOG_COST_DRAFT: Final = draft_class(CatalogCost)


def _read_catalog_cost(value: Any) -> Any:
    """Return the CatalogCost for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_COST_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "unit"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = _model.MODEL_COST_UNIT_BY_VALUE.get(item, item)
        draft.unit = item
        name = "input"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.input = item
        name = "output"
        item = value[name]
        if item.__class__ is not int and item.__class__ is not float:
            item = read_number(item)
        draft.output = item
        name = "until"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.until = item
        else:
            draft.until = None
        name = "then"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_prices(item)
            draft.then = item
        else:
            draft.then = None
        name = "tiers"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _read_catalog_price_tier)
            draft.tiers = item
        else:
            draft.tiers = None
        name = "recorded"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, _read_catalog_recorded_prices)
            draft.recorded = item
        else:
            draft.recorded = None
        name = "checked"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, read_string)
            draft.checked = item
        else:
            draft.checked = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("unit", "input", "output", "until", "then", "tiers", "recorded", "checked",))
    draft.__class__ = CatalogCost
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogPublished(JsonObject):
    """The file `catalog/published.json`: what the last published document contained. `python -m codegen config
    --publish` writes it; the build compares with it.

    Attributes:
        revision: The revision of the last published document.
        digest: SHA-256 of the last published document, in hexadecimal. Matches `^[0-9a-f]{64}$`.
        models: The models of the last published document, in its order. No two items have the same
            `modelRef`.
    """

    revision: CatalogRevision
    """The revision of the last published document."""

    digest: str
    """SHA-256 of the last published document, in hexadecimal. Matches `^[0-9a-f]{64}$`."""

    models: tuple[CatalogPublishedModel, ...]
    """The models of the last published document, in its order. No two items have the same `modelRef`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        revision: CatalogRevision,
        digest: str,
        models: tuple[CatalogPublishedModel, ...],
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            revision,
            digest,
            models,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_published(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["revision"] = self.revision
        properties["digest"] = self.digest
        properties["models"] = [item.to_json() for item in self.models]
        return write_unknown(properties, self.unknown)


_CATALOG_PUBLISHED_DRAFT: Final = draft_class(CatalogPublished)


def _read_catalog_published(value: Any) -> Any:
    """Return the CatalogPublished for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_PUBLISHED_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "revision"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.revision = item
        name = "digest"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.digest = item
        name = "models"
        item = value[name]
        item = () if item is None else read_array(item, _read_catalog_published_model)
        draft.models = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("revision", "digest", "models",))
    draft.__class__ = CatalogPublished
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogModel(JsonObject):
    """One model: how to refer to it, what it can do, and how much text it takes.

    Attributes:
        id: The ModelID, the last part of the reference `provider::apiVersion::id`. A name that does not
            change; the name at the provider is `modelName`.
        api_version: One of the provider's `apiVersions`. Optional if the provider has only one.
        display_name: Display name, at most 128 bytes of UTF-8. At least 1 character. At most 128
            characters.
        model_name: Name of the model in the provider's API. If it is absent, the `id`. At least 1
            character.
        capabilities: What the model can be used for. A set: models.json has it in the order of the
            schema. At least 1 item. Items are unique.
        category: What the model is best at, as the model picker groups it.
        status: How mature the model is, and whether clients should offer it.
        tier: The lowest subscription that may use the model.
        window: Name of a context window from `windows`, here or in `catalog.yaml`. Either this or
            `contextWindow`. At least 1 character.
        context_window: The context window itself, for a model that does not share it. Either this or
            `window`.
        cost: Approximate price of the model, for comparison only.
        client_side_config: Settings that clients need to use this model; copied unchanged.
        lifecycle: When the model was released and when it ends. What is unknown is absent.
        limits: The technical limits of the model, which no budget may exceed. They are not published in
            models.json.
        checked: The day on which the other values (names, capabilities, windows, status) were last
            compared with each source, by name of the source. At least 1 property.
        exceptions: Warnings about this model that are accepted on purpose. No two items have the same
            `code`.
    """

    id: CatalogRefPart
    """The ModelID, the last part of the reference `provider::apiVersion::id`. A name that does not change; the
    name at the provider is `modelName`.
    """

    api_version: CatalogRefPart | None = None
    """One of the provider's `apiVersions`. Optional if the provider has only one."""

    display_name: str
    """Display name, at most 128 bytes of UTF-8. At least 1 character. At most 128 characters."""

    model_name: str | None = None
    """Name of the model in the provider's API. If it is absent, the `id`. At least 1 character."""

    capabilities: tuple[_model.Capability | str, ...]
    """What the model can be used for. A set: models.json has it in the order of the schema. At least 1 item.
    Items are unique.
    """

    category: _model.ModelCategory | str
    """What the model is best at, as the model picker groups it."""

    status: _model.ModelStatus | str
    """How mature the model is, and whether clients should offer it."""

    tier: _model.ModelTier | str
    """The lowest subscription that may use the model."""

    window: str | None = None
    """Name of a context window from `windows`, here or in `catalog.yaml`. Either this or `contextWindow`. At
    least 1 character.
    """

    context_window: CatalogContextWindow | None = None
    """The context window itself, for a model that does not share it. Either this or `window`."""

    cost: CatalogPrice | None = None
    """Approximate price of the model, for comparison only."""

    client_side_config: _model.ClientSideModelConfig | None = None
    """Settings that clients need to use this model; copied unchanged."""

    lifecycle: CatalogLifecycle | None = None
    """When the model was released and when it ends. What is unknown is absent."""

    limits: CatalogLimits | None = None
    """The technical limits of the model, which no budget may exceed. They are not published in models.json."""

    checked: FrozenMap[CatalogDate]
    """The day on which the other values (names, capabilities, windows, status) were last compared with each
    source, by name of the source. At least 1 property.
    """

    exceptions: tuple[CatalogException, ...] | None = None
    """Warnings about this model that are accepted on purpose. No two items have the same `code`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        id: CatalogRefPart,
        api_version: CatalogRefPart | None = None,
        display_name: str,
        model_name: str | None = None,
        capabilities: tuple[_model.Capability | str, ...],
        category: _model.ModelCategory | str,
        status: _model.ModelStatus | str,
        tier: _model.ModelTier | str,
        window: str | None = None,
        context_window: CatalogContextWindow | None = None,
        cost: CatalogPrice | None = None,
        client_side_config: _model.ClientSideModelConfig | None = None,
        lifecycle: CatalogLifecycle | None = None,
        limits: CatalogLimits | None = None,
        checked: FrozenMap[CatalogDate],
        exceptions: tuple[CatalogException, ...] | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            id,
            api_version,
            display_name,
            model_name,
            capabilities,
            category,
            status,
            tier,
            window,
            context_window,
            cost,
            client_side_config,
            lifecycle,
            limits,
            checked,
            exceptions,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["id"] = self.id
        if self.api_version is not None:
            properties["apiVersion"] = self.api_version
        properties["displayName"] = self.display_name
        if self.model_name is not None:
            properties["modelName"] = self.model_name
        properties["capabilities"] = [str(item) for item in self.capabilities]
        properties["category"] = str(self.category)
        properties["status"] = str(self.status)
        properties["tier"] = str(self.tier)
        if self.window is not None:
            properties["window"] = self.window
        if self.context_window is not None:
            properties["contextWindow"] = self.context_window.to_json()
        if self.cost is not None:
            properties["cost"] = self.cost.to_json()
        if self.client_side_config is not None:
            properties["clientSideConfig"] = self.client_side_config.to_json()
        if self.lifecycle is not None:
            properties["lifecycle"] = self.lifecycle.to_json()
        if self.limits is not None:
            properties["limits"] = self.limits.to_json()
        properties["checked"] = dict(self.checked)
        if self.exceptions is not None:
            properties["exceptions"] = [item.to_json() for item in self.exceptions]
        return write_unknown(properties, self.unknown)


_CATALOG_MODEL_DRAFT: Final = draft_class(CatalogModel)


def _read_catalog_model(value: Any) -> Any:
    """Return the CatalogModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_MODEL_DRAFT()
    known = 7
    name = ""
    item: Any
    try:
        name = "id"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.id = item
        name = "apiVersion"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.api_version = item
        else:
            draft.api_version = None
        name = "displayName"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.display_name = item
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
        item = value[name]
        item = read_open_array(_model.CAPABILITY_BY_VALUE, item)
        draft.capabilities = item
        name = "category"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = _model.MODEL_CATEGORY_BY_VALUE.get(item, item)
        draft.category = item
        name = "status"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = _model.MODEL_STATUS_BY_VALUE.get(item, item)
        draft.status = item
        name = "tier"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        item = _model.MODEL_TIER_BY_VALUE.get(item, item)
        draft.tier = item
        name = "window"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.window = item
        else:
            draft.window = None
        name = "contextWindow"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_context_window(item)
            draft.context_window = item
        else:
            draft.context_window = None
        name = "cost"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_price(item)
            draft.cost = item
        else:
            draft.cost = None
        name = "clientSideConfig"
        if name in value:
            known += 1
            item = value[name]
            item = _model.ClientSideModelConfig.from_json(item)
            draft.client_side_config = item
        else:
            draft.client_side_config = None
        name = "lifecycle"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_lifecycle(item)
            draft.lifecycle = item
        else:
            draft.lifecycle = None
        name = "limits"
        if name in value:
            known += 1
            item = value[name]
            item = _read_catalog_limits(item)
            draft.limits = item
        else:
            draft.limits = None
        name = "checked"
        item = value[name]
        item = read_map(item, read_string)
        draft.checked = item
        name = "exceptions"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _read_catalog_exception)
            draft.exceptions = item
        else:
            draft.exceptions = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("id", "apiVersion", "displayName", "modelName", "capabilities", "category", "status", "tier", "window", "contextWindow", "cost", "clientSideConfig", "lifecycle", "limits", "checked", "exceptions",))
    draft.__class__ = CatalogModel
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Catalog(JsonObject):
    """The file `catalog/catalog.yaml`: the revision, the order of the providers, the default models, and what
    several providers share.

    Attributes:
        revision: Version of the content. The build writes the next one here when the content has changed;
            it can also be edited by hand.
        providers: The providers in display order; their models follow in the same order. Each is the file
            `providers/<id>.yaml`. At least 1 item. Items are unique.
        default_models: The models that are used if a user has not chosen one.
        sources: Sources of values, by short name. `checked` of a model has the day on which it was
            compared with each source.
        windows: Context windows that models of several providers share, by the name that models use in
            `window`. A provider cannot use these names for its own windows.
        exceptions: Warnings that are accepted in the whole catalogue. Prefer to accept a warning for a
            single model or provider. No two items have the same `code`.
    """

    revision: CatalogRevision
    """Version of the content. The build writes the next one here when the content has changed; it can also be
    edited by hand.
    """

    providers: tuple[CatalogProviderID, ...]
    """The providers in display order; their models follow in the same order. Each is the file
    `providers/<id>.yaml`. At least 1 item. Items are unique.
    """

    default_models: CatalogDefaultModels
    """The models that are used if a user has not chosen one."""

    sources: FrozenMap[CatalogSource] | None = None
    """Sources of values, by short name. `checked` of a model has the day on which it was compared with each
    source.
    """

    windows: FrozenMap[CatalogContextWindow] | None = None
    """Context windows that models of several providers share, by the name that models use in `window`. A
    provider cannot use these names for its own windows.
    """

    exceptions: tuple[CatalogException, ...] | None = None
    """Warnings that are accepted in the whole catalogue. Prefer to accept a warning for a single model or
    provider. No two items have the same `code`.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        revision: CatalogRevision,
        providers: tuple[CatalogProviderID, ...],
        default_models: CatalogDefaultModels,
        sources: FrozenMap[CatalogSource] | None = None,
        windows: FrozenMap[CatalogContextWindow] | None = None,
        exceptions: tuple[CatalogException, ...] | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            revision,
            providers,
            default_models,
            sources,
            windows,
            exceptions,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["revision"] = self.revision
        properties["providers"] = list(self.providers)
        properties["defaultModels"] = self.default_models.to_json()
        if self.sources is not None:
            properties["sources"] = {name: item.to_json() for name, item in self.sources.items()}
        if self.windows is not None:
            properties["windows"] = {name: item.to_json() for name, item in self.windows.items()}
        if self.exceptions is not None:
            properties["exceptions"] = [item.to_json() for item in self.exceptions]
        return write_unknown(properties, self.unknown)


_CATALOG_DRAFT: Final = draft_class(Catalog)


def _read_catalog(value: Any) -> Any:
    """Return the Catalog for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "revision"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.revision = item
        name = "providers"
        item = value[name]
        item = read_array(item, read_string)
        draft.providers = item
        name = "defaultModels"
        item = value[name]
        item = _read_catalog_default_models(item)
        draft.default_models = item
        name = "sources"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, _read_catalog_source)
            draft.sources = item
        else:
            draft.sources = None
        name = "windows"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, _read_catalog_context_window)
            draft.windows = item
        else:
            draft.windows = None
        name = "exceptions"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _read_catalog_exception)
            draft.exceptions = item
        else:
            draft.exceptions = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("revision", "providers", "defaultModels", "sources", "windows", "exceptions",))
    draft.__class__ = Catalog
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CatalogProvider(JsonObject):
    """A file `catalog/providers/<id>.yaml`: one provider and its models.

    Attributes:
        id: The provider's id: the first part of its models' references, and the name of this file.
        display_name: Display name, at most 128 bytes of UTF-8. At least 1 character. At most 128
            characters.
        api_versions: The versions of the provider's API that its models are called through: the second
            part of their references. At least 1 item. Items are unique.
        sources: Sources of values of this provider's models, by a short name that `catalog.yaml` does not
            use.
        windows: Context windows that only this provider's models have, by a name that `catalog.yaml` does
            not use.
        exceptions: Warnings that are accepted in this whole file. Prefer to accept a warning for a single
            model. No two items have the same `code`.
        models: The provider's models, in display order. The order also decides which model is inferred if
            a default is missing.
    """

    id: CatalogProviderID
    """The provider's id: the first part of its models' references, and the name of this file."""

    display_name: str
    """Display name, at most 128 bytes of UTF-8. At least 1 character. At most 128 characters."""

    api_versions: tuple[CatalogRefPart, ...]
    """The versions of the provider's API that its models are called through: the second part of their
    references. At least 1 item. Items are unique.
    """

    sources: FrozenMap[CatalogSource] | None = None
    """Sources of values of this provider's models, by a short name that `catalog.yaml` does not use."""

    windows: FrozenMap[CatalogContextWindow] | None = None
    """Context windows that only this provider's models have, by a name that `catalog.yaml` does not use."""

    exceptions: tuple[CatalogException, ...] | None = None
    """Warnings that are accepted in this whole file. Prefer to accept a warning for a single model. No two items
    have the same `code`.
    """

    models: tuple[CatalogModel, ...]
    """The provider's models, in display order. The order also decides which model is inferred if a default is
    missing.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        id: CatalogProviderID,
        display_name: str,
        api_versions: tuple[CatalogRefPart, ...],
        sources: FrozenMap[CatalogSource] | None = None,
        windows: FrozenMap[CatalogContextWindow] | None = None,
        exceptions: tuple[CatalogException, ...] | None = None,
        models: tuple[CatalogModel, ...],
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            id,
            display_name,
            api_versions,
            sources,
            windows,
            exceptions,
            models,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_catalog_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["id"] = self.id
        properties["displayName"] = self.display_name
        properties["apiVersions"] = list(self.api_versions)
        if self.sources is not None:
            properties["sources"] = {name: item.to_json() for name, item in self.sources.items()}
        if self.windows is not None:
            properties["windows"] = {name: item.to_json() for name, item in self.windows.items()}
        if self.exceptions is not None:
            properties["exceptions"] = [item.to_json() for item in self.exceptions]
        properties["models"] = [item.to_json() for item in self.models]
        return write_unknown(properties, self.unknown)


_CATALOG_PROVIDER_DRAFT: Final = draft_class(CatalogProvider)


def _read_catalog_provider(value: Any) -> Any:
    """Return the CatalogProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _CATALOG_PROVIDER_DRAFT()
    known = 4
    name = ""
    item: Any
    try:
        name = "id"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.id = item
        name = "displayName"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.display_name = item
        name = "apiVersions"
        item = value[name]
        item = read_array(item, read_string)
        draft.api_versions = item
        name = "sources"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, _read_catalog_source)
            draft.sources = item
        else:
            draft.sources = None
        name = "windows"
        if name in value:
            known += 1
            item = value[name]
            item = read_map(item, _read_catalog_context_window)
            draft.windows = item
        else:
            draft.windows = None
        name = "exceptions"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _read_catalog_exception)
            draft.exceptions = item
        else:
            draft.exceptions = None
        name = "models"
        item = value[name]
        item = () if item is None else read_array(item, _read_catalog_model)
        draft.models = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("id", "displayName", "apiVersions", "sources", "windows", "exceptions", "models",))
    draft.__class__ = CatalogProvider
    return draft
