"""A converted configuration as JSON with comments.

What was inferred is in comments before the JSON.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.credentials import (
    HIDDEN,
    is_credential,
    looks_like_credential,
    without_query_credentials,
    without_user_info,
)
from modelconfig.diagnostics.phrases import visible
from modelconfig.jsontext.writer import dump_document

if TYPE_CHECKING:
    from collections.abc import Sequence

# `site check` recognises both as placeholders.
TOKEN: Final = "YOUR-ACCESS-TOKEN"  # noqa: S105  # a placeholder, not a token
"""Placeholder of a token."""
USER: Final = "YOUR-CREDENTIALS"
"""Placeholder of the user name and password in a URL."""
_WIDTH: Final = 100


def as_text(configuration: dict[str, Any], notes: Sequence[str], source: str, *, reveal: bool) -> str:
    """Return a site configuration with a converted `modelConfiguration`, as JSON after a header of comments.

    `source` is the name of the converted file. Without `reveal`, placeholders replace credentials.
    """
    visible_configuration = configuration if reveal else _without_secrets("", configuration)
    lines = [f"`modelConfiguration`, converted by `modelconfig site convert` from `completions` in {visible(source)}."]
    lines.append("Replace `completions` with these properties; keep the other properties of that file.")
    if reveal:
        lines += ["", "This file contains credentials: keep it private."]
    elif visible_configuration != configuration:
        lines += ["", f"Credentials are left out: replace {TOKEN} and {USER} by them."]
        lines.append("`--output FILE` writes a file that includes them, `--reveal-secrets` prints them.")
    header = [_comment(line) for line in lines]
    header += [_comment(""), _comment("Inferred values:")]
    header += [_comment(note, "- ") for note in notes]
    return "".join(header) + dump_document({"cody.enabled": True, "modelConfiguration": visible_configuration})


def _comment(line: str, bullet: str = "") -> str:
    """Return a sentence as comment lines. Line breaks in quoted text cannot end the comment."""
    indent = " " * len(bullet)
    wrapped = wrap(visible(line), _WIDTH - len("// "), initial_indent=bullet, subsequent_indent=indent) or [""]
    return "".join(f"// {text}".rstrip() + "\n" for text in wrapped)


def _without_secrets(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {property_name: _without_secrets(property_name, item) for property_name, item in value.items()}
    if isinstance(value, list):
        return [_without_secrets(name, item) for item in value]
    if not isinstance(value, str):
        return value
    redacted = without_user_info(value).replace(f"{HIDDEN}@", f"{USER}@")
    remainder = redacted.replace(f"{USER}@", "")
    if is_credential(name, remainder) or looks_like_credential(remainder):
        return TOKEN
    return without_query_credentials(redacted, TOKEN)
