"""Which path of an instance is answered with what, at one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import render_shell
from modelconfig.server import health
from modelconfig.server.http.metrics import Metrics
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import NEVER_STORED, refusal
from modelconfig.server.http.routes import Route, Routes
from modelconfig.server.instance.instance_status import measured, status_reply
from modelconfig.server.instance.llm_models import PATH as LIST_PATH
from modelconfig.server.instance.llm_models import wanted
from modelconfig.server.instance.prepared_content import HTML, VARY, as_bytes, config_resource, json_resource

if TYPE_CHECKING:
    from modelconfig.server.http.request_counters import RequestCounters
    from modelconfig.server.http.responses import Reply
    from modelconfig.server.http.routes import Request
    from modelconfig.server.instance.instance_status import Parts
    from modelconfig.server.instance.prepared_content import PreparedContent
    from modelconfig.server.served_document import ServedDocument

MODELS_PATH = "/.api/modelconfig/supported-models.json"
CONFIG_PATH = "/.api/client-config"


class Answers:
    """Makes the tables of routes. All that depends on the moment is the edition that is served."""

    def __init__(self, parts: Parts, tally: RequestCounters) -> None:
        self.parts = parts
        self._edition: PreparedContent | None = None
        self._metrics = Metrics(tally, lambda: measured(parts, self._document))
        html = render_shell(MODELS_PATH)
        fields = page_headers(html)
        self._shell = Resource(html, HTML, cache_control=NEVER_STORED[1], vary=VARY, headers=fields)

    def compress(self) -> None:
        """Make the compressed forms of what is no part of an edition, for the next table. Takes its time."""
        self._shell = self._shell.compressed()

    def routes(self, edition: PreparedContent | None) -> Routes:
        """Return the table for an edition, or for the time in which there is none."""
        self._edition = edition
        config = self._config(edition)
        return Routes(
            {
                MODELS_PATH: _content(MODELS_PATH, edition.models if edition else None),
                LIST_PATH: _content(LIST_PATH, edition.listed if edition else None),
                CONFIG_PATH: _content(CONFIG_PATH, config),
                "/": _content("/", edition.page if edition else None, self._shell),
                "/status": Route("/status", answer=self._status, guarded=True),
                "/metrics": Route("/metrics", answer=lambda _: self._metrics.reply(), guarded=True),
                "/healthz": Route("/healthz", answer=lambda _: health.alive()),
                "/readyz": Route("/readyz", answer=lambda _: health.ready(self._document)),
            },
            {
                f"{LIST_PATH}/": Route(f"{LIST_PATH}/{{ref}}", answer=lambda one: _model(edition, one), guarded=True),
                # Strangers do not learn what there is.
                "/.api/": Route("/.api/", answer=_nothing, guarded=True),
            },
        )

    @property
    def _document(self) -> ServedDocument | None:
        return self._edition.document if self._edition is not None else None

    def _status(self, _: Request) -> Reply:
        return status_reply(self.parts, self._document)

    def _config(self, edition: PreparedContent | None) -> Resource | None:
        """Return the client configuration; none while the site configuration or the switches might turn things off."""
        switches = self.parts.switches.switches
        return None if edition is None or switches is None else config_resource(switches, edition.site)


def _content(path: str, resource: Resource | None, refused: Resource | None = None) -> Route:
    answer = _unavailable if resource is None else None
    return Route(path, resource, answer, guarded=True, refused=refused)


def _unavailable(_: Request) -> Reply:
    return health.unavailable("The instance has no valid configuration to serve; its /status says why.")


def _nothing(_: Request) -> Reply:
    return refusal(404, "not_found", "There is nothing at this path.")


def _model(edition: PreparedContent | None, request: Request) -> Reply | Resource:
    refs = wanted(request)
    if not refs:
        return refusal(400, "invalid_request", "A model's reference is required after /.api/llm/models/.")
    if edition is None:
        return _unavailable(request)
    found = next((edition.entries[ref] for ref in refs if ref in edition.entries), None)
    if found is None:
        return refusal(404, "not_found", "There is no model of this reference. GET /.api/llm/models lists all.")
    return json_resource(as_bytes(found))
