"""The table of the rules on documents: code and function."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from modelconfig.diagnostics.rule import Rule, run_rules
from modelconfig.documents.lint import (
    capability_rules,
    cost_rules,
    default_rules,
    name_rules,
    publication_rules,
    reference_rules,
    window_rules,
)
from modelconfig.documents.lint.document_context import DocumentContext, Schema, document_context

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

__all__ = ["RULES", "Rule", "check"]

RULES: Final = (
    Rule("MC201", reference_rules.duplicate_model),
    Rule("MC202", reference_rules.duplicate_provider),
    Rule("MC203", reference_rules.unknown_provider),
    Rule("MC204", default_rules.unknown_default),
    Rule("MC205", default_rules.deprecated_default),
    Rule("MC206", default_rules.unfit_default),
    Rule("MC207", reference_rules.identities_differ_by_case),
    Rule("MC208", reference_rules.provider_without_models),
    Rule("MC211", name_rules.long_display_name),
    Rule("MC212", name_rules.blank_display_name),
    Rule("MC213", name_rules.padded_name),
    Rule("MC214", name_rules.blank_model_name),
    Rule("MC215", name_rules.duplicate_display_name),
    Rule("MC216", name_rules.unprintable_name),
    Rule("MC221", capability_rules.no_capability),
    Rule("MC222", capability_rules.helper_capability_alone),
    Rule("MC223", capability_rules.effort_without_reasoning),
    Rule("MC224", capability_rules.deprecated_category),
    Rule("MC231", window_rules.output_exceeds_input),
    Rule("MC232", window_rules.user_share_exceeds_input),
    Rule("MC233", window_rules.tier_window_shrinks),
    Rule("MC234", window_rules.tiers_without_enterprise),
    Rule("MC235", window_rules.fraction_in_integer),
    Rule("MC241", cost_rules.placeholder_cost),
    Rule("MC242", cost_rules.output_cheaper_than_input),
    Rule("MC243", cost_rules.implausible_cost),
    Rule("MC246", publication_rules.server_side_config),
    Rule("MC247", publication_rules.credential),
    Rule("MC248", publication_rules.unparsable_revision),
)


def check(
    document: object, rules: Sequence[Rule[DocumentContext]] = RULES, schema: Schema | None = None
) -> list[Problem]:
    """Return the problems that the rules find in a JSON value that should be a model configuration, rule by rule.

    Never raises for invalid content: the schema reports parts of the wrong shape, and rules skip them. Takes time
    linear in the number of models. `schema` is the strict schema of such a document, by default the embedded one.
    Raises DataMissing where the embedded one is needed and missing.
    """
    return run_rules(rules, document_context(document, schema))
