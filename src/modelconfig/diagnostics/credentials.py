"""Recognise credentials by property name and by form, so that they are never printed."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
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
# Keys without hyphens and underscores, whose prefixes also start the names of models.
_PLAIN_KEY_PREFIXES = (
    *("hf_", "gsk_", "xai-", "pplx-", "fw_", "nvapi-", "csk-", "sk_live_", "rk_live_", "npm_"),
    *("sgd_", "sgph_", "r8_"),
)
_KEY_ID_PREFIXES = ("AKIA", "ASIA")
_MIN_CREDENTIAL_LENGTH = 16
"""Characters that a credential has at least, user information aside. Most strings are shorter."""
_OUTSIDE_NAMES = re.compile(r"[^\w .:\-]")

_NO_LETTER = "(?<![A-Za-z0-9])"
_CREDENTIAL_NAMES = re.compile(rf"token|.*(?:{_NAME_ENDINGS})|{_EXACT_NAMES}")
_CREDENTIAL_PATTERN = re.compile(
    rf"{_NO_LETTER}(?:{'|'.join(map(re.escape, _KEY_PREFIXES))})[A-Za-z0-9_\-]{{16}}"
    rf"|{_NO_LETTER}(?:{'|'.join(map(re.escape, _PLAIN_KEY_PREFIXES))})[A-Za-z0-9]{{20}}"
    rf"|{_NO_LETTER}(?:{'|'.join(_KEY_ID_PREFIXES)})[A-Z0-9]{{16}}\b"
    rf"|{_NO_LETTER}eyJ[A-Za-z0-9_\-]{{10,400}}\.eyJ"
    r"|(?:^|[Aa]uthorization: ?)(?:Bearer +|token +(?=[^ ]*[0-9]))[A-Za-z0-9._~+/=\-]{16}"
    r"|(?:^|[Aa]uthorization: ?)Basic +[A-Za-z0-9+/]{16,}={0,2}$"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
)
_KEY_START = re.compile(
    rf"{_NO_LETTER}(?:{'|'.join(map(re.escape, (*_KEY_PREFIXES, *_PLAIN_KEY_PREFIXES, *_KEY_ID_PREFIXES)))})"
)
# For texts that may be invalid, where a name is any word, and a credential may be cut or in another case.
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_MENTIONED_NAMES = re.compile(rf"token|.*(?:{_NAME_ENDINGS}|{_EXACT_NAMES}|bearer|{SERVER_SIDE}).*")
_MENTIONED_PREFIXES = tuple(
    prefix.lower() for prefix in (*_KEY_PREFIXES, *_PLAIN_KEY_PREFIXES, *_KEY_ID_PREFIXES, "eyJ")
)
_MENTIONED_PATTERN = re.compile(
    rf"{_NO_LETTER}(?:{'|'.join(map(re.escape, _MENTIONED_PREFIXES))})[a-z0-9_\-]{{12}}"
    r"|(?::|//|\\\\)[^\s@\"]{1,200}@"
)
# The start of a URL up to its user information or host, also with a mistake in its slashes, or with backslashes.
_URL_START = re.compile(
    r"(?:[a-zA-Z0-9+.\-]:[/\\]{2}|(?<![a-zA-Z0-9])(?:https?|wss?|ftps?)(?::|[/\\]{2})|(?<![^\s\"'(<=])[/\\]{2})[/\\\s]*",
    re.IGNORECASE,
)
# A port consists of digits; any other text after a colon is a password.
_HOST_AND_PORT = re.compile(
    r"(?:\[[0-9a-fA-F:.]*\]|[^\s/\\?#@:\"'()<>,;\[\]]*)(?::[0-9]{1,5})?(?=[\s/\\?#\"'()<>,;]|$)"
)
# In a path or a sentence, the colon of a password has no space after it.
_PASSWORD_COLON = re.compile(r":(?![\s/\\])")
# `user:password@` without a URL before it. Two colons separate the parts of a model reference.
_SEGMENT = re.compile(r"[^\s/\\?#]+")
_SINGLE_COLON = re.compile(r"(?<!:):(?!:)")
_BARE_USER_INFO = re.compile(r"[^\s/\\?#:@]+:(?![:/\\\s])(?![0-9]{1,5}(?:[/\\?#\s]|$)|$)[^@]*@")
_MAX_ENCODINGS = 3
# Characters that are normalised to `@` in host names.
_OTHER_AT_SIGNS = frozenset("\uff20\ufe6b")
# Keys without a well-known prefix, in the place of a property's name.
_LONG_WORD = re.compile(r"\S{16}")
_DIGIT = re.compile("[0-9]")
_LETTER = re.compile("[A-Za-z]")
_QUERY = re.compile(r"([?&;#]([^=?&;#\s]{1,100})=)([^&;#\s]+)")
_QUERY_NAMES = re.compile(r".*(?:key|token|signature|secret|password)|sig|code|auth|authorization|credentials?")


@lru_cache(1000)
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


@lru_cache(1000)
def named_like_credential(name: str) -> bool:
    """Return whether a property of this name contains a credential, in any case and spelling of `folded`."""
    return _CREDENTIAL_NAMES.fullmatch(folded(name)) is not None


def looks_like_credential(text: str) -> bool:
    """Return whether a text has the form of a well-known token or key, or is a URL with user information."""
    if len(text) < _MIN_CREDENTIAL_LENGTH and _OUTSIDE_NAMES.search(text) is None:
        return False
    if _CREDENTIAL_PATTERN.search(_decoded(text)) is not None:
        return True
    return _redacted(text, _without_user_info_of_urls) != text


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
    """Return a text with `HIDDEN` in place of the user name and password of each URL in it, also of malformed ones."""
    return _redacted(text, _without_user_info)


def without_query_credentials(text: str) -> str:
    """Return a text with the keys, tokens and signatures in a URL's query or fragment replaced."""
    return _redacted(text, _without_query_credentials)


def _redacted(text: str, redact: Callable[[str], str]) -> str:
    """Return the text without what `redact` replaces, and `HIDDEN` for one in which it is percent-encoded."""
    redacted = redact(text)
    decoded = _decoded(redacted)
    return redacted if decoded == redacted or redact(decoded) == decoded else HIDDEN


def _decoded(text: str) -> str:
    """Return the text without percent-encoding, which may be repeated."""
    if "%" not in text:
        return text
    from urllib.parse import unquote

    for _ in range(_MAX_ENCODINGS):
        text = unquote(text)
    return text


def _without_user_info(text: str) -> str:
    text = _without_user_info_of_urls(text)
    if "@" not in text:
        return text
    if _URL_START.search(text) is None and (bare := _BARE_USER_INFO.match(text)):
        text = f"{HIDDEN}@{text[bare.end() :]}"
    return _SEGMENT.sub(_without_password, text)


def _without_user_info_of_urls(text: str) -> str:
    """Return a text in which each URL has no user information: all up to the last `@` before the next URL."""
    if not text.isascii() and not _OTHER_AT_SIGNS.isdisjoint(text):
        text = "".join("@" if char in _OTHER_AT_SIGNS else char for char in text)
    if "@" not in text:
        return text
    starts = [match.end() for match in _URL_START.finditer(text)]
    parts = [text[: starts[0]]] if starts else [text]
    for start, end in pairwise([*starts, len(text)]):
        at = text.rfind("@", start, end)
        host = _HOST_AND_PORT.match(text, start, end)
        is_host = host is not None and (at < 0 or _PASSWORD_COLON.search(text, host.end(), at) is None)
        parts.append(text[start:end] if at < 0 or is_host else HIDDEN + text[at:end])
    return "".join(parts)


def _without_password(segment: re.Match[str]) -> str:
    before, at, after = segment.group().rpartition("@")
    is_password = at and not before.endswith(HIDDEN) and _SINGLE_COLON.search(before)
    return HIDDEN + at + after if is_password else segment.group()


def _without_query_credentials(text: str) -> str:
    return _QUERY.sub(_without_value, text) if "=" in text and _URL_START.search(text) else text


def _without_value(match: re.Match[str]) -> str:
    return match[1] + HIDDEN if _QUERY_NAMES.fullmatch(folded(_decoded(match[2]))) else match[0]


def may_hold_credential(text: str) -> bool:
    """Return whether a text must not be repeated because it may contain a credential.

    It may if it looks like one, or if it is a URL with an `@` anywhere or with a key in its query: passwords in URLs
    are often written with a `/`, `?` or `#` that is not escaped.
    """
    if "://" in text and "@" in text:
        return True
    return contains_credential(text) or without_user_info(text) != text


def contains_credential(text: str) -> bool:
    """Return whether a text looks like a credential, or is a URL with a key, token or signature in its query."""
    return looks_like_credential(text) or without_query_credentials(text) != text


@lru_cache(1000)
def shown_name(name: str) -> str:
    """Return a property's name, or `HIDDEN` if it contains a credential."""
    return HIDDEN if contains_credential(name) else name


def starts_credential(text: str) -> bool:
    """Return whether a text, whose end is missing, contains the start of a URL or of a well-known token or key."""
    return any(pattern.search(_decoded(text)) for pattern in (_URL_START, _KEY_START))


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
    """Return whether a property is a credential. Empty and hidden strings, null, numbers and booleans are not."""
    if not isinstance(value, str) or value in {"", HIDDEN}:
        return False
    return named_like_credential(name) or looks_like_credential(value)


def discloses(name: str, value: object) -> bool:
    """Return whether a property is a credential, or a URL with a key, token or signature in its query."""
    if not isinstance(value, str) or value in {"", HIDDEN}:
        return False
    return named_like_credential(name) or contains_credential(value)


def hide(name: str, value: Any) -> Any:
    """Return a property's value with `HIDDEN` in place of credentials and of server-side configurations.

    Names of properties that contain a credential are replaced too.
    """
    if value is None:
        return None
    if is_server_side(name) or discloses(name, value):
        return HIDDEN
    if isinstance(value, dict):
        return {shown_name(property_name): hide(property_name, item) for property_name, item in value.items()}
    if isinstance(value, list):
        return [hide(name, item) for item in value]
    return value
