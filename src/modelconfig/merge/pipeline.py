"""The stages of a merge."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from modelconfig.diagnostics.problem import Problem, Severity, error, has_errors, map_pointers
from modelconfig.jsontext.pointers import join
from modelconfig.merge.default_models import Defaults
from modelconfig.merge.layers import Layer, Origin
from modelconfig.merge.merged_models import merge_models
from modelconfig.merge.merged_providers import gateway_route, merge_providers
from modelconfig.merge.overrides import given_properties, overrides
from modelconfig.merge.provenance import PREFIX, Provenance, site_pointer
from modelconfig.merge.sanitize import document_problems, forbidden_settings, sanitize_site, without_unknown_properties
from modelconfig.site.filters import Filters
from modelconfig.site.site_context import catalogue_phrase
from modelconfig.views.base_document import base_document

_Legacy: TypeAlias = "Mapping[str, str] | None"
_EMPTY_BASE: dict[str, Any] = {"schemaVersion": "1.0", "revision": "-", "providers": [], "models": []}
_WHOLE_BASE_CONFIGURATION: dict[str, Any] = {"sourcegraph": {}}


@dataclass(frozen=True)
class Merged:
    """The result of a merge. `document` is None if and only if one of the problems is an error.

    The document contains secrets and shares parts with the documents that were merged: show only views of it, and do
    not change it. The problems' pointers are into the whole site configuration.
    """

    # Neither is part of the representation, because that is logged.
    document: dict[str, Any] | None = field(repr=False)
    provenance: Provenance = field(default_factory=Provenance, repr=False)
    problems: list[Problem] = field(default_factory=list)


def merge_site(base: Mapping[str, Any], site: Mapping[str, Any]) -> Merged:
    """Merge a base document with a site configuration.

    `base` is a model configuration, `site` a site configuration in its whole shape, both JSON values. Invalid content
    never raises: it becomes problems. Neither is changed, and both share parts with the result. Server-side properties
    of the base are ignored, with a warning.
    """
    sanitized_site, problems = sanitize_site(site)
    return Merged(None, problems=problems) if sanitized_site is None else _merge_sanitized(base, sanitized_site)


def merge_valid_parts(base: Mapping[str, Any], parts: Mapping[str, Any]) -> Merged:
    """Merge a base document with the valid parts of a site configuration.

    Items of their arrays may be null in place of invalid ones, and are left out.
    """
    return _merge_sanitized(base, without_unknown_properties(parts))


def _merge_sanitized(base: Mapping[str, Any], sanitized_site: Mapping[str, Any]) -> Merged:
    base, base_problems = base_document(base)
    configuration, pointer, legacy, input_problems = _select_input(sanitized_site)
    input_problems = base_problems + input_problems
    merged = Merged(None, Provenance(legacy=legacy), input_problems)
    if has_errors(input_problems):
        return merged
    try:
        merged = _merge(base, configuration, pointer, legacy, sanitized_site.get("licenseKey") or "")
    except (AttributeError, KeyError, TypeError, ValueError):
        # The base was validated when it was loaded; validating it again would take a third of the time.
        problems = _unusable_base(base)
        if not problems:
            raise
    else:
        problems = [] if merged.document is not None else _unusable_base(base)
    return replace(merged, problems=problems or [*input_problems, *merged.problems])


def _merge(
    base: Mapping[str, Any], configuration: Mapping[str, Any], pointer: str, legacy: _Legacy, licence: str
) -> Merged:
    filters = Filters(configuration, pointer)
    offered_base = base if filters.enabled else _EMPTY_BASE
    route = gateway_route(configuration.get("sourcegraph"), filters.pointer, licence)

    providers = merge_providers(offered_base["providers"], configuration, pointer, route)
    overrides_by_ref, override_problems = overrides(configuration, pointer)
    models, model_problems = merge_models(base["models"], overrides_by_ref, providers, filters)
    problems = forbidden_settings(configuration) + providers.problems + override_problems + model_problems

    origins = {} if filters.enabled else _replaced_origins(base, filters.pointer)
    provenance = Provenance(models.traces, providers.providers.traces, origins, filters, legacy)
    base_defaults, configured = offered_base.get("defaultModels", {}), configuration.get("defaultModels") or {}
    defaults = Defaults(models.items, base_defaults, configured, pointer, provenance, catalogue_phrase(base))
    defaults.resolve()
    origins.update(defaults.origins)
    document = {
        **offered_base,
        **given_properties(configuration, "ModelConfiguration"),
        "providers": providers.providers.items,
        "models": models.items,
        "defaultModels": defaults.chosen,
    }
    if has_errors(problems):
        # A missing default may only be a consequence of the other errors.
        problems += [problem for problem in defaults.problems if problem.severity is Severity.WARNING]
    else:
        problems += defaults.problems
    if not has_errors(problems):
        problems += _unusable_result(document, provenance, pointer)
    problems = [map_pointers(problem, lambda pointer: site_pointer(pointer, legacy)) for problem in problems]
    return Merged(None if has_errors(problems) else document, provenance, problems)


def _select_input(sanitized_site: Mapping[str, Any]) -> tuple[Mapping[str, Any], str, _Legacy, list[Problem]]:
    """Return the model configuration to merge, its pointer in the site configuration, and problems.

    It is `modelConfiguration`, else the converted `completions`, else one that offers the whole base.
    """
    configuration: Mapping[str, Any] | None = sanitized_site.get("modelConfiguration")
    if configuration is not None:
        return configuration, PREFIX, None, []
    problems = []
    if sanitized_site.get("completions") is not None:
        from modelconfig.site.legacy.conversion import convert_site

        converted = convert_site(sanitized_site)
        problems = converted.problems
        if converted.configuration is not None or has_errors(problems):
            return converted.configuration or {}, PREFIX, converted.origins, problems
    return _WHOLE_BASE_CONFIGURATION, "", None, problems


def _replaced_origins(base: Mapping[str, Any], pointer: str) -> dict[str, Origin]:
    """Return the origins of the properties that replace those of the base."""
    return {join("", name): Origin(Layer.FILLED_IN, pointer, base[name]) for name in ("schemaVersion", "revision")}


def _unusable_base(base: Mapping[str, Any]) -> list[Problem]:
    """Return the problem that the base document is invalid, or none."""
    hint = "Run `modelconfig validate --consumer` on it, and merge with a document without errors."
    return [
        error("MC339", f"the base document is invalid at {problem.pointer or '/'}: {problem.message}", hint=hint)
        for problem in document_problems(base)[:1]
    ]


def _unusable_result(document: dict[str, Any], provenance: Provenance, pointer: str) -> list[Problem]:
    """Return the problems of the merged document, with the pointers of the settings that caused them."""
    return [
        error(
            "MC339",
            f"the merged document would be invalid at {problem.pointer}: {problem.message}",
            hint=problem.hint or "Change the setting.",
            pointer=provenance.origin(problem.pointer).pointer or pointer,
        )
        for problem in document_problems(document)
    ]
