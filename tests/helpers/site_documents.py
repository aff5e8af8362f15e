"""Site configurations that merge, made by hypothesis, and the planting of canaries where nobody may see them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from modelconfig.schema.embedded import embedded
from tests.helpers.fitting import Fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECRET, SERVER = "Qx7v", "Wk3z"
"""Marks: every half of a canary has one. The server view may show what has the second."""
BASE_FILE = Path(__file__).parents[1] / "cases" / "site" / "base.json"
BASE: dict[str, Any] = json.loads(BASE_FILE.read_bytes())
"""A small catalogue with members of a later version."""

_SITE = Fitting(embedded("site"))
_PROVIDERS = ["other/llm", "~!$&'()*+,;=%", "[x]@y", "acme", "bolt"]
_LEGACY_NAMES = st.sampled_from(["gpt-4", "anthropic/claude-2", "anthropic.claude-v2/arn:aws:x", "a model"])
_ADDRESS, _ADDRESSES = "https://llm.example.com/v1", {"endpoint", "url"}
_SERVER_MEMBERS = {"serverSideConfig", "endpoint", "systemPreInstruction", "user"}
"""Members of a site configuration that say how the instance works, and that no client sees."""


@st.composite
def site_documents(draw: st.DrawFn) -> dict[str, Any]:
    """Site configurations in the whole shape that can be merged with `BASE`."""
    site: dict[str, Any] = _with_addresses(draw(_SITE.documents()))
    if draw(st.sampled_from([True, True, True, False])):
        site["modelConfiguration"] = draw(model_configurations())
    return site


@st.composite
def legacy_documents(draw: st.DrawFn) -> dict[str, Any]:
    """Site configurations with a section `completions` that can be converted, mostly."""
    section = draw(_SITE.definition("CompletionsConfiguration"))
    names = {name: draw(_LEGACY_NAMES) for name in section if name.endswith("odel")}
    section |= {**names, "accessToken": "token", "endpoint": _ADDRESS}
    return {"cody.enabled": True, "licenseKey": draw(st.text(max_size=9)), "completions": section}


@st.composite
def model_configurations(draw: st.DrawFn) -> dict[str, Any]:
    """Sections `modelConfiguration` whose references fit together, and with a model for every use."""
    section: dict[str, Any] = draw(_SITE.definition("SiteModelConfiguration"))
    supplied = section.get("sourcegraph") is not None
    ids = ["our-llm", *draw(st.lists(st.sampled_from(_PROVIDERS), max_size=3, unique=True))]
    section["providerOverrides"] = [{**draw(_SITE.definition("ProviderOverride")), "id": one} for one in ids]
    known = sorted({*ids, *(["acme", "bolt"] if supplied else [])})
    refs = [model["modelRef"] for model in BASE["models"]] if supplied else []
    refs += [f"{provider}::v1::own-{number}" for provider in known for number in range(2)]
    chosen = draw(st.lists(st.sampled_from(refs), max_size=3, unique=True))
    section["modelOverrides"] = [_override(draw(_SITE.definition("ModelOverride")), ref) for ref in chosen]
    section["modelOverrides"].append(
        {
            **draw(_SITE.definition("ModelOverride")),
            "modelRef": "our-llm::v1::for-all",
            "capabilities": ["chat", "autocomplete"],
            "category": "balanced",
        }
    )
    hosts = st.tuples(st.sampled_from(known), st.sampled_from(["starcoder2-7b@v1", "mixtral-8x7b-instruct@v1", "x@v1"]))
    section["selfHostedModels"] = [
        {**draw(_SITE.definition("SelfHostedModel")), "provider": provider, "apiVersion": "v9", "model": model}
        for provider, model in draw(st.lists(hosts, max_size=2, unique=True))
    ]
    section["modelOverridesRecommendedSettings"] = []
    if "defaultModels" in section:
        section["defaultModels"] = {"chat": draw(st.sampled_from(refs))}
    addressed: dict[str, Any] = _with_addresses(section)
    return addressed


def _override(made: dict[str, Any], ref: str) -> dict[str, Any]:
    return {**made, "modelRef": ref, "capabilities": made.get("capabilities") or ["chat"]}


def _with_addresses(value: Any) -> Any:
    """Return a value with URLs where addresses have to be."""
    if isinstance(value, list):
        return [_with_addresses(item) for item in value]
    if isinstance(value, dict):
        return {
            name: _ADDRESS if name in _ADDRESSES and isinstance(item, str) else _with_addresses(item)
            for name, item in value.items()
        }
    return value


class Planter:
    """Puts a canary of its own into every text that is secret or the server's, and under an unknown member everywhere.

    `wild` also puts them where the schema wants another value: in place of listed values, numbers and switches.
    """

    def __init__(self, *, wild: Callable[[], bool] = lambda: False) -> None:
        self._definitions = embedded("site")["$defs"]
        self._wild = wild
        self._planted = 0

    def plant(self, site: dict[str, Any]) -> Any:
        """Return the configuration with canaries."""
        return self._part({"$ref": embedded("site")["$ref"]}, site, "")

    def canary(self, mark: str) -> str:
        """Return a text whose halves both have the mark."""
        self._planted += 1
        return f"{mark}{self._planted:04}{mark}{self._planted:04}"

    def _part(self, node: dict[str, Any], value: Any, mark: str) -> Any:
        if value is None:
            return None
        forms = self._forms(node, value)
        node, mark = forms[-1], SECRET if any(one.get("x-secret") for one in forms) else mark
        if isinstance(value, dict):
            return self._object(node, value, mark)
        if isinstance(value, list):
            return [self._part(node.get("items", {}), item, mark) for item in value]
        if mark and (self._wild() or (isinstance(value, str) and _is_free(node))):
            return self._text(mark, value)
        return value

    def _object(self, node: dict[str, Any], value: dict[str, Any], mark: str) -> dict[str, Any]:
        members = node.get("properties", {})
        other = node.get("additionalProperties")
        made = {}
        for name, item in value.items():
            below = members.get(name, other if isinstance(other, dict) else {})
            made[name] = self._part(below, item, mark or (SERVER if name in _SERVER_MEMBERS else ""))
        if members:
            made |= {"acessToken": self.canary(SECRET), "serverSideConfigs": {"tokens": [self.canary(SECRET)]}}
            made["future"] = {"serverSideConfig": {"x": self.canary(SECRET)}, self.canary(SECRET): 1}
            made[self.canary(SECRET)] = self.canary(SECRET)
        return made

    def _forms(self, node: dict[str, Any], value: Any) -> list[dict[str, Any]]:
        """Return the node and what it refers to for this value, innermost last."""
        found = [node]
        while True:
            last = found[-1]
            if "$ref" in last:
                found.append(self._definitions[last["$ref"].rpartition("/")[2]])
            elif "anyOf" in last or ("oneOf" in last and last.get("type") != "string"):
                found.append(next(iter(self._branches(last, value)), {}))
            else:
                return found

    def _branches(self, node: dict[str, Any], value: Any) -> Iterator[dict[str, Any]]:
        for branch in node.get("anyOf", node.get("oneOf", [])):
            record = self._definitions.get(branch.get("$ref", "").rpartition("/")[2], branch)
            tag = record.get("properties", {}).get("type", {}).get("const")
            if branch.get("type") == "null" or (tag is not None and value.get("type") != tag):
                continue
            yield branch

    def _text(self, mark: str, value: Any) -> Any:
        if value == _ADDRESS:
            return f"https://{self.canary(SECRET)}:{self.canary(SECRET)}@host/{self.canary(mark)}"
        return self.canary(mark)


def _is_free(node: dict[str, Any]) -> bool:
    """Tell whether any text may stand here."""
    return not {"const", "oneOf", "pattern"} & node.keys()
