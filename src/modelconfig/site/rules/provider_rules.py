"""Rules on providers and endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import Entry, SiteContext

_SELF_HOSTED_KINDS = ("openaicompatible", "huggingface-tgi")
_PROVIDER_KINDS = {
    "openaicompatible": _SELF_HOSTED_KINDS,
    "awsBedrock": ("awsBedrock",),
    "awsBedrockProvisionedThroughput": ("awsBedrock",),
}


def invalid_endpoint(site: SiteContext) -> Iterator[Finding]:
    """Find addresses that are not URLs of a server. They are never quoted: they may contain credentials."""
    for pointer, owner, address in _addresses(site):
        reason = _url_problem(address)
        if reason:
            hint = "Write the whole URL, such as https://llm.example.com/v1."
            yield Finding(pointer, f"the address of {owner} is not a URL that a request can be sent to: {reason}", hint)


def credential_in_url(site: SiteContext) -> Iterator[Finding]:
    """Find addresses with user information: URLs are logged, and shown where credentials are not."""
    for pointer, owner, address in _addresses(site):
        try:
            has_user_info = "@" in urlsplit(address).netloc
        except ValueError:
            continue
        if has_user_info:
            hint = "Put the credential into `accessToken` or into a header."
            yield Finding(pointer, f"the address of {owner} holds user information before the `@`", hint)


def no_endpoint(site: SiteContext) -> Iterator[Finding]:
    """Find providers whose array of endpoints is empty."""
    for provider in site.providers:
        config = object_property(provider.value, "serverSideConfig")
        if config.get("endpoints") == []:
            message = f"the provider {_provider_phrase(provider)} has no endpoint, so its models cannot be reached"
            yield Finding(
                provider.pointer_to("serverSideConfig", "endpoints"), message, "Give at least one with its `url`."
            )


def server_config_of_another_kind(site: SiteContext) -> Iterator[Finding]:
    """Find server-side settings of models that their provider's kind of API ignores."""
    kinds = {
        provider_entry.identity: string_property(object_property(provider_entry.value, "serverSideConfig"), "type")
        for provider_entry in site.providers
    }
    owners = [
        (
            provider.pointer_to("defaultModelConfig"),
            object_property(provider.value, "defaultModelConfig"),
            provider.identity,
        )
        for provider in site.providers
    ]
    owners += [(model.pointer, model.value, model.identity.partition("::")[0]) for model in site.models]
    owners += [
        (
            model.pointer_to("override"),
            object_property(model.value, "override"),
            string_property(model.value, "provider"),
        )
        for model in site.self_hosted
    ]
    for pointer, value, provider in owners:
        kind = string_property(object_property(value, "serverSideConfig"), "type")
        if kind in _PROVIDER_KINDS and kinds.get(provider) and kinds[provider] not in _PROVIDER_KINDS[kind]:
            message = f'settings of the kind "{kind}" have no effect: the provider {quote(provider)} is of another kind'
            hint = "Remove them, or correct their `type`."
            yield Finding(join(pointer, "serverSideConfig"), message, hint, at_key=True)


def _provider_phrase(provider: Entry) -> str:
    return quote(provider.identity) if provider.identity else "without an id"


def _addresses(site: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Yield pointer, owner and text of each address that must be a URL."""
    if isinstance((site.sourcegraph or {}).get("endpoint"), str):
        yield (
            join("", SECTION, "sourcegraph", "endpoint"),
            "Cody Gateway",
            string_property(site.sourcegraph or {}, "endpoint"),
        )
    for provider in site.providers:
        config = object_property(provider.value, "serverSideConfig")
        owner = f"the provider {_provider_phrase(provider)}"
        endpoint = config.get("endpoint")
        # For Bedrock the endpoint may be a region code in place of a URL.
        if isinstance(endpoint, str) and (config.get("type") != "awsBedrock" or "/" in endpoint):
            yield provider.pointer_to("serverSideConfig", "endpoint"), owner, endpoint
        for index, item in enumerate(array_property(config, "endpoints")):
            if isinstance(item, dict) and isinstance(item.get("url"), str):
                yield provider.pointer_to("serverSideConfig", "endpoints", index, "url"), owner, item["url"]
            yield from _query(item, provider.pointer_to("serverSideConfig", "endpoints", index), owner)
        yield from _query(config, provider.pointer_to("serverSideConfig"), owner)


def _query(value: Any, pointer: str, owner: str) -> Iterator[tuple[str, str, str]]:
    query = object_property(value, "accessTokenQuery") if isinstance(value, dict) else {}
    if isinstance(query.get("url"), str):
        yield join(pointer, "accessTokenQuery", "url"), f"the token query of {owner.removeprefix('the ')}", query["url"]


def _url_problem(address: str) -> str:
    """Return what is wrong with an address, without any of its text."""
    if not address.strip():
        return "it is blank"
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "its host or port is malformed"
    if parts.scheme not in {"http", "https"}:
        return "it does not start with https:// or http://"
    if not host:
        return "it names no host"
    return "it contains a space" if any(char.isspace() for char in address.strip()) else ""
