"""The command group `modelconfig`."""

import os
import sys

import click

from modelconfig.cli.lazy_group import LazyGroup
from modelconfig.cli.output import echo, finish

NAME = "modelconfig"
COMPLETION = "_MODELCONFIG_COMPLETE"
COMMANDS = {
    "validate": ("modelconfig.cli.documents.validate_command:validate", "Validate model configuration documents."),
    "list": ("modelconfig.cli.documents.catalogue_commands:list_command", "List the models of a document."),
    "show": ("modelconfig.cli.documents.catalogue_commands:show_command", "Show all properties of a model."),
    "diff": ("modelconfig.cli.documents.catalogue_commands:diff_command", "Show what changed between two documents."),
    "compare": ("modelconfig.cli.documents.compare_command:compare", "Compare a document with public catalogues."),
    "explain": ("modelconfig.cli.explain_command:explain", "Explain a problem code."),
    "page": ("modelconfig.cli.documents.page_command:page", "Write an HTML page of the models to a folder."),
    "schema": ("modelconfig.cli.site.schema_command:schema", "Print the schema of a document, for editors."),
    "serve": ("modelconfig.cli.servers.serve_group:serve", "Run a gateway or an instance."),
    "publish": ("modelconfig.cli.documents.publish_command:publish", "Publish a document as files for web servers."),
    "status": ("modelconfig.cli.servers.status_command:status", "Show the status of a running server."),
    "client-check": (
        "modelconfig.cli.client_check_command:client_check",
        "Show what an update of a client's index.d.ts would change.",
    ),
    "site": ("modelconfig.cli.site.site_group:site", "Check, merge and explain site configurations."),
    "ref": ("modelconfig.cli.ref_commands:ref", "Check model references and create valid names."),
}
"""Import path and short help of each command. Its module is imported only when the command runs."""


def _print_version(
    context: click.Context,
    _parameter: click.Parameter,
    value: bool,  # noqa: FBT001  # click passes it by position
) -> None:
    if value:
        import modelconfig

        echo(f"modelconfig {modelconfig.__version__}\n")
        context.exit()


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    callback=_print_version,
    expose_value=False,
    is_eager=True,
    help="Print the version and exit.",
)
def cli() -> None:
    """Validate, list, merge, compare, publish and serve model configurations of Cody.

    Exit codes: 0 no problems or warnings only, 1 errors, 2 wrong usage or unreadable input.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit. Expected failures print a message, not a traceback."""
    if COMPLETION in os.environ:
        # The shell requests completions: click prints them and exits.
        from modelconfig.cli.completion.shells import register

        register()
        finish(lambda: cli.main(prog_name=NAME))
    sys.exit(finish(lambda: cli.run(NAME, arguments)))
