"""New properties of the schemas are declared for clients and shown on the page; server-side ones are not declared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.packaging.new_properties import CATALOGUE_MODEL, ROOT, ChangedTree, changed_tree, values_of
from tests.typescript.compiling import MODES, Toolchain, compile_folder

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = ROOT / "src" / "modelconfig" / "publish" / "page" / "assets" / "scripts"
READ = """
const fs = require("node:fs"), vm = require("node:vm");
const [scripts, data, ref] = process.argv.slice(2);
const names = ["basics/wording.js", "basics/days.js", "state/lifecycle.js", "state/reading.js"];
const code = names.map((name) => fs.readFileSync(`${scripts}/${name}`, "utf8")).join("\\n");
const read = vm.runInNewContext(`${code}; readCatalogue`);
const { byRef } = read(JSON.parse(fs.readFileSync(data, "utf8")), new Map(), 0);
const { others, settings, providerOthers } = byRef.get(ref);
console.log(JSON.stringify({ others, settings, providerOthers }));
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> ChangedTree:
    return changed_tree(tmp_path_factory.mktemp("changed"))


def test_clients_see_new_properties_and_no_server_side_one(
    tree: ChangedTree, toolchain: Toolchain, tmp_path: Path
) -> None:
    declarations = (tree.folder / "generated" / "typescript" / "index.d.ts").read_text("utf-8")
    (tmp_path / "modelconfig.d.ts").write_text(declarations, "utf-8")
    head = 'import type { Model, ModelConfiguration, Provider } from "./modelconfig.js";\n'
    # A literal with a property that the type does not declare does not compile.
    literal = json.dumps(tree.view("client"), indent=1)
    (tmp_path / "declared.ts").write_text(f"{head}export const all: ModelConfiguration = {literal};\n", "utf-8")
    hidden = [new for new in tree.properties if new.server_side]
    lines = [f"export type T{index} = {new.owner}[{json.dumps(new.name)}];\n" for index, new in enumerate(hidden)]
    (tmp_path / "hidden.ts").write_text(head + "".join(lines), "utf-8")
    (mode,) = (mode for mode in MODES if mode.label == "newest-bundler")
    report = compile_folder(toolchain, mode, tmp_path)
    assert report.others == []
    assert report.about("declared.ts") == ""
    assert sorted(report.errors["hidden.ts"]) == list(range(2, 2 + len(hidden)))


def test_the_page_shows_new_properties(tree: ChangedTree, toolchain: Toolchain, tmp_path: Path) -> None:
    (tmp_path / "read.cjs").write_text(READ, "utf-8")
    document = tree.folder / "models.json"
    done = toolchain.run(tmp_path / "read.cjs", SCRIPTS, document, CATALOGUE_MODEL, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    shown: dict[str, Any] = json.loads(done.stdout)
    others = shown["others"]
    assert others.pop("contextWindow") == values_of(tree.properties, "ContextWindow", 0)
    assert others.pop("estimatedModelCost") == values_of(tree.properties, "ModelCost", 0)
    assert others == values_of(tree.properties, "Model", 0)
    assert shown["settings"] == values_of(tree.properties, "ClientSideModelConfig", 0)
    assert shown["providerOthers"] == values_of(tree.properties, "Provider", 0)
