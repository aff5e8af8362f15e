"""Find where a model configuration and public catalogues disagree, model by model."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from modelconfig.comparison.disagreement import KINDS, Disagreement, DisagreementKind, Statement
from modelconfig.comparison.matching import SourceIndex
from modelconfig.comparison.source_model import SourceModel
from modelconfig.diagnostics.rule import object_property
from modelconfig.documents.pricing import dollars_per_million, power_of_ten, same_price
from modelconfig.jsontext.pointers import join

DEPRECATED = "deprecated"


def compare(document: Mapping[str, Any], index: SourceIndex, day: date | None) -> list[Disagreement]:
    """Return the disagreements of a valid document with the sources, the most important kinds first.

    `day` is the day for which the document speaks; None leaves out what depends on it.
    """
    twins: dict[str, set[str]] = {}
    for model in document["models"]:
        twins.setdefault(model["modelName"], set()).update(model["capabilities"])
    found = [
        disagreement
        for position, model in enumerate(document["models"])
        for disagreement in _Model(model, join("/models", position), index).disagreements(twins, day)
    ]
    order = list(KINDS)
    return sorted(found, key=lambda one: order.index(one.kind))


class _Model:
    """One of our models, and what the sources say about it."""

    def __init__(self, model: Mapping[str, Any], pointer: str, index: SourceIndex) -> None:
        self._model = model
        self._pointer = pointer
        self._index = index
        self._matches = list(index.matches(model))

    def disagreements(self, twins: Mapping[str, set[str]], day: date | None) -> Iterator[Disagreement]:
        if not self._matches:
            yield from self._absent()
            return
        yield from self._retired(day)
        yield from self._prices()
        yield from self._limits()
        yield from self._capabilities(twins[self._model["modelName"]])

    def _absent(self) -> Iterator[Disagreement]:
        if self._model["status"] != DEPRECATED:
            routes = ", ".join(self._index.other_routes(self._model))
            detail = f"only on other routes: {routes}" if routes else ""
            yield self._disagreement(DisagreementKind.ABSENT, "modelName", ours=self._model["modelName"], detail=detail)

    def _retired(self, day: date | None) -> Iterator[Disagreement]:
        statements = self._statements(lambda row: row.retires)
        past = [one for one in statements if day is not None and one.value <= day]
        if not past or self._model["status"] == DEPRECATED:
            return
        later = [one for one in statements if one not in past]
        replacement = next((match.newest.replacement for match in self._matches if match.newest.replacement), "")
        kind = DisagreementKind.RETIRED if len(past) > len(later) else DisagreementKind.SOURCES_DISAGREE
        yield self._disagreement(
            kind,
            "status",
            ours=self._model["status"],
            theirs=past[0].value.isoformat(),
            agree=past,
            dissent=later,
            detail=f"replacement: {replacement}" if replacement else "",
        )

    def _prices(self) -> Iterator[Disagreement]:
        cost = object_property(self._model, "estimatedModelCost")
        for number, field in enumerate(("inputTokenPennies", "outputTokenPennies")):
            ours = dollars_per_million(cost, field)
            statements = self._statements(partial(_price, number))
            if not ours or not statements:
                continue
            groups = _groups(statements, same_price)
            agreeing = next((group for group in groups if same_price(group[0].value, ours)), [])
            if len(agreeing) == max(map(len, groups)):
                if len(groups) == 1:
                    continue
                theirs = next(group for group in groups if group is not agreeing)
                kind, detail = DisagreementKind.SOURCES_DISAGREE, ""
            else:
                theirs = groups[0]
                kind, detail = self._price_kind(ours, theirs[0].value, number)
            yield self._disagreement(
                kind,
                f"estimatedModelCost/{field}",
                ours=ours,
                theirs=theirs[0].value,
                agree=theirs,
                dissent=_rest(groups, theirs),
                detail=detail,
            )

    def _price_kind(self, ours: float, theirs: float, number: int) -> tuple[DisagreementKind, str]:
        if factor := power_of_ten(ours / theirs):
            sides = "ours is about {:,} times theirs" if ours > theirs else "theirs is about {:,} times ours"
            return DisagreementKind.PRICE_UNIT, sides.format(factor)
        older = [price[number] for match in self._matches for price in match.newest.older_prices]
        if any(price and same_price(price, ours) for price in older):
            return DisagreementKind.OLDER_PRICE, "valid earlier"
        moved = [row for match in self._matches for row in match.others if row.price[number]]
        for row in moved:
            if same_price(row.price[number] or 0, ours):
                return DisagreementKind.ALIAS_MOVED, f"the price of {row.name}"
        return DisagreementKind.PRICE, ""

    def _limits(self) -> Iterator[Disagreement]:
        tiers = object_property(self._model, "modelConfigAllTiers").values()
        windows = [self._model["contextWindow"], *(object_property(tier, "contextWindow") for tier in tiers)]
        limits: tuple[tuple[str, Callable[[SourceModel], int | None]], ...] = (
            ("maxInputTokens", lambda row: row.input_limit),
            ("maxOutputTokens", lambda row: row.output_limit),
        )
        for field, limit in limits:
            ours = max(window.get(field) or 0 for window in windows)
            statements = self._statements(limit)
            if not ours or not statements:
                continue
            groups = _groups(statements, lambda one, other: bool(one == other))
            highest = max(group[0].value for group in groups)
            lowest = min(group[0].value for group in groups)
            if ours > highest:
                yield self._limit(DisagreementKind.ABOVE_LIMIT, field, ours, groups)
            elif ours > lowest:
                yield self._limit(DisagreementKind.SOURCES_DISAGREE, field, ours, groups)
            elif ours < lowest:
                yield self._limit(DisagreementKind.WITHIN_LIMIT, field, ours, groups)

    def _limit(
        self, kind: DisagreementKind, field: str, ours: int, groups: Sequence[Sequence[Statement]]
    ) -> Disagreement:
        most = groups[0]
        return self._disagreement(
            kind, f"contextWindow/{field}", ours=ours, theirs=most[0].value, agree=most, dissent=_rest(groups, most)
        )

    def _capabilities(self, of_twins: set[str]) -> Iterator[Disagreement]:
        """Compare capabilities; those of models with the same model name are offered by the same model."""
        names = dict.fromkeys(name for match in self._matches for name in match.newest.capabilities)
        for name in names:
            statements = self._statements(partial(_capability, name))
            can = [one for one in statements if one.value]
            cannot = [one for one in statements if not one.value]
            if name in self._model["capabilities"] and len(cannot) > len(can):
                kind, theirs, agree, dissent = DisagreementKind.CAN_LESS, False, cannot, can
            elif name not in of_twins and len(can) > len(cannot):
                kind, theirs, agree, dissent = DisagreementKind.CAN_MORE, True, can, cannot
            else:
                continue
            yield self._disagreement(
                kind, "capabilities", ours=not theirs, theirs=theirs, agree=agree, dissent=dissent, detail=name
            )

    def _statements(self, value_of: Callable[[SourceModel], Any]) -> list[Statement]:
        """Return what each source says; a source that says nothing about the value is left out."""
        values = ((match, value_of(match.newest)) for match in self._matches)
        return [Statement(match.newest.source, value, match.reason) for match, value in values if value is not None]

    def _disagreement(
        self,
        kind: DisagreementKind,
        field: str,
        *,
        ours: Any = None,
        theirs: Any = None,
        agree: Iterable[Statement] = (),
        dissent: Iterable[Statement] = (),
        detail: str = "",
    ) -> Disagreement:
        return Disagreement(
            kind=kind,
            ref=self._model["modelRef"],
            pointer=f"{self._pointer}/{field}",
            field=field.rpartition("/")[2],
            ours=ours,
            theirs=theirs,
            agree=tuple(agree),
            dissent=tuple(dissent),
            detail=detail,
        )


def _price(number: int, row: SourceModel) -> float | None:
    return row.price[number]


def _capability(name: str, row: SourceModel) -> bool | None:
    return row.capabilities.get(name)


def _groups(statements: Sequence[Statement], same: Callable[[Any, Any], bool]) -> list[list[Statement]]:
    """Return the statements in groups of one value, the largest first; a match by name alone is listed first."""
    groups: list[list[Statement]] = []
    for statement in statements:
        group = next((group for group in groups if same(group[0].value, statement.value)), None)
        if group is None:
            groups.append([statement])
        else:
            group.append(statement)
    return sorted(groups, key=len, reverse=True)


def _rest(groups: Sequence[Sequence[Statement]], chosen: Sequence[Statement]) -> list[Statement]:
    return [statement for group in groups if group is not chosen for statement in group]
