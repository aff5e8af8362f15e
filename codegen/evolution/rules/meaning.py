"""Rules on annotations: defaults, deprecation, secrets, texts."""

from __future__ import annotations

import json

from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import Level, RuleResult, breaks, compatible, undecided
from codegen.evolution.rules.rule_context import RuleContext


def default_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """The default of an absent property changed."""
    if change.old is None or change.new is None:
        return None
    text = "the same document means something else to each: an absent member stands for another value"
    return RuleResult(
        message=f"defaults to {_as_json(change.after)} and no longer to {_as_json(change.before)}",
        hint="Leave the default, and write the new value where it is meant.",
        effects=(breaks(Category.FORWARD, text), breaks(Category.BACKWARD, text)),
    )


def default_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A default was documented where none was."""
    if change.old is not None:
        return None
    text = "what an absent member meant to readers of before is not written down"
    return RuleResult(
        message=f"defaults to {_as_json(change.after)}, where no default was documented",
        hint="Make sure that this is what absence always meant, and say so in the file of exceptions.",
        effects=(undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text)),
    )


def default_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A default is no longer documented."""
    if change.new is not None:
        return None
    text = "what an absent member means now is not written down"
    return RuleResult(
        message=f"has no default any more; it was {_as_json(change.before)}",
        hint="Keep it; or say in the file of exceptions what an absent member means.",
        effects=(undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text)),
    )


def deprecated(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """Something was deprecated, and may be removed in the next major version."""
    if not change.after:
        return None
    return RuleResult(
        message="is deprecated", hint="Say in `x-deprecated` since which version, and what to use.",
        effects=(compatible(Category.SOURCE, "editors strike it through; nothing else happens"),),
    )  # fmt: skip


def deprecation_withdrawn(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """Something is no longer deprecated."""
    if change.after:
        return None
    return RuleResult(message="is not deprecated any more", hint="Nothing.")


def secret_unmarked(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A value that was masked in all output is shown now."""
    if change.after:
        return None
    return RuleResult(
        message="is not marked as a credential any more, so it will be printed, logged and explained in full",
        hint="Keep `x-secret`; values that were entered as secrets stay secrets.",
        effects=(breaks(Category.BACKWARD, "older documents hold credentials there"),), policy=True,
    )  # fmt: skip


def secret_marked(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A value is masked from now on."""
    if not change.after:
        return None
    return RuleResult(message="is a credential, and masked wherever it is printed", hint="Nothing.", level=Level.PATCH)


def reference_rule_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A rule of the dialect on the value changed: what it refers to, or in which properties items must differ."""
    if change.name not in ("x-references", "x-unique"):
        return None
    effects = []
    if change.after is not None:
        text = "whether all documents of before satisfy the rule is not decided by a program"
        effects.append(undecided(Category.BACKWARD, text))
    if change.before is not None:
        text = "whether older readers insist on the rule of before is not decided by a program"
        effects.append(undecided(Category.FORWARD, text))
    return RuleResult(
        message=f"`{change.name}` was {_as_json(change.before)} and is {_as_json(change.after)}",
        hint="Say in the file of exceptions what readers and documents of before do about it.",
        effects=tuple(effects),
    )


def template_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """The template-literal type of a string in TypeScript changed."""
    if change.name != "x-ts-template":
        return None
    return RuleResult(
        message="has another template-literal type", hint="Leave the template as it is.",
        effects=(breaks(Category.SOURCE, "texts that fitted may not compile any more", (Audience.CLIENTS,)),),
    )  # fmt: skip


def copy_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A property that only clients receive has the value of another property."""
    if change.name != "x-client-copy-of":
        return None
    text = "clients receive another value under the same name"
    return RuleResult(
        message=f"is a copy of {_as_json(change.after)} and no longer of {_as_json(change.before)}",
        hint="Leave the copy as it is, and add another one under a new name.",
        effects=(
            breaks(Category.FORWARD, text, (Audience.CLIENTS,)), breaks(Category.BACKWARD, text, (Audience.CLIENTS,))
        ),
    )  # fmt: skip


def text_changed(change: SchemaChange, _: RuleContext) -> RuleResult:
    """Documentation changed: descriptions, examples, since when something exists."""
    return RuleResult(message=f"has another `{change.name}`", hint="Nothing.", level=Level.PATCH)


def said_otherwise(_: SchemaChange, __: RuleContext) -> RuleResult:
    """The schema was reworded without a change of meaning, such as an exclusive limit for an inclusive one."""
    message, hint = "says the same in other words", "Nothing: the same documents are valid."
    return RuleResult(message=message, hint=hint, level=Level.PATCH)


def keyword_changed(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A keyword changed that no rule covers."""
    text = "this check does not know the keyword"
    return RuleResult(
        message=f"`{change.name}` was {_as_json(change.before)} and is {_as_json(change.after)}",
        hint="Say in the file of exceptions what it does; and teach the check.",
        effects=tuple(undecided(category, text) for category in Category),
    )


def _as_json(value: object) -> str:
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
