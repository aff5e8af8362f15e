"""Make `/status` and the metrics of an instance, neither of which contains a secret."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from prometheus_client import Metric

from modelconfig.diagnostics.problem import Problem
from modelconfig.documents.current_day import clock_problems
from modelconfig.server import health
from modelconfig.server.http.metrics import counter, gauge
from modelconfig.server.http.responses import Reply
from modelconfig.server.instance.prepared_content import LAST_GOOD
from modelconfig.server.instance.settings import InstanceSettings
from modelconfig.server.instance.site_source import SiteSource
from modelconfig.server.instance.watched_files import WatchedFile
from modelconfig.server.polling.poller import Poller
from modelconfig.server.served_document import ServedDocument, stamp


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an instance that appear in its status."""

    settings: InstanceSettings
    site: SiteSource
    poller: Poller | None
    started: datetime

    @property
    def files(self) -> Mapping[str, SiteSource | WatchedFile]:
        """The watched files, by their name in logs."""
        return {"site configuration": self.site, "tokens": self.settings.tokens, "switches": self.settings.flags}

    @property
    def base_problems(self) -> tuple[Problem, ...]:
        """The problems of polling, of the base in use, and of the clock that revisions are compared with."""
        problems = self.poller.problems if self.poller is not None else self.settings.in_use.problems
        return (*problems, *self.clock_problems)

    @property
    def clock_problems(self) -> tuple[Problem, ...]:
        """The problem of the clock."""
        return clock_problems(self.settings.clock())

    @property
    def cache_problems(self) -> tuple[Problem, ...]:
        """The problems of the cache and of the last good result."""
        return (*self.settings.cache.problems, *self.settings.last_good.problems)


def status_reply(parts: Parts, document: ServedDocument | None) -> Reply:
    """Return the response of `/status`."""
    settings, base = parts.settings, parts.settings.in_use.base
    properties: dict[str, Any] = {
        "siteConfiguration": parts.site.to_json(),
        "base": {
            "source": base.source,
            "revision": base.revision,
            "models": base.models,
            "problems": [problem.to_json() for problem in parts.base_problems],
        },
        "polling": _polling(parts),
        "tokens": {"count": len(settings.tokens), **settings.tokens.to_json()},
        "switches": settings.flags.to_json(),
        "cache": {
            "directory": None if settings.cache.folder is None else settings.cache.folder.path.parent.as_posix(),
            "problems": [problem.to_json() for problem in parts.cache_problems],
        },
    }
    parts_with_problems = ("siteConfiguration", "base", "tokens", "switches", "cache")
    properties["problems"] = [problem for name in parts_with_problems for problem in properties[name]["problems"]]
    return health.status_reply("instance", parts.started, document, reasons(parts, document), properties)


def reasons(parts: Parts, document: ServedDocument | None) -> list[str]:
    """Return the reasons why the served content is outdated, one sentence each."""
    sentences = []
    if document is None:
        sentences.append(
            "Nothing can be served: the site configuration is rejected, and no result of an earlier run was saved."
        )
    elif document.source == LAST_GOOD:
        since = stamp(document.since)
        sentences.append(f"The site configuration is rejected; serving the result of an earlier run, saved on {since}.")
    elif parts.site.rejecting:
        sentences.append("The site configuration is rejected; the previous version remains active.")
    flags = parts.settings.flags
    if parts.settings.tokens.rejecting:
        sentences.append("The token file is invalid; the previous tokens remain active.")
    if flags.rejecting and flags.flags is None:
        sentences.append("The file of feature flags is invalid; Cody is off for all clients.")
    elif flags.rejecting:
        sentences.append("The file of feature flags is invalid; the previous flags remain active.")
    stale = parts.poller.stale() if parts.poller is not None else None
    if stale is not None:
        sentences.append(stale)
    return sentences + health.age_reasons(document, parts.settings.max_document_age, parts.settings.clock())


def instance_metrics(parts: Parts, document: ServedDocument | None) -> Iterable[Metric]:
    """Return the metrics of an instance, without those of its requests."""
    yield from health.common_metrics(document, reasons(parts, document))
    rejections = {name.replace(" ", "_"): file.rejections for name, file in parts.files.items()}
    poller = parts.poller
    if poller is not None:
        rejections["polled"] = poller.history.rejected
        yield counter("polls", "Polls of the gateway, by outcome.", "outcome", poller.history.outcomes)
        success = poller.history.success
        time_of_success = None if success is None else success.timestamp()
        yield gauge("poll_last_success_timestamp_seconds", "Time of the last successful poll.", time_of_success)
    yield counter("refused_updates", "Updates that were rejected.", "what", rejections)


def _polling(parts: Parts) -> dict[str, Any]:
    if parts.poller is not None:
        return parts.poller.status()
    if parts.settings.address is None:
        return {"enabled": False, "reason": "No gateway is configured (--gateway)."}
    return {"enabled": False, "reason": f"The base document is fixed (--source {parts.settings.source})."}
