"""The text that `modelconfig status` shows for a response."""

import pytest

from modelconfig.cli.servers.status_text import duration, render_status
from tests.modelconfig.server.status.status_documents import SOUND


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (60, "1 minute"),
        (3661, "1 hour 1 minute"),
        (3601, "1 hour"),
        (90_000, "1 day 1 hour"),
        (59.7, "1 minute"),
        (-1, "unknown"),
        (None, "unknown"),
        ("1", "unknown"),
        (True, "unknown"),
    ],
)
def test_durations_are_formatted(seconds: object, words: str) -> None:
    assert duration(seconds) == words


def test_polling_is_shown_with_its_last_error() -> None:
    error = {"message": "no connection", "at": "2026-11-22T12:00:00Z"}
    polling = {
        "enabled": True,
        "url": "https://gateway.example.com/llm-models.json",
        "intervalSeconds": 21600,
        "ageSeconds": 7200,
        "consecutiveFailures": 2,
        "nextAttempt": "2026-11-22T12:10:00Z",
        "lastError": error,
    }
    words = render_status({**SOUND, "polling": polling}, "https://instance")
    assert "every 6 hours; last success 2 hours ago; 2 failures since; next attempt 2026-11-22T12:10:00Z" in words
    assert "last error, 2026-11-22T12:00:00Z: no connection" in words
    off = render_status({**SOUND, "polling": {"enabled": False, "reason": "No gateway is configured."}}, "")
    assert "off. No gateway is configured." in off


@pytest.mark.parametrize(
    ("line", "column", "location"),
    [
        (3, 7, "site.json:3:7"),
        (3, 0, "site.json:3"),
        (-5, 7, "site.json"),
        (0, 7, "site.json"),
        (True, 7, "site.json"),
        (1.5, 7, "site.json"),
    ],
)
def test_a_location_has_positive_lines_and_columns(line: object, column: object, location: str) -> None:
    problem = {"code": "MC101", "message": "invalid", "file": "site.json", "line": line, "column": column}
    assert f"\n{location}: error[MC101]" in render_status({**SOUND, "problems": [problem]}, "")
