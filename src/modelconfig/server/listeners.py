"""The addresses that a server listens on: their sockets, and which of them other machines can reach."""

import logging
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import warning
from modelconfig.server.client_addresses import parse_address
from modelconfig.server.http.logs import log_problems
from modelconfig.server.http.worker import BACKLOG

LOGGER = logging.getLogger("modelconfig.server")


class CannotListen(Exception):
    """The address cannot be used; the message says why and what to do."""


class Listeners(NamedTuple):
    """The listening sockets of a server."""

    public: socket.socket
    admin: socket.socket | None
    """For operators only, if there is one."""

    def log_exposed(self) -> None:
        """Log a warning for each address that other machines can reach (MC467)."""
        problems = []
        for listening in self:
            if listening is not None:
                host, port = listening.getsockname()[:2]
                address = parse_address(host)
                if address is None or not address.is_loopback:
                    message = f"other machines can connect to {host} port {port} directly, without TLS"
                    hint = "Listen on 127.0.0.1, or add --behind-proxy if only a reverse proxy can reach the address."
                    problems.append(warning("MC467", message, hint=hint))
        if problems:
            log_problems(LOGGER, logging.WARNING, "warnings about addresses", problems)


@contextmanager
def listeners(host: str, port: int, admin: tuple[str, int] | None = None) -> Iterator[Listeners]:
    """Listen on a public address, and on one for operators, until the end of the block. Raises CannotListen."""
    with ExitStack() as stack:
        public = stack.enter_context(listen(host, port))
        yield Listeners(public, None if admin is None else stack.enter_context(listen(*admin, "--admin-address")))


def listen(host: str, port: int, options: str = "--host and --port") -> socket.socket:
    """Return a listening socket; port 0 is any free port. Raises CannotListen, which names the options."""
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, socket_type, protocol, _, address = addresses[0]
        listening_socket = socket.socket(family, socket_type, protocol)
        try:
            # A server that ended a moment ago leaves its port in waiting.
            listening_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening_socket.bind(address)
            listening_socket.listen(BACKLOG)
            listening_socket.setblocking(False)
        except BaseException:
            listening_socket.close()
            raise
    except UnicodeError as error:
        hint = f"Choose another address with {options}."
        raise CannotListen(printable(f"cannot listen on {host}: not a valid host name. {hint}")) from error
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        reason = reason[:1].lower() + reason[1:]
        message = f"cannot listen on {host} port {port}: {reason}. Choose another address with {options}."
        raise CannotListen(message) from error
    return listening_socket
