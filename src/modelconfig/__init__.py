"""The model configuration of Cody: typed access to the embedded catalogue, checks, and reports.

Importing this package does no work: each public name loads its module when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.documents import load
    from modelconfig.errors import DataMissing, DocumentInvalid, ModelConfigError, Unreadable
    from modelconfig.problems import Problem, Severity
    from modelconfig.refs import ModelRefParts, parse_ref, sanitize_name

__all__ = [
    "DataMissing",
    "DocumentInvalid",
    "ModelConfigError",
    "ModelRefParts",
    "Problem",
    "Severity",
    "Unreadable",
    "load",
    "parse_ref",
    "sanitize_name",
]

_HOMES = {
    "DataMissing": "errors",
    "DocumentInvalid": "errors",
    "ModelConfigError": "errors",
    "ModelRefParts": "refs",
    "Problem": "problems",
    "Severity": "problems",
    "Unreadable": "errors",
    "load": "documents",
    "parse_ref": "refs",
    "sanitize_name": "refs",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("cody-modelconfig")
        except PackageNotFoundError:
            # A source tree that nobody has installed.
            return "0+unknown"
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
