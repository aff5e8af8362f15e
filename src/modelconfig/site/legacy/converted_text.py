"""A converted configuration as a file for an administrator: what was inferred in comments, then the JSON."""

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

# `site check` knows both for what they are.
TOKEN: Final = "YOUR-ACCESS-TOKEN"  # noqa: S105  # stands where a token would
"""What is written in place of a token."""
USER: Final = "YOUR-CREDENTIALS"
"""What is written in place of the user name and password in a URL."""
_WIDTH: Final = 100


def as_text(configuration: dict[str, Any], notes: Sequence[str], source: str, *, reveal: bool) -> str:
    """Return a site configuration that holds a converted `modelConfiguration`, as JSON after a header of comments.

    `source` is the name of the file that it was converted from. Without `reveal`, placeholders stand for credentials.
    """
    shown = configuration if reveal else _without_secrets("", configuration)
    lines = [f"`modelConfiguration`, converted by `modelconfig site convert` from `completions` in {visible(source)}."]
    lines.append("Put these members in the place of `completions`; what else that file holds stays as it is.")
    if reveal:
        lines += ["", "It holds credentials: keep it where nobody else can read it."]
    elif shown != configuration:
        lines += ["", f"Credentials are left out: write them where it says {TOKEN} or {USER}."]
        lines.append("`--output FILE` writes a file with the credentials in it, `--reveal-secrets` prints them.")
    header = [_comment(line) for line in lines]
    header += [_comment(""), _comment("What was inferred:")]
    header += [_comment(note, "- ") for note in notes]
    return "".join(header) + dump_document({"cody.enabled": True, "modelConfiguration": shown})


def _comment(line: str, bullet: str = "") -> str:
    """Return a sentence as lines of comment. Whatever it quotes, it stays a comment."""
    below = " " * len(bullet)
    pieces = wrap(visible(line), _WIDTH - len("// "), initial_indent=bullet, subsequent_indent=below) or [""]
    return "".join(f"// {piece}".rstrip() + "\n" for piece in pieces)


def _without_secrets(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {member: _without_secrets(member, item) for member, item in value.items()}
    if isinstance(value, list):
        return [_without_secrets(name, item) for item in value]
    if not isinstance(value, str):
        return value
    shown = without_user_info(value).replace(f"{HIDDEN}@", f"{USER}@")
    rest = shown.replace(f"{USER}@", "")
    if is_credential(name, rest) or looks_like_credential(rest):
        return TOKEN
    return without_query_credentials(shown, TOKEN)
