"""Route providers without a server-side configuration to Cody Gateway.

An instance reaches these providers through Cody Gateway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import Layer
from modelconfig.merge.patches import Patch
from modelconfig.site.cody_gateway import ENDPOINT, licence_token

if TYPE_CHECKING:
    from collections.abc import Mapping

LICENCE: Final = "/licenseKey"


def route(gateway: Mapping[str, Any] | None, pointer: str, licence: str) -> Patch:
    """Return the patch that routes a provider through the gateway; `pointer` leads to `sourcegraph`."""
    gateway = gateway or {}
    path = ("serverSideConfig", "sourcegraphProvider")
    sources = {path[:1]: pointer, path: pointer}
    config = {"endpoint": ENDPOINT}
    if gateway.get("endpoint"):
        config["endpoint"] = gateway["endpoint"]
        sources[*path, "endpoint"] = join(pointer, "endpoint")
    if gateway.get("accessToken"):
        config["accessToken"] = gateway["accessToken"]
        sources[*path, "accessToken"] = join(pointer, "accessToken")
    elif licence_token(licence):
        config["accessToken"] = licence_token(licence)
        sources[*path, "accessToken"] = LICENCE
    return Patch(Layer.ROUTED, pointer, {path[0]: {path[1]: config}}, whole=True, sources=sources)
