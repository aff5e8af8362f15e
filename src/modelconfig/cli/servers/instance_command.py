"""The command `serve instance`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.servers.server_options import RUN_OPTIONS, serve, server_options

if TYPE_CHECKING:
    from modelconfig.server.runner import Program

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
SOURCES = ("newest", "embedded", "cached", "polled")


def _reject_stdin(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == "-":
        raise click.BadParameter("expected a file: standard input cannot be reloaded.", param=parameter)
    return _reject_empty(context, parameter, value)


def _reject_empty(_context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == "":
        # Usually the value of an unset shell variable. As a path it would mean the current folder.
        raise click.BadParameter("expected a value, found an empty one; omit the option instead.", param=parameter)
    return value


def _limit(name: str, values: click.ParamType[Any], default: float, help_text: str) -> Decorator:
    """Return an option for a limit of polling."""
    return click.option(name, type=values, default=default, show_default=True, help=help_text)


_SECONDS = click.FloatRange(0.1, 3600)


@click.command
@click.option(
    "--site-config",
    metavar="FILE",
    required=True,
    callback=_reject_stdin,
    help="Site configuration; reloaded when it changes.",
)
@click.option(
    "--gateway",
    metavar="URL",
    callback=_reject_empty,
    help="Gateway to poll for a newer base document. [default: no polling]",
)
@click.option(
    "--tokens",
    metavar="FILE",
    callback=_reject_stdin,
    help="File of access tokens, one per line; reloaded when it changes. Tokens in $MODELCONFIG_TOKENS, separated by"
    " spaces, are valid too.",
)
@click.option(
    "--switches",
    metavar="FILE",
    callback=_reject_stdin,
    help="JSON file of client feature flags; reloaded when it changes.",
)
@click.option(
    "--cache-dir",
    metavar="DIR",
    callback=_reject_empty,
    help="Folder for the polled document and the last good result, which are used after a restart.",
)
@click.option(
    "--source",
    type=click.Choice(SOURCES),
    default=SOURCES[0],
    show_default=True,
    help="Base document to use; `embedded` and `cached` turn polling off.",
)
@_limit(
    "--minimum-share",
    click.FloatRange(0, 1),
    0.5,
    "Reject a polled document that keeps less than this share of the models.",
)
@_limit("--poll-timeout", _SECONDS, 30.0, "Total timeout of a poll, in seconds.")
@_limit("--poll-connect-timeout", _SECONDS, 5.0, "Timeout of the connection, in seconds.")
@_limit("--poll-max-size", click.IntRange(1024, 1 << 30), 8 << 20, "Maximum size of a polled document, in bytes.")
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
    with --cache-dir. With nothing to serve, these paths and /readyz return 503 until the file is corrected.
    """  # noqa: D301 - click keeps the lines of a paragraph that starts with this character
    run_options = {name: settings.pop(name) for name in RUN_OPTIONS}

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
