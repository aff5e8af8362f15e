"""A `/status` response without problems, which tests change."""

from typing import Any, Final

SOUND: Final[dict[str, Any]] = {
    "service": "gateway",
    "version": "1",
    "ready": True,
    "stale": False,
    "reasons": [],
    "problems": [],
}
