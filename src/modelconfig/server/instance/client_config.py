"""What clients are told of their features: the document at `/.api/client-config`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.site.cody_settings import SiteFeatureFlags

_NEWEST_STREAM = 9
"""The version of the completions stream that the existing system's newest servers speak."""


def client_config(switches: Mapping[str, Any], site: SiteFeatureFlags) -> dict[str, Any]:
    """Return the client configuration. What either the file of switches or the site configuration turns off is off.

    Without Cody there is none of its features: older clients look at the single ones only.
    """
    cody = site.cody and switches.get("codyEnabled", True)
    on = switches.get("attributionEnabled", False)
    attribution = switches.get("attribution", "permissive" if on else "none")
    return {
        "codyEnabled": cody,
        "chatEnabled": cody and switches.get("chatEnabled", True),
        "autoCompleteEnabled": cody and switches.get("autoCompleteEnabled", True),
        "customCommandsEnabled": cody and switches.get("customCommandsEnabled", True),
        "attributionEnabled": attribution != "none",
        "attribution": attribution,
        "smartContextWindowEnabled": site.smart_context_window and switches.get("smartContextWindowEnabled", True),
        "modelsAPIEnabled": True,
        "latestSupportedCompletionsStreamAPIVersion": switches.get(
            "latestSupportedCompletionsStreamAPIVersion", _NEWEST_STREAM
        ),
        "userShouldUseEnterprise": switches.get("userShouldUseEnterprise", False),
        "notices": [],
    }
