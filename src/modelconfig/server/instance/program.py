"""Run an instance: serve the client view of the merged configuration to clients with a token."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from modelconfig.diagnostics.problem import Problem
from modelconfig.documents.current_day import now
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.file_watcher import Watch, watch
from modelconfig.server.http.app import App
from modelconfig.server.http.background import log_exceptions
from modelconfig.server.http.logs import event, log_problems
from modelconfig.server.instance.endpoints import InstanceRoutes
from modelconfig.server.instance.instance_status import Parts
from modelconfig.server.instance.merged_store import NAME, LastGood
from modelconfig.server.instance.prepared_content import PreparedContent, prepare_content
from modelconfig.server.instance.settings import InstanceSettings
from modelconfig.server.instance.site_source import SiteSource
from modelconfig.server.polling.acceptance import PollingSettings
from modelconfig.server.polling.poller import Clock, Poller
from modelconfig.server.polling.schedule import interval_of
from modelconfig.server.served_document import log_fields

LOGGER = logging.getLogger("modelconfig.instance")

Result = TypeVar("Result")


class Instance:
    """The server of a site's merged document, kept up to date with its files and with the gateway.

    One thread reads, merges and saves, one after the other. Another one compresses, which may take longer than the next
    change may wait.
    """

    def __init__(self, settings: InstanceSettings) -> None:
        """Read nothing yet."""
        self.app = App(log=settings.log_requests, guard=settings.tokens.admits, clients=settings.clients)
        self.admin = App(log=settings.log_requests, clients=settings.clients)
        self._settings = settings
        base = settings.in_use.base
        self._live = LiveConfiguration(base.document, base.source)
        self._site = SiteSource(settings.site_config, self._live)
        self._last_good: LastGood | None = None
        self._proposal_thread = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._compressor = ThreadPoolExecutor(1, thread_name_prefix="packer")
        # Created before the files are first read, so that no change in between is missed.
        self._watches = [
            Watch(path, changed)
            for path, changed in (
                (settings.site_config, self._site_changed),
                (settings.tokens.path, self._tokens_changed),
                (settings.flags.path, self._flags_changed),
            )
            if path is not None
        ]
        self._content: PreparedContent | None = None
        self._uncompressed = asyncio.Event()
        self._logged: dict[str, tuple[tuple[Problem, ...], bool]] = {}
        self._poller: Poller | None = None
        address, source = settings.address, settings.source
        if address is not None and source.polls:
            self._poller = Poller(
                PollingSettings(address, source, settings.limits, settings.in_use, settings.cache, settings.cached),
                self._live,
                executor=self._proposal_thread,
                interval=lambda: interval_of(self._site.value),
                on_change=lambda: log_exceptions(self._refresh()),
                clock=Clock(settings.clock),
            )
        self._parts = Parts(settings, self._site, self._poller, now())
        self._routes = InstanceRoutes(self._parts, self.app.counters)

    async def prepare(self) -> None:
        """Read all files and merge, to serve the result from the first request on."""
        self._read()
        self._restore()
        self._log_problems()
        content = self._prepare_content()
        self._apply(None if content is None else content.with_page())

    def tasks(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return the tasks that watch the files, compress the content, and poll."""
        tasks = [watch(self._watches), self._compress()]
        return tasks if self._poller is None else [*tasks, self._poller.run()]

    async def reload(self) -> None:
        """Read everything again, and poll."""
        await self._in_proposal_thread(self._read)
        # A disk that could not be read at the start may work again.
        await self._in_proposal_thread(self._restore)
        await self._refresh()
        if self._poller is not None:
            self._poller.wake(now=True)

    def _read(self) -> None:
        """Read all files, and propose the site configuration even if it has not changed."""
        self._settings.tokens.read()
        self._settings.flags.read()
        self._site.read(again=True)

    def _restore(self) -> None:
        """Activate the last good result of an earlier run, if the site configuration cannot be used."""
        if self._live.current() is not None:
            return
        store = self._settings.last_good
        store.problems = ()
        self._last_good = store.load_result()
        if self._last_good is None:
            return
        restored = self._live.restore(self._last_good.document, store.path(NAME))
        if restored.accepted:
            store.problems += restored.problems
        else:
            store.reject(NAME, "it is not a model configuration")

    async def _site_changed(self) -> bool:
        if await self._in_proposal_thread(self._site.read):
            await self._refresh()
            if self._poller is not None:
                self._poller.wake()
        return self._site.was_read

    async def _tokens_changed(self) -> bool:
        changed = await self._in_proposal_thread(self._settings.tokens.read)
        self._log_problems()
        if changed:
            event(LOGGER, logging.INFO, "tokens active", number=len(self._settings.tokens))
        return self._settings.tokens.was_read

    async def _flags_changed(self) -> bool:
        changed = await self._in_proposal_thread(self._settings.flags.read)
        self._log_problems()
        if changed:
            event(LOGGER, logging.INFO, "switches active")
            self._publish()
        return self._settings.flags.was_read

    async def _refresh(self) -> None:
        """Serve the active configuration, then save it."""
        self._apply(await self._in_proposal_thread(self._prepare_content))
        # Save it also if it is not new: an earlier write may have failed.
        await self._save()

    def _prepare_content(self) -> PreparedContent | None:
        """Return the content of the active configuration, or None if it is served already."""
        current, served = self._live.current(), self._content
        if current is None or (served is not None and served.current is current):
            return None
        self._site.note_late_acceptance()
        return prepare_content(current, self._settings.in_use.base.source, self._last_good)

    def _apply(self, content: PreparedContent | None) -> None:
        """Serve other content; None if it has not changed."""
        self._log_problems()
        if content is not None:
            if content.page is None and self._content is not None:
                # The new page follows.
                content = replace(content, page=self._content.page)
            self._content = content
            self._uncompressed.set()
            event(LOGGER, logging.INFO, "document active", **log_fields(content.document))
        self._publish()

    async def _save(self) -> None:
        """Save the served content as the last good result; a restored one is there already."""
        content = self._content
        if content is not None:
            result = LastGood(content.current.client, content.site, content.document.since)
            await self._in_proposal_thread(self._settings.last_good.save_result, result)
            self._log_problems()

    async def _compress(self) -> None:
        """Make the page and the compressed representations whenever the content has changed."""
        # The content that was prepared before the first response.
        await self._save()
        await asyncio.get_running_loop().run_in_executor(self._compressor, self._routes.compress)
        self._publish()
        while True:
            await self._uncompressed.wait()
            self._uncompressed.clear()
            await log_exceptions(self._compress_once())

    async def _compress_once(self) -> None:
        content = self._content
        for step in (PreparedContent.with_page, PreparedContent.compressed):
            if content is None or content is not self._content:
                return
            prepared = await asyncio.get_running_loop().run_in_executor(self._compressor, step, content)
            if content is not self._content:
                return
            content = self._content = prepared
            self._publish()

    def _publish(self) -> None:
        self.app.publish(self._routes.routes(self._content))
        self.admin.publish(self._routes.admin_routes(self._content))

    def _log_problems(self) -> None:
        """Log the problems of each file and of the cache, each list once."""
        listed = {name: (file.problems, file.rejecting) for name, file in self._parts.files.items()}
        # The poller logs the others of the base itself.
        base_problems = self._parts.base_problems if self._poller is None else self._parts.clock_problems
        quiet = {"cache": (self._parts.cache_problems, False), "base": (base_problems, False)}
        for subject, (problems, rejected) in {**listed, **quiet}.items():
            logged_problems, was_rejected = self._logged.get(subject, ((), False))
            self._logged[subject] = (problems, rejected)
            if was_rejected and not rejected:
                event(LOGGER, logging.INFO, f"{subject} accepted again")
            if problems == logged_problems:
                continue
            if problems:
                level = logging.ERROR if rejected else logging.WARNING
                name = f"{subject} rejected" if rejected else f"warnings about {subject}"
                log_problems(LOGGER, level, name, problems)

    async def _in_proposal_thread(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Run slow work in the worker thread."""
        return await asyncio.get_running_loop().run_in_executor(self._proposal_thread, work, *arguments)
