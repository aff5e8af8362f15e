"""Options of both servers, and how a server is run."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.output import CLEAN, UNUSABLE, echo_err, report_missing_extra
from modelconfig.cli.progress import end_progress
from modelconfig.diagnostics.phrases import printable
from modelconfig.server.http.logs import FORMATS, LEVELS, REQUESTS, configure

if TYPE_CHECKING:
    from ipaddress import IPv4Network, IPv6Network

    from modelconfig.server.client_addresses import ClientAddresses
    from modelconfig.server.runner import Program

_STDERR_DESCRIPTOR = 2
_MAX_PORT = 65535

RUN_OPTIONS = ("host", "port", "admin_address", "behind_proxy", "log_format", "log_level")
"""The parameters of `serve`, by name."""


def option(*names: str, **attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return an option with a default that its help shows."""
    return click.option(*names, show_default=True, **attributes)


def _duration(_context: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
    """Return the seconds of a duration."""
    from modelconfig.server.polling.schedule import parse_duration

    try:
        return None if value is None else parse_duration(value)
    except ValueError:
        raise click.BadParameter("expected a duration such as 30d or 36h.", param=parameter) from None


def _host_and_port(_context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, int] | None:
    """Return the host and the port of an address such as `[::1]:9080`."""
    if value is None:
        return None
    host, _, port = value.rpartition(":")
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    elif ":" in host:
        host = ""
    if not host or not port.isdecimal() or not port.isascii() or int(port) > _MAX_PORT:
        raise click.BadParameter("expected a host and a port such as 127.0.0.1:9080.", param=parameter)
    return host, int(port)


def _with_admin_address(context: click.Context, parameter: click.Parameter, value: bool) -> bool:  # noqa: FBT001  # click passes it so
    """Return whether a flag of the operators' address is set, which needs that address."""
    if value and context.params.get("admin_address") is None:
        raise click.BadParameter("expected --admin-address too.", param=parameter)
    return value


def _network(text: str) -> IPv4Network | IPv6Network:
    """Return the network of an option; a single address is one too."""
    from ipaddress import IPv6Network, ip_network

    try:
        network = ip_network(text)
    except ValueError:
        try:
            network = ip_network(text, strict=False)
        except ValueError:
            raise click.BadParameter(f"{text!r} is not an IP address or a network such as 10.0.0.0/8.") from None
        raise click.BadParameter(f"{text!r} is not a network; did you mean {network}?") from None
    if isinstance(network, IPv6Network) and network.network_address.ipv4_mapped is not None:
        raise click.BadParameter(f"{text!r} contains an IPv4 address; write it as such.")
    return network


_OPTIONS = (
    option("--host", default="127.0.0.1", help="Address to listen on."),
    option("--port", type=click.IntRange(0, _MAX_PORT), default=8080, help="Port to listen on; 0 selects a free port."),
    click.option(
        "--admin-address",
        metavar="HOST:PORT",
        callback=_host_and_port,
        is_eager=True,
        help="Second address, for operators: /healthz, /readyz, /status and /metrics without a token. It answers also"
        " while clients hold all connections of the first one. [default: none]",
    ),
    click.option(
        "--admin-page",
        is_flag=True,
        callback=_with_admin_address,
        help="Serve the page at / of --admin-address too, without a token.",
    ),
    click.option(
        "--behind-proxy",
        is_flag=True,
        help="Do not warn of an address that is not a loopback address: only a reverse proxy can reach it.",
    ),
    click.option(
        "--trusted-proxy",
        type=_network,
        metavar="ADDRESS",
        multiple=True,
        help="Address or network of a reverse proxy whose X-Forwarded-For names the client; repeatable.",
    ),
    option(
        "--log-format",
        type=click.Choice(FORMATS),
        default="auto",
        help="Format of the log; auto: `human` on a terminal, otherwise `json`.",
    ),
    option("--log-level", type=click.Choice(LEVELS), default="info", help="Minimum level to log."),
    option(
        "--log-requests",
        type=click.Choice([*REQUESTS]),
        default="errors",
        help="Requests to log; errors: status 400 and above.",
    ),
    click.option(
        "--max-document-age",
        metavar="DURATION",
        callback=_duration,
        help="Report the server as stale when the revision of the served document is older, such as 30d or 36h."
        " [default: no limit]",
    ),
)


def server_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that both servers share to a command."""
    for decorator in reversed(_OPTIONS):
        command = decorator(command)
    return command


def client_addresses(settings: dict[str, Any], options: Mapping[str, Any]) -> ClientAddresses:
    """Return how the addresses of clients are found, and remove from the settings what only this needs."""
    from modelconfig.server.client_addresses import ClientAddresses

    return ClientAddresses(settings.pop("trusted_proxy"), behind_proxy=options["behind_proxy"])


def serve(  # an option each, given by name
    make_program: Callable[[], Program],
    *,
    host: str,
    port: int,
    admin_address: tuple[str, int] | None,
    behind_proxy: bool,
    log_format: str,
    log_level: str,
) -> int:
    """Create the program, run it until it receives a signal to stop, and return the exit code."""
    end_progress()
    _ignore_hangups()
    _occupy_closed_streams()
    try:
        from modelconfig.server.listeners import CannotListen, listeners
        from modelconfig.server.runner import run
    except ModuleNotFoundError as error:
        return report_missing_extra(error)
    configure(log_format, log_level)
    try:
        with listeners(host, port, admin_address) as listening:
            if not behind_proxy:
                listening.log_exposed()
            run(make_program(), listening)
    except CannotListen as error:
        echo_err(f"modelconfig: {error}\n")
        return UNUSABLE
    except OSError as error:
        # Errors of the user's files are handled elsewhere. This one comes from the system or the installation.
        file_suffix = f" ({printable(str(error.filename))})" if error.filename else ""
        echo_err(f"modelconfig: the server stopped: {error.strerror or error}{file_suffix}\n")
        return UNUSABLE
    return CLEAN


def _ignore_hangups() -> None:
    """Ignore SIGHUP while the server starts: it has not read its files yet.

    By default SIGHUP ends the process. Service managers see that as a regular exit and do not restart the server.
    """
    if hasattr(signal, "SIGHUP"):
        with suppress(ValueError):  # only the main thread can set signal handlers
            signal.signal(signal.SIGHUP, signal.SIG_IGN)


def _occupy_closed_streams() -> None:
    """Open the null device for each closed standard stream, so that no socket gets its descriptor.

    The library of the event loop aborts the process when it closes one of these descriptors.
    """
    with suppress(OSError):
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _STDERR_DESCRIPTOR:
            pass
        os.close(descriptor)
