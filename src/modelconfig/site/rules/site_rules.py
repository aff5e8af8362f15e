"""The table of the rules on site configurations: code and function.

The rules need only the site configuration and the base document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem
from modelconfig.diagnostics.rule import Rule, run_rules
from modelconfig.site.rules import credential_rules, deprecation_rules, filter_rules, model_rules, provider_rules
from modelconfig.site.site_context import SiteContext, site_context

RULES: Final = (
    Rule("MC304", provider_rules.invalid_endpoint, standalone=True),
    Rule("MC305", provider_rules.credential_in_url),
    Rule("MC306", provider_rules.no_endpoint),
    Rule("MC307", provider_rules.server_config_of_another_kind),
    Rule("MC308", filter_rules.impossible_filter_rule),
    Rule("MC309", filter_rules.idle_filter_rule),
    Rule("MC310", filter_rules.nothing_passes_filters),
    Rule("MC311", model_rules.autocomplete_unknown_to_clients),
    Rule("MC312", model_rules.display_name_of_too_many_bytes, standalone=True),
    Rule("MC313", model_rules.effort_of_unreasoning_model),
    Rule("MC314", credential_rules.missing_licence),
    Rule("MC315", credential_rules.placeholder_credential),
    Rule("MC316", credential_rules.unused_credential),
    Rule("MC317", credential_rules.padded_credential),
    Rule("MC318", deprecation_rules.ignored_completions),
    Rule("MC319", deprecation_rules.deprecated_property),
)


def check_rules(
    base: Mapping[str, Any], site: Mapping[str, Any], rules: Sequence[Rule[SiteContext]] = RULES
) -> list[Problem]:
    """Return the rules' problems, rule by rule, in time linear in the size of both arguments.

    Accepts any object and never raises: values of the wrong type are problems of the schema, and are skipped here.
    """
    return run_rules(rules, site_context(site, base))
