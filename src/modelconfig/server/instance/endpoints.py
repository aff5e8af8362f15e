"""Make the routes of an instance."""

from functools import partial

from modelconfig.publish.page.page_renderer import INSTANCE_DATA, render_shell
from modelconfig.server import health
from modelconfig.server.http.metrics import Metrics
from modelconfig.server.http.request_counters import RequestCounters
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import NEVER_STORED, Reply, refusal
from modelconfig.server.http.routes import Request, Route, Routes
from modelconfig.server.instance.client_config import CODY_OFF, client_config
from modelconfig.server.instance.instance_status import Parts, instance_metrics, status_reply
from modelconfig.server.instance.llm_models import LIST_PATH, requested_refs
from modelconfig.server.instance.prepared_content import PreparedContent, html_resource, json_resource
from modelconfig.server.served_document import ServedDocument

CONFIG_PATH = "/.api/client-config"


class InstanceRoutes:
    """The tables of routes; only the served content changes."""

    def __init__(self, parts: Parts, counters: RequestCounters) -> None:
        self.parts = parts
        self._document: ServedDocument | None = None
        self._metrics = Metrics(counters, lambda: instance_metrics(parts, self._document))
        self._shell = html_resource(render_shell(), NEVER_STORED[1])

    def compress(self) -> None:
        """Compress the page for visitors without a token, for the next table. This is slow."""
        self._shell = self._shell.compressed()

    def routes(self, content: PreparedContent | None) -> Routes:
        """Return the table of routes for some content, or for None until there is any."""
        self._document = content.document if content else None
        flags, models_digest = self.parts.settings.flags.flags, content.document.digest if content else None
        # A file of feature flags that could not be read may turn something off.
        site_flags = CODY_OFF if content is None or flags is None else content.site
        config = json_resource(client_config(flags or {}, site_flags, models_digest))
        return Routes(
            {
                INSTANCE_DATA: _content_route(INSTANCE_DATA, content.client_document if content else None),
                LIST_PATH: _content_route(LIST_PATH, content.model_list if content else None),
                CONFIG_PATH: _content_route(CONFIG_PATH, config),
                "/": _content_route("/", content.page if content else None, self._shell),
                **self._operator_routes(self._document, guarded=True),
            },
            {
                f"{LIST_PATH}/": Route(f"{LIST_PATH}/{{ref}}", answer=partial(_model, content), guarded=True),
                # A client without a token does not learn which paths exist.
                "/.api/": Route("/.api/", answer=lambda _: refusal(404, "not_found", "Not found."), guarded=True),
            },
        )

    def admin_routes(self, content: PreparedContent | None) -> Routes:
        """Return the table for operators, who need no token."""
        page = {}
        if self.parts.settings.admin_page:
            document, html = (content.client_document, content.page) if content else (None, None)
            documents = {INSTANCE_DATA: document, "/": html}
            page = {path: _content_route(path, resource, guarded=False) for path, resource in documents.items()}
        return Routes(page | self._operator_routes(content.document if content else None, guarded=False))

    def _operator_routes(self, document: ServedDocument | None, *, guarded: bool) -> dict[str, Route]:
        status = partial(status_reply, self.parts, document)
        return health.operator_routes(document, status, self._metrics.reply, guarded=guarded)


def _content_route(
    path: str, resource: Resource | None, unauthorized: Resource | None = None, *, guarded: bool = True
) -> Route:
    answer = _unavailable if resource is None else None
    return Route(path, resource, answer, guarded=guarded, unauthorized=unauthorized)


def _unavailable(_: Request) -> Reply:
    return health.unavailable("The instance has no valid configuration to serve; see /status.")


def _model(content: PreparedContent | None, request: Request) -> Reply | Resource:
    refs = requested_refs(request)
    if not refs:
        return refusal(400, "invalid_request", "A model reference is required after /.api/llm/models/.")
    if content is None:
        return _unavailable(request)
    entry = next((content.entries[ref] for ref in refs if ref in content.entries), None)
    if entry is None:
        return refusal(404, "not_found", "Unknown model reference. GET /.api/llm/models lists all models.")
    return json_resource(entry)
