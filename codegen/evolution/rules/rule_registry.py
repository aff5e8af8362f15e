"""Which rules apply to which kind of change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.rules import definitions, limits, meaning, names, properties, types, values
from codegen.evolution.rules.findings import RuleResult
from codegen.evolution.rules.rule_context import RuleContext

Rule = Callable[[SchemaChange, RuleContext], RuleResult | None]

_REMOVAL_RULES = (names.removal_not_announced, names.removed_name_not_reserved)
_ADDITION_RULES = (names.reserved_name_returned, names.removed_name_returned)

RULES: Mapping[ChangeKind, tuple[Rule, ...]] = {
    ChangeKind.FILE: (definitions.file_added, definitions.file_removed),
    ChangeKind.ROOT: (definitions.root_added, definitions.root_removed, definitions.root_changed),
    ChangeKind.DEFINITION_ADDED: (definitions.definition_added,),
    ChangeKind.DEFINITION_REMOVED: (definitions.definition_removed,),
    ChangeKind.DEFINITION_RENAMED: (definitions.definition_renamed,),
    ChangeKind.DEFINITION_MOVED: (definitions.definition_moved,),
    ChangeKind.REFERENCE: (definitions.reference_changed,),
    ChangeKind.PROPERTY_ADDED: (properties.member_added, properties.required_member_added, *_ADDITION_RULES),
    ChangeKind.PROPERTY_REMOVED: (properties.member_removed, properties.required_member_removed, *_REMOVAL_RULES),
    ChangeKind.PROPERTY_HIDDEN: (properties.member_hidden, names.removal_not_announced),
    ChangeKind.PROPERTY_SHOWN: (properties.member_shown,),
    ChangeKind.REQUIREMENT: (properties.member_made_required, properties.member_made_optional),
    ChangeKind.NULL: (properties.null_accepted, properties.null_refused),
    ChangeKind.CLOSEDNESS: (properties.object_closed, properties.object_opened),
    ChangeKind.VALUE_ADDED: (
        values.closed_value_added, values.open_value_added, values.constant_changed, *_ADDITION_RULES
    ),
    ChangeKind.VALUE_REMOVED: (values.closed_value_removed, values.open_value_removed, *_REMOVAL_RULES),
    ChangeKind.OPENNESS: (values.enumeration_opened, values.enumeration_closed),
    ChangeKind.ORDER: (values.values_reordered,),
    ChangeKind.VARIANT_ADDED: (values.variant_added,),
    ChangeKind.VARIANT_REMOVED: (values.variant_removed,),
    ChangeKind.SHAPE: (types.type_changed, types.number_widened, types.number_narrowed, types.form_changed),
    ChangeKind.LOWER_LIMIT: (limits.minimum_raised, limits.minimum_lowered),
    ChangeKind.UPPER_LIMIT: (limits.maximum_lowered, limits.maximum_raised),
    ChangeKind.PATTERN: (limits.pattern_added, limits.pattern_removed, limits.pattern_narrowed, limits.pattern_changed),
    ChangeKind.UNIQUE_ITEMS: (limits.unique_items_demanded, limits.unique_items_dropped),
    ChangeKind.RESERVED: (names.name_reserved, names.reservation_dropped),
    ChangeKind.DEFAULT: (meaning.default_changed, meaning.default_added, meaning.default_removed),
    ChangeKind.DEPRECATION: (meaning.deprecated, meaning.deprecation_withdrawn),
    ChangeKind.MASKING: (meaning.secret_unmarked, meaning.secret_marked),
    ChangeKind.ANNOTATION: (
        meaning.reference_rule_changed, meaning.template_changed, meaning.copy_changed
    ),
    ChangeKind.TEXT: (meaning.text_changed,),
    ChangeKind.WORDING: (meaning.said_otherwise,),
    ChangeKind.OTHER: (meaning.keyword_changed,),
}  # fmt: skip
"""Several rules can apply to one change, because a property may be added or removed for some audiences only."""


def rule_id(rule: Rule) -> str:
    """Return the id of a rule in reports: the name of its function, with hyphens."""
    return rule.__name__.replace("_", "-")


def ids() -> list[str]:
    """Return the id of every rule on changes, sorted."""
    return sorted({rule_id(rule) for rules in RULES.values() for rule in rules})
