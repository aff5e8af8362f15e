"""Rules on credentials. No character of a credential is printed."""

from collections.abc import Iterator
from typing import Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.documents.queries import properties_below
from modelconfig.jsontext.pointers import join
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_context import SiteContext, part


def missing_licence(site: SiteContext) -> Iterator[Finding]:
    """Find use of Cody Gateway without a token or a licence key."""
    # A file with this section alone does not show the licence key, which may be in another file.
    if site.sourcegraph is None or set(site.root) <= {SECTION}:
        return
    if string_property(site.sourcegraph, "accessToken").strip() or string_property(site.root, "licenseKey").strip():
        return
    configured = [provider for provider in site.providers if object_property(provider.value, "serverSideConfig")]
    if site.base_provider_ids <= {provider.identity for provider in configured}:
        return
    message = "catalogue models are reached through Cody Gateway, but neither a token nor a licence key is set for it"
    hint = "Set `licenseKey` or `sourcegraph.accessToken`."
    yield Finding(join("", SECTION, "sourcegraph"), message, hint, at_key=True)


def unused_credential(site: SiteContext) -> Iterator[Finding]:
    """Find tokens that another setting makes useless."""
    for provider in site.providers:
        pointer, config = part(provider, "serverSideConfig")
        yield from _unused(pointer, config)
        for index, item in enumerate(array_property(config, "endpoints")):
            if isinstance(item, dict):
                yield from _unused(join(pointer, "endpoints", index), item)


def padded_credential(site: SiteContext) -> Iterator[Finding]:
    """Find credentials with spaces around them or a line break inside, as pasting leaves them."""
    for pointer, name, value in _secrets(site):
        if value.strip() and (value != value.strip() or "\n" in value or "\r" in value):
            message = f'the value of "{name}" has leading or trailing spaces, or contains a line break'
            yield Finding(pointer, message, "Remove the spaces and line breaks.")


def _unused(pointer: str, owner: dict[str, Any]) -> Iterator[Finding]:
    tokens = [name for name in ("accessToken", "accessTokenQuery", "googleWorkloadIdentityConfig") if owner.get(name)]
    if owner.get("headers"):
        for name in tokens:
            message = f'"{name}" is ignored because "headers" is set'
            yield Finding(join(pointer, name), message, "Remove one of the two.", at_key=True)
    elif len(tokens) > 1 and tokens[0] == "accessToken":
        message = f'"accessToken" and {quote(tokens[1])} are both set, but only one of them can be used'
        yield Finding(join(pointer, "accessToken"), message, "Remove one of the two.", at_key=True)
    identity = object_property(owner, "googleWorkloadIdentityConfig")
    if identity.get("credentialsFile") and identity.get("credentialsJSON"):
        message = '"credentialsFile" and "credentialsJSON" are both set, but only one of them can be used'
        location = join(pointer, "googleWorkloadIdentityConfig", "credentialsFile")
        yield Finding(location, message, "Remove one of the two.", at_key=True)


def _secrets(site: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Yield pointer, name and value of each credential that the schema knows."""
    owners = [("", "licenseKey", site.root), ("/completions", "accessToken", object_property(site.root, "completions"))]
    owners.append((join("", SECTION, "sourcegraph"), "accessToken", site.sourcegraph or {}))
    for pointer, name, owner in owners:
        if isinstance(owner.get(name), str):
            yield join(pointer, name), name, owner[name]
    for provider in site.providers:
        pointer, config = part(provider, "serverSideConfig")
        for location, name, value in properties_below(config, pointer):
            if name == "accessToken" and isinstance(value, str):
                yield location, name, value
