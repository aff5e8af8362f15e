"""The names that people see where nobody gave one."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 128
"""Bytes of a display name that readers accept. What names are made of here takes one byte a character."""
_CUT: Final = "..."


def is_blank(name: str | None) -> bool:
    """Tell whether there is nothing to see of a name."""
    return not name or name.isspace()


def fallback_name(identity: str, form: str = "{}") -> str:
    """Return the display name made of an id, which is cut where it is too long for one."""
    room = LONGEST - len(form.format(""))
    return form.format(identity if len(identity) <= room else identity[: room - len(_CUT)] + _CUT)
