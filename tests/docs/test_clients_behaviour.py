"""`docs/clients-behaviour.md` lists what the client of the tests reads, and everything else as ignored."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.documents.completion_models import COMPLETION_PROVIDERS
from modelconfig.schema.embedded import embedded
from modelconfig.server.instance.client_config import CODY_OFF, client_config
from tests.modelconfig.server.client.client_documents import BASE, client_of, model
from tests.modelconfig.server.client.client_models import BADGES, Rights
from tests.modelconfig.server.client.cody_client import CONFIG_PATH, FEATURES, MODELS_PATH, CodyClient
from tests.modelconfig.server.client.recorded_reads import recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).parents[2] / "docs" / "clients-behaviour.md").read_text("utf-8")
TIERS = ("free", "pro", "enterprise")
ROW = re.compile(r"^\| `([^`]+)` \|(.*)\|$", re.MULTILINE)


def section(start: str, end: str = "\n## ") -> str:
    """Return the part of the page from a text to another one."""
    return PAGE[PAGE.index(start) :].partition(end)[0]


def rows(text: str) -> dict[str, str]:
    """Return the rows of the tables in a text whose first cell is code: that code, and the second cell."""
    return {name: cell.strip() for name, cell in ROW.findall(text)}


@pytest.fixture(scope="module")
def read() -> set[str]:
    """Return the properties that the client reads of a client configuration and of documents with everything."""
    paths: set[str] = set()
    windows = {tier: {"contextWindow": BASE} for tier in TIERS}
    settings: dict[str, Any] = {"openAICompatible": {}}
    models = [
        model(
            "acme::v1::a", capabilities=["chat", "autocomplete"], modelConfigAllTiers=windows, clientSideConfig=settings
        ),
        model("acme::v1::b", status="deprecated"),
    ]
    defaults = {"chat": "acme::v1::a", "codeCompletion": "acme::v1::a", "unlimitedChat": "acme::v1::c"}
    document = {"models": models, "defaultModels": defaults}
    for config in (CONFIG, {name: value for name, value in CONFIG.items() if name != "attribution"}):
        for tier, enhanced in product(TIERS, (False, True)):
            _use_everything({CONFIG_PATH: config, MODELS_PATH: document}, Rights(tier, enhanced), paths)
    tiers = re.compile(rf"\b({'|'.join(TIERS)})\b")
    return {tiers.sub("TIER", path) for path in paths}


def _use_everything(answers: dict[str, Any], rights: Rights, paths: set[str]) -> None:
    """Use every function of a client with these responses, and record what it reads."""
    client = CodyClient(
        lambda path: (200, json.dumps(answers[path]).encode()), rights, lambda value: recorded(value, paths)
    )
    client.poll()
    assert client.models is not None
    for use in ("chat", "edit", "autocomplete"):
        client.models.picker(use)
    client.models.fallback_chat()
    assert (client.models.autocomplete() is None) == (rights.tier != "enterprise")
    assert [client.offers(feature) for feature in FEATURES] == [False] * 3
    assert (client.stream_version(), client.is_turned_away()) == (9, False)


CONFIG = client_config({}, CODY_OFF, "0" * 64)


def test_properties_of_the_client_configuration(read: set[str]) -> None:
    of_config = {path for path in read if "." not in path} - {"models", "defaultModels"}
    text = section("## The client configuration")
    assert of_config == set(rows(text))
    assert set(CONFIG) - of_config == set(re.findall(r"`(\w+)`", text.partition("These are ignored:")[2]))


def test_properties_of_the_models_document(read: set[str]) -> None:
    text = section("## The models document")
    shown, ignored = map(rows, text.split("These are ignored:"))
    leaves = {path for path in read if "." in path and not any(other.startswith(f"{path}.") for other in read)}
    leaves |= {"models[].clientSideConfig.openAICompatible"}
    assert leaves == set(shown)
    assert list(ignored) == list(unread(read)), "add a row below `These are ignored`, in schema order"


def unread(read: set[str]) -> Iterator[str]:
    """Yield the properties of the client schema that the client does not read, without those inside of them."""
    definitions = embedded("model.client")["$defs"]

    def below(node: dict[str, Any], path: str) -> Iterator[str]:
        node = node if "$ref" not in node else {**node, **definitions[node["$ref"].rpartition("/")[2]]}
        if "items" in node:
            yield from below(node["items"], f"{path}[]")
        for name, child in node.get("properties", {}).items():
            inner = f"{path}.{name}" if path else name
            inner = re.sub(r"AllTiers\.\w+", "AllTiers.TIER", inner)
            if inner in read:
                yield from below(child, inner)
            else:
                yield inner

    return below({"$ref": "#/$defs/ModelConfiguration"}, "")


def test_statuses() -> None:
    listed = {value["const"] for value in embedded("model.client")["$defs"]["ModelStatus"].get("oneOf", ())}
    listed = listed or {value["const"] for value in embedded("model")["$defs"]["ModelStatus"]["oneOf"]}
    table = rows(section("## Which models are offered"))
    assert set(table) == listed
    for status, offered in table.items():
        found = {tier: client_of(model(status=status), rights=Rights(tier)).offered for tier in TIERS}
        assert bool(found["enterprise"]) != offered.startswith("no"), status
        assert bool(found["free"]) == (status != "deprecated"), status
        assert (status in BADGES) == (offered == "with a badge"), status


def test_ignored_capabilities() -> None:
    values = {value["const"] for value in embedded("model")["$defs"]["Capability"]["oneOf"]}
    sentence = re.search(r"The capabilities (.*) are ignored too", PAGE)
    assert sentence is not None
    used = rows(section("These properties are read:"))["models[].capabilities"]
    assert set(re.findall(r"`(\w+)`", sentence[1])) | set(re.findall(r"`(\w+)`", used)) == values


def test_models_of_autocomplete() -> None:
    table = rows(section("## Autocomplete"))
    assert list(table) == list(COMPLETION_PROVIDERS)
    for provider, accepted in COMPLETION_PROVIDERS.items():
        text = table[provider].removeprefix("as ")
        text = table.get(text.strip("`"), text)
        names = set(re.findall(r"`([^`]+)`", text))
        assert names == accepted.ids | set(accepted.parts)
        assert (text == "any") == (not names)
