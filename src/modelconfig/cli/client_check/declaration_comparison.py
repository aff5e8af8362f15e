"""What changed between two copies of the declarations, and what it means for the client."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.cli.client_check.declaration_parser import Declarations, Member

_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
_OPEN = "( string & { } )"


class Impact(StrEnum):
    """The three answers; what cannot be decided is never guessed."""

    BREAKS = "breaks"
    UNDECIDED = "undecided"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change. The three answers are about three days in a client's life."""

    what: str
    subject: str
    message: str
    keeping: Impact = Impact.FINE
    """The copy stays as it is, and documents of the new version arrive: does the program that shipped break?"""
    taking: Impact = Impact.FINE
    """The new copy is taken over: does the client's code stop compiling?"""
    older: Impact = Impact.FINE
    """The new copy has been taken over, and documents of older servers arrive."""

    @property
    def worst(self) -> Impact:
        """The worst of the three."""
        return next(one for one in Impact if one in (self.keeping, self.taking, self.older))


def compare(old: Declarations, new: Declarations) -> list[Difference]:
    """Return every difference, in the order of the declarations."""
    return [*_interfaces(old, new), *_aliases(old, new)]


def _interfaces(old: Declarations, new: Declarations) -> Iterator[Difference]:
    for name, members in old.interfaces.items():
        if name not in new.interfaces:
            yield _gone(name, "is no interface any more", stays=name in new.aliases)
            continue
        yield from _members(name, members, new.interfaces[name])
        yield from _comment(name, old.comments.get(name, ""), new.comments.get(name, ""))
    for name in new.interfaces:
        if name not in old.interfaces and name not in old.aliases:
            yield Difference(what="type-added", subject=name, message="the type is new")


def _members(owner: str, old: dict[str, Member], new: dict[str, Member]) -> Iterator[Difference]:
    for name, member in old.items():
        subject = f"{owner}.{name}"
        if name in new:
            yield from _member(subject, member, new[name])
        elif name.startswith("["):
            yield from _index(subject, "is gone")
        else:
            yield _removed(subject, member)
    for name, member in new.items():
        if name in old:
            continue
        subject = f"{owner}.{name}"
        if name.startswith("["):
            yield from _index(subject, "is new")
            continue
        if member.optional:
            yield Difference(what="member-added", subject=subject, message="an optional member is new")
            continue
        yield Difference(
            what="required-member-added", subject=subject, message="a member is new that is always there",
            taking=Impact.BREAKS, older=Impact.BREAKS,
        )  # fmt: skip


def _index(subject: str, change: str) -> Iterator[Difference]:
    # An interface without members has one of symbols, so that it is not the type of everything: that tells nothing.
    if not subject.endswith(": symbol]"):
        message = f"what any other name gives {change}"
        yield Difference(what="index-changed", subject=subject, message=message, taking=Impact.UNDECIDED)


def _removed(subject: str, member: Member) -> Difference:
    if member.optional:
        message = "an optional member is gone"
        return Difference(what="member-removed", subject=subject, message=message, taking=Impact.BREAKS)
    return Difference(
        what="required-member-removed", subject=subject, message="a member is gone that was always there",
        keeping=Impact.BREAKS, taking=Impact.BREAKS,
    )  # fmt: skip


def _member(subject: str, old: Member, new: Member) -> Iterator[Difference]:
    if old.optional and not new.optional:
        message = "the member is always there now"
        yield Difference(
            what="made-required", subject=subject, message=message, taking=Impact.BREAKS, older=Impact.BREAKS
        )
    if new.optional and not old.optional:
        message = "the member may be absent now"
        yield Difference(
            what="made-optional", subject=subject, message=message, keeping=Impact.BREAKS, taking=Impact.BREAKS
        )
    if new.deprecated and not old.deprecated:
        yield Difference(what="deprecated", subject=subject, message="the member is deprecated")
    elif old.comment != new.comment:
        yield from _comment(subject, old.comment, new.comment)
    if old.readonly is not new.readonly:
        yield Difference(
            what="readonly-changed", subject=subject, message="`readonly` differs", taking=Impact.UNDECIDED
        )
    yield from _types(subject, old.type, new.type)


def _comment(subject: str, old: str, new: str) -> Iterator[Difference]:
    if old != new:
        yield Difference(what="text-changed", subject=subject, message="its documentation differs")


def _aliases(old: Declarations, new: Declarations) -> Iterator[Difference]:
    for name, text in old.aliases.items():
        if name not in new.aliases:
            yield _gone(name, "is an interface now", stays=name in new.interfaces)
            continue
        if name.startswith("Known") and _is_open(name, old) and _is_open(name, new):
            yield from _known(name, text, new.aliases[name])
        else:
            yield from _types(name, text, new.aliases[name])
        yield from _comment(name, old.comments.get(name, ""), new.comments.get(name, ""))
    for name in new.aliases:
        if name not in old.aliases and name not in old.interfaces:
            yield Difference(what="type-added", subject=name, message="the type is new")


def _gone(name: str, otherwise: str, *, stays: bool) -> Difference:
    """Return what it means that an interface or alias is not declared any more, or `otherwise` where its name stays."""
    if not stays:
        return Difference(what="type-removed", subject=name, message="the type is gone", taking=Impact.BREAKS)
    unknown = Impact.UNDECIDED
    message = f"the type {otherwise}"
    return Difference(
        what="type-changed", subject=name, message=message, keeping=unknown, taking=unknown, older=unknown
    )


def _is_open(known: str, declared: Declarations) -> bool:
    """Tell whether a closed list of values stands beside an open type, so that receivers expect other values."""
    return _OPEN in declared.aliases.get(known.removeprefix("Known"), "")


def _known(name: str, old: str, new: str) -> Iterator[Difference]:
    before, after = _LITERAL.findall(old), _LITERAL.findall(new)
    for value in after:
        if value not in before:
            message = f"{value} is a new value; switches over `{name}` ask what it means"
            yield Difference(what="value-added", subject=name, message=message)
    for value in before:
        if value not in after:
            message = f"{value} is no known value any more"
            yield Difference(what="value-removed", subject=name, message=message, taking=Impact.BREAKS)


def _types(subject: str, old: str, new: str) -> Iterator[Difference]:
    before, after = set(old.split(" | ")), set(new.split(" | "))
    if before == after:
        return
    more, less = sorted(after - before), sorted(before - after)
    message = f"the type was {_shown(old)} and is {_shown(new)}"
    if not less and _plain_union(after):
        # What the old type does not have may arrive.
        yield Difference(
            what="type-widened", subject=subject, message=message, keeping=Impact.BREAKS, taking=Impact.BREAKS
        )
    elif not more and _plain_union(before):
        yield Difference(
            what="type-narrowed", subject=subject, message=message, taking=Impact.BREAKS, older=Impact.BREAKS
        )
    else:
        unknown = Impact.UNDECIDED
        yield Difference(
            what="type-changed", subject=subject, message=message, keeping=unknown, taking=unknown, older=unknown
        )


def _plain_union(parts: set[str]) -> bool:
    """Tell whether the parts of a type are alternatives side by side: nothing open, no brackets torn apart."""
    return _OPEN not in parts and all(part.count("(") == part.count(")") for part in parts)


def _shown(text: str) -> str:
    return f"`{text}`" if len(text) <= 80 else f"`{text[:79]}…`"
