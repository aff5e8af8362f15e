"""The steps of a merge, in their order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.diagnostics.problem import Severity, error, has_errors
from modelconfig.jsontext.pointers import join
from modelconfig.merge.base_models import base_models, new_models
from modelconfig.merge.default_models import Defaults
from modelconfig.merge.layers import Layer, Origin
from modelconfig.merge.new_model_checks import Newcomers
from modelconfig.merge.overrides import overrides
from modelconfig.merge.provenance import PREFIX, Provenance, site_pointer
from modelconfig.merge.providers import merge_providers
from modelconfig.merge.routing import route
from modelconfig.merge.sanitize import forbidden_settings, sanitized, validator_of
from modelconfig.site.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.problem import Problem

_NONE_SUPPLIED: dict[str, Any] = {"schemaVersion": "1.0", "revision": "-", "providers": [], "models": []}
_EVERYTHING_SUPPLIED: dict[str, Any] = {"sourcegraph": {}}


@dataclass(frozen=True)
class Merged:
    """The result of a merge. `document` is None when there is an error among the problems, and only then.

    The document has secrets and shares parts with what it was merged from: show only views of it, and do not change it.
    The problems' pointers are into the whole site configuration.
    """

    # Neither is part of the representation, which ends up in logs.
    document: dict[str, Any] | None = field(repr=False)
    provenance: Provenance = field(default_factory=Provenance, repr=False)
    problems: list[Problem] = field(default_factory=list)


class _Chosen(NamedTuple):
    """What is merged: a model configuration of a site, and where it stands in the site configuration."""

    configuration: Mapping[str, Any]
    place: str
    legacy: Mapping[str, str] | None
    problems: list[Problem]


def merge_site(base: Mapping[str, Any], site: Mapping[str, Any]) -> Merged:
    """Return base and site configuration merged.

    `base` is a model configuration, `site` a site configuration in its whole shape, both JSON values. What they say
    never raises: it becomes problems. Neither is changed, and both share parts with the result.
    """
    read, problems = sanitized(site)
    if read is None:
        return Merged(None, problems=problems)
    chosen = _choose(read)
    if has_errors(chosen.problems):
        return Merged(None, Provenance(legacy=chosen.legacy), chosen.problems)
    try:
        document, provenance, found = _merge(base, chosen, read.get("licenseKey") or "")
    except (AttributeError, KeyError, TypeError, ValueError):
        # Who has a base has checked it; doing so again beforehand would take a third of the time.
        broken = _unusable_base(base)
        if not broken:
            raise
        return Merged(None, Provenance(legacy=chosen.legacy), broken)
    problems = chosen.problems + [
        replace(problem, pointer=site_pointer(problem.pointer, chosen.legacy)) for problem in found
    ]
    provenance = replace(provenance, legacy=chosen.legacy)
    if has_errors(problems):
        return Merged(None, provenance, _unusable_base(base) or problems)
    return Merged(document, provenance, problems)


def _merge(base: Mapping[str, Any], chosen: _Chosen, licence: str) -> tuple[dict[str, Any], Provenance, list[Problem]]:
    configuration, place = chosen.configuration, chosen.place
    filters = Filters(configuration, place)
    supplied = base if filters.enabled else _NONE_SUPPLIED
    gateway = route(configuration.get("sourcegraph"), filters.pointer, licence)

    providers = merge_providers(supplied["providers"], configuration, place, gateway)
    said, found = overrides(configuration, place)
    problems = forbidden_settings(configuration) + providers.problems + found
    models, traces = base_models(filters.apply(base["models"]), providers.defaults, said)
    listed = {models[position]["modelRef"] for position in traces}
    added = [override for override in said.values() if override.ref not in listed]
    new, new_traces = new_models(added, providers.defaults)
    problems += Newcomers(models, providers.merged, filters).problems(added, new)
    traces.update(enumerate(new_traces, len(models)))
    models += new

    others = {} if filters.enabled else _left_out(base, filters.pointer)
    provenance = Provenance(traces, providers.traces, others, filters)
    defaults = Defaults(models, supplied.get("defaultModels", {}), configuration, place, provenance).resolve()
    provenance = replace(provenance, others={**others, **defaults.origins})
    document = {**supplied, "providers": providers.merged, "models": models, "defaultModels": defaults.models}
    if has_errors(problems):
        # That no default is left may only be what follows from them.
        return document, provenance, problems + [one for one in defaults.problems if one.severity is Severity.WARNING]
    problems += defaults.problems
    if not has_errors(problems):
        problems += _unusable_result(document, provenance, place)
    return document, provenance, problems


def _choose(read: Mapping[str, Any]) -> _Chosen:
    """Return what to merge: the model configuration, else what `completions` amounts to, else all that is supplied."""
    configuration = read.get("modelConfiguration")
    if configuration is not None:
        return _Chosen(configuration, PREFIX, None, [])
    if read.get("completions") is not None:
        from modelconfig.site.legacy.conversion import convert_site

        converted = convert_site(read)
        if converted.configuration is not None or has_errors(converted.problems):
            return _Chosen(converted.configuration or {}, PREFIX, converted.origins, converted.problems)
        return _Chosen(_EVERYTHING_SUPPLIED, "", None, converted.problems)
    return _Chosen(_EVERYTHING_SUPPLIED, "", None, [])


def _left_out(base: Mapping[str, Any], place: str) -> dict[str, Origin]:
    """Return where the members came from that stand in place of the supplied ones."""
    return {join("", name): Origin(Layer.FILLED_IN, place, base[name]) for name in ("schemaVersion", "revision")}


def _unusable_base(base: Mapping[str, Any]) -> list[Problem]:
    found = validator_of("model.consumer").problems(base)
    hint = "Run `modelconfig validate --consumer` on it, and merge with one that has no errors."
    return [
        error("MC339", f"the base document is not a model configuration: {one.pointer}: {one.message}", hint=hint)
        for one in found[:1]
    ]


def _unusable_result(document: dict[str, Any], provenance: Provenance, place: str) -> list[Problem]:
    """Return what makes the merged document one that no reader accepts, at the settings that made it so."""
    return [
        error(
            "MC339",
            f"the merged document would be invalid at {one.pointer}: {one.message}",
            hint=one.hint or "Change the setting.",
            pointer=provenance.origin(one.pointer).pointer or place,
        )
        for one in validator_of("model.consumer").problems(document)
    ]
