"""The examples of validation with ajv in both READMEs: compiled, run by Node, and bundled by esbuild 0.18."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.typescript.compiling import COMPILERS, CompilerMode, Toolchain, compile_folder
from tests.typescript.guide import DECLARATIONS, ROOT, Project, new_project, programs_of
from tests.typescript.projects import PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {"repository": ROOT / "README.md", "package": PACKAGE / "README.md"}
ATTRIBUTE = ' with { type: "json" }'
RUN = """
import { parseConfiguration } from "./PROGRAM"
import { readFileSync } from "node:fs"

const catalogue = JSON.parse(readFileSync("models.json", "utf-8"))
const later = structuredClone(catalogue)
later.colour = "green"
later.models[0].status = "retired"
const invalid = structuredClone(catalogue)
invalid.models[0].contextWindow = "large"
for (const document of [catalogue, later, invalid]) {
    try {
        console.log(parseConfiguration(JSON.stringify(document)).models.length)
    } catch (error) {
        console.log(error.message.includes("/models/0/contextWindow") && error.message.includes("must be object"))
    }
}
"""


def example(page: Path) -> str:
    """Return the program of the page that uses ajv, for a copy of the types."""
    (text,) = [program for program in programs_of(page) if '"ajv/' in program]
    return text.replace('"cody-modelconfig"', '"./modelconfig.js"')


@pytest.fixture(scope="session")
def client(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = new_project(toolchain, tmp_path_factory.mktemp("validation") / "client")
    shutil.copy(PACKAGE / "index.d.ts", project.folder / DECLARATIONS)
    shutil.copy(ROOT / "generated" / "schema" / "model.client.json", project.folder)
    shutil.copy(PACKAGE / "models.json", project.folder)
    project.write({f"{name}.ts": example(page) for name, page in PAGES.items()})
    return project


@pytest.mark.parametrize("compiler", COMPILERS)
def test_examples_compile(toolchain: Toolchain, client: Project, compiler: str) -> None:
    mode = CompilerMode(compiler, "nodenext")
    assert compile_folder(toolchain, mode, client.folder, resolveJsonModule=True).output == ""


@pytest.mark.parametrize("name", PAGES)
def test_node_runs_the_example(toolchain: Toolchain, client: Project, name: str) -> None:
    client.write({f"run-{name}.mjs": RUN.replace("PROGRAM", f"{name}.ts")})
    assert_output(toolchain, client, name)


@pytest.mark.parametrize("name", PAGES)
def test_esbuild_bundles_the_example_without_import_attribute(toolchain: Toolchain, client: Project, name: str) -> None:
    text = example(PAGES[name])
    assert ATTRIBUTE in text
    client.write({f"bundled-{name}/index.ts": text.replace(ATTRIBUTE, "").replace('"./', '"../')})
    done = client.npx(f"npx esbuild bundled-{name}/index.ts --bundle --format=esm --outfile=bundled-{name}.mjs")
    assert done.returncode == 0, done.stderr
    client.write({f"run-bundled-{name}.mjs": RUN.replace("PROGRAM", f"bundled-{name}.mjs")})
    assert_output(toolchain, client, f"bundled-{name}")


def assert_output(toolchain: Toolchain, client: Project, name: str) -> None:
    done = toolchain.run("--disable-warning=ExperimentalWarning", f"run-{name}.mjs", folder=client.folder)
    models = len(json.loads((PACKAGE / "models.json").read_text("utf-8"))["models"])
    assert (done.stdout, done.stderr) == (f"{models}\n{models}\ntrue\n", "")
