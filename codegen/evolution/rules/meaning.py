"""Rules on what a schema says of a value beyond what is valid: defaults, deprecation, secrets, texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.rules.findings import Level, Told, breaks, compatible, undecided

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext


def default_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """What an absent member means is another value."""
    if change.old is None or change.new is None:
        return None
    text = "the same document means something else to each: an absent member stands for another value"
    return Told(
        message=f"defaults to {_shown(change.after)} and no longer to {_shown(change.before)}",
        instead="Leave the default, and write the new value where it is meant.",
        effects=(breaks(Category.FORWARD, text), breaks(Category.BACKWARD, text)),
    )


def default_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """A default is documented where there was none."""
    if change.old is not None:
        return None
    text = "what an absent member meant to readers of before is not written down"
    return Told(
        message=f"defaults to {_shown(change.after)}, where no default was documented",
        instead="Make sure that this is what absence always meant, and say so in the file of exceptions.",
        effects=(undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text)),
    )


def default_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A default is no longer documented."""
    if change.new is not None:
        return None
    text = "what an absent member means now is not written down"
    return Told(
        message=f"has no default any more; it was {_shown(change.before)}",
        instead="Keep it; or say in the file of exceptions what an absent member means.",
        effects=(undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text)),
    )


def deprecated(change: SchemaChange, _: RuleContext) -> Told | None:
    """Something should not be used any more, and may go with the next major version."""
    if not change.after:
        return None
    return Told(
        message="is deprecated", instead="Say in `x-deprecated` since which version, and what to use.",
        effects=(compatible(Category.SOURCE, "editors strike it through; nothing else happens"),),
    )  # fmt: skip


def deprecation_withdrawn(change: SchemaChange, _: RuleContext) -> Told | None:
    """Something may be used again."""
    if change.after:
        return None
    return Told(message="is not deprecated any more", instead="Nothing.")


def secret_unmarked(change: SchemaChange, _: RuleContext) -> Told | None:
    """What was masked wherever it was printed is shown now."""
    if change.after:
        return None
    return Told(
        message="is not marked as a credential any more, so it will be printed, logged and explained in full",
        instead="Keep `x-secret`; values that were entered as secrets stay secrets.",
        effects=(breaks(Category.BACKWARD, "older documents hold credentials there"),), policy=True,
    )  # fmt: skip


def secret_marked(change: SchemaChange, _: RuleContext) -> Told | None:
    """A value is masked from now on."""
    if not change.after:
        return None
    return Told(message="is a credential, and masked wherever it is printed", instead="Nothing.", level=Level.PATCH)


def reference_rule_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """Another rule of ours holds for the value: what it refers to, or in what items differ."""
    if change.name not in ("x-references", "x-unique"):
        return None
    effects = []
    if change.after is not None:
        text = "whether all documents of before satisfy the rule is not decided by a program"
        effects.append(undecided(Category.BACKWARD, text))
    if change.before is not None:
        text = "whether older readers insist on the rule of before is not decided by a program"
        effects.append(undecided(Category.FORWARD, text))
    return Told(
        message=f"`{change.name}` was {_shown(change.before)} and is {_shown(change.after)}",
        instead="Say in the file of exceptions what readers and documents of before do about it.",
        effects=tuple(effects),
    )


def template_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """The text has another template-literal type in TypeScript."""
    if change.name != "x-ts-template":
        return None
    return Told(
        message="has another template-literal type", instead="Leave the template as it is.",
        effects=(breaks(Category.SOURCE, "texts that fitted may not compile any more", (Audience.CLIENTS,)),),
    )  # fmt: skip


def copy_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A member that only clients receive has another member's value."""
    if change.name != "x-client-copy-of":
        return None
    text = "clients receive another value under the same name"
    return Told(
        message=f"is a copy of {_shown(change.after)} and no longer of {_shown(change.before)}",
        instead="Leave the copy as it is, and add another one under a new name.",
        effects=(
            breaks(Category.FORWARD, text, (Audience.CLIENTS,)), breaks(Category.BACKWARD, text, (Audience.CLIENTS,))
        ),
    )  # fmt: skip


def text_changed(change: SchemaChange, _: RuleContext) -> Told:
    """Documentation changed: descriptions, examples, since when something exists."""
    return Told(message=f"has another `{change.name}`", instead="Nothing.", level=Level.PATCH)


def said_otherwise(_: SchemaChange, __: RuleContext) -> Told:
    """The same is said in other words, such as an exclusive limit for an inclusive one; nothing else changed."""
    message, instead = "says the same in other words", "Nothing: the same documents are valid."
    return Told(message=message, instead=instead, level=Level.PATCH)


def keyword_changed(change: SchemaChange, _: RuleContext) -> Told:
    """A keyword changed that this check knows nothing about."""
    text = "this check does not know the keyword"
    return Told(
        message=f"`{change.name}` was {_shown(change.before)} and is {_shown(change.after)}",
        instead="Say in the file of exceptions what it does; and teach the check.",
        effects=tuple(undecided(category, text) for category in Category),
    )


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
