"""Prepare everything that an instance serves of one merged configuration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from modelconfig.jsontext.writer import dump_document
from modelconfig.live.candidates import MergedConfiguration
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import INSTANCE_DATA, render_page
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import HTML, JSON
from modelconfig.server.instance.llm_models import model_entries
from modelconfig.server.instance.merged_store import LastGood
from modelconfig.server.served_document import ServedDocument
from modelconfig.site.cody_settings import SiteFeatureFlags, site_feature_flags

LAST_GOOD = "kept"
"""The source of the last good result of an earlier run."""
CACHE_CONTROL = "private, no-cache"
"""Clients may store it and must revalidate it; shared caches must not store it."""
VARY = "Authorization, Accept-Encoding"
_EXPIRED = [("x-accel-expires", "@1")]
"""nginx may store it although it ignores the field above, and must revalidate it: it expired in 1970."""


@dataclass(frozen=True, slots=True)
class PreparedContent:
    """One merged configuration, `current`, with the resources made of it."""

    current: MergedConfiguration = field(repr=False)
    document: ServedDocument
    site: SiteFeatureFlags
    client_document: Resource = field(repr=False)
    model_list: Resource = field(repr=False)
    entries: Mapping[str, dict[str, Any]] = field(repr=False)
    page: Resource | None = field(default=None, repr=False)
    """None until it is made: that takes longer than all the rest."""

    def with_page(self) -> PreparedContent:
        """Return the same with the page."""
        html = render_page(self.current.client, data_url=INSTANCE_DATA)
        return replace(self, page=html_resource(html, CACHE_CONTROL))

    def compressed(self) -> PreparedContent:
        """Return the same with all resources in all codings. This is slow."""
        page = self.page.compressed() if self.page is not None else None
        return replace(
            self, client_document=self.client_document.compressed(), model_list=self.model_list.compressed(), page=page
        )


def prepare_content(current: MergedConfiguration, source: str, last_good: LastGood | None) -> PreparedContent:
    """Return the content of a configuration. `last_good` is its origin if it has no site configuration itself."""
    body = dump_document(current.client).encode()
    document = ServedDocument.of(current.client, body, source, current.generation)
    if current.site is not None:
        site = site_feature_flags(current.site.value)
    elif last_good is not None:
        document, site = replace(document, source=LAST_GOOD, since=last_good.since), last_good.flags
    else:
        raise ValueError("a configuration without a site configuration that was not restored")
    entries = model_entries(current.client)
    model_list = json_resource({"object": "list", "data": list(entries.values())})
    client_document = Resource(body, JSON, cache_control=CACHE_CONTROL, vary=VARY, headers=_EXPIRED)
    return PreparedContent(current, document, site, client_document, model_list, entries)


def json_resource(value: Any) -> Resource:
    """Return a JSON value, on one line, for clients with a token."""
    body = json.dumps(value, separators=(",", ":")).encode() + b"\n"
    return Resource(body, JSON, cache_control=CACHE_CONTROL, vary=VARY, headers=_EXPIRED)


def html_resource(html: bytes, cache_control: str) -> Resource:
    """Return a page."""
    headers = page_headers(html)
    return Resource(html, HTML, cache_control=cache_control, vary=VARY, headers=headers)
