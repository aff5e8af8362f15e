"""How an instance reaches the supplied providers that nobody has given a configuration: through Cody Gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import Layer
from modelconfig.merge.patches import Patch
from modelconfig.site.cody_gateway import ENDPOINT, licence_token

if TYPE_CHECKING:
    from collections.abc import Mapping

LICENCE: Final = "/licenseKey"


def route(gateway: Mapping[str, Any] | None, place: str, licence: str) -> Patch:
    """Return how to reach a provider through the gateway, as `sourcegraph` at `place` and the licence key say."""
    gateway = gateway or {}
    path = ("serverSideConfig", "sourcegraphProvider")
    sources = {path[:1]: place, path: place}
    config = {"endpoint": ENDPOINT}
    if gateway.get("endpoint"):
        config["endpoint"] = gateway["endpoint"]
        sources[*path, "endpoint"] = join(place, "endpoint")
    if gateway.get("accessToken"):
        config["accessToken"] = gateway["accessToken"]
        sources[*path, "accessToken"] = join(place, "accessToken")
    elif licence_token(licence):
        config["accessToken"] = licence_token(licence)
        sources[*path, "accessToken"] = LICENCE
    return Patch(Layer.ROUTED, place, {path[0]: {path[1]: config}}, whole=True, sources=sources)
