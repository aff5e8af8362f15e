"""Limit how often a client may send a request without a valid token."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from modelconfig.server.client_addresses import IPAddress

ATTEMPTS = 20
"""Failed attempts that a client may make at once."""
INTERVAL = 3.0
"""Seconds until a client may make one more."""
CLIENTS = 1 << 14
"""Clients that are remembered, which takes about 3 MiB."""
_IPV6_BITS = 64
"""Bits that distinguish clients with IPv6: a network usually has the other 64, and can use each of its addresses."""


class AttemptLimit:
    """Count the failed attempts of each client: an address of IPv4, or a network of 2^64 addresses of IPv6.

    Clients choose their addresses, so only the latest CLIENTS that failed are remembered.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Count from now on. `clock` returns seconds and never goes back."""
        self._clock = clock
        self._free_at: OrderedDict[tuple[int, int], float] = OrderedDict()
        """When each client may make ATTEMPTS at once again, the client that failed last at the end."""

    def __len__(self) -> int:
        return len(self._free_at)

    def count(self, address: IPAddress) -> int:
        """Count a failed attempt; return 0 if it is within the limit, otherwise the seconds until the next one is."""
        client = (address.version, int(address) >> (_IPV6_BITS if address.version == 6 else 0))
        now = self._clock()
        free_at = max(now, self._free_at.get(client, now))
        wait = free_at - now - (ATTEMPTS - 1) * INTERVAL
        self._free_at[client] = free_at if wait > 0 else free_at + INTERVAL
        self._free_at.move_to_end(client)
        if len(self._free_at) > CLIENTS:
            self._free_at.popitem(last=False)
        return max(0, math.ceil(wait))
