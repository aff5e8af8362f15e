"""What clients are told of their features: the document at `/.api/client-config`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.site.legacy.completions import is_cody_on, section_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEWEST_STREAM = 9
"""The version of the completions stream that the existing system's newest servers speak."""


class SiteFeatureFlags(NamedTuple):
    """What a site configuration says of features. It is kept with a merged result, and counts as long as that."""

    cody: bool
    smart_context_window: bool


def site_feature_flags(site: Mapping[str, Any]) -> SiteFeatureFlags:
    """Return what a site configuration in its whole shape says of features.

    Cody is off where `cody.enabled` says so. Where it says nothing, `completions.enabled` decides for a configuration
    that has only this older section; one with models of its own would not be there if Cody were off.
    """
    section = section_of(site)
    switch = site.get("cody.enabled")
    if isinstance(switch, bool):
        cody = switch
    else:
        cody = section is None or site.get("modelConfiguration") is not None or is_cody_on(site)
    return SiteFeatureFlags(cody, (section or {}).get("smartContextWindow") != "disabled")


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
