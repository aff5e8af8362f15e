"""The instance: what one site's clients may see of the merged configuration, for whoever sends a token."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.file_watcher import Watch, watch
from modelconfig.server.http.app import App
from modelconfig.server.http.background import log_exceptions
from modelconfig.server.http.logs import event
from modelconfig.server.instance.endpoints import Answers
from modelconfig.server.instance.feature_flags import FeatureFlagFile
from modelconfig.server.instance.instance_status import Parts
from modelconfig.server.instance.last_good import LastGood, LastGoodStore
from modelconfig.server.instance.prepared_content import PreparedContent, prepare_content
from modelconfig.server.instance.site_source import SiteSource
from modelconfig.server.polling.poller import Poller
from modelconfig.server.polling.schedule import Interval, interval_of
from modelconfig.server.served_document import log_fields, now

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.server.instance.settings import InstanceSettings

LOGGER = logging.getLogger("modelconfig.instance")
_TOLD = 20
"""Problems that a line of the log lists; `/status` has all of them."""

Result = TypeVar("Result")


class Instance:
    """Serves the merged document of a site, and keeps it up to date with its files and with the gateway.

    One thread does everything that is read, merged and kept, one thing after the other. Another one makes compressed
    forms, which may take longer than the next change may wait.
    """

    def __init__(self, settings: InstanceSettings) -> None:
        """Read nothing yet."""
        self.app = App(log=settings.log_requests, guard=settings.tokens.admits)
        self._settings = settings
        self._live = LiveConfiguration(settings.base.document, settings.base.source)
        self._site = SiteSource(settings.site_config, self._live)
        self._switches = FeatureFlagFile(settings.switches_file)
        self._kept_file = LastGoodStore(settings.cache_folder) if settings.cache_folder is not None else None
        self._kept: LastGood | None = None
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._packer = ThreadPoolExecutor(1, thread_name_prefix="packer")
        # Before the files are first read, so that no change in between is missed.
        self._watches = [
            Watch(path, changed)
            for path, changed in (
                (settings.site_config, self._site_changed),
                (settings.tokens_file, self._tokens_changed),
                (settings.switches_file, self._switches_changed),
            )
            if path is not None
        ]
        self._edition: PreparedContent | None = None
        self._unpacked = asyncio.Event()
        self._told: dict[str, tuple[Problem, ...]] = {}
        self._refreshing: set[asyncio.Task[None]] = set()
        poller = self._new_poller()
        self._poller = poller
        self._answers = Answers(
            Parts(settings, self._site, self._switches, self._kept_file, poller, now()), self.app.tally
        )

    async def prepare(self) -> None:
        """Read all files and merge, to serve what comes of it from the first moment on."""
        self._settings.tokens.read()
        self._switches.read()
        self._site.read()
        self._restore()
        self._tell()
        made = self._made()
        self._take(None if made is None else made.with_page())

    def tasks(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return the watching of the files, the making of compressed forms, and the polling."""
        found = [watch(self._watches), self._pack()]
        return found if self._poller is None else [*found, self._poller.run()]

    async def reload(self) -> None:
        """Read everything again, and poll."""

        def read() -> None:
            self._settings.tokens.read()
            self._switches.read()
            self._site.read(again=True)

        await self._off(read)
        await self._refresh()
        if self._poller is not None:
            self._poller.wake(now=True)

    def _new_poller(self) -> Poller | None:
        settings = self._settings
        if settings.address is None or not settings.source.polls:
            return None
        return Poller(
            settings.address,
            self._live,
            settings.start,
            settings.cache,
            settings.limits,
            source=settings.source,
            executor=self._worker,
            interval=self._interval,
            on_change=self._polled,
        )

    def _interval(self) -> Interval:
        return interval_of(self._site.value)

    def _restore(self) -> None:
        """Put what an earlier run has kept in force, if the site configuration has made nothing."""
        if self._live.current() is not None or self._kept_file is None:
            return
        self._kept = self._kept_file.load()
        if self._kept is None:
            return
        if not self._live.restore(self._kept.document).accepted:
            self._kept = None
            self._kept_file.reject()

    async def _site_changed(self) -> None:
        if await self._off(self._site.read):
            await self._refresh()
            if self._poller is not None:
                self._poller.wake()

    async def _tokens_changed(self) -> None:
        changed = await self._off(self._settings.tokens.read)
        self._tell()
        if changed:
            event(LOGGER, logging.INFO, "tokens in force", number=len(self._settings.tokens))

    async def _switches_changed(self) -> None:
        changed = await self._off(self._switches.read)
        self._tell()
        if changed:
            event(LOGGER, logging.INFO, "switches in force")
            self._publish()

    def _polled(self) -> None:
        """Serve what the poller has put in force. It calls this in the event loop, and does not wait."""
        task = asyncio.get_running_loop().create_task(log_exceptions(self._refresh()))
        self._refreshing.add(task)
        task.add_done_callback(self._refreshing.discard)

    async def _refresh(self) -> None:
        """Serve what is in force now, then keep it."""
        edition = await self._off(self._made)
        self._tell()
        self._take(edition)
        if self._edition is not None:
            # Also where nothing is new: it may be what could not be written before.
            await self._off(self._keep, self._edition)
            self._tell()

    def _made(self) -> PreparedContent | None:
        """Return what to serve of what is in force, unless it is served already."""
        current, known = self._live.current(), self._edition
        if current is None or (known is not None and known.current is current):
            return None
        self._site.settle()
        source = self._poller.base.source if self._poller is not None else self._settings.base.source
        return prepare_content(current, source, self._kept)

    def _take(self, edition: PreparedContent | None) -> None:
        if edition is not None:
            if edition.page is None and self._edition is not None:
                # The page follows in a moment.
                edition = replace(edition, page=self._edition.page)
            self._edition = edition
            self._unpacked.set()
            event(LOGGER, logging.INFO, "document in force", **log_fields(edition.document))
        self._publish()

    def _keep(self, edition: PreparedContent) -> None:
        if self._kept_file is not None and edition.current.site is not None:
            self._kept_file.save(LastGood(edition.current.client, edition.site, edition.document.since))

    async def _pack(self) -> None:
        """Make the page and the compressed forms of what is in force, whenever that is something else."""
        edition = self._edition
        if edition is not None:
            # What was made before the first answer.
            await self._off(self._keep, edition)
            self._tell()
        await asyncio.get_running_loop().run_in_executor(self._packer, self._answers.compress)
        self._publish()
        while True:
            await self._unpacked.wait()
            self._unpacked.clear()
            await log_exceptions(self._pack_once())

    async def _pack_once(self) -> None:
        edition = self._edition
        for step in (PreparedContent.with_page, PreparedContent.compressed):
            if edition is None or edition is not self._edition:
                return
            packed = await asyncio.get_running_loop().run_in_executor(self._packer, step, edition)
            if edition is not self._edition:
                return
            edition = self._edition = packed
            self._publish()

    def _publish(self) -> None:
        self.app.publish(self._answers.routes(self._edition))

    def _tell(self) -> None:
        """Log what is wrong, once."""
        parts = self._answers.parts
        for what, problems, refused in (
            ("site configuration", parts.site.problems, not parts.site.accepted),
            ("tokens", parts.settings.tokens.problems, parts.settings.tokens.refusing),
            ("switches", parts.switches.problems, parts.switches.refusing),
            ("cache", parts.cache_problems, False),
        ):
            if problems == self._told.get(what, ()):
                continue
            self._told[what] = problems
            if problems:
                level, word = (logging.ERROR, "refused") if refused else (logging.WARNING, "warned of")
                lines = [_line(one) for one in problems[:_TOLD]]
                event(LOGGER, level, f"{what} {word}", number=len(problems), problems=lines)

    async def _off(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do what may take a while in the thread for it."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work, *arguments)


def _line(found: Problem) -> str:
    return f"{found.file}:{found.line or 0}:{found.column or 0}: {found.code} {found.message}"
