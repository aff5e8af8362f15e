"""Cody's settings in a site configuration: on or off, feature flags, gateway address and token."""

from collections.abc import Mapping
from typing import Any, NamedTuple

GATEWAY_ENDPOINT = "https://cody-gateway.sourcegraph.com"
"""The address of the public gateway, used when a configuration has no endpoint."""


class SiteFeatureFlags(NamedTuple):
    """The feature flags of a site configuration, which are saved with the last good result."""

    cody: bool
    smart_context_window: bool
    chat: bool = True
    autocomplete: bool = True
    commands: bool = True
    attribution: str = "none"
    """`none`, `permissive` or `enforced`."""


def section_of(site: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return `completions`, or None where it is missing or null."""
    section = site.get("completions")
    return section if isinstance(section, dict) else None


def is_cody_on(site: Mapping[str, Any]) -> bool:
    """Return whether Cody is on: by `cody.enabled`, and by `completions.enabled` only where that is missing."""
    enabled = site.get("cody.enabled")
    if isinstance(enabled, bool):
        return enabled
    section = section_of(site)
    return section is not None and section.get("enabled") is True


def site_feature_flags(site: Mapping[str, Any]) -> SiteFeatureFlags:
    """Return the feature flags of a site configuration in its whole shape.

    Cody is off if `cody.enabled` is false. If that is missing, `completions.enabled` decides for a configuration that
    has only this older section; a configuration with models would not exist if Cody were off. Where `configFeatures`
    exists, a feature that it does not name is off.
    """
    section = section_of(site)
    is_decided_by_section = section is not None and site.get("modelConfiguration") is None
    has_setting = isinstance(site.get("cody.enabled"), bool)
    cody = is_cody_on(site) if has_setting or is_decided_by_section else True
    features = site.get("configFeatures")
    chat, autocomplete, commands = (
        features is None or features.get(name) is True for name in ("chat", "autoComplete", "commands")
    )
    attribution = site.get("attribution.mode", "permissive") if site.get("attribution.enabled") is True else "none"
    smart_context_window = (section or {}).get("smartContextWindow") != "disabled"
    return SiteFeatureFlags(cody, smart_context_window, chat, autocomplete, commands, attribution)


def licence_token(licence_key: str) -> str:
    """Return the gateway's token for a licence key, or "" for a blank key, whose hash is not a valid token."""
    if not licence_key.strip():
        return ""
    from hashlib import sha256

    return "slk_" + sha256(licence_key.encode("utf-8", "surrogatepass")).hexdigest()
