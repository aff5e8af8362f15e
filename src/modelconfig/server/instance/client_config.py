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
_OF_SITE: Final = {"chatEnabled": "chat", "autoCompleteEnabled": "autocomplete", "customCommandsEnabled": "commands"}
"""The flags whose default the site configuration may change, with their names in its feature flags."""
CODY_OFF: Final = SiteFeatureFlags(cody=False, smart_context_window=True)
"""The feature flags with nothing to serve. An error instead would make clients use the models of the site, for good."""


def client_config(flags: Mapping[str, Any], site_flags: SiteFeatureFlags, models_digest: str | None) -> dict[str, Any]:
    """Return the client configuration. Cody is off if the file of feature flags or the site configuration says so.

    The file replaces what the site configuration says about single features and attribution.
    Without Cody all of its features are off: older clients check the single features only.

    `models_digest` is that of the served models document, or None without one. Clients request the models again only
    when the client configuration has changed.
    """
    site_defaults = {name: getattr(site_flags, site_name) for name, site_name in _OF_SITE.items()}
    config = {**DEFAULTS, **site_defaults, **flags}
    config["codyEnabled"] = site_flags.cody and config["codyEnabled"]
    for name in _OF_SITE:
        config[name] = config["codyEnabled"] and config[name]
    attribution = site_flags.attribution
    if "attributionEnabled" in flags:
        attribution = "permissive" if flags["attributionEnabled"] else "none"
    attribution = flags.get("attribution", attribution)
    config |= {"attribution": attribution, "attributionEnabled": attribution != "none"}
    config["smartContextWindowEnabled"] = site_flags.smart_context_window and config["smartContextWindowEnabled"]
    config |= {"modelsAPIEnabled": True, "notices": []}
    return config if models_digest is None else {**config, "modelsDigest": models_digest}
