"""The page as bytes: what its policy allows, and that content of a document is never interpreted as markup."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig import load_document
from modelconfig.documents.companion.data_sources import embedded_sources_bytes
from modelconfig.publish.page.page_assets import SCRIPTS, STYLES
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import as_data, render_page, render_shell
from modelconfig.views.client_view import client_view

_HOSTILE = st.text() | st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "\u2028\u2029",
        "@@style@@",
        "@@data@@",
        "&lt;",
        "\ud800",
    ]
)


class Elements(HTMLParser):
    """Parses a page into its elements with attributes, and the text of some of them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside = ""
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = tag
        if tag in self.texts:
            self.texts[tag].append("")

    def data(self, name: str) -> Any:
        """Return the value of the data element with this id."""
        scripts = [attributes for tag, attributes in self.found if tag == "script"]
        ids = [attributes.get("id") for attributes in scripts]
        return json.loads(self.texts["script"][ids.index(name)])

    def handle_endtag(self, _tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in self.texts:
            self.texts[self.inside][-1] += data


def policy_of(page: bytes) -> dict[str, list[str]]:
    value = dict(page_headers(page))["content-security-policy"]
    return {directive.split()[0]: directive.split()[1:] for directive in value.split(";")}


def named(document: dict[str, Any], name: str) -> dict[str, Any]:
    changed: dict[str, Any] = json.loads(json.dumps(document))
    changed["models"][0]["displayName"] = name
    return changed


@pytest.fixture(scope="module")
def page() -> bytes:
    return render_page(load_document())


@pytest.mark.parametrize("made", [render_page(load_document()), render_shell()], ids=["page", "shell"])
def test_the_policy_allows_exactly_the_script_and_the_style_of_the_page(made: bytes) -> None:
    elements = Elements(made)
    policy = policy_of(made)
    scripts = [
        text
        for text, (_, attributes) in zip(
            elements.texts["script"], [one for one in elements.found if one[0] == "script"], strict=True
        )
        if attributes.get("type") != "application/json"
    ]

    def source(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert policy["script-src"] == [source(text) for text in scripts]
    assert policy["style-src"] == [source(text) for text in elements.texts["style"]]
    assert (
        policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == ["'none'"]
    )
    assert not [part for parts in policy.values() for part in parts if "unsafe" in part or part == "*"]


@pytest.mark.parametrize("made", [render_page(load_document()), render_shell()], ids=["page", "shell"])
def test_markup_needs_nothing_that_the_policy_forbids(made: bytes) -> None:
    for tag, attributes in Elements(made).found:
        assert not [name for name in attributes if name == "style" or name.startswith("on")], tag
        for name in ("src", "href", "action", "data", "poster", "srcset"):
            assert re.match(r"data:image/svg|#|llm-models\.json|$", attributes.get(name) or ""), (tag, attributes)


def test_the_page_references_no_other_host(page: bytes) -> None:
    text = page.decode()
    data = Elements(page).texts["script"][-1]
    named_hosts = re.findall(r"(?:https?:)?//[a-z0-9.-]+", text.replace(data, ""))
    # A namespace is only a name; no request is sent to it.
    assert set(named_hosts) <= {"http://www.w3.org"}


def test_only_the_shell_can_send_requests_to_its_server() -> None:
    assert policy_of(render_shell())["connect-src"] == ["'self'"]
    assert "connect-src" not in policy_of(render_page(load_document()))


def test_the_page_contains_the_client_view_and_the_shell_contains_no_data(page: bytes) -> None:
    assert Elements(page).data("data")["models"] == client_view(load_document())["models"]
    assert Elements(render_shell()).data("data") is None


def test_only_a_page_with_a_companion_has_sources_and_an_age(page: bytes) -> None:
    for without in (page, render_shell()):
        assert Elements(without).data("sources") is None
        assert "checked" not in Elements(without).data("settings")
    sources = embedded_sources_bytes()
    elements = Elements(render_page(load_document(), sources=sources))
    assert elements.data("sources") == json.loads(sources)
    assert elements.data("settings")["checked"].keys() == {"oldest", "newest"}


def test_server_only_properties_are_not_in_the_page() -> None:
    document = load_document()
    document["providers"][0]["serverSideConfig"] = {"type": "anthropic", "accessToken": "sk-canary-1"}
    document["models"][0]["serversideconfig"] = {"arn": "sk-canary-2"}
    document["later"] = [{"ServerSideConfig": "sk-canary-3"}]
    assert b"sk-canary" not in render_page(document)


@given(_HOSTILE)
def test_text_of_a_document_stays_in_the_data_element(text: str) -> None:
    plain, hostile = Elements(_PLAIN), Elements(render_page(named(_DOCUMENT, f"x{text}")))
    assert hostile.found == plain.found
    assert hostile.texts["style"] == plain.texts["style"]
    assert hostile.texts["script"][0] == plain.texts["script"][0]
    assert hostile.data("data")["models"][0]["displayName"] == f"x{text}"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | _HOSTILE,
        lambda inner: st.lists(inner) | st.dictionaries(_HOSTILE, inner),
    )
)
def test_data_is_read_back_unchanged(value: Any) -> None:
    assert json.loads(as_data(value)) == value
    assert not set("<>&\u2028\u2029") & set(as_data(value))


def test_the_same_document_gives_the_same_bytes_in_any_process() -> None:
    program = (
        "import zlib, modelconfig; from modelconfig.publish.page.page_renderer import render_page; "
        "print(zlib.crc32(render_page(modelconfig.load_document())))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {str(zlib.crc32(render_page(load_document())))}


def test_every_file_is_part_of_the_page() -> None:
    from importlib.resources import files

    folder = Path(str(files("modelconfig.publish.page"))) / "assets"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {*SCRIPTS, *STYLES, "page.html"}


def test_headers_apply_to_pages_only() -> None:
    with pytest.raises(ValueError, match="not a page"):
        page_headers(b"<html></html>")


_DOCUMENT = load_document()
_PLAIN = render_page(named(_DOCUMENT, "plain"))
