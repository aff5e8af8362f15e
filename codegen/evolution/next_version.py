"""Which version number comes next, and whether the one that the schema has is high enough."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.evolution.releases import numbers
from codegen.evolution.rules.findings import Level


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """What a version number should be. `fault` says what is wrong with the present one, "" for nothing."""

    base: str
    present: str
    least: str
    level: Level
    fault: str = ""


def next_version(version: str, level: Level) -> str:
    """Return the version that comes after another one. Before 1.0.0 every break is a minor version."""
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


def check_version(base: str, present: str, level: Level, *, changed: bool) -> VersionCheck:
    """Return what the version must be at least where `base` was the last one, and whether `present` is that."""
    if changed:
        level = max(level, Level.PATCH)
    least = next_version(base, level)
    fault = ""
    if numbers(present) < numbers(base):
        fault = f"the version went back from {base} to {present}"
    elif changed and present == base:
        fault = f"the schema changed, and its version is {base} still"
    elif numbers(present) < numbers(least):
        fault = f"{present} is not enough after {base}"
    return VersionCheck(base, present, least, level, fault)
