"""Hide the values of an excerpt that may contain credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask

# Names and forms are searched anywhere: the text may be too invalid to distinguish names from values.
_CREDENTIAL_NAMES = (
    "accesstoken access_token access-token apikey api_key api-key authorization authtoken auth_token basicauth"
    " basic_auth bearer credential licencekey licensekey license_key passphrase passwd password privatekey private_key"
    " secret serversideconfig"
).split()
_CREDENTIAL_HINTS = (
    "sk-",
    "sgp_",
    "slk_",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "xox",
    "aiza",
    "ya29.",
    "akia",
    "asia",
    "@",
)
_CREDENTIAL_FORMS = re.compile(
    r"\b(?:sk-|sgp_|slk_|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|aiza|ya29\.|akia|asia)[a-z0-9_-]{12}"
    r'|://[^/?#\s@"]{1,200}@'
)
_VALUE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"(?P<name>\s*:)?|$)|[^\s,:\[\]{}"]+')
_HARMLESS = re.compile(r"true|false|null|-?[0-9.]{1,16}")


def mask_for(text: str) -> Mask | None:
    """Return a mask of the text's values, or None when nothing in the text looks like a credential."""
    # Search for substrings first: it is fast, and excerpts of large files are shown too.
    lower = text.lower()
    if any(name in lower for name in _CREDENTIAL_NAMES) or (
        any(prefix in lower for prefix in _CREDENTIAL_HINTS) and _CREDENTIAL_FORMS.search(lower)
    ):
        return mask_values
    return None


def mask_values(line: str, _number: int) -> str:
    """Return the line with `*` for every character of string values and unquoted words; names and numbers stay."""
    return _VALUE.sub(_hidden, line)


def _hidden(match: re.Match[str]) -> str:
    text = match.group()
    if match["name"] is not None or _HARMLESS.fullmatch(text):
        return text
    if text.startswith('"'):
        closed = len(text) > 1 and text.endswith('"')
        return '"' + "*" * (len(text) - 1 - closed) + '"' * closed
    return "*" * len(text)
