"""Rules on files, roots and definitions."""

from collections.abc import Iterator

from codegen.evolution.diff.audiences import Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, breaks, compatible, finding
from codegen.evolution.rules.rule_context import RuleContext

_KEEP = "Keep the old one beside the new one for a release, and mark it `deprecated`."


def files(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a schema file, and with it a generated module, was added or removed."""
    if change.old is None:
        yield finding(change, "file-added", "is a new schema file")
    else:
        yield finding(
            change, "file-removed", "was removed", _KEEP,
            breaks(Category.SOURCE, "imports of its generated module fail"),
            breaks(Category.BACKWARD, "its documents are no longer read"),
        )  # fmt: skip


def roots(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a root document was added, was removed, or refers to another definition."""
    if change.old is None:
        yield finding(change, "root-added", "the document is new")
    elif change.new is None:
        yield finding(
            change, "root-removed", "the document was removed", _KEEP,
            breaks(Category.SOURCE, "its derived schema no longer exists"),
            breaks(Category.BACKWARD, "such documents are no longer read"),
        )  # fmt: skip
    else:
        yield finding(
            change, "root-changed", f"the document changed from `{change.before}` to `{change.after}`",
            "Change the definition itself, and keep its name.",
            breaks(Category.SOURCE, "the type that a document is read into has another name"),
        )  # fmt: skip


def definition_added(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a definition was added, or became visible to an audience."""
    yield finding(change, "definition-added", "is a new type")


def definition_removed(change: SchemaChange, context: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a definition was removed, or is no longer visible to an audience."""
    message = "was removed"
    if change.new is not None:
        message = f"is no longer visible to {' and '.join(sorted(change.audiences))}"
    yield finding(
        change, "definition-removed", message,
        "Deprecate it, or everything that refers to it, for one release before the removal.",
        breaks(Category.SOURCE, f"programs that use the type `{change.name}` no longer compile"),
        announced=context.definition_announced(change.name),
    )  # fmt: skip


def definition_renamed(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a `$defs` key changed, and with it the name of the type in every language."""
    yield finding(
        change, "definition-renamed", f"was renamed from `{change.before}`",
        "Keep the name: the `$defs` key is the name of the type.",
        breaks(Category.SOURCE, f"programs that use the type `{change.before}` no longer compile"),
        compatible(Category.FORWARD, "documents do not contain names of types"),
        compatible(Category.BACKWARD, "documents do not contain names of types"),
    )  # fmt: skip


def definition_moved(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a definition moved to another file, and its type to another module."""
    yield finding(
        change, "definition-moved", f"moved from {change.before} to {change.after}",
        "Leave it where it is, and refer to it by a relative `$ref`.",
        breaks(Category.SOURCE, "imports from the old generated module fail"),
    )  # fmt: skip


def reference_changed(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a location refers to another definition. Other rules compare the two definitions."""
    before, after = (f"`{name}`" if name else "an unnamed type" for name in (change.before, change.after))
    yield finding(
        change, "reference-changed", f"changed from {before} to {after}",
        "Change the definition that it refers to, or add a property of the new type.",
        breaks(Category.SOURCE, "the generated type has another name"),
    )  # fmt: skip
