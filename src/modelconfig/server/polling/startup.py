"""What a server begins with, before anybody is asked: the embedded document, or what an earlier run has polled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from modelconfig.diagnostics.problem import Problem, in_file, warning
from modelconfig.server.polling.base_selection import EMBEDDED, Base, BaseSource, select_base
from modelconfig.storage.digests import digest

if TYPE_CHECKING:
    from modelconfig.server.polling.addresses import Address
    from modelconfig.server.polling.cache import BaseCache, Cached


class Start(NamedTuple):
    """The base to begin with, and what is known besides it.

    `base` is None only if the operator wants a cached one and there is none; `problems` says so. `cached` is what the
    cache holds for the address that will be polled, whether it was chosen or not.
    """

    base: Base | None
    cached: Cached | None
    problems: tuple[Problem, ...]
    cache_problems: tuple[Problem, ...]


def start(source: BaseSource, cache: BaseCache | None, address: Address | None) -> Start:
    """Read what there is and choose. Raises DataMissing when the package has no embedded document."""
    cached, found = (None, []) if cache is None or source is BaseSource.EMBEDDED else cache.load()
    if cached is not None and source.polls and _foreign(cached, address):
        # An operator who has changed the gateway does not want the other one's documents, however new.
        hint = "Nothing has to be done. Use --source cached to serve it nevertheless."
        message = "the cached document was polled from another address, and is not used"
        place = "" if cache is None else cache.folder.as_posix()
        found = in_file([*found, warning("MC433", message, hint=hint)], place)
        cached = None
    chosen = select_base(source, embedded_base(), None if cached is None else cached.base)
    return Start(chosen.base, cached, tuple(chosen.problems), tuple(found))


def _foreign(cached: Cached, address: Address | None) -> bool:
    """Tell whether a document was polled from somewhere else; where that is not known it is taken as ours."""
    return address is not None and cached.address not in ("", address.digest)


def embedded_base() -> Base:
    """Return the document of the package, read anew: nobody else can change it."""
    from json import loads

    from modelconfig.documents.loader import embedded_document_bytes

    data = embedded_document_bytes()
    return Base(EMBEDDED, loads(data), digest(data))
