"""Which rules apply to which kind of change."""

from collections.abc import Callable, Iterator, Mapping

from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.rules import definitions, limits, meaning, names, properties, types, values
from codegen.evolution.rules.findings import ChangeFinding
from codegen.evolution.rules.rule_context import RuleContext

Rule = Callable[[SchemaChange, RuleContext], Iterator[ChangeFinding]]
"""Yields the findings of one change. Each finding has the name of a page in `docs/evolution/`."""

_REMOVAL_RULES = (names.removal_not_announced, names.removed_name_not_reserved)

RULES: Mapping[ChangeKind, tuple[Rule, ...]] = {
    ChangeKind.FILE: (definitions.files,),
    ChangeKind.ROOT: (definitions.roots,),
    ChangeKind.DEFINITION_ADDED: (definitions.definition_added,),
    ChangeKind.DEFINITION_REMOVED: (definitions.definition_removed,),
    ChangeKind.DEFINITION_RENAMED: (definitions.definition_renamed,),
    ChangeKind.DEFINITION_MOVED: (definitions.definition_moved,),
    ChangeKind.REFERENCE: (definitions.reference_changed,),
    ChangeKind.PROPERTY_ADDED: (properties.property_added, names.name_returned),
    ChangeKind.PROPERTY_REMOVED: (properties.property_removed, *_REMOVAL_RULES),
    ChangeKind.PROPERTY_HIDDEN: (properties.property_hidden, names.removal_not_announced),
    ChangeKind.PROPERTY_SHOWN: (properties.property_shown,),
    ChangeKind.PROPERTY_ORDER: (properties.order,),
    ChangeKind.REQUIREMENT: (properties.requirement,),
    ChangeKind.NULL: (properties.null,),
    ChangeKind.CLOSEDNESS: (properties.closedness,),
    ChangeKind.VALUE_ADDED: (values.value_added, names.name_returned),
    ChangeKind.VALUE_REMOVED: (values.value_removed, *_REMOVAL_RULES),
    ChangeKind.OPENNESS: (values.openness,),
    ChangeKind.ORDER: (values.order,),
    ChangeKind.VARIANT_ADDED: (values.variant_added,),
    ChangeKind.VARIANT_REMOVED: (values.variant_removed,),
    ChangeKind.SHAPE: (types.shape_changed,),
    ChangeKind.LIMIT: (limits.limits,),
    ChangeKind.PATTERN: (limits.pattern,),
    ChangeKind.UNIQUE_ITEMS: (limits.unique_items,),
    ChangeKind.RESERVED: (names.reservation,),
    ChangeKind.DEFAULT: (meaning.default,),
    ChangeKind.DEPRECATION: (meaning.deprecation,),
    ChangeKind.MASKING: (meaning.masking,),
    ChangeKind.EXPOSURE: (meaning.exposure,),
    ChangeKind.ANNOTATION: (meaning.annotation,),
    ChangeKind.TEXT: (meaning.text,),
    ChangeKind.WORDING: (meaning.wording,),
    ChangeKind.OTHER: (meaning.other,),
}
