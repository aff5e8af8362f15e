"""Everything that can be told about a site configuration: its structure, rules of its own, and what merging reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.diagnostics.problem import Problem, has_errors
from modelconfig.site.property_names import without_credentials
from modelconfig.site.rules.site_rules import check_rules
from modelconfig.site.structure import check_structure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.merge.pipeline import Merged


class CheckedSite(NamedTuple):
    """Every problem of a site configuration, and what it makes of the base, which is None where one is an error."""

    problems: list[Problem]
    merged: Merged | None


def check_site(base: Mapping[str, Any], site: Mapping[str, Any]) -> list[Problem]:
    """Return every problem of a site configuration in the whole shape, against the catalogue that it changes.

    Pointers are those of the whole shape; `SiteFile.place` gives them lines. What merging reports is included, as far
    as errors of the structure allow. Messages never quote a credential. Changes neither argument, and never raises for
    what a user wrote.
    """
    return evaluate_site(base, site).problems


def evaluate_site(base: Mapping[str, Any], site: Mapping[str, Any]) -> CheckedSite:
    """Return what `check_site` returns, and the merged document that was made on the way to it."""
    from modelconfig.merge.pipeline import merge_site

    found = check_structure(site) + check_rules(base, site)
    merged = None if has_errors(found) else merge_site(base, site)
    told = _salvaged(site, base, found) if merged is None else merged.problems
    # Merging applies the rules that are errors too.
    problems = [
        without_credentials(one)
        for one in {(one.code, one.pointer, one.message): one for one in [*told, *found]}.values()
    ]
    return CheckedSite(problems, None if merged is None or merged.document is None else merged)


def _salvaged(site: Mapping[str, Any], base: Mapping[str, Any], found: Sequence[Problem]) -> list[Problem]:
    """Return what merging says of the sound parts of the configuration."""
    from modelconfig.merge.pipeline import merge_site
    from modelconfig.site.salvage import Salvage

    salvage = Salvage(site, found)
    return [] if salvage.site is None else salvage.still_true(merge_site(base, salvage.site).problems)
