"""Go compiles every pattern that the rule for portable patterns accepts: its engine is RE2's."""

from __future__ import annotations

import json
import random
import subprocess
from typing import TYPE_CHECKING

from codegen.schema.rules.portable_patterns import pattern_problems

if TYPE_CHECKING:
    from pathlib import Path

    from tests.go.toolchain import GoToolchain

COMPILE = """
package main

import ("encoding/json"; "os"; "regexp")

func main() {
	var patterns []string
	rejected := map[string]string{}
	if err := json.NewDecoder(os.Stdin).Decode(&patterns); err != nil { panic(err) }
	for _, pattern := range patterns {
		if _, err := regexp.Compile(pattern); err != nil { rejected[pattern] = err.Error() }
	}
	json.NewEncoder(os.Stdout).Encode(rejected)
}
"""
CHARACTERS = ["a", "0", "-", ":", "@", " ", "é", *(f"\\{one}" for one in "^$\\.*+?()[]{}|/-")]
IN_CLASS = [*CHARACTERS, "a-z", "é-€", "[", "[:", ":]", "^", "$", "|", "&", "~", "{", "(", ",", "--"]
REPEATS = [
    "",
    "",
    "",
    "*",
    "+",
    "?",
    "{0}",
    "{2}",
    "{0,8}",
    "{3,}",
    "{31}",
    "{32}",
    "{500}",
    "{1000}",
    "{1001}",
    "{2000,}",
]
REJECTED = ["^a{1001}$", "^a{0,1001}$", "^(?:a{126}){8}$", "^(?:(?:a{17}b){8}c){8}$", "^[a[:digit:]$"]
ACCEPTED = ["^a{1000}$", "^(?:a{125}){8}$", "^(?:(?:a{15}b){8}c){8}$", "^a{900}b{900}$", "^[a[:]$", "^[a\\[:digit:]$"]


def some_pattern(generator: random.Random, depth: int = 0) -> str:
    """Return alternatives of characters, classes and groups, each with a repeat."""
    alternatives = []
    for _ in range(generator.choice([1, 1, 2])):
        text = ""
        for _ in range(generator.randint(0, 3)):
            group = f"(?:{some_pattern(generator, depth + 1)})" if depth < 3 else ""
            members = "".join(generator.choices(IN_CLASS, k=generator.randint(1, 4)))
            inverted = generator.choice(["", "^"])
            kinds = [generator.choice(CHARACTERS), f"[{inverted}{members}]", group]
            text += generator.choice(kinds[: 3 if group else 2]) + generator.choice(REPEATS)
        alternatives.append(text)
    return "|".join(alternatives)


def test_accepted_patterns_compile(toolchain: GoToolchain, tmp_path: Path) -> None:
    generator = random.Random(155)  # noqa: S311 - the same patterns in each run
    patterns = [*ACCEPTED, *(f"^(?:{some_pattern(generator)})$" for _ in range(6000))]
    accepted = [one for one in patterns if not pattern_problems(one)]
    assert accepted[: len(ACCEPTED)] == ACCEPTED
    assert len(accepted) > 1000
    assert rejected_by_go(toolchain, tmp_path, accepted) == {}


def test_the_limits_are_those_of_go(toolchain: GoToolchain, tmp_path: Path) -> None:
    assert [one for one in REJECTED if not any("RE2" in reason.text for reason in pattern_problems(one))] == []
    assert sorted(rejected_by_go(toolchain, tmp_path, REJECTED)) == sorted(REJECTED)


def rejected_by_go(toolchain: GoToolchain, folder: Path, patterns: list[str]) -> dict[str, str]:
    """Return Go's error for each pattern that it rejects."""
    (folder / "go.mod").write_text("module patterns\n", "utf-8")
    (folder / "main.go").write_text(COMPILE, "utf-8")
    toolchain.clean("go", "build", "-o", "compile.bin", ".", folder=folder)
    found: dict[str, str] = json.loads(
        subprocess.run(
            [folder / "compile.bin"], input=json.dumps(patterns), capture_output=True, check=True, encoding="utf-8"
        ).stdout
    )
    return found
