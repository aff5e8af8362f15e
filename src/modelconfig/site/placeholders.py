"""Recognise placeholders: text of an example, and variables and templates of other tools, which nothing replaces."""

import re
from collections.abc import Callable
from typing import Final

_TEMPLATES: Final = (
    ("{{…}}", r"\{\{(?:(?!\{\{).)*?\}\}"),
    ("${…}", r"\$\{[^{}]*\}"),
    ("$(…)", r"\$\([^()]*\)"),
    ("#{…}", r"#\{[^{}]*\}"),
    (r"\1…}", r"(\{(?:env|file|secret|input|var)[:.])[^{}]*\}"),
    ("$env:…", r"\$env:\w+"),
    ("os.environ", r"\bos\.(?:environ|getenv)\b|\bgetenv\("),
    ("process.env", r"\bprocess\.env\b"),
    ("ENV[…]", r"\bENV\[(?:(?!\bENV\[)[^\]])*\]"),
    ("@Microsoft.KeyVault(…)", r"@Microsoft\.KeyVault\("),
    ("secrets.…", r"^(?:secrets|env|vars)\.[A-Z_][A-Z0-9_]*$"),
    (r"\1…", r"^((?:op|vault|secret|secrets|awssm|gcpsm|azkv|file|env)://)"),
    (r"\1…", r"^((?:vault|env|file|secret|ssm):)(?!//)[\w./#-]+$"),
    ("arn:aws:secretsmanager:…", r"^arn:aws[a-z-]*:(?:secretsmanager|ssm):"),
    ("projects/…/secrets/…", r"^projects/[^/]+/secrets/"),
    ("!env", r"^!(?:env|vault|secret|Ref|Sub)\b"),
)
"""Variables and templates of other tools: the form that messages show, and the pattern that finds them in a text.

`\\1` in a form is what the group of the pattern matches.
"""
_EXACT_TEMPLATES: Final = (
    ("/run/secrets/…", r"/(?:run|var/run)/secrets/.*"),
    ("$NAME", r"\$[A-Z_][A-Z0-9_]*"),
    ("%NAME%", r"%[A-Z_][A-Z0-9_]*%"),
    ("{NAME}", r"\{[A-Za-z_][\w .-]*\}"),
    ("<…>", r"<[^<>]*>(?:[: ]<[^<>]*>)*"),
    ("NAME", r"(?!YOUR_|MY_|PASTE_|INSERT_)[A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|SECRET|PASSWORD)(?:_[A-Z0-9]+)?"),
    ("[…]", r"\[[A-Za-z_][\w .-]*\]"),
    ("__NAME__", r"__[A-Z][A-Z0-9_]*__|@@\w+@@|@[A-Z][A-Z0-9_]*@"),
)
"""Forms that are too short to be searched in a credential: the whole of it has the form."""
_EXAMPLE: Final = (
    r"(?i:(?:[a-z]+[-_])*(?:\.{3,}|x{3,}|\*+|…+)"
    r"|(?:your|my|the|insert|enter|add|put|paste|replace)"
    r"(?=(?:[-_ ][a-z]+)*?[-_ ](?:token|key|secret|licen[cs]e|here)(?![a-z]))(?:[-_ ][a-z]+)*"
    r"|your[-_ ][a-z_\- :]*|change[-_ ]?me|replace[-_ ]?me|to[-_ ]?do|tbd|redacted|placeholder|\(hidden\))"
)
_NAMES: Final = r"(?i:(?:access)?token|api[-_ ]?key|secret)"
_SCHEMES: Final = ("bearer ", "basic ", "token ", "api-key ", "apikey ")
# In an address, `<`, `>`, `{` and `}` are invalid, and names of variables and examples are whole parts of it.
_IN_ADDRESS: Final = (
    ("<…>", r"<[^<>]*>"),
    ("{NAME}", r"\{[^{}]*\}"),
    ("$NAME", r"(?<![^/.:@=?&])\$[A-Z_][A-Z0-9_]*(?![^/.:@=?&])"),
    ("%NAME%", r"%[A-Z_][A-Z0-9_]{2,}%"),
    ("YOUR-…", r"(?i:(?<![^/.@=?&])(?:your[-_][a-z_-]+|(?:replace|change)[-_]?me)(?![^/.:@=?&])|(?<=/)x{3,}(?=\.))"),
)
_HINTS: Final = (
    *("$", "{", "<", "%", "[", "@", "__", "!", "environ", "getenv", "process.env", "secret", "vault", "file:", "op://"),
    *("env:", "env.", "vars.", "ssm", "akv", "_key", "_token", "_password", "your", "replace", "change", "xxx"),
)
"""Texts of which each variable or template contains one: most values have none, and no pattern has to be compiled."""
_MAX_LENGTH: Final = 2000
_MAX_EXAMPLE_LENGTH: Final = 200


def credential_placeholder(text: str, *, may_be_word: bool) -> str | None:
    """Return the form of a placeholder in a credential, such as `${…}`; "" for text of an example, None without one.

    `may_be_word` is whether words such as `token` are valid, as in a form or a header.
    """
    value = text.strip()[:_MAX_LENGTH]
    if value.lower().startswith(_SCHEMES):
        value = value.partition(" ")[2].strip()
    form = _found(value, _TEMPLATES, re.search) or _found(value, _EXACT_TEMPLATES, re.fullmatch)
    # No text of an example has digits, and almost every credential does.
    if form or any(map(str.isdigit, value)):
        return form or None
    value = value[:_MAX_EXAMPLE_LENGTH]
    is_example = re.fullmatch(_EXAMPLE, value) or (not may_be_word and re.fullmatch(_NAMES, value))
    return "" if is_example else None


def address_placeholder(text: str) -> str:
    """Return the form of a placeholder in a URL, or in another value that is not a credential; "" without one."""
    value = text.strip()[:_MAX_LENGTH]
    return _found(value, _TEMPLATES, re.search) or _found(value, _IN_ADDRESS, re.search)


def _found(text: str, forms: tuple[tuple[str, str], ...], find: Callable[[str, str], re.Match[str] | None]) -> str:
    """Return the form of the first pattern that matches, "" without one."""
    if not any(hint in text.lower() for hint in _HINTS):
        return ""
    matches = ((form, find(pattern, text)) for form, pattern in forms)
    return next((match.expand(form) for form, match in matches if match is not None), "")
