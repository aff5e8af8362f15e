"""Bases and site configurations to propose to a live configuration, and access to the active one."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from tests.helpers.site_documents import BASE

if TYPE_CHECKING:
    from modelconfig.live.candidates import MergedConfiguration
    from modelconfig.live.configuration import LiveConfiguration
    from modelconfig.site.site_file import SiteFile

PLAIN = '{"modelConfiguration": {"sourcegraph": {}}}'
BROKEN = '{"modelConfiguration": {"sourcegraph": {}, "modelOverrides": [{"modelRef": "new::v1::x"}]}}'
UNREADABLE = '{"modelConfiguration": '
TWICE = '{"modelConfiguration": {"sourcegraph": null}, "modelConfiguration": {"sourcegraph": {}}}'


def base(revision: str, **members: Any) -> dict[str, Any]:
    return {**copy.deepcopy(BASE), "revision": revision, **members}


def needing(*providers: str) -> str:
    """Return a site configuration with a model of each provider, which the base must define."""
    models = [{"modelRef": f"{provider}::v1::ours", "capabilities": ["chat"]} for provider in providers]
    return json.dumps({"modelConfiguration": {"sourcegraph": {}, "modelOverrides": models}})


def with_provider(*providers: str) -> dict[str, Any]:
    added = [{"id": provider} for provider in providers]
    return base(" and ".join(providers), providers=[*BASE["providers"], *added])


def active_configuration(live: LiveConfiguration) -> MergedConfiguration:
    current = live.current()
    assert current is not None
    return current


def site_of(current: MergedConfiguration) -> SiteFile:
    assert current.site is not None
    return current.site
