"""A disagreement between a model configuration and public catalogues: its kind, its severity and its two sides."""

from enum import StrEnum
from typing import Any, NamedTuple


class DisagreementKind(StrEnum):
    """The kind of a disagreement."""

    PRICE_UNIT = "price-unit"
    """The prices differ by a factor of 10, 100 and so on."""
    OLDER_PRICE = "older-price"
    """Our price is one that was valid earlier."""
    PRICE = "price"
    """The prices differ in another way."""
    ABOVE_LIMIT = "above-limit"
    """Our budget is larger than the limit of the model."""
    WITHIN_LIMIT = "within-limit"
    """Our budget is smaller than the limit of the model."""
    CAN_LESS = "can-less"
    """The model does not have a capability that we list."""
    CAN_MORE = "can-more"
    """The model has a capability that we do not list."""
    RETIRED = "retired"
    """The model is retired, and we do not mark it as deprecated."""
    ALIAS_MOVED = "alias-moved"
    """Our value is that of an older model which the name stood for."""
    SOURCES_DISAGREE = "sources-disagree"
    """The sources contradict each other, and do not decide."""
    ABSENT = "absent"
    """No source has the model on its route."""


class Importance(StrEnum):
    """Whether a disagreement needs work."""

    ERROR = "error"
    """Our value is wrong, as far as the sources know."""
    WARNING = "warning"
    """Our value may be wrong."""
    NOTE = "note"
    """The difference is often intended."""


_K, _I = DisagreementKind, Importance
KINDS = {
    _K.PRICE_UNIT: ("MC503", _I.ERROR),
    _K.OLDER_PRICE: ("MC504", _I.ERROR),
    _K.PRICE: ("MC505", _I.ERROR),
    _K.ABOVE_LIMIT: ("MC506", _I.ERROR),
    _K.RETIRED: ("MC507", _I.ERROR),
    _K.CAN_LESS: ("MC508", _I.WARNING),
    _K.ALIAS_MOVED: ("MC509", _I.WARNING),
    _K.SOURCES_DISAGREE: ("MC510", _I.NOTE),
    _K.WITHIN_LIMIT: ("MC511", _I.NOTE),
    _K.CAN_MORE: ("MC512", _I.NOTE),
    _K.ABSENT: ("MC513", _I.NOTE),
}
"""The problem code and the severity of each kind, most important kind first."""
CODES = frozenset(code for code, _ in KINDS.values())
"""The codes that exceptions may accept."""


class Statement(NamedTuple):
    """What one source says, and why its row is about the model."""

    source: str
    value: Any
    reason: str


class Disagreement(NamedTuple):
    """One disagreement about one value.

    `pointer` is the place in our document. Prices are in US dollars per million tokens, limits in tokens, dates
    `YYYY-MM-DD`. `agree` are the sources that say `theirs`, `dissent` those that say something else. `detail` is what
    else is known, such as the ratio of two prices.
    """

    kind: DisagreementKind
    ref: str
    pointer: str
    field: str
    ours: Any = None
    theirs: Any = None
    agree: tuple[Statement, ...] = ()
    dissent: tuple[Statement, ...] = ()
    detail: str = ""

    @property
    def code(self) -> str:
        """The problem code of the kind: its page says what to do, and exceptions name it."""
        return KINDS[self.kind][0]

    @property
    def severity(self) -> Importance:
        """Whether the disagreement needs work."""
        return KINDS[self.kind][1]

    def to_json(self) -> dict[str, Any]:
        """Return all properties; all of them are always present."""
        values = {name: getattr(self, name) for name in ("ref", "pointer", "field", "ours", "theirs", "detail")}
        lists = {name: [one._asdict() for one in getattr(self, name)] for name in ("agree", "dissent")}
        return {"code": self.code, "kind": self.kind.value, "severity": self.severity.value, **values, **lists}
