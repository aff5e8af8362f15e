"""Rules on which of the supplied models are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import count, listing
from modelconfig.diagnostics.rule import Finding, array_property, string_property
from modelconfig.documents.refs import ALLOWED, ALLOWED_IN_WORDS, SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.site.property_names import shown_name
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import SiteContext

_PLACE = join("", SECTION, "sourcegraph", "modelFilters")
_CHARACTERS = ALLOWED | {":", "*"}


def impossible_filter_rule(site: SiteContext) -> Iterator[Finding]:
    """Find rules that no reference of a model can ever fit."""
    for pointer, rule in _rules(site):
        reason, hint = _impossibility(rule)
        if reason:
            yield Finding(pointer, f"the rule {shown_name(rule)} can never match: {reason}", hint)


def idle_filter_rule(site: SiteContext) -> Iterator[Finding]:
    """Find rules that no supplied model fits at present."""
    if not site.supplied:
        return
    # One search in all references at once: there may be thousands of rules and thousands of models.
    references = "\n" + "\n".join(site.supplied) + "\n"
    for pointer, rule in _rules(site):
        core = rule.strip("*")
        wanted = ("" if rule.startswith("*") else "\n") + core + ("" if rule.endswith("*") else "\n")
        if wanted not in references and not _impossibility(rule)[0]:
            hint = "A rule is compared with the whole reference, and upper and lower case differ. Correct or remove it."
            yield Finding(pointer, f"the rule {shown_name(rule)} matches none of the supplied models", hint)


def nothing_passes_filters(site: SiteContext) -> Iterator[Finding]:
    """Find filters that leave no supplied model."""
    # Merging imports these rules.
    from modelconfig.site.filters import Filters

    statuses = site.filters.get("statusFilter")
    sound: dict[str, Any] = {kind: [rule for _, rule in _rules(site, kind)] for kind in ("allow", "deny")}
    if isinstance(statuses, list):
        sound["statusFilter"] = statuses
    models = [{"modelRef": ref, "status": string_property(model, "status")} for ref, model in site.supplied.items()]
    if not models or Filters({"sourcegraph": {"modelFilters": sound}}, "").offered(models):
        return
    hint = "Loosen them, or set `sourcegraph` to null if no supplied model is wanted."
    if statuses == []:
        hint = "An empty `statusFilter` lets nothing pass; leave it out to allow every status."
    yield Finding(_PLACE, f"the filters let none of the {count(len(models), 'supplied model')} pass", hint, at_key=True)


def _rules(site: SiteContext, *kinds: str) -> Iterator[tuple[str, str]]:
    """Yield pointer and text of each rule that is well formed."""
    for kind in kinds or ("allow", "deny"):
        for index, rule in enumerate(array_property(site.filters, kind)):
            if isinstance(rule, str) and rule and "*" not in rule[1:-1]:
                yield join(_PLACE, kind, index), rule


def _impossibility(rule: str) -> tuple[str, str]:
    """Return why no reference can fit the rule, and what to do; "" where one can."""
    wrong = sorted(set(rule) - _CHARACTERS)
    if wrong:
        return f"no reference contains {listing(wrong)}", f"References consist of {ALLOWED_IN_WORDS}, and of `::`."
    core = rule.strip("*")
    parts = core.split(SEPARATOR)
    if len(parts) > 3 or ":::" in core:
        return "a reference has three parts", "Write provider::apiVersion::modelID, or a beginning or end of it."
    if core == rule and (len(parts) != 3 or "" in parts):
        near = f"*{SEPARATOR}{core}" if SEPARATOR not in core else f"{core}*"
        return (
            "it has no `*`, and is no whole reference",
            f"Did you mean {shown_name(near)}? Or write the whole reference.",
        )
    return "", ""
