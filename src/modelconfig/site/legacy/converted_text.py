"""A converted configuration as JSON with comments.

What was inferred is in comments before the JSON.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Final

from modelconfig.diagnostics.credentials import HIDDEN
from modelconfig.diagnostics.phrases import visible
from modelconfig.jsontext.writer import dump_document
from modelconfig.views.server_view import hide_secrets, plan_of

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
    shown = configuration if reveal else hide_secrets(configuration, plan_of("site").properties["modelConfiguration"])
    lines = [f"`modelConfiguration`, converted by `modelconfig site convert` from `completions` in {visible(source)}."]
    lines.append("Replace `completions` with these properties; keep the other properties of that file.")
    if reveal:
        lines += ["", "This file contains credentials: keep it private."]
    elif shown != configuration:
        lines += ["", f"Replace the placeholders {TOKEN} and {USER} with the credentials."]
        lines.append("`--output FILE` writes a file that includes them, `--reveal-secrets` prints them.")
    header = [*map(_comment, [*lines, "", "Inferred values:"]), *(_comment(note, "- ") for note in notes)]
    text = dump_document({"cody.enabled": True, "modelConfiguration": shown})
    return "".join(header) + text.replace(f"{HIDDEN}@", f"{USER}@").replace(HIDDEN, TOKEN)


def _comment(line: str, bullet: str = "") -> str:
    """Return a sentence as comment lines. Line breaks in quoted text cannot end the comment."""
    indent = " " * len(bullet)
    wrapped = wrap(
        visible(line),
        _WIDTH - len("// "),
        initial_indent=bullet,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    wrapped = wrapped or [""]
    return "".join(f"// {text}".rstrip() + "\n" for text in wrapped)
