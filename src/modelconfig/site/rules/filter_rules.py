"""Rules on the filters of base models."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.rule import Finding, array_property, string_property
from modelconfig.documents.refs import ALLOWED, ALLOWED_IN_WORDS, SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.site.filters import Filters
from modelconfig.site.rules.pattern_suggestions import MAX_SUGGESTIONS, suggested_pattern
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_context import SiteContext

_POINTER = join("", SECTION, "sourcegraph", "modelFilters")
_CHARACTERS = ALLOWED | {":", "*"}
_FEATURES: Final[Mapping[str, Callable[[str, Mapping[str, Any]], bool]]] = {
    "smart apply": lambda _, model: "smartApply" in array_property(model, "capabilities"),
    "auto-edit": lambda ref, _: ref.rpartition(SEPARATOR)[2].startswith("autoedits"),
}
"""By feature: whether a catalogue model serves it. Clients ask for these models by name, and never offer them."""


def impossible_filter_rule(site: SiteContext) -> Iterator[Finding]:
    """Find patterns that can never match a model reference."""
    searches = 0
    for pointer, rule in _rules(site):
        reason, hint = _impossibility(rule)
        if reason:
            searches += 1
            suggestion = suggested_pattern(rule, site.base_models) if searches <= MAX_SUGGESTIONS else ""
            hint = f"Did you mean {quote(suggestion)}?" if suggestion else hint
            yield Finding(pointer, f"the pattern {quote(rule)} cannot match a model reference: {reason}", hint)


def unused_filter_rule(site: SiteContext) -> Iterator[Finding]:
    """Find patterns that match no base model at present."""
    if not site.base_models:
        return
    # Search all references at once: there may be thousands of patterns and thousands of models.
    searches = 0
    references = "\n" + "\n".join(site.base_models) + "\n"
    for pointer, rule in _rules(site):
        literal = rule.strip("*")
        searched = ("" if rule.startswith("*") else "\n") + literal + ("" if rule.endswith("*") else "\n")
        if searched not in references and not _impossibility(rule)[0]:
            searches += 1
            suggestion = suggested_pattern(rule, site.base_models) if searches <= MAX_SUGGESTIONS else ""
            hint = f"Did you mean {quote(suggestion)}?" if suggestion else "Correct or remove the pattern."
            hint += f" If the model is newer than {site.catalogue}, use a newer catalogue with `--base FILE`."
            yield Finding(pointer, f"the pattern {quote(rule)} matches no catalogue model", hint)


def nothing_passes_filters(site: SiteContext) -> Iterator[Finding]:
    """Find filters that remove every base model."""
    models = [{"modelRef": ref, "status": string_property(model, "status")} for ref, model in site.base_models.items()]
    if not models or Filters({"sourcegraph": {"modelFilters": valid_filters(site)}}, "").apply(models):
        return
    hint = "Relax the filters, or set `sourcegraph` to null to offer no catalogue models."
    if site.filters.get("statusFilter") == []:
        hint = "Remove the empty `statusFilter`, which allows no status."
    yield Finding(_POINTER, "the filters remove every catalogue model", hint, at_key=True)


def filters_remove_feature(site: SiteContext) -> Iterator[Finding]:
    """Find filters that leave no catalogue model to a feature that users do not choose a model for."""
    usable = {ref: model for ref, model in site.base_models.items() if model.get("status") != "deprecated"}
    filters = Filters({"sourcegraph": {"modelFilters": valid_filters(site)}}, join("", SECTION))
    models = [{"modelRef": ref, "status": string_property(model, "status")} for ref, model in usable.items()]
    if not models or not filters.apply(models):
        return
    for feature, is_for in _FEATURES.items():
        removed = [ref for ref, model in usable.items() if is_for(ref, model)]
        removals = [(ref, removal) for ref in removed if (removal := filters.removed(ref)) is not None]
        if removals and len(removals) == len(removed):
            ref, removal = removals[0]
            message = f"the filters remove every catalogue model for {feature}, which then does not work"
            hint = f"Change the filters so that one passes, such as {quote(ref)}."
            yield Finding(join(_POINTER, removal.rule.value), message, hint, at_key=True)


def valid_filters(site: SiteContext) -> dict[str, Any]:
    """Return the filters without the parts that are problems of the schema."""
    filters: dict[str, Any] = {kind: [rule for _, rule in _rules(site, (kind,))] for kind in ("allow", "deny")}
    statuses = site.filters.get("statusFilter")
    return {**filters, "statusFilter": statuses} if isinstance(statuses, list) else filters


def _rules(site: SiteContext, kinds: tuple[str, ...] = ("allow", "deny")) -> Iterator[tuple[str, str]]:
    """Yield pointer and text of each well-formed pattern."""
    for kind in kinds:
        for index, rule in enumerate(array_property(site.filters, kind)):
            if isinstance(rule, str) and rule and "*" not in rule[1:-1]:
                yield join(_POINTER, kind, index), rule


def _impossibility(rule: str) -> tuple[str, str]:
    """Return why no reference can match the pattern, and the hint; "" where one can."""
    invalid_characters = sorted(set(rule) - _CHARACTERS)
    if invalid_characters:
        return (
            f"references do not contain {listing(invalid_characters)}",
            f"Use {ALLOWED_IN_WORDS}, and `::` between the parts.",
        )
    literal = rule.strip("*")
    parts = literal.split(SEPARATOR)
    if len(parts) > 3 or ":::" in literal:
        return "a reference has 3 parts", "Write provider::apiVersion::modelID, or its beginning or end and `*`."
    if literal == rule and (len(parts) != 3 or "" in parts):
        return (
            "it has no `*` and is not a whole reference",
            "Write a whole reference, or its beginning or end and `*`. `modelconfig list` prints the references.",
        )
    return "", ""
