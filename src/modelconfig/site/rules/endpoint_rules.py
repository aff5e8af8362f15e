"""Rules on endpoints that are URLs and yet not what the kind of API needs. They are never quoted."""

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.rules.provider_rules import url_problem, urls_of
from modelconfig.site.site_context import SiteContext, part

_ROUTES: Final = {
    "openai": r"/v1/?$|(?:/v1)?/(?:chat/completions|completions|responses|embeddings|models)/?$",
    "azureOpenAI": r"/(?:openai/)?deployments/.*$|/openai/v1(?:/.*)?$|/(?:chat/completions|completions|responses)/?$",
    "google": r"(?<=/models)/.+$",
    "openaicompatible": r"/(?:chat/completions|completions|responses|embeddings)/?$|(?<=/v1)/models/?$",
    "huggingface-tgi": r"/(?:chat/completions|completions|generate|generate_stream)/?$",
    "sourcegraph": r"/v1(?:/.*)?$",
    "awsBedrock": r"/model/.*$",
}
"""By kind of API: the routes that the instance adds to an endpoint itself."""
_EXPECTED: Final = {"fireworks": "https://api.fireworks.ai/inference/v1/completions"}
_AWS_HOST: Final = re.compile(r"\.([a-z]{2}(?:-[a-z]+)+-[0-9])\.(?:vpce\.)?amazonaws\.com(?:\.cn)?$")
_REGION: Final = re.compile(r"[a-z]{2}(?:-[a-z]+)+-[0-9]")
_ARN: Final = re.compile(r"arn:aws[a-z-]*:bedrock:([a-z0-9-]+):")
_PROFILE: Final = re.compile(r"(us|eu|apac)\.[a-z0-9-]+\.")
_PROFILE_REGIONS: Final = {"us": ("us-", "ca-"), "eu": ("eu-",), "apac": ("ap-",)}
"""By prefix of the name of an inference profile of Bedrock: the beginnings of the regions that can use it."""
_VERTEX: Final = re.compile(r"https://([a-z0-9-]+)-aiplatform\.googleapis\.com/.*/locations/([a-z0-9-]+)/")


def endpoint_with_route(site: SiteContext) -> Iterator[Finding]:
    """Find endpoints that contain a route, which the instance adds itself."""
    for pointer, kind, url in _endpoints(site):
        text = url.strip()
        if url_problem(text):
            continue
        path = urlsplit(text).path
        if kind == "fireworks" and re.search(r"/chat/completions/?$", path):
            hint = f"Write the URL of the route for completions, as in {_EXPECTED[kind]}."
            yield Finding(pointer, "the endpoint is the route for chat; expected that for completions", hint)
        elif kind in _ROUTES and (route := re.search(_ROUTES[kind], path)):
            message = "the endpoint contains a route or a model, which the instance adds itself"
            removed = "the query and " if urlsplit(text).query else ""
            number = len(route[0].strip("/").split("/"))
            parts = "last part" if number == 1 else f"last {number} parts"
            yield Finding(pointer, message, f"Remove {removed}the {parts} of the path.")


def padded_endpoint(site: SiteContext) -> Iterator[Finding]:
    """Find URLs with a space around them or a backslash."""
    for pointer, owner, url in urls_of(site):
        if url_problem(url):
            continue
        if url != url.strip():
            yield Finding(pointer, f"the URL of {owner} has leading or trailing spaces", "Remove the spaces.")
        if "\\" in url:
            yield Finding(pointer, f"the URL of {owner} contains a backslash", "Write / in place of the backslash.")


def contradictory_regions(site: SiteContext) -> Iterator[Finding]:
    """Find settings of one provider that name different regions."""
    regions: dict[str, str] = {}
    for provider in site.providers:
        pointer, config = part(provider, "serverSideConfig")
        endpoint, region = string_property(config, "endpoint").strip(), string_property(config, "region").strip()
        vertex = _VERTEX.match(endpoint)
        if config.get("type") == "google" and vertex and vertex[1] != vertex[2]:
            message = "the host of the endpoint and `locations` in its path are different regions"
            yield Finding(join(pointer, "endpoint"), message, "Use the same region in both.")
        if config.get("type") != "awsBedrock" or not _REGION.fullmatch(region):
            continue
        regions[provider.identity] = region
        named = _aws_region(endpoint)
        if named and named != region:
            message = "`region` differs from the region of the endpoint"
            hint = "Use the same region in `endpoint` and `region`: requests are signed for `region`."
            yield Finding(join(pointer, "region"), message, hint)
    for pointer, value, owner in site.model_settings():
        profile = _PROFILE.match(string_property(value, "modelName"))
        if profile and owner in regions and not regions[owner].startswith(_PROFILE_REGIONS[profile[1]]):
            message = f"the inference profile is for regions of `{profile[1]}`, and `region` of the provider is another"
            hint = "Use the profile of the provider's region, or add a provider for a region of this one."
            yield Finding(join(pointer, "modelName"), message, hint)
        arn = _ARN.match(string_property(object_property(value, "serverSideConfig"), "arn"))
        if arn and owner in regions and arn[1] not in ("", regions[owner]):
            message = "the region of the ARN differs from `region` of the provider"
            hint = "Use an ARN of the provider's region, or add a provider for the other region."
            yield Finding(join(pointer, "serverSideConfig", "arn"), message, hint)


def _aws_region(endpoint: str) -> str:
    """Return the region that an endpoint of Bedrock names, or ""."""
    if _REGION.fullmatch(endpoint):
        return endpoint
    if url_problem(endpoint):
        return ""
    host = _AWS_HOST.search(urlsplit(endpoint).hostname or "")
    return host[1] if host else ""


def _endpoints(site: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Yield pointer, kind of API and URL of each endpoint."""
    owners: list[tuple[str, str, dict[str, Any]]] = [
        ("/modelConfiguration/sourcegraph", "sourcegraph", site.sourcegraph or {})
    ]
    for provider in site.providers:
        pointer, config = part(provider, "serverSideConfig")
        kind = string_property(config, "type")
        if config.get("urlBuilder") == "direct":
            continue
        owners.append((pointer, kind, config))
    for pointer, kind, config in owners:
        if isinstance(config.get("endpoint"), str):
            yield join(pointer, "endpoint"), kind, config["endpoint"]
        for index, item in enumerate(array_property(config, "endpoints")):
            if isinstance(item, dict) and isinstance(item.get("url"), str):
                yield join(pointer, "endpoints", index, "url"), kind, item["url"]
