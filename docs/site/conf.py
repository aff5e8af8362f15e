"""Settings of the documentation site, which `python3 dev.py -s docs` builds from the Markdown files as they are.

The source folder is the repository, so relative links lead to the same pages on the site and in the repository.
"""
# ruff: noqa: INP001  # Sphinx loads this file by its path

from __future__ import annotations

from typing import TYPE_CHECKING

from pygments.lexers.data import JsonLexer

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "modelconfig"
html_title = "modelconfig"
root_doc = "docs/index"
language = "en"

EXPLANATIONS = "src/modelconfig/diagnostics/explanations"
# A page that is missing here, or is listed and does not exist, fails the build.
NAVIGATION = {
    "Start": ["README", "docs/command-line", "docs/glossary", "CHANGELOG", "SECURITY"],
    "Site administrators": ["docs/administrators", "docs/completions"],
    "Operators": [
        "docs/operators",
        "docs/operators/configuration",
        "docs/operators/runbook",
        "docs/operators/design",
        "docs/reliability",
        "docs/deploy/README",
        "docs/page",
    ],
    "Programs": [
        "docs/library",
        "docs/api",
        "docs/clients",
        "docs/clients-behaviour",
        "docs/conformance",
        "generated/README",
        "generated/typescript/README",
        "generated/go/README",
    ],
    "Catalogue": ["docs/catalogue"],
    "Contributors": ["CONTRIBUTING", "docs/architecture", "docs/adding-a-language", "docs/releasing"],
    "Reference": ["docs/reference/*", "docs/evolution/index"],
}
# Tables list these pages: hundreds of entries in the navigation of each page would hide the others, and take minutes.
LISTED = (f"{EXPLANATIONS}/", "docs/evolution/")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
include_patterns = ["*.md", "docs/**.md", "generated/**README.md", f"{EXPLANATIONS}/*.md"]
nitpicky = True
# Types of other libraries have no page here, and their inventories would need a network.
nitpick_ignore_regex = [("py:.*", ".*")]
# Some examples are invalid on purpose.
suppress_warnings = ["misc.highlighting_failure"]
myst_heading_anchors = 4
highlight_language = "none"

# Docstrings use single backticks for code.
default_role = "code"

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["tables.css"]
html_additional_pages = {"index": "redirect.html"}
templates_path = ["templates"]
html_copy_source = False


def add_navigation(app: Sphinx, name: str, source: list[str]) -> None:
    """Append the navigation to the landing page; in the repository it would be noise."""
    if name == root_doc:
        for caption, pages in NAVIGATION.items():
            lines = "\n".join(f"/{page}" for page in pages)
            source[0] += f"\n\n```{{toctree}}\n:hidden:\n:glob:\n:caption: {caption}\n\n{lines}\n```\n"
    elif name.startswith(LISTED) and name not in NAVIGATION["Reference"]:
        app.env.metadata[name]["orphan"] = True


def skip_types(_app: Sphinx, _kind: str, _name: str, value: object, _skip: bool, _options: object) -> bool | None:  # noqa: FBT001  # Sphinx's signature
    """Skip the generated types, which the schema's reference describes."""
    return True if getattr(value, "__module__", "").startswith("modelconfig_types") else None


def setup(app: Sphinx) -> None:
    """Register the navigation, the selection of the Python API, and the highlighting of JSON with comments."""
    app.add_lexer("jsonc", JsonLexer)
    app.connect("source-read", add_navigation)
    app.connect("autodoc-skip-member", skip_types)
