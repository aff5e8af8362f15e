"""A command group that imports a command's module only when the command runs, and reports why it cannot."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.output import CLEAN, INTERRUPTED, UNUSABLE, echo_err
from modelconfig.cli.terminal import help_width
from modelconfig.diagnostics.phrases import without_credentials
from modelconfig.errors import ModelConfigError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A click group that is given `module:attribute` and short help for each command name."""

    def __init__(self, *args: Any, commands_by_name: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy_commands = dict(commands_by_name)

    def run(self, name: str, arguments: list[str] | None) -> int:
        """Run the command of the arguments, by default those of the process, and return the exit code.

        Raises OSError if the output cannot be written.
        """
        # Not click's `main`, which uses exit code 1 for a closed pipe too: here 1 means findings.
        args = sys.argv[1:] if arguments is None else list(arguments)
        try:
            with self.make_context(name, args, max_content_width=help_width(sys.stdout)) as context:
                result = self.invoke(context)
        except click.exceptions.Exit as requested_exit:
            return requested_exit.exit_code
        except click.ClickException as error:
            text = io.StringIO()
            error.show(text)
            echo_err(without_credentials(text.getvalue()))
            return UNUSABLE
        except (click.Abort, EOFError):
            return INTERRUPTED
        except ModelConfigError as error:
            echo_err(f"{name}: {error}\n")
            return UNUSABLE
        except OSError as error:
            if error.filename is None:
                raise
            # Not even whether the path exists is known: its name is too long, for example.
            from modelconfig.diagnostics.render.formats import render
            from modelconfig.storage.files import unreadable

            echo_err(render([replace(unreadable(error), file=os.fsdecode(error.filename))], "text"))
            return UNUSABLE
        return result if isinstance(result, int) else CLEAN

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the command names in the order of their declaration."""
        return list(self._lazy_commands)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command with this name, or None."""
        if cmd_name not in self._lazy_commands:
            return None
        module, _, attribute = self._lazy_commands[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the commands and options that start with a text, without importing the commands' modules."""
        from click.shell_completion import CompletionItem

        commands = self._lazy_commands.items()
        names = [CompletionItem(name, help=text) for name, (_, text) in commands if name.startswith(incomplete)]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, or fail and suggest the most similar name."""
        if args and args[0] not in self._lazy_commands and not args[0].startswith("-"):
            from modelconfig.diagnostics.phrases import quote
            from modelconfig.diagnostics.suggestions import did_you_mean

            suggestion = did_you_mean(args[0], self._lazy_commands) or f"Commands: {', '.join(self._lazy_commands)}."
            ctx.fail(f"No such command {quote(args[0])}. {suggestion}")
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing their modules."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short_help) for name, (_, short_help) in self._lazy_commands.items()])
