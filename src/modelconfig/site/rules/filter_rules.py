"""Rules on the filters of base models."""

from collections.abc import Iterator
from typing import Any

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
    statuses = site.filters.get("statusFilter")
    valid_filters: dict[str, Any] = {kind: [rule for _, rule in _rules(site, (kind,))] for kind in ("allow", "deny")}
    if isinstance(statuses, list):
        valid_filters["statusFilter"] = statuses
    models = [{"modelRef": ref, "status": string_property(model, "status")} for ref, model in site.base_models.items()]
    if not models or Filters({"sourcegraph": {"modelFilters": valid_filters}}, "").apply(models):
        return
    hint = "Relax the filters, or set `sourcegraph` to null to offer no catalogue models."
    if statuses == []:
        hint = "Remove the empty `statusFilter`, which allows no status."
    yield Finding(_POINTER, "the filters remove every catalogue model", hint, at_key=True)


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
