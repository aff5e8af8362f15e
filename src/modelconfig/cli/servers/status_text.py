"""A server's status in words for a person.

What a server says is a stranger's text: nothing of it reaches a terminal as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import count, printable
from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.diagnostics.render.text import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
_SOURCES = {
    "embedded": "the one that came with the package",
    "file": "from the file",
    "cached": "polled by an earlier run",
    "polled": "polled",
    "kept": "kept from an earlier run",
}
_LABEL = 20


def as_words(status: Mapping[str, Any], url: str, *, colour: bool = False) -> str:
    """Return a status as lines: what is served, how old it is, and what is wrong with place and remedy."""
    lines = [f"{_text(status, 'service')} at {printable(url)}: {_verdict(status)}"]
    lines += [f"  - {printable(reason)}" for reason in _list(status, "reasons") if isinstance(reason, str)]
    parts = [
        ("document", _document(_object(status, "document"))),
        ("server", f"version {_text(status, 'version')}, running since {_text(status, 'started')}"),
        ("file", _file(_object(status, "file"), "name")),
        ("site configuration", _file(_object(status, "siteConfiguration"), "file")),
        ("supplied document", _base(_object(status, "base"))),
        ("polling", _polling(_object(status, "polling"))),
        ("tokens", _tokens(_object(status, "tokens"))),
        ("cache", _text(_object(status, "cache"), "directory")),
    ]
    lines += [f"  {name:<{_LABEL}}{words}" for name, words in parts if words]
    found = list(_problems(status))
    return "".join(f"{line}\n" for line in lines) + as_text(found, {}, colour=colour)


def age(seconds: object) -> str:
    """Return a length of time in its one or two largest units."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds < 0:
        return "unknown"
    left, words = min(round(seconds), 10**11), []
    for length, unit in _UNITS:
        number, left = divmod(left, length)
        if number:
            words.append(count(number, unit))
        elif words:
            break
    return " ".join(words[:2]) or "0 seconds"


def _verdict(status: Mapping[str, Any]) -> str:
    if status.get("ready") is not True:
        return "not ready"
    return "serving, but stale" if status.get("stale") is not False else "serving"


def _document(document: Mapping[str, Any]) -> str:
    if not document:
        return "none"
    source = _text(document, "source")
    models, providers = (count(_number(document, name), name[:-1]) for name in ("models", "providers"))
    return (
        f"revision {_text(document, 'revision')}, {_SOURCES.get(source, source)};"
        f" {models} of {providers}; in force for {age(document.get('ageSeconds'))} (since {_text(document, 'since')})"
    )


def _file(part: Mapping[str, Any], name: str) -> str:
    if not part:
        return ""
    words = _text(part, name)
    if part.get("accepted") is False:
        words += ": REFUSED"
    accepted, refused = _text(part, "lastAccepted"), _text(part, "lastRefused")
    words += f"; last accepted {accepted or 'never'}"
    return words + (f", last refused {refused} ({_number(part, 'refused')} in all)" if refused else "")


def _base(base: Mapping[str, Any]) -> str:
    if not base:
        return ""
    source = _text(base, "source")
    return (
        f"revision {_text(base, 'revision')}, {_SOURCES.get(source, source)}; {count(_number(base, 'models'), 'model')}"
    )


def _polling(polling: Mapping[str, Any]) -> str:
    if not polling:
        return ""
    if polling.get("enabled") is not True:
        return f"off. {_text(polling, 'reason')}".rstrip()
    words = f"{_text(polling, 'url')} every {age(polling.get('intervalSeconds'))}"
    success = polling.get("ageSeconds")
    words += "; no success yet" if success is None else f"; last success {age(success)} ago"
    failures = _number(polling, "consecutiveFailures")
    if failures:
        words += f"; {count(failures, 'failure')} since"
    following = _text(polling, "nextAttempt")
    words += f"; next attempt {following}" if following else ""
    error = _object(polling, "lastError")
    if error:
        words += f"\n  {'':<{_LABEL}}last error, {_text(error, 'at')}: {_text(error, 'message')}"
    return words


def _tokens(tokens: Mapping[str, Any]) -> str:
    return f"{_number(tokens, 'count')} valid" if tokens else ""


def _problems(status: Mapping[str, Any]) -> Iterator[Problem]:
    for one in _list(status, "problems"):
        if isinstance(one, dict):
            line, column = one.get("line"), one.get("column")
            yield Problem(
                code=_text(one, "code"),
                severity=Severity.WARNING if one.get("severity") == "warning" else Severity.ERROR,
                message=_text(one, "message"),
                hint=_text(one, "hint"),
                file=_text(one, "file"),
                line=line if isinstance(line, int) else None,
                column=column if isinstance(column, int) else None,
                pointer=_text(one, "pointer"),
            )


def _text(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return printable(found) if isinstance(found, str) else ""


def _number(value: Mapping[str, Any], name: str) -> int:
    found = value.get(name)
    return found if isinstance(found, int) else 0


def _object(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _list(value: Mapping[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []
