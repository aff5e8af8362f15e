"""How bash, zsh and fish receive suggestions: what click does not do for references and for `--option=value`."""

from __future__ import annotations

import os
from typing import ClassVar

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)


class _WholeOption(ShellComplete):
    """Suggests `--option=value` as a whole: zsh and fish replace the whole word."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """Return the suggestions for the incomplete word after the arguments."""
        items = super().get_completions(args, incomplete)
        option, equals, _ = incomplete.partition("=")
        if not option.startswith("--") or not equals:
            return items
        return [CompletionItem(option + equals + item.value, type=item.type, help=item.help) for item in items]


class WholeWordBash(BashComplete):
    """Completes references, although bash ends words at colons: it only replaces what follows the last one."""

    source_template: ClassVar[str] = """\
%(complete_func)s() {
    local type value prefix=
    local line=${COMP_LINE:0:COMP_POINT}
    local word=${line##*[[:space:]]}
    if [[ $COMP_WORDBREAKS == *:* ]]; then
        prefix=${word%%"${word##*:}"}
    fi
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("${value#"$prefix"}") ;;
        esac
    done < <(COMP_WORDS=$line %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the complete arguments and the incomplete word, from the line up to the cursor."""
        line = os.environ["COMP_WORDS"]
        words = split_arg_string(line)
        incomplete = words.pop() if words and not line[-1:].isspace() else ""
        return words[1:], incomplete


class WholeOptionZsh(_WholeOption, ZshComplete):
    """Completes `--option=value`."""


class WholeOptionFish(_WholeOption, FishComplete):
    """Completes `--option=value`."""


def register() -> None:
    """Make click use these classes."""
    for shell in (WholeWordBash, WholeOptionZsh, WholeOptionFish):
        add_completion_class(shell)
