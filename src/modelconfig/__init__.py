"""The model configuration of Cody: the embedded catalogue, site configurations and what they make of it, checks.

Importing this package does no work: each public name loads its module when it is first used. The generated types are
public names too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.analysis.check import check_site as check_site
    from modelconfig.analysis.explain import Explanation as Explanation
    from modelconfig.analysis.explain import explain_site as explain_site
    from modelconfig.diagnostics.problem import Problem as Problem
    from modelconfig.diagnostics.problem import Severity as Severity
    from modelconfig.diagnostics.problem import has_errors as has_errors
    from modelconfig.documents.loader import load as load
    from modelconfig.documents.loader import load_document as load_document
    from modelconfig.documents.refs import ModelRefParts as ModelRefParts
    from modelconfig.documents.refs import parse_ref as parse_ref
    from modelconfig.documents.refs import sanitize_name as sanitize_name
    from modelconfig.errors import DataMissing as DataMissing
    from modelconfig.errors import DocumentInvalid as DocumentInvalid
    from modelconfig.errors import ModelConfigError as ModelConfigError
    from modelconfig.errors import Unreadable as Unreadable
    from modelconfig.live.configuration import LiveConfiguration as LiveConfiguration
    from modelconfig.merge.layers import ABSENT as ABSENT
    from modelconfig.merge.layers import Layer as Layer
    from modelconfig.merge.pipeline import Merged as Merged
    from modelconfig.merge.pipeline import merge_site as merge_site
    from modelconfig.site.legacy.conversion import Converted as Converted
    from modelconfig.site.legacy.conversion import convert_site as convert_site
    from modelconfig.site.site_file import SiteFile as SiteFile
    from modelconfig.site.site_file import parse_site as parse_site
    from modelconfig.site.site_file import read_site as read_site
    from modelconfig.views.client_view import client_view as client_view
    from modelconfig.views.server_view import server_view as server_view
    from modelconfig_types import *  # noqa: F403  # the types of the schema are not listed by hand

__version__: str

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
"""The module of each public name that is not a name of `modelconfig_types`."""


def _type_names() -> list[str]:
    """Return the names of the generated package, which are public here too; none if it is missing."""
    try:
        import modelconfig_types
    except ModuleNotFoundError:
        return []
    return modelconfig_types.__all__


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("cody-modelconfig")
    except PackageNotFoundError:
        # A source tree that is not installed.
        return "0+unknown"


if not TYPE_CHECKING:  # type checkers would accept any name

    def __getattr__(name: str) -> object:
        if name == "__version__":
            return _version()
        if name == "__all__":
            return sorted([*_HOMES, *_type_names()])
        if name in _HOMES:
            home = f"{__name__}.{_HOMES[name]}"
        elif not name.startswith("__") and name in _type_names():
            home = "modelconfig_types"
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_type_names(), "__all__", "__version__"})
