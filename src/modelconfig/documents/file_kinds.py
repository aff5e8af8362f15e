"""Recognise a file that is meant for another command: a site configuration, a model configuration document, YAML."""

import re
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.reader import NOTHING, parse_json
from modelconfig.schema.properties import property_names

_YAML_NAME: Final = re.compile(r"\.ya?ml$", re.IGNORECASE)
_YAML_START: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*|\r)?\n)*(?:---|-[ ]|[A-Za-z_$][\w.$\-]*:(?=[ \t\r\n]|$))")


def is_document(value: Any) -> bool:
    """Return whether a JSON value has properties of a model configuration document and none of a site configuration."""
    return isinstance(value, dict) and _has_only(value, _document_properties(), _site_properties())


def is_site_configuration(value: Any) -> bool:
    """Return whether a JSON value has properties of a site configuration and none of a document."""
    return isinstance(value, dict) and _has_only(value, _site_properties(), _document_properties())


def instead_of_document(text: str, name: str, value: Any) -> Problem | None:
    """Return the problem of a file in which a document was expected and that is of another kind, or None.

    `value` is its JSON value, or `NOTHING` where the text is not JSON.
    """
    if value is not NOTHING:
        is_site = is_site_configuration(value)
    else:
        is_site = "{" in text and is_site_configuration(parse_json(strip_comments(text), limit=1)[0])
    if is_site:
        hint = "Run `modelconfig site check` with this file."
        return error("MC361", "this is a site configuration; expected a model configuration document", hint=hint)
    if value is NOTHING and _is_yaml(text, name):
        hint = "Convert it to JSON. The YAML source of the catalogue is checked by `python -m codegen config --check`."
        return error("MC361", "this is YAML; expected a model configuration document in JSON", hint=hint)
    return None


def instead_of_site(text: str, name: str, value: Any) -> Problem | None:
    """Return the problem of a file in which a site configuration was expected and that is of another kind, or None."""
    if is_document(value):
        hint = "Run `modelconfig validate` with this file."
        return error("MC361", "this is a model configuration document; expected a site configuration", hint=hint)
    if value is NOTHING and _is_yaml(text, name):
        hint = "Convert it to JSON; comments and trailing commas are allowed."
        return error("MC361", "this is YAML; expected a site configuration in JSON with comments", hint=hint)
    return None


def _has_only(value: dict[str, Any], these: set[str], others: set[str]) -> bool:
    return not value.keys().isdisjoint(these - others) and value.keys().isdisjoint(others - these)


def _document_properties() -> set[str]:
    return set(property_names("model", "ModelConfiguration"))


def _site_properties() -> set[str]:
    return {*property_names("site", "SiteConfiguration"), *property_names("site", "SiteModelConfiguration")}


def _is_yaml(text: str, name: str) -> bool:
    """Return whether a text that is not JSON is YAML: by the name of its file, or by its first line."""
    return _YAML_NAME.search(name) is not None or _YAML_START.match(text) is not None
