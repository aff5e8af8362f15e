"""Display names made from ids where none is given."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 128
"""Maximum size of a display name, in bytes of UTF-8. The names made here have one byte per character."""
_ELLIPSIS: Final = "..."


def is_blank(name: str | None) -> bool:
    """Return whether a name is missing, empty or only spaces."""
    return not name or name.isspace()


def fallback_name(identity: str, template: str = "{}") -> str:
    """Return the display name made from an id, which is cut if it is too long."""
    max_length = LONGEST - len(template.format(""))
    return template.format(
        identity if len(identity) <= max_length else identity[: max_length - len(_ELLIPSIS)] + _ELLIPSIS
    )
