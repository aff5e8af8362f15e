"""Rules on a site configuration that its schema cannot say, told from it and the supplied catalogue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.problems import Problem, Severity
from modelconfig.rules import Rule, findings
from modelconfig.site.document import view
from modelconfig.site.rules import age, credentials, filters, models, providers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.site.document import Site

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES: Final = (
    Rule("MC304", _ERROR, providers.invalid_endpoint),
    Rule("MC305", _WARNING, providers.credential_in_url),
    Rule("MC306", _WARNING, providers.no_endpoint),
    Rule("MC307", _WARNING, providers.server_config_of_another_kind),
    Rule("MC308", _WARNING, filters.impossible_filter_rule),
    Rule("MC309", _WARNING, filters.idle_filter_rule),
    Rule("MC310", _WARNING, filters.nothing_passes_filters),
    Rule("MC311", _WARNING, models.autocomplete_unknown_to_clients),
    Rule("MC312", _ERROR, models.display_name_of_too_many_bytes),
    Rule("MC313", _WARNING, models.effort_of_unreasoning_model),
    Rule("MC314", _WARNING, credentials.missing_licence),
    Rule("MC315", _WARNING, credentials.placeholder_credential),
    Rule("MC316", _WARNING, credentials.unused_credential),
    Rule("MC317", _WARNING, credentials.padded_credential),
    Rule("MC318", _WARNING, age.ignored_completions),
    Rule("MC319", _WARNING, age.deprecated_member),
)


def check_rules(base: Mapping[str, Any], site: Mapping[str, Any], rules: Sequence[Rule[Site]] = RULES) -> list[Problem]:
    """Return what the rules find, rule by rule, in time linear in both arguments.

    Takes any object and never raises: what has the wrong shape is the schema's to report, and is passed over.
    """
    return findings(rules, view(site, base))
