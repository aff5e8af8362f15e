"""Rules on files, roots and definitions."""

from __future__ import annotations

from codegen.evolution.diff.audiences import Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import Level, RuleResult, breaks, compatible
from codegen.evolution.rules.rule_context import RuleContext

KEEP = "Keep the old one beside the new one for a release, and mark it `deprecated`."


def file_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A schema file was added."""
    if change.before is not None:
        return None
    return RuleResult(message="is a new schema file", hint="Nothing: nobody knew it before.")


def file_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A schema file was removed, and with it a generated module."""
    if change.after is not None:
        return None
    effects = (
        breaks(Category.SOURCE, "imports of its generated module fail"),
        breaks(Category.BACKWARD, "nothing reads its documents any more"),
    )
    return RuleResult(message="is gone", hint=KEEP, effects=effects)


def root_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A root document was added."""
    if change.before is not None:
        return None
    return RuleResult(message=f"the document `{change.name}` is new", hint="Nothing: nobody reads it yet.")


def root_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A root document was removed."""
    if change.after is not None:
        return None
    effects = (
        breaks(Category.SOURCE, "its derived schema is gone"),
        breaks(Category.BACKWARD, "nothing reads such documents any more"),
    )
    return RuleResult(message=f"the document `{change.name}` is not described any more", hint=KEEP, effects=effects)


def root_changed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A root document refers to another definition."""
    if change.before is None or change.after is None:
        return None
    message = f"the document `{change.name}` is a `{change.after}` and no longer a `{change.before}`"
    return RuleResult(
        message=message, hint="Change the definition itself, and keep its name.",
        effects=(breaks(Category.SOURCE, "the type that a document is read into has another name"),),
    )  # fmt: skip


def definition_added(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A definition was added, or became visible to an audience."""
    return RuleResult(message=f"`{change.name}` is a new type", hint="Nothing: nobody uses it yet.")


def definition_removed(change: SchemaChange, context: RuleContext) -> RuleResult:
    """A definition was removed, or is no longer visible to an audience."""
    message = f"`{change.name}` is gone"
    if change.new is not None:
        message = f"`{change.name}` is no longer part of what {_audience_list(change)} have"
    return RuleResult(
        message=message,
        hint="Deprecate it, or all that refers to it, for one release before it goes.",
        effects=(breaks(Category.SOURCE, f"programs that name the type `{change.name}` do not compile"),),
        announced=context.definition_announced(change.name),
    )


def definition_renamed(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A `$defs` key changed, and with it the name of the type in every language."""
    return RuleResult(
        message=f"`{change.before}` is called `{change.after}` now",
        hint="Keep the name: types are named by their `$defs` key and by nothing else.",
        effects=(
            breaks(Category.SOURCE, f"programs that name the type `{change.before}` do not compile"),
            compatible(Category.FORWARD, "names of types do not stand in documents"),
            compatible(Category.BACKWARD, "names of types do not stand in documents"),
        ),
    )


def definition_moved(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A definition moved to another file, and its type to another module."""
    return RuleResult(
        message=f"`{change.name}` moved from {change.before} to {change.after}",
        hint="Leave it where it is, and refer to it by a relative `$ref`.",
        effects=(breaks(Category.SOURCE, "imports from the old generated module fail"),),
    )


def reference_changed(change: SchemaChange, _: RuleContext) -> RuleResult:
    """A location refers to another definition. Other rules compare the two definitions."""
    before, after = (f"`{name}`" if name else "a type without a name" for name in (change.before, change.after))
    return RuleResult(
        message=f"is {after} and no longer {before}",
        hint="Change the definition that is referred to, or add a member of the new type.",
        effects=(breaks(Category.SOURCE, "the generated type has another name"),),
        level=Level.MINOR,
    )


def _audience_list(change: SchemaChange) -> str:
    return " and ".join(sorted(change.audiences))
