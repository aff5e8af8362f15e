"""The model configuration of Cody: the embedded catalogue, site configurations and what they make of it, checks.

Importing this package does no work: each public name loads its module when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.documents import load, load_document
    from modelconfig.errors import DataMissing, DocumentInvalid, ModelConfigError, Unreadable
    from modelconfig.live import LiveConfiguration
    from modelconfig.merge import ABSENT, Layer, Merged, merge_site
    from modelconfig.problems import Problem, Severity, has_errors
    from modelconfig.refs import ModelRefParts, parse_ref, sanitize_name
    from modelconfig.site.checks import check_site
    from modelconfig.site.explaining import Explanation, explain_site
    from modelconfig.site.legacy import Converted, convert_site
    from modelconfig.site.reading import SiteFile, parse_site, read_site
    from modelconfig.views import client_view, server_view

__all__ = [
    "ABSENT",
    "Converted",
    "DataMissing",
    "DocumentInvalid",
    "Explanation",
    "Layer",
    "LiveConfiguration",
    "Merged",
    "ModelConfigError",
    "ModelRefParts",
    "Problem",
    "Severity",
    "SiteFile",
    "Unreadable",
    "check_site",
    "client_view",
    "convert_site",
    "explain_site",
    "has_errors",
    "load",
    "load_document",
    "merge_site",
    "parse_ref",
    "parse_site",
    "read_site",
    "sanitize_name",
    "server_view",
]

# A name is never that of a module here: importing the module would put it in the place of what is public.
_HOMES = {
    "ABSENT": "merge",
    "Converted": "site.legacy",
    "DataMissing": "errors",
    "DocumentInvalid": "errors",
    "Explanation": "site.explaining",
    "Layer": "merge",
    "LiveConfiguration": "live",
    "Merged": "merge",
    "ModelConfigError": "errors",
    "ModelRefParts": "refs",
    "Problem": "problems",
    "Severity": "problems",
    "SiteFile": "site.reading",
    "Unreadable": "errors",
    "check_site": "site.checks",
    "client_view": "views",
    "convert_site": "site.legacy",
    "explain_site": "site.explaining",
    "has_errors": "problems",
    "load": "documents",
    "load_document": "documents",
    "merge_site": "merge",
    "parse_ref": "refs",
    "parse_site": "site.reading",
    "read_site": "site.reading",
    "sanitize_name": "refs",
    "server_view": "views",
}
"""The module of each public name."""


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
