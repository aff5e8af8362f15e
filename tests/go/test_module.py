"""The generated Go module under the real toolchain: formatted, vetted, used as its README says, and tried in Go."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from codegen.targets.go.go_text import comment
from tests.codegen.schema.schema_cases import ROOT, cases
from tests.go.toolchain import MODULE, GoToolchain

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


def test_gofmt_has_nothing_to_change(toolchain: GoToolchain, module: Path) -> None:
    assert toolchain.clean("gofmt", "-d", MODULE, folder=module) == ""
    written = [path for case in cases("valid") for path in (module / case.name.replace("-", "")).glob("*.go")]
    assert written
    assert toolchain.clean("gofmt", "-d", *written, folder=module) == ""


def test_gofmt_leaves_any_comment_as_it_is(toolchain: GoToolchain, tmp_path: Path) -> None:
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


def test_vet_finds_nothing(toolchain: GoToolchain, module: Path) -> None:
    assert toolchain.clean("go", "vet", "modelconfig", "./...", folder=module) == ""


def test_it_needs_no_newer_go_than_it_says(toolchain: GoToolchain, tmp_path: Path) -> None:
    copy = tmp_path / "module"
    shutil.copytree(MODULE, copy)
    for path in copy.glob("*.go"):
        # Vet does not look at the age of what generated code uses, so it must not know.
        path.write_text(path.read_text("utf-8").replace("DO NOT EDIT.", ""), "utf-8")
    assert toolchain.clean("go", "vet", ".", folder=copy) == ""
    newer = 'package modelconfig\n\nimport "testing/synctest"\n\nvar _ = synctest.Test\n'
    (copy / "newer.go").write_text(newer, "utf-8")
    assert "requires go1" in toolchain.run("go", "vet", ".", folder=copy).stderr


def test_it_stands_on_the_standard_library_alone(toolchain: GoToolchain, module: Path) -> None:
    packages = toolchain.clean(
        "go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "modelconfig", folder=module
    )
    assert packages.split() == ["modelconfig"]
    assert not (MODULE / "go.sum").exists()


def test_it_works_as_a_go_program_uses_it(toolchain: GoToolchain, module: Path) -> None:
    assert "ok" in toolchain.clean("go", "test", "-vet=off", ".", folder=module)


def test_the_readme_tells_what_works(toolchain: GoToolchain, tmp_path: Path) -> None:
    readme = (MODULE / "README.md").read_text("utf-8")
    (program,) = EXAMPLE.findall(readme)
    (tmp_path / "main.go").write_text(program, "utf-8")
    (command,) = re.findall(r"^go mod edit .*$", readme, re.MULTILINE)
    toolchain.clean("go", "mod", "init", "example", folder=tmp_path)
    words = command.replace("../modelconfig", str(MODULE)).split()
    toolchain.clean(*words, folder=tmp_path)
    printed = toolchain.clean("go", "run", ".", folder=tmp_path)
    assert toolchain.clean("gofmt", "-d", "main.go", folder=tmp_path) == ""
    expected = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert expected
    assert printed == expected[1]


def test_it_can_be_copied_into_another_module(toolchain: GoToolchain, tmp_path: Path) -> None:
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
