"""Rules on files, roots and definitions: what the generated names are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import Category
from codegen.evolution.rules.findings import Level, Told, breaks, compatible

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext

KEEP = "Keep the old one beside the new one for a release, and mark it `deprecated`."


def file_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """A schema file is new."""
    if change.before is not None:
        return None
    return Told(message="is a new schema file", instead="Nothing: nobody knew it before.")


def file_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A schema file is gone, and with it a generated module."""
    if change.after is not None:
        return None
    effects = (
        breaks(Category.SOURCE, "imports of its generated module fail"),
        breaks(Category.BACKWARD, "nothing reads its documents any more"),
    )
    return Told(message="is gone", instead=KEEP, effects=effects)


def root_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """A document of a new kind is described."""
    if change.before is not None:
        return None
    return Told(message=f"the document `{change.name}` is new", instead="Nothing: nobody reads it yet.")


def root_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A document is not described any more."""
    if change.after is not None:
        return None
    effects = (
        breaks(Category.SOURCE, "its derived schema is gone"),
        breaks(Category.BACKWARD, "nothing reads such documents any more"),
    )
    return Told(message=f"the document `{change.name}` is not described any more", instead=KEEP, effects=effects)


def root_changed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A document is another definition than before."""
    if change.before is None or change.after is None:
        return None
    message = f"the document `{change.name}` is a `{change.after}` and no longer a `{change.before}`"
    return Told(
        message=message, instead="Change the definition itself, and keep its name.",
        effects=(breaks(Category.SOURCE, "the type that a document is read into has another name"),),
    )  # fmt: skip


def definition_added(change: SchemaChange, _: RuleContext) -> Told:
    """A type is new, or new to some."""
    return Told(message=f"`{change.name}` is a new type", instead="Nothing: nobody uses it yet.")


def definition_removed(change: SchemaChange, world: RuleContext) -> Told:
    """A type is gone, or gone for some."""
    message = f"`{change.name}` is gone"
    if change.new is not None:
        message = f"`{change.name}` is no longer part of what {_whom(change)} have"
    return Told(
        message=message,
        instead="Deprecate it, or all that refers to it, for one release before it goes.",
        effects=(breaks(Category.SOURCE, f"programs that name the type `{change.name}` do not compile"),),
        announced=world.definition_announced(change.name),
    )


def definition_renamed(change: SchemaChange, _: RuleContext) -> Told:
    """A `$defs` key changed, and with it the type's name in every language."""
    return Told(
        message=f"`{change.before}` is called `{change.after}` now",
        instead="Keep the name: types are named by their `$defs` key and by nothing else.",
        effects=(
            breaks(Category.SOURCE, f"programs that name the type `{change.before}` do not compile"),
            compatible(Category.FORWARD, "names of types do not stand in documents"),
            compatible(Category.BACKWARD, "names of types do not stand in documents"),
        ),
    )


def definition_moved(change: SchemaChange, _: RuleContext) -> Told:
    """A definition stands in another file, and its type in another module."""
    return Told(
        message=f"`{change.name}` moved from {change.before} to {change.after}",
        instead="Leave it where it is, and refer to it by a relative `$ref`.",
        effects=(breaks(Category.SOURCE, "imports from the old generated module fail"),),
    )


def reference_changed(change: SchemaChange, _: RuleContext) -> Told:
    """A place has another named type. How the two differ is told apart from this."""
    before, after = (f"`{name}`" if name else "a type without a name" for name in (change.before, change.after))
    return Told(
        message=f"is {after} and no longer {before}",
        instead="Change the definition that is referred to, or add a member of the new type.",
        effects=(breaks(Category.SOURCE, "the generated type has another name"),),
        level=Level.MINOR,
    )


def _whom(change: SchemaChange) -> str:
    return " and ".join(sorted(change.audiences))
