"""The contract version in the schema files: make it equal in all of them, and write it."""

import json
from dataclasses import replace

from codegen.evolution.releases import is_version, numbers
from codegen.schema.loader import SchemaFile, Sources
from modelconfig.jsontext import positions

_KEYWORD = "x-version"


def with_equal_versions(sources: Sources) -> Sources:
    """Return the schemas with the highest version of any file in all files, except where it is invalid or missing."""
    versions = {name: file.schema.get(_KEYWORD) for name, file in sources.files.items()}
    valid = [version for version in versions.values() if isinstance(version, str) and is_version(version)]
    highest = max(valid, key=numbers, default="")
    files = {
        name: replace(file, schema={**file.schema, _KEYWORD: highest}) if versions[name] in valid else file
        for name, file in sources.files.items()
    }
    return Sources(files)


def with_version(file: SchemaFile, version: str) -> str:
    """Return the text of a schema file with another version, if it has one, and everything else as it is."""
    if _KEYWORD not in file.schema:
        return file.text
    lines = file.text.split("\n")
    ((line, column),) = positions.pointer_positions([(f"/{_KEYWORD}", False)], file.text)
    text, start = lines[line - 1], column - 1
    _, end = json.JSONDecoder().raw_decode(text, start)
    lines[line - 1] = text[:start] + json.dumps(version) + text[end:]
    return "\n".join(lines)
