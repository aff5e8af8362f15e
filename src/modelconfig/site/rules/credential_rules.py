"""Rules on credentials; a credential is never printed.

Not a single character of a credential is ever repeated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.documents.queries import properties_below
from modelconfig.jsontext.pointers import join
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import SiteContext

_PLACEHOLDER = re.compile(
    r"<[^<>]*>|\$\{[^{}]*\}|\$\([^()]*\)|\$[A-Z_][A-Z0-9_]*|\{\{[^{}]*\}\}|\.{3,}|x{3,}|\*+|…+"
    r"|(?:your|my|the|insert|enter|add|put)[-_ ](?:[a-z]+[-_ ])*(?:token|key|secret|licen[cs]e|here)(?:[-_ ][a-z]+)*"
    r"|your[-_ ][a-z_\- :]*|change[-_ ]?me|replace[-_ ]?me|to[-_ ]?do|tbd|redacted|\(hidden\)"
    r"|(?:access)?token|api[-_ ]?key|secret",
    re.IGNORECASE,
)
_MAX_PLACEHOLDER_LENGTH = 200


def missing_licence(site: SiteContext) -> Iterator[Finding]:
    """Find use of Cody Gateway without a token or a licence key."""
    # A file with this section alone does not show the licence key, which may be in another file.
    if site.sourcegraph is None or set(site.root) <= {SECTION}:
        return
    if string_property(site.sourcegraph, "accessToken").strip() or string_property(site.root, "licenseKey").strip():
        return
    configured_ids = {
        provider.identity for provider in site.providers if object_property(provider.value, "serverSideConfig")
    }
    if site.base_provider_ids <= configured_ids:
        return
    message = (
        "the supplied models are reached through Cody Gateway, and there is neither a token nor a licence key for it"
    )
    hint = "Set `licenseKey`, or `sourcegraph.accessToken`."
    yield Finding(join("", SECTION, "sourcegraph"), message, hint, at_key=True)


def placeholder_credential(site: SiteContext) -> Iterator[Finding]:
    """Find credentials that are placeholders from an example."""
    for pointer, name, value in _secrets(site):
        if _PLACEHOLDER.fullmatch(value.strip()[:_MAX_PLACEHOLDER_LENGTH]):
            yield Finding(pointer, f'the value of "{name}" is a placeholder', "Write the credential itself.")


def unused_credential(site: SiteContext) -> Iterator[Finding]:
    """Find tokens that another setting makes useless."""
    for provider in site.providers:
        config = object_property(provider.value, "serverSideConfig")
        owners = [(provider.pointer_to("serverSideConfig"), config)]
        owners += [
            (provider.pointer_to("serverSideConfig", "endpoints", index), item)
            for index, item in enumerate(array_property(config, "endpoints"))
            if isinstance(item, dict)
        ]
        for pointer, owner in owners:
            yield from _unused(pointer, owner)


def padded_credential(site: SiteContext) -> Iterator[Finding]:
    """Find credentials with spaces around them or a line break inside, as pasting leaves them."""
    for pointer, name, value in _secrets(site):
        if value.strip() and (value != value.strip() or "\n" in value or "\r" in value):
            message = f'the value of "{name}" has a space or line break that is hardly part of the credential'
            yield Finding(pointer, message, "Remove it.")


def _unused(pointer: str, owner: dict[str, Any]) -> Iterator[Finding]:
    tokens = [name for name in ("accessToken", "accessTokenQuery", "googleWorkloadIdentityConfig") if owner.get(name)]
    if owner.get("headers") and "endpoints" not in owner:
        for name in tokens:
            yield Finding(
                join(pointer, name),
                f'"{name}" is ignored where there are "headers"',
                "Remove one of the two.",
                at_key=True,
            )
    elif len(tokens) > 1 and tokens[0] == "accessToken":
        message = f'"accessToken" stands beside {quote(tokens[1])}, and only one of them can be used'
        yield Finding(join(pointer, "accessToken"), message, "Remove one of the two.", at_key=True)


def _secrets(site: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Yield pointer, name and value of each credential that the schema knows."""
    if isinstance(site.root.get("licenseKey"), str):
        yield "/licenseKey", "licenseKey", string_property(site.root, "licenseKey")
    owners = [("/completions", object_property(site.root, "completions"))]
    if site.sourcegraph is not None:
        owners.append((join("", SECTION, "sourcegraph"), site.sourcegraph))
    for pointer, owner in owners:
        if isinstance(owner.get("accessToken"), str):
            yield join(pointer, "accessToken"), "accessToken", string_property(owner, "accessToken")
    for provider in site.providers:
        config = object_property(provider.value, "serverSideConfig")
        for pointer, name, value in properties_below(config, provider.pointer_to("serverSideConfig")):
            if name == "accessToken" and isinstance(value, str):
                yield pointer, name, value
