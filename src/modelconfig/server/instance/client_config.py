"""Make the client configuration: the document at `/.api/client-config`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.site.cody_settings import SiteFeatureFlags

_NEWEST_STREAM = 9
"""The version of the completions stream of the newest servers of the existing system."""


def client_config(flags: Mapping[str, Any], site_flags: SiteFeatureFlags) -> dict[str, Any]:
    """Return the client configuration. A feature is off if the file of feature flags or the site configuration says so.

    Without Cody all of its features are off: older clients check the single features only.
    """
    cody = site_flags.cody and flags.get("codyEnabled", True)
    is_on = flags.get("attributionEnabled", False)
    attribution = flags.get("attribution", "permissive" if is_on else "none")
    return {
        "codyEnabled": cody,
        "chatEnabled": cody and flags.get("chatEnabled", True),
        "autoCompleteEnabled": cody and flags.get("autoCompleteEnabled", True),
        "customCommandsEnabled": cody and flags.get("customCommandsEnabled", True),
        "attributionEnabled": attribution != "none",
        "attribution": attribution,
        "smartContextWindowEnabled": site_flags.smart_context_window and flags.get("smartContextWindowEnabled", True),
        "modelsAPIEnabled": True,
        "latestSupportedCompletionsStreamAPIVersion": flags.get(
            "latestSupportedCompletionsStreamAPIVersion", _NEWEST_STREAM
        ),
        "userShouldUseEnterprise": flags.get("userShouldUseEnterprise", False),
        "notices": [],
    }
