"""The command `serve gateway`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modelconfig.cli.servers.server_options import serve, server_options

if TYPE_CHECKING:
    from modelconfig.server.runner import Program


@click.command
@click.option("--models", metavar="FILE", help="Document to publish, watched for changes; default: the embedded one.")
@server_options
@click.pass_context
def gateway(
    context: click.Context,
    /,
    *,
    models: str | None,
    host: str,
    port: int,
    log_format: str,
    log_level: str,
    log_requests: str,
) -> None:
    """Publish a model configuration at /llm-models.json, and a page to look at it at /.

    A document with an error is refused: what was valid before is served on, and /status, the log and a metric tell what
    is wrong and where. With none from the start, /llm-models.json and /readyz answer 503 until the file is corrected.
    Other paths: /healthz, /status, /metrics.
    """

    def make_program() -> Program:
        from modelconfig.server.gateway import Gateway

        return Gateway(models, log_requests=log_requests)

    context.exit(serve(make_program, host=host, port=port, log_format=log_format, log_level=log_level))
