"""Which rules look at which kind of change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from codegen.evolution.diff.changes import Change, Kind
from codegen.evolution.rules import definitions, limits, meaning, names, properties, types, values
from codegen.evolution.rules.findings import Told
from codegen.evolution.rules.rule_context import World

if TYPE_CHECKING:
    from collections.abc import Mapping

Rule = Callable[[Change, World], Told | None]

_WENT = (names.removal_not_announced, names.removed_name_not_reserved)
_CAME = (names.reserved_name_returned, names.removed_name_returned)

RULES: Mapping[Kind, tuple[Rule, ...]] = {
    Kind.FILE: (definitions.file_added, definitions.file_removed),
    Kind.ROOT: (definitions.root_added, definitions.root_removed, definitions.root_changed),
    Kind.DEFINITION_ADDED: (definitions.definition_added,),
    Kind.DEFINITION_REMOVED: (definitions.definition_removed,),
    Kind.DEFINITION_RENAMED: (definitions.definition_renamed,),
    Kind.DEFINITION_MOVED: (definitions.definition_moved,),
    Kind.REFERENCE: (definitions.reference_changed,),
    Kind.MEMBER_ADDED: (properties.member_added, properties.required_member_added, *_CAME),
    Kind.MEMBER_REMOVED: (properties.member_removed, properties.required_member_removed, *_WENT),
    Kind.MEMBER_HIDDEN: (properties.member_hidden, names.removal_not_announced),
    Kind.MEMBER_SHOWN: (properties.member_shown,),
    Kind.REQUIREMENT: (properties.member_made_required, properties.member_made_optional),
    Kind.NULL: (properties.null_accepted, properties.null_refused),
    Kind.CLOSEDNESS: (properties.object_closed, properties.object_opened),
    Kind.VALUE_ADDED: (values.closed_value_added, values.open_value_added, values.constant_changed, *_CAME),
    Kind.VALUE_REMOVED: (values.closed_value_removed, values.open_value_removed, *_WENT),
    Kind.OPENNESS: (values.enumeration_opened, values.enumeration_closed),
    Kind.ORDER: (values.values_reordered,),
    Kind.VARIANT_ADDED: (values.variant_added,),
    Kind.VARIANT_REMOVED: (values.variant_removed,),
    Kind.FORM: (types.type_changed, types.number_widened, types.number_narrowed, types.form_changed),
    Kind.LOWER_LIMIT: (limits.minimum_raised, limits.minimum_lowered),
    Kind.UPPER_LIMIT: (limits.maximum_lowered, limits.maximum_raised),
    Kind.PATTERN: (limits.pattern_added, limits.pattern_removed, limits.pattern_narrowed, limits.pattern_changed),
    Kind.UNIQUE_ITEMS: (limits.unique_items_demanded, limits.unique_items_dropped),
    Kind.RESERVED: (names.name_reserved, names.reservation_dropped),
    Kind.DEFAULT: (meaning.default_changed, meaning.default_added, meaning.default_removed),
    Kind.DEPRECATION: (meaning.deprecated, meaning.deprecation_withdrawn),
    Kind.MASKING: (meaning.secret_unmarked, meaning.secret_marked),
    Kind.ANNOTATION: (
        meaning.reference_rule_changed, meaning.template_changed, meaning.copy_changed
    ),
    Kind.TEXT: (meaning.text_changed,),
    Kind.WORDING: (meaning.said_otherwise,),
    Kind.OTHER: (meaning.keyword_changed,),
}  # fmt: skip
"""A member may come and go for some only, so several rules can speak about one change."""


def rule_id(rule: Rule) -> str:
    """Return a rule's name as it stands in reports: that of its function."""
    return rule.__name__.replace("_", "-")


def ids() -> list[str]:
    """Return the id of every rule that looks at changes, sorted."""
    return sorted({rule_id(rule) for rules in RULES.values() for rule in rules})
