"""Rules on the filters of base models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import count, listing, quote
from modelconfig.diagnostics.rule import Finding, array_property, string_property
from modelconfig.documents.refs import ALLOWED, ALLOWED_IN_WORDS, SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import SiteContext

_POINTER = join("", SECTION, "sourcegraph", "modelFilters")
_CHARACTERS = ALLOWED | {":", "*"}


def impossible_filter_rule(site: SiteContext) -> Iterator[Finding]:
    """Find patterns that can never match a model reference."""
    for pointer, rule in _rules(site):
        reason, hint = _impossibility(rule)
        if reason:
            yield Finding(pointer, f"the rule {quote(rule)} can never match: {reason}", hint)


def idle_filter_rule(site: SiteContext) -> Iterator[Finding]:
    """Find patterns that match no base model at present."""
    if not site.base_models:
        return
    # Search all references at once: there may be thousands of patterns and thousands of models.
    references = "\n" + "\n".join(site.base_models) + "\n"
    for pointer, rule in _rules(site):
        literal = rule.strip("*")
        searched = ("" if rule.startswith("*") else "\n") + literal + ("" if rule.endswith("*") else "\n")
        if searched not in references and not _impossibility(rule)[0]:
            hint = "A rule is compared with the whole reference, and upper and lower case differ. Correct or remove it."
            yield Finding(pointer, f"the rule {quote(rule)} matches none of the supplied models", hint)


def nothing_passes_filters(site: SiteContext) -> Iterator[Finding]:
    """Find filters that remove every base model."""
    # Imported here, because merging imports these rules.
    from modelconfig.site.filters import Filters

    statuses = site.filters.get("statusFilter")
    valid_filters: dict[str, Any] = {kind: [rule for _, rule in _rules(site, kind)] for kind in ("allow", "deny")}
    if isinstance(statuses, list):
        valid_filters["statusFilter"] = statuses
    models = [{"modelRef": ref, "status": string_property(model, "status")} for ref, model in site.base_models.items()]
    if not models or Filters({"sourcegraph": {"modelFilters": valid_filters}}, "").apply(models):
        return
    hint = "Loosen them, or set `sourcegraph` to null if no supplied model is wanted."
    if statuses == []:
        hint = "An empty `statusFilter` lets nothing pass; leave it out to allow every status."
    yield Finding(
        _POINTER, f"the filters let none of the {count(len(models), 'supplied model')} pass", hint, at_key=True
    )


def _rules(site: SiteContext, *kinds: str) -> Iterator[tuple[str, str]]:
    """Yield pointer and text of each well-formed pattern."""
    for kind in kinds or ("allow", "deny"):
        for index, rule in enumerate(array_property(site.filters, kind)):
            if isinstance(rule, str) and rule and "*" not in rule[1:-1]:
                yield join(_POINTER, kind, index), rule


def _impossibility(rule: str) -> tuple[str, str]:
    """Return why no reference can match the pattern, and the hint; "" where one can."""
    invalid_characters = sorted(set(rule) - _CHARACTERS)
    if invalid_characters:
        return (
            f"no reference contains {listing(invalid_characters)}",
            f"References consist of {ALLOWED_IN_WORDS}, and of `::`.",
        )
    literal = rule.strip("*")
    parts = literal.split(SEPARATOR)
    if len(parts) > 3 or ":::" in literal:
        return "a reference has three parts", "Write provider::apiVersion::modelID, or a beginning or end of it."
    if literal == rule and (len(parts) != 3 or "" in parts):
        suggestion = f"*{SEPARATOR}{literal}" if SEPARATOR not in literal else f"{literal}*"
        return (
            "it has no `*`, and is no whole reference",
            f"Did you mean {quote(suggestion)}? Or write the whole reference.",
        )
    return "", ""
