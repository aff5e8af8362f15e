"""The evolution check and jsoncompat agree on every small change of the real schema, or a file explains why not."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.report import change_findings
from codegen.evolution.rules.findings import ChangeFinding, Verdict
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import LOCAL, load_schemas
from codegen.schema.profiles import consumer, strict, without_unreferenced
from codegen.schema.traversal import Schema, transform
from modelconfig.jsontext import pointers
from tests.codegen.evolution.evolution_cases import sources
from tests.codegen.evolution.mutations import Mutation, mutations
from tests.codegen.evolution.old_readers import FIXTURE
from tests.codegen.evolution.oracle import LIVE, Oracle, Role, record, recorded
from tests.codegen.schema.schema_cases import ROOT

EXPLAINED = json.loads((ROOT / "tests" / "cases" / "evolution-oracle.json").read_text("utf-8"))["disagreements"]
MEANING = {
    "default-changed", "default-added", "default-removed", "secret-unmarked", "reference-rule-changed", "copy-changed"
}  # fmt: skip
"""Rules about what documents mean. An oracle knows only which documents are valid."""
PER_KIND = 10**6 if os.environ.get("MODELCONFIG_ALL_MUTATIONS") else 6
"""How many places of each kind of mutation and each file are tried."""


@dataclass(frozen=True)
class Reader:
    """The root documents of a file for the oracle, and the audience whose effects are compared with it."""

    module: str
    audience: Audience
    public: bool


READERS = (
    Reader("model", Audience.INSTANCES, public=True),
    Reader("site", Audience.ADMINISTRATORS, public=False),
    Reader("completions", Audience.ADMINISTRATORS, public=False),
)
PRESENT = load_schemas(FIXTURE)[0]
CANONICAL = DerivedSchemas(PRESENT).canonical


def without_server_side(node: Schema) -> Schema:
    members = node.get("properties")
    if members is None:
        return node
    shown = {name: member for name, member in members.items() if member.get("x-visibility") != "server"}
    required = [name for name in node.get("required", ()) if name in shown]
    return {**node, "properties": shown, **({"required": required} if "required" in node else {})}


def plain(node: Schema) -> Schema:
    """Return a schema with the keywords that the oracle supports: listed values as `enum`, no annotation, no `$id`."""
    drop = {"description", "examples", "title", "default", "deprecated", "$id", "$schema"}
    node_copy = {name: value for name, value in node.items() if not name.startswith("x-") and name not in drop}
    for keyword in ("oneOf", "anyOf"):
        branches = node_copy.get(keyword, ())
        if branches and all("const" in branch for branch in branches):
            node_copy["enum"] = [branch["const"] for branch in node_copy.pop(keyword)]
        elif any("const" in branch for branch in branches):
            # Open for readers: any string is valid.
            del node_copy[keyword]
    return node_copy


@cache
def part(reader: Reader, name: str) -> Schema:
    """Return the schema of a definition with what it refers to: small, so that hundreds can be compared."""
    return without_unreferenced({**CANONICAL[reader.module], "$ref": LOCAL + name})


def readings(schema: Schema, reader: Reader) -> tuple[str, str]:
    """Return what producers may write of a definition and what readers accept, for the oracle."""
    written = strict(without_unreferenced(transform(schema, without_server_side)) if reader.public else schema)
    # What people write is checked as strictly as what producers write.
    read = consumer(written) if reader.public else written
    return json.dumps(transform(written, plain)), json.dumps(transform(read, plain))


@cache
def readings_before(reader: Reader, name: str) -> tuple[str, str]:
    """Return the readings of a definition without any change."""
    return readings(part(reader, name), reader)


def verdict(findings: list[ChangeFinding], category: Category, audience: Audience) -> Verdict:
    """Return our verdict on which documents are valid, for one audience."""
    found = {
        effect.verdict
        for one in findings
        if not one.policy and one.rule not in MEANING
        for effect in one.effects
        if effect.category is category and audience in effect.audiences
    }
    return next((each for each in Verdict if each in found), Verdict.COMPATIBLE)


def chosen(reader: Reader) -> list[Mutation]:
    """Return mutations of definitions that such documents have, some of each kind."""
    seen: Counter[str] = Counter()
    old = Snapshot(PRESENT.files)
    found = []
    for mutation in mutations(PRESENT, reader.module):
        name = pointers.split(mutation.pointer)[1]
        if reader.audience in old.audiences_of(name):
            seen[mutation.what] += 1
            if seen[mutation.what] <= PER_KIND:
                found.append(mutation)
    return found


def disagreements(reader: Reader, oracle: Oracle) -> tuple[list[tuple[Mutation, str, str]], Counter[str]]:
    """Return the disagreements with the oracle, with direction and our verdict, and the count of each verdict."""
    verdict_counts: Counter[str] = Counter()
    found = []
    for mutation in chosen(reader):
        name = pointers.split(mutation.pointer)[1]
        old = part(reader, name)
        new = mutation.applied(old)
        before, after = readings_before(reader, name), readings(new, reader)
        asked: dict[Category, tuple[str, str, Role]] = {Category.BACKWARD: (before[0], after[1], "deserializer")}
        if reader.public:
            asked[Category.FORWARD] = (before[1], after[0], "serializer")
        findings = change_findings(
            Snapshot(sources(**{reader.module: old}).files), Snapshot(sources(**{reader.module: new}).files)
        )
        for category, (left, right, role) in asked.items():
            ours = verdict(findings, category, reader.audience)
            compatible = oracle.compatible(str(mutation), left, right, role)
            verdict_counts[f"{category} {ours}"] += 1
            if ours is not Verdict.UNDECIDED and compatible is not (ours is Verdict.COMPATIBLE):
                found.append((mutation, str(category), str(ours)))
    return found, verdict_counts


def explained(mutation: Mutation, ours: str) -> dict[str, Any] | None:
    """Return the explanation that covers a disagreement."""
    for one in EXPLAINED:
        place = re.fullmatch(one["places"], mutation.pointer)
        if ours == one["ours"] and place and re.fullmatch(one["what"], mutation.what):
            return dict(one)
    return None


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    return Oracle()


@pytest.fixture(scope="module")
def outcome(oracle: Oracle) -> dict[str, tuple[list[tuple[Mutation, str, str]], Counter[str]]]:
    """Return the results of all mutations, by file."""
    return {reader.module: disagreements(reader, oracle) for reader in READERS}


def test_mutations_are_numerous_and_cover_all_verdicts(
    outcome: dict[str, tuple[list[tuple[Mutation, str, str]], Counter[str]]],
) -> None:
    verdict_counts: Counter[str] = sum((counted for _, counted in outcome.values()), Counter())
    assert sum(verdict_counts.values()) >= 300
    for one in ("BACKWARD breaks", "BACKWARD compatible", "FORWARD breaks", "FORWARD compatible"):
        assert verdict_counts[one] >= 20, verdict_counts


def test_every_disagreement_is_explained(
    outcome: dict[str, tuple[list[tuple[Mutation, str, str]], Counter[str]]],
) -> None:
    found = [(one, category, ours) for disagreed, _ in outcome.values() for one, category, ours in disagreed]
    assert [f"{one}: {category} {ours}" for one, category, ours in found if explained(one, ours) is None] == []


def test_every_explanation_is_needed(
    outcome: dict[str, tuple[list[tuple[Mutation, str, str]], Counter[str]]],
) -> None:
    found = [(one, ours) for disagreed, _ in outcome.values() for one, _, ours in disagreed]
    used = {explanation["name"] for explanation in (explained(one, ours) for one, ours in found) if explanation}
    assert used == {one["name"] for one in EXPLAINED}
    assert all(len(one["reason"]) > 40 for one in EXPLAINED)


@pytest.mark.skipif(not LIVE, reason="jsoncompat does not support this Python")
@pytest.mark.usefixtures("outcome")
def test_the_recorded_answers_are_those_of_the_oracle(oracle: Oracle) -> None:
    assert {question: oracle.answers.get(question) for question in recorded()} == recorded()
    assert PER_KIND > 6 or oracle.answers.keys() == recorded().keys()


if __name__ == "__main__":
    asked = Oracle()
    for each in READERS:
        disagreements(each, asked)
    record(asked.answers)
