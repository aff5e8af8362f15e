"""Only the schema lists properties: code that needs a list derives it from the schema.

A handwritten list misses later properties. A list with its own meaning, such as the labels of a table or the
properties of a constructed object, is an entry of `ALLOWED`, with its reason.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
LEAST = 3
"""Properties of one definition from which a literal counts as a list of them."""
DEFINITIONS = {
    name: frozenset(node["properties"])
    for file in sorted((ROOT / "schema").glob("*.json"))
    for name, node in json.loads(file.read_bytes())["$defs"].items()
    if "properties" in node
}
_JAVASCRIPT_ARRAY = re.compile(r"\[[^\[\](){}]*\]")
_JAVASCRIPT_STRING = re.compile(r"""["']([A-Za-z.]+)["']""")

ALLOWED = {
    ("codegen/catalog/expand.py", "_model"): (
        "capabilities contextWindow modelName modelRef",
        "what the build derives; all other properties are copied by name",
    ),
    ("codegen/catalog/expand.py", "expand"): (
        "models providers schemaVersion",
        "what the build makes itself; all other properties are copied by name",
    ),
    ("codegen/catalog/rules/lifecycle_rules.py", "_ORDER"): (
        "deprecated released retires",
        "the order in which they happen",
    ),
    ("codegen/catalog/published.py", "published_text"): (
        "digest models revision",
        "what the build makes itself; the properties of a model are copied by name",
    ),
    ("codegen/catalog/sources_document.py", "sources_document"): (
        "models revision sources",
        "what the build makes itself; the properties of a model are copied by name",
    ),
    ("src/modelconfig/cli/tables.py", "_labelled_lines"): (
        (
            "capabilities category clientSideConfig contextWindow deprecatedOn displayName estimatedModelCost modelName"
            " modelRef reasoningEffort releasedOn replacement retiresOn serverSideConfig status tier"
        ),
        "labels, and the order that readers want; any other property is shown under its own name",
    ),
    ("src/modelconfig/diagnostics/suggestions.py", "OTHER_NAMES"): (
        "displayName modelName modelRef",
        "what other tools call them; another property is found by its similar name",
    ),
    ("src/modelconfig/documents/queries.py", "CAPABILITY_OF_DEFAULT"): (
        "chat codeCompletion fallbackChat fastChat unlimitedChat",
        "which capability each default needs: compared with the schema in test_property_mappings.py",
    ),
    ("src/modelconfig/merge/merged_models.py", "_NEW"): (
        "category status tier",
        "values for required properties of a new model: compared with the schema in test_property_mappings.py",
    ),
    ("src/modelconfig/merge/default_models.py", "CATEGORIES"): (
        "chat codeCompletion fastChat",
        "which categories each required default may have: compared with the schema in test_property_mappings.py",
    ),
    ("src/modelconfig/merge/pipeline.py", "_EMPTY_BASE"): (
        "models providers revision schemaVersion",
        "the document of an instance without supplied models: compared with the schema in test_property_mappings.py",
    ),
    ("src/modelconfig/merge/pipeline.py", "_merge"): (
        "defaultModels models providers",
        "what merging makes itself; all other properties are copied by name",
    ),
    ("src/modelconfig/merge/presets.py", "preset"): (
        "capabilities category clientSideConfig displayName modelName serverSideConfig status tier",
        "the settings of well-known models: values, of which none is needed for a new property",
    ),
    ("src/modelconfig/server/served_document.py", "log_fields"): (
        "digest models revision",
        "fields of a log line, which are not read from a document",
    ),
    ("src/modelconfig/site/legacy/conversion.py", "convert_site"): (
        "defaultModels modelOverrides providerOverrides sourcegraph",
        "the object that `completions` is converted to: it has nothing for any other property",
    ),
    ("src/modelconfig/site/cody_settings.py", "site_feature_flags"): (
        "autoComplete chat commands",
        "the features that clients know by other names; they do not read the others",
    ),
    ("src/modelconfig/site/legacy/conversion.py", "_providers"): (
        "displayName id serverSideConfig",
        "the object that `completions` is converted to: it has nothing for any other property",
    ),
    ("src/modelconfig/site/legacy/conversion.py", "_model"): (
        "capabilities category contextWindow displayName modelName modelRef status",
        "the object that `completions` is converted to: it has nothing for any other property",
    ),
    ("src/modelconfig/site/rules/credential_rules.py", "_unused"): (
        "accessToken accessTokenQuery googleWorkloadIdentityConfig",
        "the ways to sign in that exclude each other, which the schema says in words only",
    ),
}
"""By file and the function or name: the listed properties, and why they are listed."""


def listed(node: ast.AST) -> list[str]:
    """Return the strings that a literal lists: its items, first items of its tuples, its keys, or its words."""
    match node:
        case ast.Tuple() | ast.List() | ast.Set():
            firsts = [item.elts[0] if isinstance(item, ast.Tuple) and item.elts else item for item in node.elts]
            return [text for item in firsts for text in strings(item)]
        case ast.Dict():
            return [text for key in node.keys if key is not None for text in strings(key)]
        case ast.MatchOr():
            return [text for item in node.patterns if isinstance(item, ast.MatchValue) for text in strings(item.value)]
        case ast.Call(func=ast.Attribute(attr="split", value=ast.Constant(value=str(words)))):
            return words.split()
        case ast.Call(func=ast.Name(id="dict")):
            return [keyword.arg for keyword in node.keywords if keyword.arg]
    return []


def strings(node: ast.AST) -> list[str]:
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def properties(names: Iterable[str]) -> str:
    """Return, sorted, the names that are properties of the best matching definition; "" if they are too few."""
    found = max((frozenset(names) & known for known in DEFINITIONS.values()), key=len)
    return " ".join(sorted(found)) if len(found) >= LEAST else ""


def lists_of(source: str) -> Iterator[tuple[str, str]]:
    """Yield the function or name in which a Python source lists properties, and the listed properties."""
    waiting: list[tuple[ast.AST, str]] = [(ast.parse(source), "")]
    while waiting:
        node, scope = waiting.pop()
        found = properties(listed(node))
        if found:
            yield scope, found
        waiting += [(below, inner(scope, below)) for below in ast.iter_child_nodes(node)]


def inner(scope: str, node: ast.AST) -> str:
    """Return the scope of the nodes below a node: functions, classes, and names assigned in a module."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return f"{scope}.{name}".removeprefix(".")
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return scope or name
    return scope


def javascript_lists_of(source: str) -> Iterator[str]:
    for array in _JAVASCRIPT_ARRAY.findall(source):
        found = properties(_JAVASCRIPT_STRING.findall(array))
        if found:
            yield found


@pytest.mark.parametrize(
    "source",
    [
        'ORDER = ("modelRef", "displayName", "category")',
        'shown = frozenset({"tier", "status", "category", "anything"})',
        'for name in ["id", "displayName", "serverSideConfig"]: pass',
        'LABELS = {"tier": "Tier", "status": "Status", "category": "Category"}',
        'lines = [("tier", 1), ("status", 2), ("category", 3)]',
        'HARMLESS = "displayName modelName contextWindow".split()',
        "found = dict(tier=1, status=2, category=3)",
        'match name:\n    case "tier" | "status" | "category": pass',
        'def kept(name):\n    return name in ("tier", "status", "category")',
    ],
)
def test_a_handwritten_list_is_found(source: str) -> None:
    assert [names for _, names in lists_of(source)] != []


@pytest.mark.parametrize(
    "source",
    [
        'PAIR = ("inputTokenPennies", "outputTokenPennies")',
        'WORDS = ("chat", "models", "tier", "enterprise")',
        'text = "tier status category"',
        "made = {name: item[name] for name in names}",
    ],
)
def test_code_without_a_list_of_properties_is_not_reported(source: str) -> None:
    assert list(lists_of(source)) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('const SHOWN = new Set([\n  "tier", "status",\n  "category",\n]);', ["category status tier"]),
        ("for (const name of ['tier', 'status', 'category']) show(name);", ["category status tier"]),
        ('const SINGLES = ["q", "sort", "model"];', []),
        ("const { tier, status, category, ...others } = value;", []),
    ],
)
def test_lists_in_scripts_are_found(source: str, found: list[str]) -> None:
    assert list(javascript_lists_of(source)) == found


def test_every_handwritten_list_has_a_reason() -> None:
    """An unused entry and a list without an entry both fail."""
    files = [file for folder in ("src", "codegen") for file in sorted((ROOT / folder).rglob("*.py"))]
    assert len(files) > 100
    found = [
        (file.relative_to(ROOT).as_posix(), scope, names)
        for file in files
        for scope, names in lists_of(file.read_text("utf-8"))
    ]
    assert sorted(found) == [(*place, names) for place, (names, _) in sorted(ALLOWED.items())]
    assert all(reason for _, reason in ALLOWED.values())


def test_no_script_lists_properties() -> None:
    files = sorted((ROOT / "src").rglob("*.js"))
    assert len(files) > 10
    assert [(file.name, names) for file in files for names in javascript_lists_of(file.read_text("utf-8"))] == []
