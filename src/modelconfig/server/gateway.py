"""The gateway: one public document, from the package or from a file, at the path that instances poll."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from prometheus_client import Metric

from modelconfig.diagnostics.problem import Problem, map_locations
from modelconfig.documents.current_day import now
from modelconfig.documents.revisions import parse
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import render_page
from modelconfig.publish.public_document import PublicDocument, examine_public
from modelconfig.publish.tree_layout import DOCUMENT, POLLED, SOURCES
from modelconfig.server import health
from modelconfig.server.client_addresses import ClientAddresses
from modelconfig.server.file_watcher import Watch, could_be_read, watch
from modelconfig.server.http import background
from modelconfig.server.http.app import App
from modelconfig.server.http.logs import event, log_problems
from modelconfig.server.http.metrics import Metrics, counter
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import HTML, JSON, Reply
from modelconfig.server.http.routes import Request, Route, Routes
from modelconfig.server.served_document import ServedDocument, log_fields, stamp

LOGGER = logging.getLogger("modelconfig.gateway")
PATH = f"/{DOCUMENT}"
"""Where instances look for the document (design of the existing system)."""
SOURCES_PATH = f"/{SOURCES}"
"""Where the companion of the document is, if it has one."""
_CLOCK_INTERVAL = 60.0
"""Seconds between two checks of a document whose revision is in the future, or with a wrong clock."""
_CLOCK_PROBLEMS = frozenset({"MC463", "MC464"})
_SIZE_LIMIT = 64 << 20
"""Maximum bytes of a document, a thousand times the size of the embedded one."""


@dataclass(frozen=True, slots=True)
class _GatewayContent:
    """One document with the resources made of it."""

    document: ServedDocument
    served: Resource
    page: Resource
    sources: Resource | None
    """The companion of the document."""

    @classmethod
    def of(
        cls, value: dict[str, Any], body: bytes, sources: bytes | None, source: str, generation: int
    ) -> _GatewayContent:
        """Return the content for a document that is served as `body` from now on, and its companion."""
        document = ServedDocument.of(value, body, source, generation)
        served = Resource(body, JSON, cache_control=POLLED, modified=_last_modified(document.revision))
        html = render_page(value, sources=sources)
        page = Resource(html, HTML, cache_control="no-cache", headers=page_headers(html))
        modified = _last_modified(document.revision)
        companion = None if sources is None else Resource(sources, JSON, cache_control=POLLED, modified=modified)
        return cls(document, served, page, companion)

    def compressed(self) -> _GatewayContent:
        sources = self.sources.compressed() if self.sources is not None else None
        return replace(self, served=self.served.compressed(), page=self.page.compressed(), sources=sources)


def _last_modified(revision: str) -> datetime | None:
    """Return the value of `Last-Modified` for a document of this revision, or None if the revision has no date.

    A time in the future is not a modification time (RFC 9110, 8.8.2.1).
    """
    parsed = parse(revision)
    moment = parsed.moment() if parsed is not None else None
    return moment if moment is not None and moment <= now() else None


def _depends_on_clock(problems: Iterable[Problem]) -> bool:
    return any(problem.code in _CLOCK_PROBLEMS for problem in problems)


class Gateway:
    """The gateway of the document in a file, which is watched, or of the embedded one."""

    def __init__(
        self,
        path: str | None = None,
        *,
        log_requests: str = "errors",
        clients: ClientAddresses | None = None,
        max_document_age: float | None = None,
        status_details: bool = False,
        admin_page: bool = False,
    ) -> None:
        """Read nothing yet. Without a path, the embedded document is served. The age is in seconds.

        `status_details` adds paths and the version to the public status, `admin_page` the page to the operators' paths.
        """
        self.app = App(log=log_requests, clients=clients)
        self.admin = App(log=log_requests, clients=clients)
        self._status_details, self._admin_page = status_details, admin_page
        self._path, self._max_age = path, max_document_age
        # Created before the file is first read, so that no change in between is missed.
        self._watch = Watch(path, self._changed) if path is not None else None
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._compressor = ThreadPoolExecutor(1, thread_name_prefix="packer")
        self._started = now()
        self._content: _GatewayContent | None = None
        self._problems: Sequence[Problem] = ()
        self._rejections = 0
        self._accepted_at: datetime | None = None
        self._rejected_at: datetime | None = None
        self._rejecting = False
        self._metrics = Metrics(self.app.counters, self._metric_families)

    async def prepare(self) -> None:
        """Read the document, to serve it uncompressed from the first request on."""
        self._apply(*self._read())
        self._publish()

    def tasks(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return the tasks that compress the content, watch the file, and watch the clock."""
        tasks = [self._compress(), self._check_again()]
        return tasks if self._watch is None else [*tasks, watch([self._watch])]

    async def reload(self, *, repeats: bool = True) -> None:
        """Read the file again. A rejection with the same problems is logged and counted again only if it `repeats`."""
        examined, content = await asyncio.get_running_loop().run_in_executor(self._reader, self._read)
        if self._apply(examined, content, repeats=repeats):
            self._publish()
            # The next change does not wait for this.
            background.start(self._compress())

    async def _check_again(self) -> None:
        """Read the document again while it has a problem that passes with time, or with a correction of the clock."""
        while True:
            await asyncio.sleep(_CLOCK_INTERVAL)
            if _depends_on_clock(self._problems):
                await background.log_exceptions(self.reload())

    async def _changed(self) -> bool:
        # One change is read more than once, until the file has settled.
        await self.reload(repeats=False)
        return could_be_read(self._problems)

    def _read(self) -> tuple[PublicDocument, _GatewayContent | None]:
        """Return the document in the file, and the content made of it unless it is rejected or served already."""
        examined = examine_public(self._path, _SIZE_LIMIT, now())
        data, current = examined.data, self._content
        if data is None or examined.document is None or (current is not None and data == current.served.body):
            return examined, None
        source = "embedded" if self._path is None else "file"
        generation = 1 if current is None else current.document.generation + 1
        return examined, _GatewayContent.of(examined.document, data, examined.sources, source, generation)

    def _apply(self, examined: PublicDocument, content: _GatewayContent | None, *, repeats: bool = True) -> bool:
        """Record the result of reading; return whether other content is served now."""
        # Problems that may pass without a change of the file are found again and again.
        may_pass = not could_be_read(self._problems) or _depends_on_clock(self._problems)
        is_known = tuple(examined.problems) == tuple(self._problems) and (may_pass or not repeats)
        self._problems = examined.problems
        was_rejecting, self._rejecting = self._rejecting, examined.data is None
        if self._rejecting and is_known:
            return False
        if self._rejecting:
            self._rejections += 1
            self._rejected_at = now()
            log_problems(LOGGER, logging.ERROR, "document rejected", examined.problems)
        else:
            self._accepted_at = now()
            if examined.problems and not is_known:
                log_problems(LOGGER, logging.WARNING, "warnings about document", examined.problems)
        if content is not None:
            self._content = content
            event(LOGGER, logging.INFO, "document active", **log_fields(content.document))
        if was_rejecting and not self._rejecting:
            event(LOGGER, logging.INFO, "document accepted again")
        return content is not None

    async def _compress(self) -> None:
        """Compress the served content, and serve the result unless newer content is served by then."""
        content = self._content
        if content is None:
            return

        def compress() -> _GatewayContent | None:
            # After many changes at once, only the last content will be requested.
            return content.compressed() if self._content is content else None

        # Not in the thread that reads, which the next change needs.
        compressed = await asyncio.get_running_loop().run_in_executor(self._compressor, compress)
        if compressed is not None and self._content is content:
            self._content = compressed
            self._publish()

    def _publish(self) -> None:
        content = self._content
        missing = None if content is not None else self._no_document
        documents = {
            PATH: Route(PATH, content.served if content else None, missing),
            "/": Route("/", content.page if content else None, missing),
        }
        if content is not None and content.sources is not None:
            documents[SOURCES_PATH] = Route(SOURCES_PATH, content.sources)
        details = self._status_details
        self.app.publish(Routes(documents | self._operator_routes(details=details)))
        self.admin.publish(Routes((documents if self._admin_page else {}) | self._operator_routes(details=True)))

    def _operator_routes(self, *, details: bool) -> dict[str, Route]:
        return health.operator_routes(self._document, lambda: self._status(details=details), self._metrics.reply)

    @property
    def _document(self) -> ServedDocument | None:
        return self._content.document if self._content is not None else None

    def _no_document(self, _: Request) -> Reply:
        return health.unavailable("The gateway has no valid document; see /status.")

    def _status(self, *, details: bool) -> Reply:
        """Return the response of `/status`; without `details`, it has no path and no version."""
        problems = (
            self._problems
            if details
            else [map_locations(problem, lambda _: {"file": ""}) for problem in self._problems]
        )
        parts: dict[str, Any] = {"problems": [problem.to_json() for problem in problems]}
        if self._path is not None:
            parts["file"] = {
                **({"name": self._path} if details else {}),
                "refused": self._rejections,
                "lastAccepted": stamp(self._accepted_at),
                "lastRefused": stamp(self._rejected_at),
                **parts,
            }
        reasons = self._reasons()
        return health.status_reply("gateway", self._started, self._document, reasons, parts, details=details)

    def _reasons(self) -> list[str]:
        if not self._rejecting:
            return health.age_reasons(self._document, self._max_age, now())
        if self._content is None:
            return ["The document is rejected, and no valid one was read since the start: nothing is served."]
        return ["The file is rejected; the previous version remains active."]

    def _metric_families(self) -> Iterable[Metric]:
        yield from health.common_metrics(self._document, self._reasons())
        yield counter("refused_updates", "Updates that were rejected.", "what", {"document": self._rejections})
