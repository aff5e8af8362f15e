"""Rules on members: whether they are there, must be there, are seen by whom, and whether null may stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import STRICT, Audience, Category
from codegen.evolution.rules.findings import Effect, Told, breaks, compatible, undecided

if TYPE_CHECKING:
    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.rules.rule_context import RuleContext

_TOLERANT = tuple(one for one in Audience if one not in STRICT)


def member_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """An optional member is new: older readers pass over it."""
    if change.required:
        return None
    effects: tuple[Effect, ...] = (compatible(Category.FORWARD, "readers pass over members that they do not know"),)
    if _was_open(change):
        text = "the object took any member before, so older documents may have this name with any value"
        effects += (undecided(Category.BACKWARD, text),)
    return Told(
        message="is a new optional member", instead="Nothing, unless the name meant something.", effects=effects
    )


def _was_open(change: SchemaChange) -> bool:
    record = change.around[0]
    return bool(record) and record.get("additionalProperties") is not False


def _is_open(change: SchemaChange) -> bool:
    return change.around[1].get("additionalProperties") is not False


def required_member_added(change: SchemaChange, _: RuleContext) -> Told | None:
    """A new member must be there, which no older document has."""
    if not change.required:
        return None
    return Told(
        message="is a new member that must be there",
        instead="Add it as optional, and say in its description what its absence means.",
        effects=(
            compatible(Category.FORWARD, "older readers pass over it"),
            breaks(Category.BACKWARD, "documents of before lack it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "whoever makes such a value must give one more member"),
        ),
    )


def member_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """An optional member is gone."""
    if change.required:
        return None
    ahead = compatible(Category.FORWARD, "older readers could always do without it")
    if _is_open(change):
        text = (
            "the object takes any member, so documents may still have this name, with a value that older readers refuse"
        )
        ahead = undecided(Category.FORWARD, text)
    return Told(
        message="is gone",
        instead="Deprecate it for a release, remove it with a new major version, and put its name into `x-reserved`.",
        effects=(
            ahead,
            compatible(Category.BACKWARD, "in older documents it is passed over", _TOLERANT),
            breaks(Category.BACKWARD, "what older files set with it has no effect any more", STRICT),
            breaks(Category.SOURCE, "programs that use the member do not compile"),
        ),
        # Whether it was announced is a rule of its own.
        announced=True,
    )


def required_member_removed(change: SchemaChange, _: RuleContext) -> Told | None:
    """A member that older readers insist on is gone."""
    if not change.required:
        return None
    return Told(
        message="is gone, and older readers insist on it",
        instead="Keep on writing it. What shipped readers need cannot be taken from them, only be left unused.",
        effects=(
            breaks(Category.FORWARD, "they refuse a document without it"),
            compatible(Category.BACKWARD, "in older documents it is passed over", _TOLERANT),
            breaks(Category.BACKWARD, "what older files set with it has no effect any more", STRICT),
            breaks(Category.SOURCE, "programs that use the member do not compile"),
        ),
    )


def member_made_required(change: SchemaChange, _: RuleContext) -> Told | None:
    """An optional member must be there now."""
    if not change.after:
        return None
    return Told(
        message="must be there now",
        instead="Leave it optional; hold producers to it with a rule of `validate` instead.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may lack it, and a reader of this version refuses them"),
            breaks(Category.SOURCE, "whoever makes such a value must give one more member"),
        ),
    )


def member_made_optional(change: SchemaChange, _: RuleContext) -> Told | None:
    """A member that older readers insist on may be absent now."""
    if change.after:
        return None
    return Told(
        message="may be absent now, and older readers insist on it",
        instead="Leave it required; give it a value that means nothing.",
        effects=(
            breaks(Category.FORWARD, "they refuse a document without it"),
            breaks(Category.SOURCE, "programs that read it have to expect that it is absent"),
        ),
    )


def member_hidden(change: SchemaChange, _: RuleContext) -> Told:
    """Clients do not receive a member any more."""
    effects: tuple[Effect, ...] = (breaks(Category.SOURCE, "programs that use the member do not compile"),)
    if change.required:
        effects += (breaks(Category.FORWARD, "it always was there for them"),)
    else:
        effects += (compatible(Category.FORWARD, "they could always do without it"),)
    only_clients = "x-client-copy-of" in change.after
    where = "exists for clients only now" if only_clients else "is on the server's side now"
    return Told(
        message=f"{where}, so {' and '.join(sorted(change.audiences))} do not receive it any more",
        instead="Deprecate it for a release first; add a server-side member for the server.",
        effects=effects,
    )


def member_shown(change: SchemaChange, _: RuleContext) -> Told:
    """A member is received by more than before: it was on the server's side, or for clients only."""
    effects: tuple[Effect, ...] = (compatible(Category.FORWARD, "readers pass over members that they do not know"),)
    if change.required:
        effects += (
            breaks(Category.BACKWARD, "documents of before lack it"),
            breaks(Category.SOURCE, "whoever makes such a value must give one more member"),
        )
    for_clients_only = "x-client-copy-of" in change.before
    where = "existed for clients only" if for_clients_only else "was on the server's side"
    return Told(
        message=f"{where}, and {' and '.join(sorted(change.audiences))} receive it now",
        instead="Make sure that no value of it was ever meant to be secret.",
        effects=effects,
    )


def null_accepted(change: SchemaChange, _: RuleContext) -> Told | None:
    """Null may stand where it could not."""
    if not change.after:
        return None
    return Told(
        message="may be null now",
        instead="Leave the member out where there is no value: absent says the same.",
        effects=(
            breaks(Category.FORWARD, "older readers refuse null"),
            breaks(Category.SOURCE, "programs that read it have to expect null"),
        ),
    )


def null_refused(change: SchemaChange, _: RuleContext) -> Told | None:
    """Null may not stand where it could."""
    if change.after:
        return None
    return Told(
        message="may not be null any more",
        instead="Go on accepting null; it reads as absent.",
        effects=(
            breaks(Category.BACKWARD, "documents of before may hold null"),
            breaks(Category.SOURCE, "programs that give null do not compile"),
        ),
    )


def object_closed(change: SchemaChange, _: RuleContext) -> Told | None:
    """An object takes no further members."""
    if not change.after:
        return None
    return Told(
        message="takes no further members any more",
        instead="Leave it open, or name the members that are in use.",
        effects=(
            compatible(Category.BACKWARD, "readers pass over members that they do not know", _TOLERANT),
            breaks(Category.BACKWARD, "members of older files have no effect any more", STRICT),
            breaks(Category.SOURCE, "producers that write members of their own are refused by `validate`"),
        ),
    )


def object_opened(change: SchemaChange, _: RuleContext) -> Told | None:
    """An object takes any further member."""
    if change.after:
        return None
    return Told(
        message="takes any further member now",
        instead="Name the members, or use an object of its own whose names are free.",
        effects=(
            compatible(Category.FORWARD, "readers pass over members that they do not know"),
            breaks(
                Category.SOURCE, "what was a closed set of members is not one any more, and cannot become one again"
            ),
        ),
    )
