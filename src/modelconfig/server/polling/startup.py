"""Choose the base to start with, before the first poll: the embedded document, or the cached one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from modelconfig.diagnostics.problem import Problem, in_file, warning
from modelconfig.server.polling.base_selection import EMBEDDED, Base, BaseSource, select_base
from modelconfig.storage.digests import digest

if TYPE_CHECKING:
    from modelconfig.server.polling.addresses import Address
    from modelconfig.server.polling.cache import BaseCache, Cached


class Start(NamedTuple):
    """The base to start with, and the content of the cache.

    `base` is None only if the operator wants a cached one and none exists, which `problems` reports. `cached` is the
    cached document of the address that will be polled, whether it was chosen or not.
    """

    base: Base | None
    cached: Cached | None
    problems: tuple[Problem, ...]
    cache_problems: tuple[Problem, ...]


def start(source: BaseSource, cache: BaseCache | None, address: Address | None) -> Start:
    """Load the cache and choose the base. Raises DataMissing if the package has no embedded document."""
    cached, cache_problems = (None, []) if cache is None or source is BaseSource.EMBEDDED else cache.load()
    if cached is not None and source.polls and _is_from_elsewhere(cached, address):
        # An operator who has changed the gateway does not want the documents of the other one, however new.
        hint = "Nothing has to be done. Use --source cached to serve it nevertheless."
        message = "the cached document was polled from another address, and is not used"
        folder = "" if cache is None else cache.folder.as_posix()
        cache_problems = in_file([*cache_problems, warning("MC433", message, hint=hint)], folder)
        cached = None
    chosen = select_base(source, embedded_base(), None if cached is None else cached.base)
    return Start(chosen.base, cached, tuple(chosen.problems), tuple(cache_problems))


def _is_from_elsewhere(cached: Cached, address: Address | None) -> bool:
    """Return whether a document was polled from another address; an unknown address counts as the same."""
    return address is not None and cached.address not in ("", address.digest)


def embedded_base() -> Base:
    """Return the embedded document, parsed again, so that no other caller can change it."""
    from json import loads

    from modelconfig.documents.loader import embedded_document_bytes

    data = embedded_document_bytes()
    return Base(EMBEDDED, loads(data), digest(data))
