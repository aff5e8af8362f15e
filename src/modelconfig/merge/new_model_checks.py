"""What models lack that only the site configuration has: a provider, and something that they can do."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.refs import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.merge.overrides import Override
    from modelconfig.site.filters import Filters

MOST_HINTS: Final = 20
"""Misspelt names for which the nearest one is looked up; who has more of them has another problem."""
MOST_CANDIDATES: Final = 1_000
"""Names that a misspelt one is compared with; each takes a while."""


class Newcomers:
    """Checks new models against what they could have meant: the offered models and the providers of the document."""

    def __init__(
        self, offered: Sequence[dict[str, Any]], providers: Sequence[dict[str, Any]], filters: Filters
    ) -> None:
        self._offered = offered
        self._providers = frozenset([provider["id"] for provider in providers])
        self._filters = filters
        self._hinted = 0

    def problems(self, overrides: Sequence[Override], models: Sequence[dict[str, Any]]) -> list[Problem]:
        """Return what is wrong with the models that the overrides have made, in their order."""
        found = []
        for override, model in zip(overrides, models, strict=True):
            if override.ref.partition(SEPARATOR)[0] not in self._providers:
                found.append(self._homeless(override))
            if not model.get("capabilities"):
                found.append(self._incapable(override))
        return found

    def _homeless(self, override: Override) -> Problem:
        provider = override.ref.partition(SEPARATOR)[0]
        hint = self._nearest(provider, sorted(self._providers)) or "Add it to `providerOverrides`."
        if not self._filters.enabled:
            hint += " The supplied providers are left out, because there is no `sourcegraph` object."
        what = f"{quote(override.ref)} is of the provider {quote(provider)}"
        return error("MC333", f"{what}, which is neither supplied nor defined here", hint=hint, pointer=override.at)

    def _incapable(self, override: Override) -> Problem:
        removal = self._filters.removed(override.ref)
        if removal is not None:
            message = f"{quote(override.ref)} has no capabilities, and `{removal.rule}` keeps out the supplied model"
            hint = "Let the supplied model pass, or say everything about the new one, at least its capabilities."
        else:
            message = f"the new model {quote(override.ref)} has no capabilities"
            provider = override.ref.partition(SEPARATOR)[0] + SEPARATOR
            refs = (model["modelRef"] for model in self._offered)
            hint = self._nearest(override.ref, (ref for ref in refs if ref.startswith(provider)))
            hint += (" If it is new, say" if hint else "Say") + ' what it can do, as in "capabilities": ["chat"].'
        return error("MC332", message, hint=hint, pointer=override.at)

    def _nearest(self, name: str, candidates: Iterable[str]) -> str:
        self._hinted += 1
        return did_you_mean(name, islice(candidates, MOST_CANDIDATES)) if self._hinted <= MOST_HINTS else ""
