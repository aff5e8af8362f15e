"""The two shapes of a site configuration's file, and misplaced properties."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import property_names

SECTION = "modelConfiguration"
"""The property of a site configuration that configures the models."""
_site_properties = partial(property_names, "site", "SiteConfiguration")
"""Returns the properties of a site configuration that concern models."""
_section_properties = partial(property_names, "site", "SiteModelConfiguration")
"""Returns the properties of `modelConfiguration`."""
_MIN_SIMILARITY = 0.9
_MAX_LENGTH = 40


def is_misspelt_section(name: str) -> bool:
    """Return whether a name is a misspelt `modelConfiguration`."""
    return name != SECTION and _intended_name(name) == SECTION


def is_bare(value: Mapping[str, Any]) -> bool:
    """Return whether this is the value of `modelConfiguration` alone, without the site configuration around it."""
    return value.keys().isdisjoint(_site_properties()) and not value.keys().isdisjoint(_section_properties())


def misplaced(value: Mapping[str, Any], *, bare: bool) -> Iterator[Problem]:
    """Yield a problem for each property with a misspelt name, and for each that is beside `modelConfiguration`."""
    for name in value:
        if name in _site_properties() or (bare and name in _section_properties()):
            continue
        pointer = join("", name)
        if name in _section_properties():
            message = f'"{name}" has no effect outside "{SECTION}"'
            yield warning("MC302", message, hint=f'Move it into "{SECTION}".', pointer=pointer, at_key=True)
            continue
        intended_name = _intended_name(name)
        if intended_name == SECTION and SECTION not in value:
            message = f'misspelt "{SECTION}": its content has no effect'
            yield error("MC301", message, hint=f'Did you mean "{SECTION}"?', pointer=pointer, at_key=True)
        elif intended_name is not None and not bare:
            message = f'misspelt "{intended_name}": the property is ignored'
            yield warning("MC303", message, hint=f'Did you mean "{intended_name}"?', pointer=pointer, at_key=True)


def _intended_name(name: str) -> str | None:
    """Return the property of a site configuration that concerns models and that a name misspells, or None.

    Stricter than for names in `modelConfiguration`: the file has dozens of properties that do not concern models.
    """
    plain_name = _plain(name)
    if not plain_name or len(name) > _MAX_LENGTH:
        return None
    from difflib import SequenceMatcher

    for known_name in _site_properties():
        plain_known_name = _plain(known_name)
        if (
            plain_name == plain_known_name
            or SequenceMatcher(None, plain_name, plain_known_name, autojunk=False).ratio() >= _MIN_SIMILARITY
        ):
            return known_name
    return SECTION if plain_name in {"modelconfig", "modelsconfig", "modelsconfiguration"} else None


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
