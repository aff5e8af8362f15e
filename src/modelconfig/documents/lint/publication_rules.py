"""Rules on what a public document must not contain, and on its revision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from modelconfig.diagnostics.credentials import contains_credential, discloses, is_server_side
from modelconfig.diagnostics.phrases import quote, quote_name
from modelconfig.diagnostics.rule import Finding
from modelconfig.documents.queries import names_and_strings, properties_below
from modelconfig.documents.revisions import parse
from modelconfig.jsontext.pointers import split

if TYPE_CHECKING:
    from modelconfig.documents.lint.document_context import DocumentContext

NO_BASE_REVISION = "-"
"""The revision that an instance without base models writes."""


def server_side_config(document: DocumentContext) -> Iterator[Finding]:
    """Find settings for how the server reaches a provider, in any letter case of the property's name."""
    if not any(map(is_server_side, document.names)):
        return
    for pointer, name, value in properties_below(document.root, ""):
        if is_server_side(name) and value is not None:
            hint = "Remove it before the document is published; it belongs in a site configuration."
            yield Finding(pointer, f"{quote(name)} is only for the server", hint, at_key=True)


def credential(document: DocumentContext) -> Iterator[Finding]:
    """Find properties that look like a credential, and names of properties that do. Messages contain neither."""
    yield from _credentials(document.root, document.names, document.strings)


def credentials_in(value: object) -> Iterator[Finding]:
    """Find the credentials among the properties of any JSON value that is published, except server-side ones."""
    return _credentials(value, *names_and_strings(value))


def _credentials(value: object, names: set[str], strings: set[tuple[str, str]]) -> Iterator[Finding]:
    # Most names and many values occur more than once, and nearly all values have no credential to look for.
    disclosing = {string for string in strings if discloses(*string)}
    suspect_names = set(filter(contains_credential, names))
    if not disclosing and not suspect_names:
        return
    hint = "Remove it, and replace the credential if the document has been published."
    for pointer, name, item in properties_below(value, ""):
        if name in suspect_names and split(pointer)[-1] == name:
            yield Finding(pointer, "a property's name looks like a credential", hint, at_key=True)
        if isinstance(item, str) and (name, item) in disclosing:
            yield Finding(pointer, f"the value of {quote_name(name)} looks like a credential", hint, at_key=True)


def unparsable_revision(document: DocumentContext) -> Iterator[Finding]:
    """Find a revision of an invalid format, which is older than any valid one."""
    revision = document.root.get("revision")
    if isinstance(revision, str) and revision not in {"", NO_BASE_REVISION} and parse(revision) is None:
        message = f"the revision {quote(revision)} does not match YYYY-MM-DD.N, so every valid revision is newer"
        yield Finding("/revision", message, "Write YYYY-MM-DD.N, such as 2026-11-22.1.")
