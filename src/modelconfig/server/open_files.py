"""The limit of open files, and the number of connections that it allows.

A server that accepts connections up to the limit can open no file: it neither reloads nor polls, and each attempt to
accept another connection fails at once and is repeated at once.
"""

import sys
from contextlib import suppress

from modelconfig.diagnostics.problem import error
from modelconfig.errors import DocumentInvalid

RESERVE = 64
"""Files that stay available beside connections: more than twice as many as a server that reloads and polls opens."""
_MINIMUM = 2 * RESERVE
_MAX_CONNECTIONS = 1 << 20
"""Connections where the system has no limit."""


def allowed_connections() -> int:
    """Raise the limit of open files to the maximum that the system allows, and return it without the reserve.

    Raises DocumentInvalid with MC471 if the limit is too low for a server.
    """
    if sys.platform == "win32":
        return _MAX_CONNECTIONS
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    # Some systems report a maximum that they do not allow.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        soft = hard
    if soft == resource.RLIM_INFINITY:
        return _MAX_CONNECTIONS
    if soft < _MINIMUM:
        message = f"the process may open {soft} files; expected at least {_MINIMUM}"
        raise DocumentInvalid(
            [error("MC471", message, hint="Raise the limit: LimitNOFILE= in a unit, or `ulimit -n`.")]
        )
    return min(soft - RESERVE, _MAX_CONNECTIONS)
