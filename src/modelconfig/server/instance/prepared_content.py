"""All that an instance serves of one merged configuration, prepared once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from modelconfig.jsontext.writer import dump_document
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import INSTANCE_DATA, render_page
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import JSON
from modelconfig.server.instance.client_config import client_config
from modelconfig.server.instance.llm_models import model_entries, model_list
from modelconfig.server.served_document import ServedDocument
from modelconfig.site.cody_settings import site_feature_flags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.live.candidates import Current
    from modelconfig.server.instance.last_good import LastGood
    from modelconfig.site.cody_settings import SiteFeatureFlags

HTML = "text/html; charset=utf-8"
KEPT = "kept"
"""The source of a result that an earlier run has left."""
CACHE_CONTROL = "private, no-cache"
"""Clients may keep it and have to ask whether it still holds; caches that several users share may not keep it."""
VARY = "Authorization, Accept-Encoding"


@dataclass(frozen=True, slots=True)
class PreparedContent:
    """One merged configuration with the contents made of it. `current` is what it was made from."""

    current: Current = field(repr=False)
    document: ServedDocument
    site: SiteFeatureFlags
    models: Resource = field(repr=False)
    listed: Resource = field(repr=False)
    entries: Mapping[str, dict[str, Any]] = field(repr=False)
    page: Resource | None = field(default=None, repr=False)
    """None until there was time to make it: it takes longer than all else together."""

    def with_page(self) -> PreparedContent:
        """Return the same with the page."""
        html = render_page(self.current.client, data_url=INSTANCE_DATA)
        return replace(self, page=page_resource(html))

    def compressed(self) -> PreparedContent:
        """Return the same with all contents in all codings. Takes its time."""
        page = self.page.compressed() if self.page is not None else None
        return replace(self, models=self.models.compressed(), listed=self.listed.compressed(), page=page)


def prepare_content(current: Current, source: str, kept: LastGood | None) -> PreparedContent:
    """Return what to serve of a configuration. `kept` is where it came from, if it has no site configuration itself."""
    body = dump_document(current.client).encode()
    listed = model_list(current.client)
    if current.site is not None:
        document = ServedDocument.of(current.client, body, source, current.generation)
        site = site_feature_flags(current.site.value)
    elif kept is not None:
        document = replace(ServedDocument.of(current.client, body, KEPT, current.generation), since=kept.since)
        site = kept.switches
    else:
        raise ValueError("a configuration without a site configuration that was not kept")
    return PreparedContent(
        current, document, site, json_resource(body), json_resource(as_bytes(listed)), model_entries(listed)
    )


def config_resource(switches: Mapping[str, Any], site: SiteFeatureFlags) -> Resource:
    """Return the client configuration."""
    return json_resource(as_bytes(client_config(switches, site)))


def json_resource(body: bytes) -> Resource:
    """Return JSON for those who have a token."""
    return Resource(body, JSON, cache_control=CACHE_CONTROL, vary=VARY)


def page_resource(html: bytes) -> Resource:
    """Return a page for those who have a token."""
    return Resource(html, HTML, cache_control=CACHE_CONTROL, vary=VARY, headers=page_headers(html))


def as_bytes(value: Any) -> bytes:
    """Return a JSON value on one line, but for its end."""
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"
