"""The generated Go module with the real toolchain: gofmt, go vet, its README examples, and programs that use it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from codegen.targets.go.go_text import comment
from tests.codegen.schema.schema_cases import ROOT, cases
from tests.go.toolchain import MODULE, GoToolchain, write_package
from tests.helpers.hostile_schemas import accepted_schemas

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = re.compile(r"^```go\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOSTILE = [
    "# a heading",
    "#",
    "# # twice",
    "A heading of old",
    "Word",
    "é",
    "[link]: https://example.com",
    "[a link]: https://example.com",
    "[link]: https://example.com [other]: https://example.com",
    "Deprecated: not at all",
    "Deprecated: Deprecated: not at all",
    "- a list",
    "  - indented",
    "1. first",
    "\tcode",
    "``quoted'' and ```fenced``` and '''''",
    "//go:embed models.json",
    "+build ignore",
    "line main.go:1",
    "*/ /* {{ 7 }} %s \\ \" '",
    "blanks\u00a0\u2003\u3000at the end\u3000",
    "\u3000",
    "one\rtwo\r\nthree\u2028four\x00five\ufeffsix\u202eseven\x85eight\n\n\nnine",
    "w" * 300 + " " + "v " * 200,
]


def test_gofmt_changes_nothing(toolchain: GoToolchain, module: Path) -> None:
    assert toolchain.clean("gofmt", "-d", MODULE, folder=module) == ""
    written = [path for case in cases("valid") for path in (module / case.name.replace("-", "")).glob("*.go")]
    assert written
    assert toolchain.clean("gofmt", "-d", *written, folder=module) == ""


def test_gofmt_changes_no_comment(toolchain: GoToolchain, tmp_path: Path) -> None:
    texts = [comment(["First.", text, "Last."]) for text in HOSTILE]
    texts += [comment([text]) for text in HOSTILE if text.strip()] + [
        comment([text, "Last."], "", text) for text in HOSTILE
    ]
    texts += [comment(["\n".join(HOSTILE)])]
    declared = [f"{text}\ntype T{index} struct{{}}\n" for index, text in enumerate(texts)]
    members = [f"{comment([text, 'Last.'], chr(9))}\n\tM{index} int\n" for index, text in enumerate(HOSTILE)]
    whole = "package p\n\n" + "\n".join(declared) + "\ntype T struct {\n" + "\n".join(members) + "}\n"
    (tmp_path / "p.go").write_text(whole, "utf-8")
    assert toolchain.clean("gofmt", "-d", "p.go", folder=tmp_path) == ""


def test_vet_reports_nothing(toolchain: GoToolchain, module: Path) -> None:
    assert toolchain.clean("go", "vet", "modelconfig", "./...", folder=module) == ""


def test_every_accepted_name_compiles(toolchain: GoToolchain, tmp_path: Path) -> None:
    for folder in accepted_schemas(tmp_path / "schemas", 12):
        write_package(folder, tmp_path / "trial" / folder.name)
    (tmp_path / "trial" / "go.mod").write_text("module trial\n\ngo 1.22\n", "utf-8")
    assert toolchain.clean("go", "vet", "./...", folder=tmp_path / "trial") == ""
    assert toolchain.clean("gofmt", "-l", ".", folder=tmp_path / "trial") == ""


def test_the_module_builds_with_its_declared_go_version(toolchain: GoToolchain, tmp_path: Path) -> None:
    copy = tmp_path / "module"
    shutil.copytree(MODULE, copy)
    for path in copy.glob("*.go"):
        # Vet skips these checks for files marked as generated, so the mark is removed.
        path.write_text(path.read_text("utf-8").replace("DO NOT EDIT.", ""), "utf-8")
    assert toolchain.clean("go", "vet", ".", folder=copy) == ""
    newer = 'package modelconfig\n\nimport "testing/synctest"\n\nvar _ = synctest.Test\n'
    (copy / "newer.go").write_text(newer, "utf-8")
    assert "requires go1" in toolchain.run("go", "vet", ".", folder=copy).stderr


def test_the_module_needs_only_the_standard_library(toolchain: GoToolchain, module: Path) -> None:
    packages = toolchain.clean(
        "go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "modelconfig", folder=module
    )
    assert packages.split() == ["modelconfig"]
    assert not (MODULE / "go.sum").exists()


def test_a_go_program_can_use_the_module(toolchain: GoToolchain, module: Path) -> None:
    assert "ok" in toolchain.clean("go", "test", "-vet=off", ".", folder=module)


def test_the_readme_examples_work(toolchain: GoToolchain, tmp_path: Path) -> None:
    readme = (MODULE / "README.md").read_text("utf-8")
    (command,) = re.findall(r"^go mod edit .*$", readme, re.MULTILINE)
    toolchain.clean("go", "mod", "init", "example", folder=tmp_path)
    words = command.replace("../modelconfig", str(MODULE)).split()
    toolchain.clean(*words, folder=tmp_path)
    outputs = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    for program, expected in zip(EXAMPLE.findall(readme), outputs, strict=True):
        (tmp_path / "main.go").write_text(program, "utf-8")
        assert toolchain.clean("go", "run", ".", folder=tmp_path) == expected
        assert toolchain.clean("gofmt", "-d", "main.go", folder=tmp_path) == ""


def test_every_function_is_used() -> None:
    """Unused functions are a finding of staticcheck (U1000)."""
    text = "".join(path.read_text("utf-8") for path in MODULE.glob("*.go"))
    functions = re.findall(r"^func (?:\(.*?\) )?([a-z]\w*)", text, re.MULTILINE)
    used = Counter(re.findall(r"\w+", re.sub(r"//.*", "", text)))
    assert len(functions) > 50
    assert [name for name in functions if used[name] == functions.count(name)] == []


def test_the_package_can_be_copied_into_another_module(toolchain: GoToolchain, tmp_path: Path) -> None:
    toolchain.clean("go", "mod", "init", "example", folder=tmp_path)
    shutil.copytree(MODULE, tmp_path / "internal" / "modelconfig", ignore=shutil.ignore_patterns("go.mod"))
    program = (
        'package main\n\nimport "example/internal/modelconfig"\n\nfunc main() { println(modelconfig.SchemaHash) }\n'
    )
    (tmp_path / "main.go").write_text(program, "utf-8")
    toolchain.clean("go", "build", ".", folder=tmp_path)


@pytest.mark.parametrize("name", ["models.json"])
def test_the_embedded_catalogue_is_the_published_one(name: str) -> None:
    assert (MODULE / name).read_bytes() == (ROOT / name).read_bytes()
