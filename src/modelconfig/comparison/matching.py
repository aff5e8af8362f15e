"""Find the rows of public catalogues that are about one of our models, with the reason.

Only rows for the same route count: price, limits and retirement differ between a vendor's own API and other clouds.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from modelconfig.comparison.source_model import SourceModel
from modelconfig.documents.queries import model_id, provider_id

_DATE = re.compile(r"[-@](?:20[0-9]{6}|20[0-9]{2}-[0-9]{2}-[0-9]{2})\Z")
_LATEST = "-latest"
_FIREWORKS = "accounts/fireworks/"


class Match(NamedTuple):
    """What one source says about one of our models: `newest` decides; the names of `others` have older dates."""

    newest: SourceModel
    reason: str
    others: tuple[SourceModel, ...] = ()


class SourceIndex:
    """The rows of all sources by route and name."""

    def __init__(self, models: Iterable[SourceModel]) -> None:
        self._by_name: dict[tuple[str, str, str], SourceModel] = {}
        self._dated: dict[tuple[str, str, str], list[SourceModel]] = defaultdict(list)
        self._routes: dict[str, set[str]] = defaultdict(set)
        sources: dict[str, None] = {}
        listed = list(models)
        for model in listed:
            # The first file of a source counts. A whole name comes before the end of another one.
            self._by_name.setdefault((model.source, model.route, _spelling(model.name)), model)
        for model in listed:
            sources[model.source] = None
            for name in dict.fromkeys((_spelling(model.name), _spelling(model.name.rpartition("/")[2]))):
                self._by_name.setdefault((model.source, model.route, name), model)
                self._routes[name].add(model.route)
                if undated := _DATE.sub("", name) if _DATE.search(name) else "":
                    self._dated[model.source, model.route, undated].append(model)
        self.sources = tuple(sources)

    def matches(self, model: Mapping[str, Any]) -> Iterator[Match]:
        """Yield for each source the rows about a model of a document."""
        route = route_of_model(model)
        # The model name is what the API is called with; the ModelID is our own name, and often the same.
        names = dict.fromkeys(map(_spelling, (model["modelName"], model_id(model))))
        for source in self.sources:
            found = next((match for name in names if (match := self._match(source, route, name))), None)
            if found:
                yield found

    def other_routes(self, model: Mapping[str, Any]) -> list[str]:
        """Return the other routes that have a model of this name."""
        return sorted(self._routes[_spelling(model["modelName"])] - {route_of_model(model)})

    def _match(self, source: str, route: str, name: str) -> Match | None:
        exact = self._by_name.get((source, route, name))
        if exact is not None:
            return Match(exact, "same name")
        # A name without a date stands for the newest of the dated ones. The reverse does not count: a dated model
        # does not change when its alias moves to a newer one.
        dated = sorted(
            self._dated.get((source, route, name.removesuffix(_LATEST)), ()), key=lambda row: _date(row.name)
        )
        if not dated:
            return None
        return Match(dated[-1], f"{dated[-1].name} is the newest with a date", tuple(dated[:-1]))


def route_of_model(model: Mapping[str, Any]) -> str:
    """Return the provider whose API serves a model: Fireworks serves models of other vendors too."""
    return "fireworks" if model["modelName"].startswith(_FIREWORKS) else provider_id(model)


def _spelling(name: str) -> str:
    """Return a name in the spelling that is compared: vendors write `3.5` and `3-5` for the same version."""
    return name.lower().replace(".", "-")


def _date(name: str) -> str:
    found = _DATE.search(name)
    return found[0][1:].replace("-", "") if found else ""
