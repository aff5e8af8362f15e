"""Telling a credential by its member's name or by its look, so that it is noticed and never printed."""

from __future__ import annotations

import re
from typing import Any

SERVER_SIDE = "serversideconfig"
"""The name, as `folded`, of the member whose content no client and no published document may have."""
HIDDEN = "(hidden)"
"""What is shown in place of a value that must not be."""

_NAMES = re.compile(
    r"(?:^|.*(?:access|auth|bearer|refresh|secret))token|.*(?:api|access|private|secret|licen[cs]e)key"
    r"|.*(?:password|passwd|passphrase|credentials?|secret)|authorization|basicauth"
)
_LOOKS = re.compile(
    r"\b(?:sk-|sgp_|slk_|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abprs]-|AIza|ya29\.)[A-Za-z0-9_\-]{16}"
    r"|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"
    r"|^(?:Bearer|Basic|token) +[A-Za-z0-9._~+/=\-]{16}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|[a-zA-Z][a-zA-Z0-9+.\-]*://[^/?#\s@]+@"
)
# What precedes user information: the slashes of a URL, or nothing where a scheme was forgotten (`user:password@host`).
_AUTHORITY = r"((?:^|\s|[a-zA-Z][a-zA-Z0-9+.\-]{0,40}:)//|^(?=[^\s/?#@:]{1,2000}:(?!:)[^\s/?#]{0,2000}@))"
# A port is digits; what follows a colon otherwise is a password, even with a slash in it that should have been escaped.
_USER_INFO = re.compile(_AUTHORITY + r"(?:[^/?#\s]{0,2000}|[^/?#\s:]{0,2000}:(?![0-9]+(?:/|$)|$)\S{0,2000})@")
# A password with a blank in it. Only of a text that begins as a URL: in prose an address of mail may follow.
_BLANK_INSIDE = re.compile(
    r"^(\s*[a-zA-Z][a-zA-Z0-9+.\-]{0,40}://)[^/?#\s:@]{1,2000}:(?![0-9]+(?:[/\s]|$)|\s|$)[^@]{0,2000}@"
)
# User information with a slash in it, or behind one, that is a slip: it is still a password.
_IN_PATH = re.compile(r"(?<=://)\S{0,2000}/[^/?#\s:@]{1,2000}:[^/\s@]{1,2000}@")
_LONGEST_USER_INFO = 2000
_QUERY = re.compile(r"([?&;#]([^=?&;#\s]{1,100})=)([^&;#\s]+)")
_QUERY_NAMES = re.compile(r".*(?:key|token|signature|secret|password)|sig|code|auth|authorization|credentials?")


def folded(name: str) -> str:
    """Return a member's name without what readers differ over, and may not see: its case, and how its words are joined.

    Of a name only letters and digits are left: blanks, dots and invisible characters come with pasting.
    """
    return (name if name.isalnum() else "".join(filter(str.isalnum, name))).casefold()


def is_server_side(name: str) -> bool:
    """Tell whether a member of this name is a server-side config, however the name is cased or joined."""
    return folded(name) == SERVER_SIDE


def named_like_credential(name: str) -> bool:
    """Tell whether a member of this name holds a credential, however the name is cased or joined."""
    return _NAMES.fullmatch(folded(name)) is not None


def looks_like_credential(text: str) -> bool:
    """Tell whether a text has the form of a well-known kind of token or key, or is a URL with user information."""
    return _LOOKS.search(text) is not None


def without_user_info(text: str) -> str:
    """Return a text with `HIDDEN` in place of the user name and password of each URL in it."""
    if "@" not in text:
        return text
    if len(text) > _LONGEST_USER_INFO and len(text.split(None, 1)) == 1:
        return HIDDEN
    found = _BLANK_INSIDE.sub(rf"\1{HIDDEN}@", _USER_INFO.sub(rf"\1{HIDDEN}@", text))
    return _IN_PATH.sub(f"{HIDDEN}@", found) if "://" in found else found


def without_query_credentials(text: str, instead: str = HIDDEN) -> str:
    """Return a text with `instead` in place of what a URL's query or fragment gives as a key, token or signature."""
    return _QUERY.sub(lambda found: _instead(found, instead), text) if "://" in text and "=" in text else text


def _instead(found: re.Match[str], instead: str) -> str:
    from urllib.parse import unquote

    named = _QUERY_NAMES.fullmatch(folded(unquote(found[2])))
    return found[1] + instead if named else found[0]


def may_hold_credential(text: str) -> bool:
    """Tell whether a text had better not be repeated: as above, or a URL with an `@` anywhere or a key in its query.

    Passwords in URLs are often written with the `/`, `?` or `#` that ought to be escaped there.
    """
    if "://" not in text:
        return looks_like_credential(text)
    return "@" in text or looks_like_credential(text) or without_query_credentials(text) != text


def is_credential(name: str, value: object) -> bool:
    """Tell whether a member holds a credential. An empty text, null, a number or a switch is none."""
    if isinstance(value, str):
        return value != "" and (named_like_credential(name) or looks_like_credential(value))
    return False


def hide(name: str, value: Any) -> Any:
    """Return a member's value fit to be shown: `HIDDEN` in place of credentials and of server-side configs."""
    if value is None:
        return None
    if is_server_side(name) or is_credential(name, value):
        return HIDDEN
    if isinstance(value, dict):
        return {key: hide(key, item) for key, item in value.items()}
    if isinstance(value, list):
        return [hide(name, item) for item in value]
    return value
