"""Make the client configuration: the document at `/.api/client-config`."""

from collections.abc import Mapping
from typing import Any, Final

from modelconfig.site.cody_settings import SiteFeatureFlags

DEFAULTS: Final[Mapping[str, bool | int]] = {
    "codyEnabled": True,
    "chatEnabled": True,
    "autoCompleteEnabled": True,
    "customCommandsEnabled": True,
    "attributionEnabled": False,
    "smartContextWindowEnabled": True,
    # The version of the completions stream of the newest servers of the existing system.
    "latestSupportedCompletionsStreamAPIVersion": 9,
    "userShouldUseEnterprise": False,
}
"""The feature flags that have a default, by their names in the client configuration."""


def client_config(flags: Mapping[str, Any], site_flags: SiteFeatureFlags) -> dict[str, Any]:
    """Return the client configuration. A feature is off if the file of feature flags or the site configuration says so.

    Without Cody all of its features are off: older clients check the single features only.
    """
    config = {**DEFAULTS, **flags}
    config["codyEnabled"] = site_flags.cody and config["codyEnabled"]
    for name in ("chatEnabled", "autoCompleteEnabled", "customCommandsEnabled"):
        config[name] = config["codyEnabled"] and config[name]
    attribution = flags.get("attribution", "permissive" if config["attributionEnabled"] else "none")
    config |= {"attribution": attribution, "attributionEnabled": attribution != "none"}
    config["smartContextWindowEnabled"] = site_flags.smart_context_window and config["smartContextWindowEnabled"]
    return {**config, "modelsAPIEnabled": True, "notices": []}
