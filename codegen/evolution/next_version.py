"""The version that a schema change requires, and whether the schema has it."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.evolution.releases import numbers
from codegen.evolution.rules.findings import Level


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """The version that a change requires. `problem` describes what is wrong with the current one, "" for nothing."""

    base: str
    current: str
    minimum: str
    level: Level
    problem: str = ""


def next_version(version: str, level: Level) -> str:
    """Return the version after another one. Before 1.0.0, a breaking change raises the minor version."""
    major, minor, patch = numbers(version)
    if major == 0 and level > Level.PATCH:
        level = Level(level - 1)
    match level:
        case Level.MAJOR:
            return f"{major + 1}.0.0"
        case Level.MINOR:
            return f"{major}.{minor + 1}.0"
        case Level.PATCH:
            return f"{major}.{minor}.{patch + 1}"
        case Level.NONE:
            return version


def check_version(base: str, current: str, level: Level, *, changed: bool) -> VersionCheck:
    """Return the minimum version after `base`, and whether `current` reaches it."""
    if changed:
        level = max(level, Level.PATCH)
    minimum = next_version(base, level)
    problem = ""
    if numbers(current) < numbers(base):
        problem = f"the version went back from {base} to {current}"
    elif changed and current == base:
        problem = f"the schema changed, and its version is {base} still"
    elif numbers(current) < numbers(minimum):
        problem = f"{current} is not enough after {base}"
    return VersionCheck(base, current, minimum, level, problem)
