"""Which definition was renamed to which, by references and by content."""

import json
from collections.abc import Iterator
from functools import partial

from codegen.evolution.diff.snapshot import Snapshot
from codegen.schema.loader import SchemaFile
from codegen.schema.traversal import Schema, subschemas, target, transform


def renames(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return the new name of each renamed definition; none for several successors, or a successor of several."""
    removed = old.definitions.keys() - new.definitions.keys()
    added = new.definitions.keys() - old.definitions.keys()
    successors: dict[str, set[str]] = {}
    visited: set[str] = set()
    files = new.files
    pending = [(_roots(file), _roots(files[module])) for module, file in old.files.items() if module in files]
    pending += [(node, new.definitions[name]) for name, node in old.definitions.items() if name in new.definitions]
    while pending:
        for nodes in pending:
            for before, after in _reference_pairs(*nodes):
                if before in removed and after in added:
                    successors.setdefault(before, set()).add(after)
        # A renamed definition may itself refer to renamed definitions.
        unvisited = successors.keys() - visited
        visited |= unvisited
        pending = [(old.definitions[name], new.definitions[after]) for name in unvisited for after in successors[name]]
    renamed = {name: next(iter(names)) for name, names in successors.items() if len(names) == 1}
    referenced = {name for names in successors.values() for name in names}
    renamed |= _equal_definitions(removed - successors.keys(), added - referenced, old, new)
    new_names = list(renamed.values())
    return {name: successor for name, successor in sorted(renamed.items()) if new_names.count(successor) == 1}


def _roots(file: SchemaFile) -> Schema:
    """Return the root references of a file as an object with a property for each document."""
    return {"properties": {document: {"$ref": reference} for document, reference in file.roots.items()}}


def _reference_pairs(before: Schema, after: Schema) -> Iterator[tuple[str, str]]:
    """Yield the referenced names at each location at which both subschemas have a reference."""
    references = {pointer: target(node) for pointer, node in subschemas(after) if "$ref" in node}
    for pointer, node in subschemas(before):
        if "$ref" in node and pointer in references:
            yield target(node), references[pointer]


def _equal_definitions(removed: set[str], added: set[str], old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return the pairs of equal definitions; content that several definitions share gives no pair."""
    before = _by_content(removed, old)
    after = _by_content(added, new)
    return {
        names[0]: after[text][0] for text, names in before.items() if len(names) == 1 and len(after.get(text, ())) == 1
    }


def _by_content(names: set[str], snapshot: Snapshot) -> dict[str, list[str]]:
    names_by_content: dict[str, list[str]] = {}
    for name in sorted(names):
        text = json.dumps(transform(snapshot.definitions[name], partial(_without_texts, own_name=name)), sort_keys=True)
        names_by_content.setdefault(text, []).append(name)
    return names_by_content


def _without_texts(node: Schema, own_name: str) -> Schema:
    rest = {keyword: value for keyword, value in node.items() if keyword not in {"description", "examples", "title"}}
    if "$ref" in rest:
        # A recursive definition refers to itself by its own name, which is not part of its content.
        rest["$ref"] = "" if target(rest) == own_name else target(rest)
    return rest
