"""Rules on model names that are written as another API writes them: requests with them fail."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.rules.provider_rules import url_problem
from modelconfig.site.site_context import SiteContext, part


class _Form(NamedTuple):
    """The names of an API that no other API has; `plain` expands a match to the vendor's own name of the model."""

    api: str
    kind: str
    pattern: re.Pattern[str]
    plain: str


_BEDROCK: Final = r"(?:[a-z-]{2,8}\.)?(?:amazon|anthropic|cohere|meta|mistral)\."
_FORMS: Final = (
    _Form("Amazon Bedrock", "awsBedrock", re.compile(_BEDROCK + r"([a-z0-9-]+?)(?:-v[0-9](?::[0-9]+)?)?"), r"\1"),
    _Form("Vertex AI", "google", re.compile(r"(claude-[a-z0-9-]+?)(?:-v[0-9])?@([0-9]{8})"), r"\1-\2"),
    _Form("Azure OpenAI", "azureOpenAI", re.compile(r"gpt-35-([a-z0-9-]+)"), r"gpt-3.5-\1"),
)
_IN_REFERENCE: Final = re.compile(f"({_BEDROCK}[a-z0-9-]+-v[0-9])_([0-9]+)")
"""A name of Bedrock as references have it: without its colon."""
_PLAIN: Final = re.compile(r"(?:claude|gpt|gemini)-[a-z0-9.-]+")
_HOSTS: Final = {
    "anthropic": "api.anthropic.com",
    "awsBedrock": "amazonaws.com",
    "google": "googleapis.com",
    "openai": "api.openai.com",
}
"""By kind of API: where its vendor serves it. Other hosts are proxies, which may name models otherwise."""


def name_of_another_api(site: SiteContext) -> Iterator[Finding]:
    """Find names of models that the API of their provider does not have, because they are another API's."""
    configurations = {provider.identity: part(provider, "serverSideConfig")[1] for provider in site.providers}
    for model in site.models:
        configuration = configurations.get(model.identity.partition("::")[0], {})
        kind, endpoint = string_property(configuration, "type"), string_property(configuration, "endpoint").strip()
        if not _is_vendor(kind, endpoint) or object_property(model.value, "serverSideConfig").get("arn"):
            continue
        name = string_property(model.value, "modelName")
        key = "modelName" if name else "modelRef"
        if not name and model.identity not in site.base_models:
            name = model.identity.rpartition("::")[2]
        api, right_name = _api_and_name(name, kind)
        if api:
            message = f"the model name {quote(name)} is that of {api}, but its provider has the type {quote(kind)}"
            example = quote(right_name) if right_name else "the name that Amazon Bedrock lists"
            yield Finding(join(model.pointer, key), message, f"Set `modelName` to {example}.")


def _is_vendor(kind: str, endpoint: str) -> bool:
    """Return whether a provider of that kind has that endpoint at the vendor itself."""
    if kind not in _HOSTS:
        return False
    if url_problem(endpoint):
        # The region of Bedrock.
        return kind == "awsBedrock"
    return f".{urlsplit(endpoint).hostname or ''}".endswith(f".{_HOSTS[kind]}")


def _api_and_name(name: str, kind: str) -> tuple[str, str]:
    """Return what else a name is the name of, or "", and the name that the provider has, as far as it is known."""
    if kind == "awsBedrock":
        in_reference = _IN_REFERENCE.fullmatch(name)
        if in_reference:
            return "a reference", in_reference.expand(r"\1:\2")
        return ("another API", "") if _PLAIN.fullmatch(name) else ("", "")
    for form in _FORMS:
        match = form.pattern.fullmatch(name)
        if match and kind != form.kind:
            return form.api, match.expand(form.plain)
    return "", ""
