"""The command `serve gateway`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import FILE
from modelconfig.cli.servers.server_options import RUN_OPTIONS, client_addresses, serve, server_options

if TYPE_CHECKING:
    from modelconfig.server.runner import Program


@click.command
@click.option(
    "--base",
    "--models",
    "base",
    type=FILE,
    metavar="FILE",
    help="Document to serve, reloaded when it changes; --models is an older name. [default: embedded]",
)
@click.option("--status-details", is_flag=True, help="Show paths and the version in /status, which is public.")
@server_options
@click.pass_context
def gateway(context: click.Context, /, *, base: str | None, **settings: Any) -> None:
    """Serve a model configuration at /llm-models.json, and a page that shows it at /.

    A document with an error is rejected: the server keeps serving the previous version, and /status, the log and a
    metric report the problems. Until it has read a valid document, /, /llm-models.json and /readyz return 503. Other
    paths: /models.sources.json, the sources of the values of the embedded catalogue; /healthz, /status, /metrics.
    """
    options = {name: settings.pop(name) for name in RUN_OPTIONS}

    def make_program() -> Program:
        from modelconfig.server.gateway import Gateway

        return Gateway(base, clients=client_addresses(settings, options), **settings)

    context.exit(serve(make_program, **options))
