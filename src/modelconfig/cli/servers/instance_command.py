"""The command `serve instance`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.servers.server_options import serve, server_options

if TYPE_CHECKING:
    from modelconfig.server.runner import Program

SOURCES = ("newest", "embedded", "cached", "polled")


def _reject_stdin(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == "-":
        raise click.BadParameter(
            "name a file: it is watched for changes, which standard input has none of.", param=parameter
        )
    return _reject_empty(context, parameter, value)


def _reject_empty(_context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == "":
        # Usually the value of an unset shell variable. As a path it would mean the current folder.
        raise click.BadParameter("it is empty; name something, or leave the option out.", param=parameter)
    return value


@click.command
@click.option(
    "--site-config", metavar="FILE", required=True, callback=_reject_stdin, help="Site configuration; watched."
)
@click.option(
    "--gateway",
    metavar="URL",
    callback=_reject_empty,
    help="Address to poll for a newer supplied document; default: none is polled.",
)
@click.option(
    "--tokens",
    metavar="FILE",
    callback=_reject_stdin,
    help="Who may ask: a token a line; watched. Those of $MODELCONFIG_TOKENS, separated by blanks, count too.",
)
@click.option(
    "--switches", metavar="FILE", callback=_reject_stdin, help="What /.api/client-config says, as JSON; watched."
)
@click.option(
    "--cache-dir",
    metavar="DIR",
    callback=_reject_empty,
    help="Where to keep what was polled and what was served, for a restart.",
)
@click.option(
    "--source",
    type=click.Choice(SOURCES),
    default=SOURCES[0],
    show_default=True,
    help="Which supplied document to use; embedded and cached: nothing is polled.",
)
@click.option(
    "--minimum-share",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Part of the models that a polled document must leave.",
)
@click.option(
    "--poll-timeout", type=click.FloatRange(0.1, 3600), default=30.0, show_default=True, help="Seconds for an answer."
)
@click.option(
    "--poll-connect-timeout",
    type=click.FloatRange(0.1, 3600),
    default=5.0,
    show_default=True,
    help="Seconds for a connection.",
)
@click.option(
    "--poll-max-size",
    type=click.IntRange(1024, 1 << 30),
    default=8 << 20,
    show_default=True,
    help="Bytes of a polled document.",
)
@server_options
@click.pass_context
def instance(
    context: click.Context,
    /,
    *,
    source: str,
    minimum_share: float,
    poll_timeout: float,
    poll_connect_timeout: float,
    poll_max_size: int,
    **settings: Any,
) -> None:
    """Serve the merged model configuration of a site to its clients, who send `Authorization: token …` or `Bearer …`.

    \b
    /.api/modelconfig/supported-models.json  client view of the merged document
    /.api/llm/models, /.api/llm/models/REF   the same models as a list, and each
    /.api/client-config                      feature flags of clients
    /status, /metrics, /                     status, metrics, page
    /healthz, /readyz                        health, without a token

    A site configuration with errors is rejected: the server keeps serving the previous version, also after a restart
    with --cache-dir. With nothing to serve, these paths and /readyz answer 503 until the file is corrected.
    """  # noqa: D301 - click keeps the lines of a paragraph that starts with this character
    run_options = {name: settings.pop(name) for name in ("host", "port", "log_format", "log_level")}

    def make_program() -> Program:
        from modelconfig.server.instance.program import Instance
        from modelconfig.server.instance.settings import resolve
        from modelconfig.server.polling.base_selection import BaseSource
        from modelconfig.server.polling.fetcher import PollingLimits

        limits = PollingLimits(
            connect_seconds=poll_connect_timeout,
            total_seconds=poll_timeout,
            largest=poll_max_size,
            minimum_share=minimum_share,
        )
        return Instance(resolve(source=BaseSource(source), limits=limits, **settings))

    context.exit(serve(make_program, **run_options))
