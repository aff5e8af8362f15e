"""Notify the service manager, such as systemd, which waits for a service of `Type=notify`."""

import os
import socket
from contextlib import suppress

READY = "READY=1"
STOPPING = "STOPPING=1"
_VARIABLE = "NOTIFY_SOCKET"
"""The environment variable with the address of the service manager's socket, as sd_notify(3) describes it."""


def notify(state: str) -> None:
    """Send a state to the service manager that started this process, if it waits for one.

    The server also works without a service manager, or with one that does not read.
    """
    address = os.environ.get(_VARIABLE, "")
    # A path, or a name in the abstract namespace, which has a null byte in place of the @.
    if not hasattr(socket, "AF_UNIX") or not address.startswith(("/", "@")):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagrams:
        datagrams.setblocking(False)
        datagrams.sendto(state.encode(), "\0" + address[1:] if address.startswith("@") else address)
