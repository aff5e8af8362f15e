"""Recognise credentials by property name and by form, so that they are never printed."""

import re
from typing import Any

CLIENT_SIDE = "clientsideconfig"
SERVER_SIDE = "serversideconfig"
"""The name, as `folded`, of the property that clients and published documents must not have."""
HIDDEN = "(hidden)"
"""The text that is shown in place of a credential."""

# The one table of names, as `folded`, and of the prefixes of well-known tokens and keys.
_NAME_ENDINGS = (
    r"(?:access|auth|bearer|refresh|secret)token|(?:api|access|private|secret|licen[cs]e)key"
    r"|password|passwd|passphrase|credentials?|secret"
)
_EXACT_NAMES = "authorization|basicauth"
_KEY_PREFIXES = (
    *("sk-", "sgp_", "slk_", "ghp_", "gho_", "ghr_", "ghs_", "ghu_", "github_pat_", "glpat-"),
    *("xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "AIza", "ya29."),
)
_KEY_ID_PREFIXES = ("AKIA", "ASIA")

_CREDENTIAL_NAMES = re.compile(rf"token|.*(?:{_NAME_ENDINGS})|{_EXACT_NAMES}")
_CREDENTIAL_PATTERN = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _KEY_PREFIXES))})[A-Za-z0-9_\-]{{16}}"
    rf"|\b(?:{'|'.join(_KEY_ID_PREFIXES)})[A-Z0-9]{{16}}\b"
    r"|^(?:Bearer|Basic|token) +[A-Za-z0-9._~+/=\-]{16}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    # The end of a scheme is sufficient: a search for its start takes quadratic time.
    r"|(?<=[a-zA-Z0-9+.\-])://[^/?#\s@]+@"
)
# For texts that may be invalid, where a name is any word, and a credential may be cut or in another case.
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_MENTIONED_NAMES = re.compile(rf"token|.*(?:{_NAME_ENDINGS}|{_EXACT_NAMES}|bearer|{SERVER_SIDE}).*")
_MENTIONED_PREFIXES = tuple(prefix.lower() for prefix in (*_KEY_PREFIXES, *_KEY_ID_PREFIXES))
_MENTIONED_PATTERN = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _MENTIONED_PREFIXES))})[a-z0-9_\-]{{12}}|://[^/?#\s@\"]{{1,200}}@"
)
# User information follows the slashes of a URL, or is at the start where the scheme is missing (`user:password@host`).
_AUTHORITY = r"((?:^|\s|[a-zA-Z][a-zA-Z0-9+.\-]{0,40}:)//|^(?=[^\s/?#@:]{1,2000}:(?!:)[^\s/?#]{0,2000}@))"
# A port consists of digits; any other text after a colon is a password, even with an unescaped slash in it.
_USER_INFO = re.compile(_AUTHORITY + r"(?:[^/?#\s]{0,2000}|[^/?#\s:]{0,2000}:(?![0-9]+(?:/|$)|$)\S{0,2000})@")
# A password with a space in it. Only in a text that starts as a URL: prose may contain an email address.
_SPACE_IN_PASSWORD = re.compile(
    r"^(\s*[a-zA-Z][a-zA-Z0-9+.\-]{0,40}://)[^/?#\s:@]{1,2000}:(?![0-9]+(?:[/\s]|$)|\s|$)[^@]{0,2000}@"
)
# User information with an unescaped slash in it, or after one: it is still a password.
_SLASH_IN_PASSWORD = re.compile(r"(?<=://)\S{0,2000}/[^/?#\s:@]{1,2000}:[^/\s@]{1,2000}@")
_MAX_USER_INFO_LENGTH = 2000
# Keys without a well-known prefix, in the place of a property's name.
_LONG_WORD = re.compile(r"\S{16}")
_DIGIT = re.compile("[0-9]")
_LETTER = re.compile("[A-Za-z]")
_QUERY = re.compile(r"([?&;#]([^=?&;#\s]{1,100})=)([^&;#\s]+)")
_QUERY_NAMES = re.compile(r".*(?:key|token|signature|secret|password)|sig|code|auth|authorization|credentials?")


def folded(name: str) -> str:
    """Return a property's name in lower case, with its letters and digits only.

    Parsers differ in whether case matters, and spaces, dots and invisible characters are added by pasting.
    """
    return (name if name.isalnum() else "".join(filter(str.isalnum, name))).casefold()


def is_server_side(name: str) -> bool:
    """Return whether this is the name of a server-side configuration, in any case and spelling of `folded`."""
    return folded(name) == SERVER_SIDE


def is_client_side(name: str) -> bool:
    """Return whether this is the name of a client-side configuration, in any case and spelling of `folded`."""
    return folded(name) == CLIENT_SIDE


def named_like_credential(name: str) -> bool:
    """Return whether a property of this name contains a credential, in any case and spelling of `folded`."""
    return _CREDENTIAL_NAMES.fullmatch(folded(name)) is not None


def looks_like_credential(text: str) -> bool:
    """Return whether a text has the form of a well-known token or key, or is a URL with user information."""
    return _CREDENTIAL_PATTERN.search(text) is not None


def mentions_credential(text: str) -> bool:
    """Return whether any word of a text may name a credential, or any part of it may be one.

    For JSON and other text of any size, also invalid; takes time linear in its length.
    """
    if any(_MENTIONED_NAMES.fullmatch(word) for word in {folded(word) for word in set(_WORD.findall(text))}):
        return True
    lower = text.lower()
    # Substrings are found much faster than forms, and most texts contain none of these.
    hinted = "@" in lower or any(prefix in lower for prefix in _MENTIONED_PREFIXES)
    return hinted and _MENTIONED_PATTERN.search(lower) is not None


def without_user_info(text: str) -> str:
    """Return a text with `HIDDEN` in place of the user name and password of each URL in it."""
    if "@" not in text:
        return text
    if len(text) > _MAX_USER_INFO_LENGTH and len(text.split(None, 1)) == 1:
        return HIDDEN
    redacted = _SPACE_IN_PASSWORD.sub(rf"\1{HIDDEN}@", _USER_INFO.sub(rf"\1{HIDDEN}@", text))
    return _SLASH_IN_PASSWORD.sub(f"{HIDDEN}@", redacted) if "://" in redacted else redacted


def without_query_credentials(text: str) -> str:
    """Return a text with the keys, tokens and signatures in a URL's query or fragment replaced."""
    return _QUERY.sub(_without_value, text) if "://" in text and "=" in text else text


def _without_value(match: re.Match[str]) -> str:
    from urllib.parse import unquote

    is_credential_name = _QUERY_NAMES.fullmatch(folded(unquote(match[2])))
    return match[1] + HIDDEN if is_credential_name else match[0]


def may_hold_credential(text: str) -> bool:
    """Return whether a text must not be repeated because it may contain a credential.

    It may if it looks like one, or if it is a URL with an `@` anywhere or with a key in its query: passwords in URLs
    are often written with a `/`, `?` or `#` that is not escaped.
    """
    if "://" not in text:
        return looks_like_credential(text)
    return "@" in text or looks_like_credential(text) or without_query_credentials(text) != text


def may_be_credential_name(name: str) -> bool:
    """Return whether a property's name must not be repeated because it may be a credential pasted before its colon.

    It may if it may contain a credential, or if it is as long as a key, has no spaces and mixes letters and digits.
    """
    if may_hold_credential(name):
        return True
    # The first long word has all text after it; a search that starts at each character takes quadratic time.
    word = _LONG_WORD.search(name)
    return word is not None and all(pattern.search(name, word.start()) for pattern in (_DIGIT, _LETTER))


def is_credential(name: str, value: object) -> bool:
    """Return whether a property is a credential. Empty strings, null, numbers and booleans are not."""
    return isinstance(value, str) and value != "" and (named_like_credential(name) or looks_like_credential(value))


def hide(name: str, value: Any) -> Any:
    """Return a property's value with `HIDDEN` in place of credentials and of server-side configurations."""
    if value is None:
        return None
    if is_server_side(name) or is_credential(name, value):
        return HIDDEN
    if isinstance(value, dict):
        return {property_name: hide(property_name, item) for property_name, item in value.items()}
    if isinstance(value, list):
        return [hide(name, item) for item in value]
    return value
