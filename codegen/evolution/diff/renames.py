"""Which definition became which: by where references pointed to the one and point to the other, or by equal content."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from codegen.evolution.diff.snapshot import roots, target
from codegen.schema.traversal import subschemas, transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.evolution.diff.snapshot import Snapshot
    from codegen.schema.traversal import Schema


def renames(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return the new name of each definition that has one. What has two successors, or shares one, is no rename."""
    gone = old.definitions.keys() - new.definitions.keys()
    come = new.definitions.keys() - old.definitions.keys()
    if not gone or not come:
        return {}
    found: dict[str, set[str]] = {}
    pending = [(old.definitions[name], new.definitions[name]) for name in old.definitions if name in new.definitions]
    for before, after in _root_pairs(old, new):
        _note(before, after, gone, come, found)
    followed: set[str] = set()
    while pending:
        for node_before, node_after in pending:
            for before, after in _reference_pairs(node_before, node_after):
                _note(before, after, gone, come, found)
        # A renamed definition may itself refer to renamed ones.
        fresh = found.keys() - followed
        followed |= fresh
        pending = [(old.definitions[name], new.definitions[to]) for name in sorted(fresh) for to in sorted(found[name])]
    chosen = {name: next(iter(to)) for name, to in found.items() if len(to) == 1}
    chosen |= _equal(gone - found.keys(), come - {one for to in found.values() for one in to}, old, new)
    successors = list(chosen.values())
    return {name: to for name, to in sorted(chosen.items()) if successors.count(to) == 1}


def _note(before: str, after: str, gone: set[str], come: set[str], found: dict[str, set[str]]) -> None:
    if before in gone and after in come:
        found.setdefault(before, set()).add(after)


def _root_pairs(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, str]]:
    for module, file in old.sources.files.items():
        other = new.sources.files.get(module)
        after = roots(other) if other else {}
        yield from ((name, after[document]) for document, name in roots(file).items() if document in after)


def _reference_pairs(before: Schema, after: Schema) -> Iterator[tuple[str, str]]:
    """Yield the names at places that both nodes have."""
    named = {place: target(node) for place, node in subschemas(after) if "$ref" in node}
    for place, node in subschemas(before):
        if "$ref" in node and place in named:
            yield target(node), named[place]


def _equal(gone: set[str], come: set[str], old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return pairs of equal content; what several have is nobody's."""
    before = _by_content(gone, old)
    after = _by_content(come, new)
    return {
        names[0]: after[text][0] for text, names in before.items() if len(names) == 1 and len(after.get(text, ())) == 1
    }


def _by_content(names: set[str], side: Snapshot) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        text = json.dumps(transform(side.definitions[name], partial(_without_texts, own=name)), sort_keys=True)
        found.setdefault(text, []).append(name)
    return found


def _without_texts(node: Schema, own: str) -> Schema:
    kept = {keyword: value for keyword, value in node.items() if keyword not in {"description", "examples", "title"}}
    if "$ref" in kept:
        # A definition that refers to itself does so under its own name.
        kept["$ref"] = "" if target(kept) == own else target(kept)
    return kept
