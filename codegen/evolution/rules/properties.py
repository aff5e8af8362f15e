"""Rules on properties: added, removed, required, hidden, nullable."""

from __future__ import annotations

from codegen.evolution.diff.audiences import STRICT_AUDIENCES, Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import Effect, RuleResult, breaks, compatible, undecided
from codegen.evolution.rules.rule_context import RuleContext

_TOLERANT = tuple(audience for audience in Audience if audience not in STRICT_AUDIENCES)


def member_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An optional property was added. Older readers ignore it."""
    if change.required:
        return None
    effects: tuple[Effect, ...] = (compatible(Category.FORWARD, "readers pass over members that they do not know"),)
    if _was_open(change):
        text = "the object took any member before, so older documents may have this name with any value"
        effects += (undecided(Category.BACKWARD, text),)
    return RuleResult(
        message="is a new optional member", hint="Nothing, unless the name meant something.", effects=effects
    )


def _was_open(change: SchemaChange) -> bool:
    parent = change.parents[0]
    return bool(parent) and parent.get("additionalProperties") is not False


def _is_open(change: SchemaChange) -> bool:
    return change.parents[1].get("additionalProperties") is not False


def required_member_added(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A required property was added, which no older document has."""
    if not change.required:
        return None
    return RuleResult(
        message="is a new member that must be there",
        hint="Add it as optional, and say in its description what its absence means.",
        effects=(
            compatible(Category.FORWARD, "older readers pass over it"),
            breaks(Category.BACKWARD, "documents of before lack it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "whoever makes such a value must give one more member"),
        ),
    )


def member_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An optional property was removed."""
    if change.required:
        return None
    forward = compatible(Category.FORWARD, "older readers could always do without it")
    if _is_open(change):
        text = (
            "the object takes any member, so documents may still have this name, with a value that older readers refuse"
        )
        forward = undecided(Category.FORWARD, text)
    return RuleResult(
        message="is gone",
        hint="Deprecate it for a release, remove it with a new major version, and put its name into `x-reserved`.",
        effects=(
            forward,
            compatible(Category.BACKWARD, "in older documents it is passed over", _TOLERANT),
            breaks(Category.BACKWARD, "what older files set with it has no effect any more", STRICT_AUDIENCES),
            breaks(Category.SOURCE, "programs that use the member do not compile"),
        ),
        # The rule `removal-not-announced` checks the announcement.
        announced=True,
    )


def required_member_removed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A property that older readers require was removed."""
    if not change.required:
        return None
    return RuleResult(
        message="is gone, and older readers insist on it",
        hint="Keep on writing it. What shipped readers need cannot be taken from them, only be left unused.",
        effects=(
            breaks(Category.FORWARD, "they refuse a document without it"),
            compatible(Category.BACKWARD, "in older documents it is passed over", _TOLERANT),
            breaks(Category.BACKWARD, "what older files set with it has no effect any more", STRICT_AUDIENCES),
            breaks(Category.SOURCE, "programs that use the member do not compile"),
        ),
    )


def member_made_required(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An optional property became required."""
    if not change.after:
        return None
    return RuleResult(
        message="must be there now",
        hint="Leave it optional; hold producers to it with a rule of `validate` instead.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may lack it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "whoever makes such a value must give one more member"),
        ),
    )


def member_made_optional(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """A property that older readers require became optional."""
    if change.after:
        return None
    return RuleResult(
        message="may be absent now, and older readers insist on it",
        hint="Leave it required; give it a value that means nothing.",
        effects=(
            breaks(Category.FORWARD, "they refuse a document without it"),
            breaks(Category.SOURCE, "programs that read it have to expect that it is absent"),
        ),
    )


def member_hidden(change: SchemaChange, _: RuleContext) -> RuleResult:
    """An audience no longer receives a property."""
    effects: tuple[Effect, ...] = (breaks(Category.SOURCE, "programs that use the member do not compile"),)
    if change.required:
        effects += (breaks(Category.FORWARD, "it always was there for them"),)
    else:
        effects += (compatible(Category.FORWARD, "they could always do without it"),)
    only_clients = "x-client-copy-of" in change.after
    change_text = "exists for clients only now" if only_clients else "is on the server's side now"
    return RuleResult(
        message=f"{change_text}, so {' and '.join(sorted(change.audiences))} do not receive it any more",
        hint="Deprecate it for a release first; add a server-side member for the server.",
        effects=effects,
    )


def member_shown(change: SchemaChange, _: RuleContext) -> RuleResult:
    """More audiences receive a property that was server-side, or for clients only."""
    effects: tuple[Effect, ...] = (compatible(Category.FORWARD, "readers pass over members that they do not know"),)
    if change.required:
        effects += (
            breaks(Category.BACKWARD, "documents of before lack it"),
            breaks(Category.SOURCE, "whoever makes such a value must give one more member"),
        )
    for_clients_only = "x-client-copy-of" in change.before
    change_text = "existed for clients only" if for_clients_only else "was on the server's side"
    return RuleResult(
        message=f"{change_text}, and {' and '.join(sorted(change.audiences))} receive it now",
        hint="Make sure that no value of it was ever meant to be secret.",
        effects=effects,
    )


def null_accepted(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """Null became valid."""
    if not change.after:
        return None
    return RuleResult(
        message="may be null now",
        hint="Leave the member out where there is no value: absent says the same.",
        effects=(
            breaks(Category.FORWARD, "older readers refuse null"),
            breaks(Category.SOURCE, "programs that read it have to expect null"),
        ),
    )


def null_refused(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """Null is no longer valid."""
    if change.after:
        return None
    return RuleResult(
        message="may not be null any more",
        hint="Go on accepting null; it reads as absent.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may hold null"),
            breaks(Category.SOURCE, "programs that give null do not compile"),
        ),
    )


def object_closed(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An object no longer accepts unknown properties."""
    if not change.after:
        return None
    return RuleResult(
        message="takes no further members any more",
        hint="Leave it open, or name the members that are in use.",
        effects=(
            compatible(Category.BACKWARD, "readers pass over members that they do not know", _TOLERANT),
            breaks(Category.BACKWARD, "members of older files have no effect any more", STRICT_AUDIENCES),
            breaks(Category.SOURCE, "producers that write members of their own are refused by `validate`"),
        ),
    )


def object_opened(change: SchemaChange, _: RuleContext) -> RuleResult | None:
    """An object accepts unknown properties now."""
    if change.after:
        return None
    return RuleResult(
        message="takes any further member now",
        hint="Name the members, or use an object of its own whose names are free.",
        effects=(
            compatible(Category.FORWARD, "readers pass over members that they do not know"),
            breaks(
                Category.SOURCE, "what was a closed set of members is not one any more, and cannot become one again"
            ),
        ),
    )
