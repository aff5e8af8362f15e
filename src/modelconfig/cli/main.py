"""The command `modelconfig`: which commands there are, and how a run ends."""

from __future__ import annotations

import os
import sys

import click

from modelconfig.cli.lazy_group import LazyGroup
from modelconfig.cli.output import CLEAN, INTERRUPTED, UNUSABLE, echo, echo_err, finish
from modelconfig.errors import ModelConfigError

NAME = "modelconfig"
COMPLETION = "_MODELCONFIG_COMPLETE"
COMMANDS = {
    "validate": ("modelconfig.cli.validate_command:validate", "Check model configuration documents."),
    "list": ("modelconfig.cli.catalogue_commands:list_command", "List the models of a document."),
    "show": ("modelconfig.cli.catalogue_commands:show_command", "Show everything about one model."),
    "diff": ("modelconfig.cli.catalogue_commands:diff_command", "Tell what changed between two documents."),
    "explain": ("modelconfig.cli.explain_command:explain", "Explain a problem code, with an example."),
    "page": ("modelconfig.cli.page_command:page", "Write the page of a document to a folder."),
    "serve": ("modelconfig.cli.servers.serve_group:serve", "Run the gateway, or an instance."),
    "publish": ("modelconfig.cli.publish_command:publish", "Write a document as files for web servers."),
    "status": ("modelconfig.cli.servers.status_command:status", "Tell how a running server is."),
    "client-check": (
        "modelconfig.cli.client_check.client_check_command:client_check",
        "Compare a client's index.d.ts with a released one.",
    ),
    "site": ("modelconfig.cli.site.site_group:site", "Check, merge and explain site configurations."),
    "ref": ("modelconfig.cli.ref_commands:ref", "Check model references, make names fit for them."),
}
"""Each command's place and short help; the place is imported only when the command runs."""


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's order
    if value:
        import modelconfig

        echo(f"modelconfig {modelconfig.__version__}\n")
        context.exit()


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="Print the version and exit."
)
def cli() -> None:
    """Check, list and compare the model configurations of Cody.

    Exit codes: 0 clean or with warnings only, 1 when there is an error, 2 for wrong usage or unreadable input.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; whatever happens on the way, a person never sees a traceback for it."""
    sys.exit(finish(lambda: _run(arguments)))


def _run(arguments: list[str] | None) -> int:
    if COMPLETION in os.environ:
        # The shell asks what may follow, and click answers and exits.
        cli.main(prog_name=NAME)
    # Not click's `main`: it ends a run with a closed pipe as it ends one with findings.
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with cli.make_context(NAME, given) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as why:
        why.show()
        return UNUSABLE
    except (click.Abort, EOFError):
        return INTERRUPTED
    except ModelConfigError as why:
        echo_err(f"{NAME}: {why}\n")
        return UNUSABLE
    return CLEAN
