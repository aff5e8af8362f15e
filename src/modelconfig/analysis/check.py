"""Every problem of a site configuration: structure, rules, and the merge with a base document."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from modelconfig.diagnostics.problem import Problem, has_errors
from modelconfig.merge.pipeline import Merged
from modelconfig.site.rules.site_rules import check_rules
from modelconfig.site.structure import check_structure
from modelconfig.views.base_document import base_document


class CheckedSite(NamedTuple):
    """Every problem of a site configuration, and the merged result, which is None where a problem is an error."""

    problems: list[Problem]
    merged: Merged | None


def check_site(base: Mapping[str, Any], site: Mapping[str, Any]) -> list[Problem]:
    """Return every problem of a site configuration in the whole shape, merged with the base document.

    Pointers are into the whole shape; `SiteFile.place` adds lines. Problems of the merge are included, as far as errors
    of the structure allow. Messages never quote a credential. Neither argument is changed. Never raises for invalid
    content.
    """
    return evaluate_site(base, site, with_token=False).problems


def evaluate_site(base: Mapping[str, Any], site: Mapping[str, Any], *, with_token: bool = True) -> CheckedSite:
    """Return the result of `check_site` together with the merged document that it needed.

    Without `with_token` the document has no token made of the licence key: hashing it takes longer than the rules.
    """
    base, base_problems = base_document(base)
    checked = evaluate_settings(base, site, with_token=with_token)
    from modelconfig.analysis.merged_rules import merged_problems

    if checked.merged is not None:
        problems = merged_problems(base, site, checked.merged, checked.problems)
    else:
        from modelconfig.site.valid_parts import is_independent

        merged, removed = _merged_valid_parts(site, base, checked.problems)
        found = merged_problems(base, site, merged, checked.problems) if merged.document is not None else []
        problems = [problem for problem in found if is_independent(problem, removed)]
    return CheckedSite(base_problems + checked.problems + problems, None if has_errors(problems) else checked.merged)


def evaluate_settings(base: Mapping[str, Any], site: Mapping[str, Any], *, with_token: bool = True) -> CheckedSite:
    """Return the result of `evaluate_site` without the rules for documents on the merged result.

    The base has no null for an array.
    """
    from modelconfig.merge.pipeline import merge_site

    site_problems = check_structure(site) + check_rules(base, site)
    merged_site = site if with_token or "licenseKey" not in site else {**site, "licenseKey": ""}
    merged = None if has_errors(site_problems) else merge_site(base, merged_site)
    merge_problems = _problems_of_valid_parts(site, base, site_problems) if merged is None else merged.problems
    # Merging also applies the rules with errors: report each of their problems once.
    problems = list(dict.fromkeys([*merge_problems, *site_problems]))
    return CheckedSite(problems, None if merged is None or merged.document is None else merged)


def _problems_of_valid_parts(
    site: Mapping[str, Any], base: Mapping[str, Any], site_problems: Sequence[Problem]
) -> list[Problem]:
    """Return the problems that merging finds in the valid parts of the configuration."""
    from modelconfig.site.valid_parts import is_independent

    merged, removed = _merged_valid_parts(site, base, site_problems)
    return [problem for problem in merged.problems if is_independent(problem, removed)]


def _merged_valid_parts(
    site: Mapping[str, Any], base: Mapping[str, Any], site_problems: Sequence[Problem]
) -> tuple[Merged, set[str]]:
    """Return the valid parts of a configuration merged with the base, and the pointers to what was removed before."""
    from modelconfig.merge.pipeline import Merged, merge_valid_parts
    from modelconfig.site.valid_parts import removed_pointers, without_values

    removed = removed_pointers(site_problems)
    valid_parts = without_values(site, removed)
    return merge_valid_parts(base, valid_parts) if valid_parts is not None else Merged(None), removed
