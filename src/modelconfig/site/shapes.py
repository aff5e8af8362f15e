"""The two shapes of a site configuration's file, and misplaced properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import error, warning
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import property_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modelconfig.diagnostics.problem import Problem

SECTION = "modelConfiguration"
"""The member of a site configuration that says which models there are."""
_LEAST_LIKENESS = 0.9
_LONGEST = 40


def is_near_miss(name: str) -> bool:
    """Tell whether a name is a misspelt `modelConfiguration`."""
    return name != SECTION and _meant(name) == SECTION


def is_bare(value: Mapping[str, Any]) -> bool:
    """Tell whether this is what stands under `modelConfiguration`, without the configuration around it."""
    return value.keys().isdisjoint(_whole()) and not value.keys().isdisjoint(_section())


def misplaced(value: Mapping[str, Any], *, bare: bool) -> Iterator[Problem]:
    """Yield the members that look as if they were meant for us, and that nobody would look at where they stand."""
    for name in value:
        if name in _whole() or (bare and name in _section()):
            continue
        pointer = join("", name)
        if name in _section():
            message = f'"{name}" stands beside "{SECTION}" and has no effect there'
            yield warning("MC302", message, hint=f'Move it into "{SECTION}".', pointer=pointer, at_key=True)
            continue
        meant = _meant(name)
        if meant == SECTION and SECTION not in value:
            message = f'this member is a near miss of "{SECTION}"; nothing in it would take effect'
            yield error("MC301", message, hint=f'Did you mean "{SECTION}"?', pointer=pointer, at_key=True)
        elif meant is not None and not bare:
            message = f'this member is a near miss of "{meant}" and is ignored'
            yield warning("MC303", message, hint=f'Did you mean "{meant}"?', pointer=pointer, at_key=True)


def _meant(name: str) -> str | None:
    """Return which of our members a name was meant to be, or None.

    Stricter than for names within our own section: the file has dozens of members that belong to others.
    """
    plain = _plain(name)
    if not plain or len(name) > _LONGEST:
        return None
    from difflib import SequenceMatcher

    for ours in _whole():
        wanted = _plain(ours)
        if plain == wanted or SequenceMatcher(None, plain, wanted, autojunk=False).ratio() >= _LEAST_LIKENESS:
            return ours
    return SECTION if plain in {"modelconfig", "modelsconfig", "modelsconfiguration"} else None


def _whole() -> tuple[str, ...]:
    """Return the properties of a site configuration that concern models; all others belong to others."""
    return property_names("site", "SiteConfiguration")


def _section() -> tuple[str, ...]:
    """Return the properties of `modelConfiguration`."""
    return property_names("site", "SiteModelConfiguration")


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
