"""The model configuration of Cody: the embedded catalogue, site configurations and what they make of it, checks.

Importing this package does no work: each public name loads its module when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.analysis.check import check_site
    from modelconfig.analysis.explain import Explanation, explain_site
    from modelconfig.diagnostics.problem import Problem, Severity, has_errors
    from modelconfig.documents.loader import load, load_document
    from modelconfig.documents.refs import ModelRefParts, parse_ref, sanitize_name
    from modelconfig.errors import DataMissing, DocumentInvalid, ModelConfigError, Unreadable
    from modelconfig.live.configuration import LiveConfiguration
    from modelconfig.merge.layers import ABSENT, Layer
    from modelconfig.merge.pipeline import Merged, merge_site
    from modelconfig.site.legacy.conversion import Converted, convert_site
    from modelconfig.site.site_file import SiteFile, parse_site, read_site
    from modelconfig.views.client_view import client_view
    from modelconfig.views.server_view import server_view

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

# No name is that of a module in this package: importing the module would replace the public object.
_HOMES = {
    "ABSENT": "merge.layers",
    "Converted": "site.legacy.conversion",
    "DataMissing": "errors",
    "DocumentInvalid": "errors",
    "Explanation": "analysis.explain",
    "Layer": "merge.layers",
    "LiveConfiguration": "live.configuration",
    "Merged": "merge.pipeline",
    "ModelConfigError": "errors",
    "ModelRefParts": "documents.refs",
    "Problem": "diagnostics.problem",
    "Severity": "diagnostics.problem",
    "SiteFile": "site.site_file",
    "Unreadable": "errors",
    "check_site": "analysis.check",
    "client_view": "views.client_view",
    "convert_site": "site.legacy.conversion",
    "explain_site": "analysis.explain",
    "has_errors": "diagnostics.problem",
    "load": "documents.loader",
    "load_document": "documents.loader",
    "merge_site": "merge.pipeline",
    "parse_ref": "documents.refs",
    "parse_site": "site.site_file",
    "read_site": "site.site_file",
    "sanitize_name": "documents.refs",
    "server_view": "views.server_view",
}
"""The module of each public name."""


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("cody-modelconfig")
        except PackageNotFoundError:
            # A source tree that is not installed.
            return "0+unknown"
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
