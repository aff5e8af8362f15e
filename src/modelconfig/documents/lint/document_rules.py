"""Check a document with the rules of this package, each a function named after its code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from modelconfig.diagnostics.rule import Rule, rules_in, run_rules
from modelconfig.documents.lint import (
    capability_rules,
    client_rules,
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

RULES: Final[tuple[Rule[DocumentContext], ...]] = rules_in(
    capability_rules,
    client_rules,
    cost_rules,
    default_rules,
    name_rules,
    publication_rules,
    reference_rules,
    window_rules,
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
