"""The command `serve instance`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import FILE, reject_url
from modelconfig.cli.servers.server_options import RUN_OPTIONS, client_addresses, option, serve, server_options

if TYPE_CHECKING:
    from modelconfig.server.runner import Program

LIMITS = (
    "connect_seconds",
    "total_seconds",
    "max_size",
    "max_providers",
    "max_models",
    "max_properties",
    "minimum_share",
    "reject_client_side_config",
    "poll_redirects",
)
"""The options that are fields of PollingLimits, by name."""
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


def _reject_no_folder(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return reject_url(context, parameter, _reject_empty(context, parameter, value))


def _file(name: str, help_text: str, *, required: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return an option that names a file; the file is reloaded when it changes."""
    return click.option(name, type=FILE, metavar="FILE", required=required, callback=_reject_stdin, help=help_text)


_SECONDS = click.FloatRange(0.1, 3600)
_BYTES = click.IntRange(1024, 1 << 30)
_COUNT = click.IntRange(1, 1_000_000)


@click.command
@_file("--site-config", "Site configuration; reloaded when it changes.", required=True)
@click.option(
    "--gateway",
    metavar="URL",
    callback=_reject_empty,
    help="Gateway to poll for a newer base document. [default: no polling]",
)
@_file(
    "--tokens",
    "File of access tokens, one per line; reloaded when it changes. Tokens in $MODELCONFIG_TOKENS, separated by spaces,"
    " are valid too.",
)
@_file("--switches", "JSON file of client feature flags; reloaded when it changes.")
@click.option(
    "--cache-dir",
    type=FILE,
    metavar="DIR",
    callback=_reject_no_folder,
    help="Folder for the polled document and the last good result, which are used after a restart; one folder for each"
    " instance.",
)
@option(
    "--source",
    type=click.Choice(SOURCES),
    default=SOURCES[0],
    help="Base document; `embedded` and `cached` turn polling off.",
)
@option(
    "--minimum-share",
    type=click.FloatRange(0, 1),
    default=0.5,
    help="Reject a polled document that keeps less than this share of the most models of the last seven days.",
)
@option("--poll-timeout", "total_seconds", type=_SECONDS, default=30.0, help="Total timeout of a poll, in seconds.")
@option(
    "--poll-connect-timeout",
    "connect_seconds",
    type=_SECONDS,
    default=5.0,
    help="Timeout of the connection, in seconds.",
)
@option(
    "--poll-max-size", "max_size", type=_BYTES, default=1 << 20, help="Maximum size of a polled document, in bytes."
)
@option(
    "--poll-max-providers",
    "max_providers",
    type=_COUNT,
    default=1_000,
    help="Maximum number of providers of a polled document.",
)
@option(
    "--poll-max-models",
    "max_models",
    type=_COUNT,
    default=10_000,
    help="Maximum number of models of a polled document.",
)
@option(
    "--poll-max-properties",
    "max_properties",
    type=_COUNT,
    default=256,
    help="Maximum number of properties of each object of a polled document.",
)
@click.option("--poll-redirects", is_flag=True, help="Follow redirects of the gateway to other hosts.")
@click.option(
    "--reject-client-side-config",
    is_flag=True,
    help="Reject a polled or cached document with `clientSideConfig`, such as an instruction before each chat.",
)
@server_options
@click.pass_context
def instance(context: click.Context, /, *, source: str, **settings: Any) -> None:
    """Serve the merged model configuration of a site to its clients, which send `Authorization: token …` or `Bearer …`.

    \b
    /.api/modelconfig/supported-models.json  client view of the merged document
    /.api/llm/models, /.api/llm/models/REF   list of these models, one model
    /.api/client-config                      feature flags, digest of the models
    /status, /metrics, /                     status, metrics, page
    /healthz, /readyz                        health, without a token

    A site configuration with errors is rejected: the server keeps serving the previous version, also after a restart
    with --cache-dir. With nothing to serve, /.api/client-config turns Cody off, and /, /readyz and the other paths
    below /.api/ return 503 until the file is corrected.
    """  # noqa: D301 - click keeps the lines of a paragraph that starts with this character
    run_options, limits = ({name: settings.pop(name) for name in names} for names in (RUN_OPTIONS, LIMITS))

    def make_program() -> Program:
        from modelconfig.server.instance.program import Instance
        from modelconfig.server.instance.settings import InstanceSettings
        from modelconfig.server.polling.base_selection import BaseSource
        from modelconfig.server.polling.limits import PollingLimits

        clients = client_addresses(settings, run_options)
        return Instance(
            InstanceSettings(source=BaseSource(source), limits=PollingLimits(**limits), clients=clients, **settings)
        )

    context.exit(serve(make_program, **run_options))
