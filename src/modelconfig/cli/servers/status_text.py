"""A server's status as text.

A server's text is untrusted: all of it is made printable before it reaches a terminal.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from modelconfig.diagnostics.phrases import count, printable
from modelconfig.diagnostics.problem import Problem, RelatedLocation, Severity
from modelconfig.diagnostics.render.text import as_text
from modelconfig.diagnostics.rule import array_property, object_property, string_property

_UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
_SOURCES = {
    "embedded": "from the package",
    "file": "from the file",
    "cached": "polled by an earlier run",
    "polled": "polled",
    "kept": "saved by an earlier run",
}
_LABEL_WIDTH = 20


def render_status(status: Mapping[str, Any], url: str, *, colour: bool = False) -> str:
    """Return a status as lines: the served document, since when, and each problem with its location and hint."""
    lines = [f"{_text(status, 'service')} at {printable(url)}: {_state(status)}"]
    lines += [f"  - {printable(reason)}" for reason in array_property(status, "reasons") if isinstance(reason, str)]
    descriptions = [
        ("document", _describe(status, "document", _describe_document) or "none"),
        ("server", _describe_server(status)),
        ("file", _describe(status, "file", _describe_file)),
        ("site configuration", _describe(status, "siteConfiguration", _describe_file)),
        ("base document", _describe(status, "base", _describe_base)),
        ("polling", _describe(status, "polling", _describe_polling)),
        ("tokens", _describe(status, "tokens", lambda tokens: f"{_number(tokens, 'count')} valid")),
        ("cache", _describe(status, "cache", lambda cache: _text(cache, "directory"))),
    ]
    lines += [f"  {label:<{_LABEL_WIDTH}}{text}" for label, text in descriptions if text]
    return "".join(f"{line}\n" for line in lines) + as_text(list(_problems(status)), {}, colour=colour)


def _describe(status: Mapping[str, Any], name: str, describe: Callable[[Mapping[str, Any]], str]) -> str:
    """Return the description of a part of the status, empty if it is missing."""
    return describe(part) if (part := object_property(status, name)) else ""


def duration(seconds: object) -> str:
    """Return a duration in its one or two largest units."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds < 0:
        return "unknown"
    remaining, amounts = min(round(seconds), 10**11), []
    for unit_seconds, unit in _UNITS:
        amount, remaining = divmod(remaining, unit_seconds)
        if amount:
            amounts.append(count(amount, unit))
        elif amounts:
            break
    return " ".join(amounts[:2]) or "0 seconds"


def _state(status: Mapping[str, Any]) -> str:
    if status.get("ready") is not True:
        return "not ready"
    return "serving, but stale" if status.get("stale") is not False else "serving"


def _describe_server(status: Mapping[str, Any]) -> str:
    # A gateway has its version and the name of its file only for operators.
    version = _text(status, "version")
    return (f"version {version}, " if version else "") + f"running since {_text(status, 'started')}"


def _describe_document(document: Mapping[str, Any]) -> str:
    source, checked = _text(document, "source"), object_property(document, "checked")
    models, providers = (count(_number(document, name), name[:-1]) for name in ("models", "providers"))
    return (
        f"revision {_text(document, 'revision')}, {_SOURCES.get(source, source)};"
        f" {models} of {providers}; active for {duration(document.get('ageSeconds'))}"
        f" (since {_text(document, 'since')})"
        + (f"; values checked {_text(checked, 'oldest')} to {_text(checked, 'newest')}" if checked else "")
    )


def _describe_file(file: Mapping[str, Any]) -> str:
    # The gateway's file has a name, the instance's site configuration a file.
    text = _text(file, "name") or _text(file, "file")
    if file.get("accepted") is False:
        text += ": REJECTED"
    accepted_at, rejected_at = _text(file, "lastAccepted"), _text(file, "lastRefused")
    text += f"{'; ' if text else ''}{f'last accepted {accepted_at}' if accepted_at else 'never accepted'}"
    number = _number(file, "refused")
    times = "once" if number == 1 else f"{number} times"
    return text + (f", last rejected {rejected_at} ({times})" if rejected_at else "")


def _describe_base(base: Mapping[str, Any]) -> str:
    source = _text(base, "source")
    models = count(_number(base, "models"), "model")
    return f"revision {_text(base, 'revision')}, {_SOURCES.get(source, source)}; {models}"


def _describe_polling(polling: Mapping[str, Any]) -> str:
    if polling.get("enabled") is not True:
        return f"off. {_text(polling, 'reason')}".rstrip()
    text = f"{_text(polling, 'url')} every {duration(polling.get('intervalSeconds'))}"
    success_age = polling.get("ageSeconds")
    text += "; no success yet" if success_age is None else f"; last success {duration(success_age)} ago"
    failures = _number(polling, "consecutiveFailures")
    if failures:
        text += f"; {count(failures, 'failure')} since"
    next_attempt = _text(polling, "nextAttempt")
    text += f"; next attempt {next_attempt}" if next_attempt else ""
    error = object_property(polling, "lastError")
    if error:
        text += f"\n  {'':<{_LABEL_WIDTH}}last error, {_text(error, 'at')}: {_text(error, 'message')}"
    return text


def _problems(status: Mapping[str, Any]) -> Iterator[Problem]:
    for reported in _objects(status, "problems"):
        yield Problem(
            code=_text(reported, "code"),
            severity=Severity.WARNING if reported.get("severity") == "warning" else Severity.ERROR,
            message=_text(reported, "message"),
            hint=_text(reported, "hint"),
            **_location(reported),
            related=tuple(
                RelatedLocation(description=_text(related, "description"), **_location(related))
                for related in _objects(reported, "related")
            ),
        )


def _location(reported: Mapping[str, Any]) -> dict[str, Any]:
    line, column = (_position(reported.get(name)) for name in ("line", "column"))
    return {
        "file": _text(reported, "file"),
        "line": line,
        "column": None if line is None else column,
        "pointer": _text(reported, "pointer"),
    }


def _position(value: Any) -> int | None:
    """Return a line or column, which is at least 1, or None for any other value."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 1 else None


def _objects(parent: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    return [item for item in array_property(parent, name) if isinstance(item, dict)]


def _text(parent: Mapping[str, Any], name: str) -> str:
    return printable(string_property(parent, name))


def _number(parent: Mapping[str, Any], name: str) -> int:
    return value if isinstance(value := parent.get(name), int) else 0
