"""Rules on properties: added, removed, required, hidden, nullable."""

from collections.abc import Iterator

from codegen.evolution.diff.audiences import STRICT_AUDIENCES, TOLERANT_AUDIENCES, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, Level, breaks, compatible, finding, undecided
from codegen.evolution.rules.rule_context import RuleContext
from codegen.schema.traversal import is_copy

_IGNORED = compatible(Category.FORWARD, "readers ignore unknown properties")
_NOT_NEEDED = compatible(Category.FORWARD, "older readers do not need it")
_NEEDED = breaks(Category.FORWARD, "older readers reject a document without it")
_ABSENT = breaks(Category.BACKWARD, "older documents may omit it, and readers of this version reject them")
_MUST_BE_SET = breaks(Category.SOURCE, "code that constructs the object must set the property")
_UNUSED = (
    compatible(Category.BACKWARD, "readers ignore it in older documents", TOLERANT_AUDIENCES),
    breaks(Category.BACKWARD, "the property no longer has an effect in older files", STRICT_AUDIENCES),
    breaks(Category.SOURCE, "programs that use the property no longer compile"),
)


def property_added(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a property was added. Older readers ignore it; no older document has it."""
    if change.required:
        yield finding(
            change, "required-member-added", "is a new required property",
            "Add it as optional, and document what its absence means.", _IGNORED, _ABSENT, _MUST_BE_SET,
        )  # fmt: skip
        return
    effects = [_IGNORED]
    if change.parents[0].get("additionalProperties") is not False:
        text = "the object accepted unknown properties, so older documents may use the name with any value"
        effects.append(undecided(Category.BACKWARD, text))
    yield finding(change, "member-added", "is a new optional property", "Check that the name is not in use.", *effects)


def property_removed(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a property was removed. The rule `removal-not-announced` checks the announcement."""
    if change.required:
        yield finding(
            change, "required-member-removed", "was removed, but older readers require it",
            "Keep writing it: a property that older readers require can be deprecated, but not removed.",
            _NEEDED, *_UNUSED,
        )  # fmt: skip
        return
    forward = _NOT_NEEDED
    if change.parents[1].get("additionalProperties") is not False:
        text = "the object accepts unknown properties, so the name may occur with a value that older readers reject"
        forward = undecided(Category.FORWARD, text)
    yield finding(
        change, "member-removed", "was removed",
        "Deprecate it for a release, remove it in a new major version, and add its name to `x-reserved`.",
        forward, *_UNUSED, announced=True,
    )  # fmt: skip


def requirement(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a property became required or optional."""
    if change.after:
        yield finding(
            change, "member-made-required", "is now required",
            "Keep it optional, and add a rule to `validate` that requires it from producers.", _ABSENT, _MUST_BE_SET,
        )  # fmt: skip
    else:
        yield finding(
            change, "member-made-optional", "is now optional, but older readers require it",
            "Keep it required, and document a value that means none.",
            _NEEDED, breaks(Category.SOURCE, "programs that read it must handle its absence"),
        )  # fmt: skip


def property_hidden(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that an audience no longer receives a property."""
    yield finding(
        change, "member-hidden", "is now only for clients" if is_copy(change.after) else "is now server-side",
        "Deprecate it for a release first; add a server-side property for the server.",
        breaks(Category.SOURCE, "programs that use the property no longer compile"),
        _NEEDED if change.required else _NOT_NEEDED,
    )  # fmt: skip


def property_shown(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that more audiences receive a property that was server-side, or only for clients."""
    yield finding(
        change, "member-shown", f"is no longer {'only for clients' if is_copy(change.before) else 'server-side'}",
        "Check that none of its values is confidential.",
        _IGNORED, *((_ABSENT, _MUST_BE_SET) if change.required else ()),
    )  # fmt: skip


def order(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that the properties are in another order, which has no meaning in documents."""
    text = "only the source order of generated types, and the order in newly written documents, changes"
    yield finding(
        change, "properties-reordered", "lists its properties in another order", "No action needed.",
        compatible(Category.SOURCE, text), level=Level.PATCH,
    )  # fmt: skip


def null(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that null became valid or invalid."""
    if change.after:
        yield finding(
            change, "null-accepted", "now accepts null", "Omit the property instead of using null.",
            breaks(Category.FORWARD, "older readers reject null"),
            breaks(Category.SOURCE, "programs that read it must handle null"),
        )  # fmt: skip
    else:
        yield finding(
            change, "null-refused", "no longer accepts null", "Keep accepting null; it is read as absent.",
            breaks(Category.BACKWARD, "older documents may contain null"),
            breaks(Category.SOURCE, "programs that set it to null no longer compile"),
        )  # fmt: skip


def closedness(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that an object no longer accepts unknown properties, or accepts them now."""
    if change.after:
        yield finding(
            change, "object-closed", "no longer accepts unknown properties",
            "Keep it open, or define the properties that are in use.",
            compatible(Category.BACKWARD, "readers ignore unknown properties", TOLERANT_AUDIENCES),
            breaks(Category.BACKWARD, "unknown properties no longer have an effect in older files", STRICT_AUDIENCES),
            breaks(Category.SOURCE, "`validate` rejects the additional properties of producers"),
        )  # fmt: skip
    else:
        yield finding(
            change, "object-opened", "now accepts unknown properties",
            "Define the properties, or add an object for arbitrary names.",
            _IGNORED, breaks(Category.SOURCE, "the set of properties is no longer fixed, and cannot be fixed again"),
        )  # fmt: skip
