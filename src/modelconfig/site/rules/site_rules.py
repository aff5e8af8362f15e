"""Check a site configuration and its base document with the rules of this package.

Each rule is a function named after its code.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem
from modelconfig.diagnostics.rule import Rule, rules_in, run_rules
from modelconfig.site.rules import (
    api_name_rules,
    credential_rules,
    deprecation_rules,
    endpoint_rules,
    filter_rules,
    model_rules,
    placeholder_rules,
    provider_rules,
)
from modelconfig.site.site_context import SiteContext, site_context

RULES: Final[tuple[Rule[SiteContext], ...]] = rules_in(
    api_name_rules,
    credential_rules,
    deprecation_rules,
    endpoint_rules,
    filter_rules,
    model_rules,
    placeholder_rules,
    provider_rules,
)


def check_rules(
    base: Mapping[str, Any], site: Mapping[str, Any], rules: Sequence[Rule[SiteContext]] = RULES
) -> list[Problem]:
    """Return the rules' problems, rule by rule, in time linear in the size of both arguments.

    Accepts any object and never raises: values of the wrong type are problems of the schema, and are skipped here.
    """
    return run_rules(rules, site_context(site, base))
