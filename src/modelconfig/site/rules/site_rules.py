"""The table of the rules on site configurations: code, severity, function.

The rules need only the site configuration and the base document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.diagnostics.rule import Rule, run_rules
from modelconfig.site.rules import credential_rules, deprecation_rules, filter_rules, model_rules, provider_rules
from modelconfig.site.site_context import site_context

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.site.site_context import SiteContext

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES: Final = (
    Rule("MC304", _ERROR, provider_rules.invalid_endpoint, standalone=True),
    Rule("MC305", _WARNING, provider_rules.credential_in_url),
    Rule("MC306", _WARNING, provider_rules.no_endpoint),
    Rule("MC307", _WARNING, provider_rules.server_config_of_another_kind),
    Rule("MC308", _WARNING, filter_rules.impossible_filter_rule),
    Rule("MC309", _WARNING, filter_rules.idle_filter_rule),
    Rule("MC310", _WARNING, filter_rules.nothing_passes_filters),
    Rule("MC311", _WARNING, model_rules.autocomplete_unknown_to_clients),
    Rule("MC312", _ERROR, model_rules.display_name_of_too_many_bytes, standalone=True),
    Rule("MC313", _WARNING, model_rules.effort_of_unreasoning_model),
    Rule("MC314", _WARNING, credential_rules.missing_licence),
    Rule("MC315", _WARNING, credential_rules.placeholder_credential),
    Rule("MC316", _WARNING, credential_rules.unused_credential),
    Rule("MC317", _WARNING, credential_rules.padded_credential),
    Rule("MC318", _WARNING, deprecation_rules.ignored_completions),
    Rule("MC319", _WARNING, deprecation_rules.deprecated_member),
)


def check_rules(
    base: Mapping[str, Any], site: Mapping[str, Any], rules: Sequence[Rule[SiteContext]] = RULES
) -> list[Problem]:
    """Return the rules' problems, rule by rule, in time linear in the size of both arguments.

    Accepts any object and never raises: values of the wrong type are problems of the schema, and are skipped here.
    """
    return run_rules(rules, site_context(site, base))
