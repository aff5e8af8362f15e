"""Rules on providers and endpoints."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from modelconfig.diagnostics.credentials import without_query_credentials
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.placeholders import address_placeholder
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_context import Entry, SiteContext

_URL_KINDS = ("anthropic", "azureOpenAI", "fireworks", "google", "openai", "sourcegraph")
_SELF_HOSTED_KINDS = ("openaicompatible", "huggingface-tgi")
_PROVIDER_KINDS = {
    "openaicompatible": _SELF_HOSTED_KINDS,
    "awsBedrock": ("awsBedrock",),
    "awsBedrockProvisionedThroughput": ("awsBedrock",),
}


def invalid_endpoint(site: SiteContext) -> Iterator[Finding]:
    """Find invalid URLs of servers. They are never quoted: they may contain credentials."""
    for pointer, owner, url in urls_of(site):
        reason = url_problem(url)
        if reason:
            form = address_placeholder(url)
            reason = f"it contains the placeholder `{form}`, which is not replaced" if form else reason
            hint = "Write the whole URL, such as https://llm.example.com/v1."
            yield Finding(pointer, f"the URL of {owner} is invalid: {reason}", hint)


def credential_in_url(site: SiteContext) -> Iterator[Finding]:
    """Find URLs with a credential: URLs are logged, and shown where credentials are not."""
    for pointer, owner, url in urls_of(site):
        if without_query_credentials(url) != url:
            message = f"the URL of {owner} contains a key or token in its query"
            hint = "Remove it from the URL, and set it as `accessToken` or as a header."
            yield Finding(pointer, message, hint)
        try:
            has_user_info = "@" in urlsplit(url).netloc
        except ValueError:
            continue
        if has_user_info:
            message = f"the URL of {owner} contains a user name or password before the `@`"
            yield Finding(pointer, message, "Move the credential to `accessToken` or to a header.")


def no_endpoint(site: SiteContext) -> Iterator[Finding]:
    """Find providers whose array of endpoints is empty."""
    for provider in site.providers:
        if object_property(provider.value, "serverSideConfig").get("endpoints") == []:
            message = f"{_provider_phrase(provider)} has no endpoint, so its models are unreachable"
            pointer = provider.pointer_to("serverSideConfig", "endpoints")
            yield Finding(pointer, message, "Add at least one endpoint with its `url`.")


def server_config_of_another_kind(site: SiteContext) -> Iterator[Finding]:
    """Find server-side settings of models that their provider's kind of API ignores."""
    kinds = {
        provider.identity: string_property(object_property(provider.value, "serverSideConfig"), "type")
        for provider in site.providers
    }
    for pointer, value, provider in site.model_settings():
        kind = string_property(object_property(value, "serverSideConfig"), "type")
        if kind in _PROVIDER_KINDS and kinds.get(provider) and kinds[provider] not in _PROVIDER_KINDS[kind]:
            message = f'settings of the type "{kind}" have no effect: the provider {quote(provider)} has another type'
            hint = "Remove the settings, or correct their `type`."
            yield Finding(join(pointer, "serverSideConfig"), message, hint, at_key=True)


def _provider_phrase(provider: Entry) -> str:
    return f"the provider {quote(provider.identity)}" if provider.identity else "a provider without an id"


def urls_of(site: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Yield pointer, owner and text of each string that must be a URL."""
    gateway = site.sourcegraph or {}
    if isinstance(gateway.get("endpoint"), str):
        yield join("", SECTION, "sourcegraph", "endpoint"), "Cody Gateway", gateway["endpoint"]
    for provider in site.providers:
        pointer, owner = provider.pointer_to("serverSideConfig"), _provider_phrase(provider)
        config = object_property(provider.value, "serverSideConfig")
        endpoint = config.get("endpoint")
        # For Bedrock, which an unknown type may mean, the endpoint may be a region code in place of a URL.
        is_url = config.get("type", "openai") in _URL_KINDS or "/" in str(endpoint)
        if isinstance(endpoint, str) and is_url:
            yield join(pointer, "endpoint"), owner, endpoint
        for index, item in enumerate(array_property(config, "endpoints")):
            if isinstance(item, dict):
                yield from _url(item, join(pointer, "endpoints", index), owner)
                yield from _query_url(item, join(pointer, "endpoints", index), owner)
        yield from _query_url(config, pointer, owner)


def _query_url(value: Mapping[str, Any], pointer: str, owner: str) -> Iterator[tuple[str, str, str]]:
    query = object_property(value, "accessTokenQuery")
    return _url(query, join(pointer, "accessTokenQuery"), f"the token query of {owner}")


def _url(value: Mapping[str, Any], pointer: str, owner: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value.get("url"), str):
        yield join(pointer, "url"), owner, value["url"]


def url_problem(url: str) -> str:
    """Return what is wrong with a URL, without any of its text; "" for a valid one."""
    text = url.strip()
    if not text:
        return "it is blank"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "its host or port is malformed"
    if parts.scheme not in {"http", "https"}:
        return "it does not start with https:// or http://"
    if not host:
        return "it has no host"
    return "it contains a space" if any(map(str.isspace, text)) else ""
