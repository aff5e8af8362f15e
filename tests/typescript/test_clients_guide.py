"""The commands and programs of the guide for client teams, with each compiler, linter and bundler that it names."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.typescript.compiling import COMPILERS, HERE, NEWEST, OLDEST, Toolchain, expected_errors, parse_report
from tests.typescript.guide import COPIES, DECLARATIONS, GUIDE, MODULE, Project, commands, files, new_project

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATIONS = sorted((HERE / "cases" / "eslint").iterdir())
STRICTEST = {
    "strict": True,
    "declaration": True,
    "exactOptionalPropertyTypes": True,
    "isolatedDeclarations": True,
    "isolatedModules": True,
    "noImplicitOverride": True,
    "noPropertyAccessFromIndexSignature": True,
    "noUncheckedIndexedAccess": True,
    "noUnusedLocals": True,
    "noUnusedParameters": True,
    "verbatimModuleSyntax": True,
    "module": "nodenext",
    "target": "es2022",
    "types": [],
}
WRONG = """
import type * as wire from "./modelconfig.js"

export const reference: wire.ModelRef = "anthropic/claude" // expect-error TS2322
"""
WITHOUT_DIRECTIVES = """
import given from "./given.mjs"

export default [...given, { linterOptions: { noInlineConfig: true } }, MORE]
"""
RUN = """
import { chatModels } from "./dist/chat-models.js"

console.log(chatModels({ models: [{ capabilities: ["chat"] }, { capabilities: ["edit"] }] }).length)
"""
BARREL = {"src/chat-models.ts": 'export * from "./modelconfig.js"\n'}


def project(toolchain: Toolchain, folder: Path, copy: str, compiler: str = NEWEST) -> Project:
    """Return a project with a copy of this name, the guide's program, and the strictest options of the compiler."""
    client = new_project(toolchain, folder / "client")
    client.copy(copy)
    options = STRICTEST if compiler == OLDEST else {**STRICTEST, "erasableSyntaxOnly": True}
    configuration = json.dumps({"compilerOptions": options, "include": ["src"]})
    client.write({**files("src"), "tsconfig.json": configuration})
    return client


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("copy", COPIES)
def test_the_program_compiles(toolchain: Toolchain, tmp_path: Path, compiler: str, copy: str) -> None:
    client = project(toolchain, tmp_path, copy, compiler)
    (command,) = commands("npx tsc --noEmit")
    client.write({"src/wrong.ts": WRONG})
    report = parse_report(client.npx(command, tsc=compiler).stdout)
    assert (report.errors, report.others) == ({"src/wrong.ts": expected_errors(WRONG)}, [])


@pytest.mark.parametrize("eslint", ["eslint-9", "eslint"])
@pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=lambda path: path.name.partition(".")[0])
@pytest.mark.parametrize("copy", COPIES)
def test_eslint_reports_nothing(
    toolchain: Toolchain, tmp_path: Path, eslint: str, configuration: Path, copy: str
) -> None:
    client = project(toolchain, tmp_path, copy)
    shutil.copy(configuration, client.folder / "eslint.config.mjs")
    (command,) = commands("npx eslint")
    done = client.npx(command, eslint=eslint)
    assert (done.stdout + done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=lambda path: path.name.partition(".")[0])
def test_eslint_reports_other_files(toolchain: Toolchain, tmp_path: Path, configuration: Path) -> None:
    client = project(toolchain, tmp_path, MODULE)
    shutil.copy(configuration, client.folder / "eslint.config.mjs")
    client.write({"src/wrong.ts": "export const wrong: any = 1\n"})
    (command,) = commands("npx eslint")
    done = client.npx(command)
    assert "no-explicit-any" in done.stdout
    assert "modelconfig" not in done.stdout


@pytest.mark.parametrize("copy", COPIES)
def test_eslint_ignores_the_copy_without_directives(toolchain: Toolchain, tmp_path: Path, copy: str) -> None:
    client = project(toolchain, tmp_path, copy)
    shutil.copy(CONFIGURATIONS[0], client.folder / "given.mjs")
    (command,) = commands("npx eslint")
    (ignores,) = re.findall(r"`({ ignores: .*? })`", GUIDE)
    for more, code in (("", 1), (ignores, 0)):
        client.write({"eslint.config.mjs": WITHOUT_DIRECTIVES.replace("MORE", more)})
        assert client.npx(command).returncode == code


@pytest.mark.parametrize("copy", COPIES)
def test_esbuild_bundles_the_program(toolchain: Toolchain, tmp_path: Path, copy: str) -> None:
    client = project(toolchain, tmp_path, copy)
    (command,) = commands("npx esbuild")
    done = client.npx(command)
    assert done.returncode == 0, done.stderr
    client.write({"run.mjs": RUN})
    done = toolchain.run("run.mjs", folder=client.folder)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_bundler_finds_only_a_copy_named_ts(toolchain: Toolchain, tmp_path: Path) -> None:
    (command,) = commands("npx esbuild")
    for copy, code in ((MODULE, 0), (DECLARATIONS, 1)):
        client = project(toolchain, tmp_path / copy, copy)
        client.write(BARREL)
        assert client.npx(command).returncode == code
