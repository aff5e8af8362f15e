"""Models that a site configuration names and that end, compared with a day that the caller gives."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from modelconfig.analysis.retirement import NOTICE, retires
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.diagnostics.rule import array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.filters import Filters
from modelconfig.site.rules.filter_rules import valid_filters
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_context import SiteContext, site_context

_Place = tuple[str, list[str], str]
"""A pointer, the references that are named there, and the role of a default model of the base, else ""."""


def ending_models(base: Mapping[str, Any], site: Mapping[str, Any], today: date) -> list[Problem]:
    """Return a warning for each place that names a model of the base that is retired or retires within 90 days.

    Places are default models, also those of the base that are offered and not replaced, overrides, and patterns of
    filters that match only such models. A provider that the site
    reaches through its own `serverSideConfig` is left out: the base does not know when it retires models. Pointers are
    into the whole shape. Never raises for invalid content.
    """
    context = site_context(site, base)
    own = {entry.identity for entry in context.providers if isinstance(entry.value.get("serverSideConfig"), dict)}
    ending = {
        ref: model
        for ref, model in context.base_models.items()
        if (day := retires(model)) is not None and day - today <= NOTICE and ref.partition("::")[0] not in own
    }
    return [
        _problem(pointer, ending[ref], today, role)
        for pointer, refs, role in [*_places(context), *_base_defaults(context, base)]
        if refs and all(ref in ending for ref in refs)
        for ref in refs[:1]
    ]


def _base_defaults(context: SiteContext, base: Mapping[str, Any]) -> Iterator[_Place]:
    """Yield the default models of the base that the site configuration neither replaces nor removes."""
    configured = object_property(context.section or {}, "defaultModels")
    is_offered = isinstance((context.section or {}).get("sourcegraph"), dict)
    filters = {"sourcegraph": {"modelFilters": valid_filters(context)}} if is_offered else {}
    for role, ref in object_property(base, "defaultModels").items():
        if not configured.get(role) and isinstance(ref, str) and ref in context.base_models:
            passing = Filters(filters, "").apply([{"status": "", **context.base_models[ref]}])
            yield join("", SECTION), [ref] if passing else [], role


def _places(context: SiteContext) -> Iterator[_Place]:
    """Yield the pointer of each place that names models, and the references of these models."""
    for role, ref in object_property(context.section or {}, "defaultModels").items():
        if isinstance(ref, str):
            yield join("", SECTION, "defaultModels", role), [ref], ""
    for entry in context.models:
        yield entry.pointer_to("modelRef"), [entry.identity], ""
    for kind in ("allow", "deny"):
        for index, pattern in enumerate(array_property(context.filters, kind)):
            if isinstance(pattern, str):
                yield join("", SECTION, "sourcegraph", "modelFilters", kind, index), _matching(context, pattern), ""


def _matching(context: SiteContext, pattern: str) -> list[str]:
    models = [{"modelRef": ref} for ref in context.base_models]
    passing = Filters({"sourcegraph": {"modelFilters": {"allow": [pattern]}}}, "").apply(models)
    return [model["modelRef"] for model in passing]


def _problem(pointer: str, model: Mapping[str, Any], today: date, role: str) -> Problem:
    day = retires(model)
    verb = "has been retired since" if day is not None and day <= today else "retires on"
    replacement = string_property(model, "replacement")
    hint = f"Its replacement is {quote(replacement)}." if replacement else "Choose another model."
    subject = quote(string_property(model, "modelRef"))
    if role:
        subject = f"the catalogue's default model {subject} for `{role}`"
        hint = f"Set `defaultModels.{role}` to another model. {hint if replacement else ''}".strip()
    return warning("MC360", f"{subject} {verb} {day}", hint=hint, pointer=pointer)
