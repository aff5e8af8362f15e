"""Problems of models that only the site configuration defines.

A new model needs a provider and a capability.
"""

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

MAX_HINTS: Final = 20
"""Misspelt names for which the nearest one is searched."""
MAX_CANDIDATES: Final = 1_000
"""Names that a misspelt one is compared with; each comparison takes time."""


class NewModelChecks:
    """Checks new models against the base models that are offered and the providers of the document."""

    def __init__(
        self, base_models: Sequence[dict[str, Any]], providers: Sequence[dict[str, Any]], filters: Filters
    ) -> None:
        self._base_models = base_models
        self._providers = frozenset([provider["id"] for provider in providers])
        self._filters = filters
        self._suggestion_count = 0

    def problems(self, overrides: Sequence[Override], models: Sequence[dict[str, Any]]) -> list[Problem]:
        """Return the problems of the models that the overrides have made, in order."""
        problems = []
        for override, model in zip(overrides, models, strict=True):
            if override.ref.partition(SEPARATOR)[0] not in self._providers:
                problems.append(self._unknown_provider(override))
            if not model.get("capabilities"):
                problems.append(self._no_capabilities(override))
        return problems

    def _unknown_provider(self, override: Override) -> Problem:
        provider = override.ref.partition(SEPARATOR)[0]
        hint = self._suggestion(provider, sorted(self._providers)) or "Add it to `providerOverrides`."
        if not self._filters.enabled:
            hint += " The supplied providers are left out, because there is no `sourcegraph` object."
        subject = f"{quote(override.ref)} is of the provider {quote(provider)}"
        return error(
            "MC333", f"{subject}, which is neither supplied nor defined here", hint=hint, pointer=override.ref_pointer
        )

    def _no_capabilities(self, override: Override) -> Problem:
        removal = self._filters.removed(override.ref)
        if removal is not None:
            message = f"{quote(override.ref)} has no capabilities, and `{removal.rule}` keeps out the supplied model"
            hint = "Let the supplied model pass, or say everything about the new one, at least its capabilities."
        else:
            message = f"the new model {quote(override.ref)} has no capabilities"
            provider = override.ref.partition(SEPARATOR)[0] + SEPARATOR
            refs = (model["modelRef"] for model in self._base_models)
            hint = self._suggestion(override.ref, (ref for ref in refs if ref.startswith(provider)))
            hint += (" If it is new, say" if hint else "Say") + ' what it can do, as in "capabilities": ["chat"].'
        return error("MC332", message, hint=hint, pointer=override.ref_pointer)

    def _suggestion(self, name: str, candidates: Iterable[str]) -> str:
        self._suggestion_count += 1
        return did_you_mean(name, islice(candidates, MAX_CANDIDATES)) if self._suggestion_count <= MAX_HINTS else ""
