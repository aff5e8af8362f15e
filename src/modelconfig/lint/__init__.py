"""Rules on a model configuration that its schema cannot say: references, names, budgets, prices, what is public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from modelconfig.lint import capabilities, costs, defaults, names, publication, references, windows
from modelconfig.lint.document import view
from modelconfig.problems import Problem, Severity
from modelconfig.rules import Rule, findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.lint.document import Document

__all__ = ["RULES", "Rule", "check"]

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES: Final = (
    Rule("MC201", _ERROR, references.duplicate_model),
    Rule("MC202", _ERROR, references.duplicate_provider),
    Rule("MC203", _ERROR, references.unknown_provider),
    Rule("MC204", _ERROR, defaults.unknown_default),
    Rule("MC205", _WARNING, defaults.deprecated_default),
    Rule("MC206", _ERROR, defaults.unfit_default),
    Rule("MC207", _WARNING, references.identities_differ_by_case),
    Rule("MC208", _WARNING, references.provider_without_models),
    Rule("MC211", _ERROR, names.long_display_name),
    Rule("MC212", _WARNING, names.blank_display_name),
    Rule("MC213", _WARNING, names.padded_name),
    Rule("MC214", _ERROR, names.blank_model_name),
    Rule("MC215", _WARNING, names.duplicate_display_name),
    Rule("MC216", _WARNING, names.unprintable_name),
    Rule("MC221", _ERROR, capabilities.no_capability),
    Rule("MC222", _WARNING, capabilities.helper_capability_alone),
    Rule("MC223", _WARNING, capabilities.effort_without_reasoning),
    Rule("MC224", _WARNING, capabilities.deprecated_category),
    Rule("MC231", _WARNING, windows.output_exceeds_input),
    Rule("MC232", _ERROR, windows.user_share_exceeds_input),
    Rule("MC233", _WARNING, windows.tier_window_shrinks),
    Rule("MC234", _ERROR, windows.tiers_without_enterprise),
    Rule("MC235", _WARNING, windows.fraction_in_integer),
    Rule("MC241", _WARNING, costs.placeholder_cost),
    Rule("MC242", _WARNING, costs.output_cheaper_than_input),
    Rule("MC243", _WARNING, costs.implausible_cost),
    Rule("MC246", _WARNING, publication.server_side_config),
    Rule("MC247", _WARNING, publication.credential),
    Rule("MC248", _WARNING, publication.unparsable_revision),
)


def check(document: object, rules: Sequence[Rule[Document]] = RULES) -> list[Problem]:
    """Return what the rules find in a JSON value that should be a model configuration, rule by rule.

    Takes any JSON value and never raises: what has the wrong shape is the schema's to report, and is passed over.
    Takes time linear in the number of models.
    """
    return findings(rules, view(document))
