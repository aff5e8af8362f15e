"""The command group `serve`."""

import click

from modelconfig.cli.lazy_group import LazyGroup

COMMANDS = {
    "gateway": ("modelconfig.cli.servers.gateway_command:gateway", "Serve a document that instances poll."),
    "instance": ("modelconfig.cli.servers.instance_command:instance", "Serve a site's models to its clients."),
}
"""Import path and short help of each command. Its module is imported only when the command runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def serve() -> None:
    """Run a server until SIGTERM or Ctrl-C; SIGHUP reloads its files.

    Requires the extra `server`; in the source folder: pip install ".[server]".
    """
