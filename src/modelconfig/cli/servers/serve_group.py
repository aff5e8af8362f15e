"""`modelconfig serve`: the two servers, each loaded when it runs."""

from __future__ import annotations

import click

from modelconfig.cli.lazy_group import LazyGroup

COMMANDS = {
    "gateway": ("modelconfig.cli.servers.gateway_command:gateway", "Publish a document for instances to poll."),
    "instance": ("modelconfig.cli.servers.instance_command:instance", "Serve a site's clients, and poll a gateway."),
}
"""Each command's place and short help; the place is imported only when the command runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def serve() -> None:
    """Run a server until it is told to end (SIGTERM, Ctrl-C); SIGHUP makes it read its files again.

    Needs the extra `server`: pip install "cody-modelconfig[server]".
    """
