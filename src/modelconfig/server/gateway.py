"""The gateway: one public document, from the package or from a file, at the path that instances poll."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from modelconfig.publish.file_times import last_modified
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import render_page
from modelconfig.publish.public_document import examine_public
from modelconfig.server import health
from modelconfig.server.file_watcher import Watch, watch
from modelconfig.server.http.app import App
from modelconfig.server.http.background import log_exceptions
from modelconfig.server.http.logs import event
from modelconfig.server.http.metrics import Metrics, counter
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import JSON
from modelconfig.server.http.routes import Route, Routes
from modelconfig.server.served_document import ServedDocument, log_fields, now, stamp

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable, Sequence
    from datetime import datetime

    from prometheus_client import Metric

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.publish.public_document import PublicDocument
    from modelconfig.server.http.responses import Reply
    from modelconfig.server.http.routes import Request

LOGGER = logging.getLogger("modelconfig.gateway")
PATH = "/llm-models.json"
"""Where instances look for the document (design of the existing system)."""
CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
"""Five minutes: instances poll every few hours, and a correction must not wait behind a cache for long."""


HTML = "text/html; charset=utf-8"
_LARGEST = 64 << 20
"""Bytes of a document, a thousand times those of the embedded one."""
_TOLD = 20
"""Problems that a line of the log lists; `/status` has all of them."""


@dataclass(frozen=True, slots=True)
class _GatewayContent:
    """One document with all that is served of it."""

    document: ServedDocument
    body: bytes
    served: Resource
    page: Resource

    def compressed(self) -> _GatewayContent:
        return replace(self, served=self.served.compressed(), page=self.page.compressed())


def _edition(value: dict[str, Any], body: bytes, source: str, generation: int) -> _GatewayContent:
    document = ServedDocument.of(value, body, source, generation)
    modified = last_modified(document.revision, now())
    served = Resource(body, JSON, cache_control=CACHE_CONTROL, modified=modified)
    html = render_page(value)
    page = Resource(html, HTML, cache_control="no-cache", headers=page_headers(html))
    return _GatewayContent(document, body, served, page)


class Gateway:
    """Serves the document of a file, which is watched, or the embedded one."""

    def __init__(self, path: str | None = None, *, log_requests: str = "errors") -> None:
        """Read nothing yet. Without a path it is the embedded document."""
        self.app = App(log=log_requests)
        self._path = path
        # Before the file is first read, so that no change in between is missed.
        self._watch = Watch(path, self._changed) if path is not None else None
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._packer = ThreadPoolExecutor(1, thread_name_prefix="packer")
        self._packing: set[asyncio.Task[None]] = set()
        self._started = now()
        self._edition: _GatewayContent | None = None
        self._problems: Sequence[Problem] = ()
        self._refused = 0
        self._accepted_at: datetime | None = None
        self._refused_at: datetime | None = None
        self._refusing = False
        self._metrics = Metrics(self.app.tally, self._measured)

    async def prepare(self) -> None:
        """Read the document, to serve it uncompressed from the first moment on."""
        self._take(*self._read())
        self._publish()

    def tasks(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return the making of the compressed forms, and the watching of the file."""
        return [self._compress()] if self._watch is None else [self._compress(), watch([self._watch])]

    async def reload(self) -> None:
        """Read the file again."""
        await self._changed()

    async def _changed(self) -> None:
        loop = asyncio.get_running_loop()
        if self._take(*await loop.run_in_executor(self._reader, self._read)):
            self._publish()
            # The next change need not wait for this.
            task = loop.create_task(log_exceptions(self._compress()))
            self._packing.add(task)
            task.add_done_callback(self._packing.discard)

    def _read(self) -> tuple[PublicDocument, _GatewayContent | None]:
        """Return what the file is now, and the edition that it makes unless it is refused or in force already."""
        found = examine_public(self._path, _LARGEST)
        known = self._edition
        if found.data is None or found.document is None or (known is not None and found.data == known.body):
            return found, None
        source = "embedded" if self._path is None else "file"
        generation = known.document.generation + 1 if known is not None else 1
        return found, _edition(found.document, found.data, source, generation)

    def _take(self, found: PublicDocument, edition: _GatewayContent | None) -> bool:
        """Note what became of reading; tell whether there is another edition now."""
        self._problems = found.problems
        self._refusing = found.data is None
        if self._refusing:
            self._refused += 1
            self._refused_at = now()
            event(LOGGER, logging.ERROR, "document refused", number=len(found.problems), problems=_told(found.problems))
        else:
            self._accepted_at = now()
        if edition is None:
            return False
        self._edition = edition
        event(LOGGER, logging.INFO, "document in force", **log_fields(edition.document))
        return True

    async def _compress(self) -> None:
        """Make the compressed forms of what is in force, and serve them unless there is something newer by then."""
        edition = self._edition
        if edition is None:
            return
        # Not by the thread that reads, which the next change needs.
        compressed = await asyncio.get_running_loop().run_in_executor(self._packer, self._compressed, edition)
        if compressed is not None and self._edition is edition:
            self._edition = compressed
            self._publish()

    def _compressed(self, edition: _GatewayContent) -> _GatewayContent | None:
        # When many changes come at once, only the last one's forms will be asked for.
        return edition.compressed() if self._edition is edition else None

    def _publish(self) -> None:
        edition = self._edition
        missing = None if edition is not None else self._nothing
        self.app.publish(
            Routes(
                {
                    PATH: Route(PATH, edition.served if edition else None, missing),
                    "/": Route("/", edition.page if edition else None, missing),
                    "/healthz": Route("/healthz", answer=lambda _: health.alive()),
                    "/readyz": Route("/readyz", answer=lambda _: health.ready(self._in_force)),
                    "/status": Route("/status", answer=self._status),
                    "/metrics": Route("/metrics", answer=lambda _: self._metrics.reply()),
                }
            )
        )

    @property
    def _in_force(self) -> ServedDocument | None:
        return self._edition.document if self._edition is not None else None

    def _nothing(self, _: Request) -> Reply:
        return health.unavailable("The gateway has no valid document; its /status says why.")

    def _status(self, _: Request) -> Reply:
        told = [one.to_json() for one in self._problems]
        file = {
            "name": self._path,
            "refused": self._refused,
            "lastAccepted": stamp(self._accepted_at),
            "lastRefused": stamp(self._refused_at),
            "problems": told,
        }
        parts = {"problems": told} | ({"file": file} if self._path is not None else {})
        return health.status_reply("gateway", self._started, self._in_force, self._reasons(), parts)

    def _reasons(self) -> list[str]:
        if not self._refusing:
            return []
        if self._edition is None:
            return ["The document is refused, and there was no valid one since the start: nothing is served."]
        return ["The newest state of the file is refused; what was valid before is still served."]

    def _measured(self) -> Iterable[Metric]:
        yield from health.document_metrics(self._in_force)
        yield counter("refused_updates", "Updates that were not put in force.", "what", {"document": self._refused})


def _told(problems: Sequence[Problem]) -> list[str]:
    """Return problems as a line of the log lists them."""
    return [f"{one.file}:{one.line or 0}:{one.column or 0}: {one.code} {one.message}" for one in problems[:_TOLD]]
