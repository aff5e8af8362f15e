"""Snippets of the schemas for editors: the examples of an object, and a first value for a number that must not be 0.

A text of a snippet that starts with `^` is inserted without quotes. All texts are written so, as JSON, which YAML
includes: editors quote texts in different ways, insert nothing for an empty object or array, and no space before null.
"""

import json
import re
from collections.abc import Iterator, Sequence
from math import floor, inf, isfinite
from typing import Any

from codegen.schema.traversal import Schema

_SPECIAL = re.compile(r"[\\$}]")
"""The characters that snippets escape."""


def with_snippets(node: Schema) -> Schema:
    """Return a schema with snippets in place of examples that are objects.

    Examples of arrays of objects are left out, because some editors insert them as text that is not JSON or YAML.
    """
    examples = node.get("examples", ())
    # Beside a reference, some editors would take snippets for a limit.
    own = [] if "$ref" in node else [*labelled_snippets(examples), *_first_number(node)]
    snippets = [*node.get("defaultSnippets", ()), *own]
    kept = [example for example in examples if not _has_objects(example)]
    node = {keyword: value for keyword, value in node.items() if keyword not in ("examples", "defaultSnippets")}
    return {**node, **({"examples": kept} if kept else {}), **({"defaultSnippets": snippets} if snippets else {})}


def labelled_snippets(examples: Sequence[Any], label: str = "", description: str = "") -> Iterator[dict[str, Any]]:
    """Yield a snippet for each example that is an object, with different labels: by default its properties' names."""
    used: dict[str, int] = {}
    for example in examples:
        if not isinstance(example, dict) or _has_special_names(example):
            continue
        text = label or (f"{{ {', '.join(example)} }}" if example else "{}")
        used[text] = used.get(text, 0) + 1
        number = f" {used[text]}" if used[text] > 1 else ""
        yield {
            "label": text + number,
            **({"description": description} if description else {}),
            "body": _body(example),
        }


def _first_number(node: Schema) -> Iterator[dict[str, Any]]:
    """Yield a valid number near 0, if 0 is not valid: editors insert 0 for a number without a default."""
    if node.get("type") not in ("integer", "number") or {"default", "examples"} & node.keys():
        return
    low, high = node.get("minimum", -inf), node.get("maximum", inf)
    above, below = node.get("exclusiveMinimum", -inf), node.get("exclusiveMaximum", inf)
    bounds = [bound for bound in (low, high, above, below) if isfinite(bound)]
    wholes = [floor(bound) + step for bound in bounds for step in (-1, 0, 1)]
    middle = (max(low, above) + min(high, below)) / 2
    others = [middle] if node["type"] == "number" and isfinite(middle) else []
    valid = [
        number for number in (0, *sorted(wholes, key=abs), *others) if low <= number <= high and above < number < below
    ]
    if valid and valid[0]:
        yield {"label": json.dumps(valid[0]), "body": valid[0]}


def _body(value: Any) -> Any:
    if isinstance(value, dict) and value:
        return {name: _body(item) for name, item in value.items()}
    if isinstance(value, list) and value:
        return [_body(item) for item in value]
    if value is None or isinstance(value, str | dict | list):
        return "^" + _SPECIAL.sub(r"\\\g<0>", json.dumps(value, ensure_ascii=False))
    return value


def _has_objects(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(map(_has_objects, value)))


def _has_special_names(value: Any) -> bool:
    """Return whether an object has a property, at any depth, whose name snippets cannot insert unchanged."""
    if isinstance(value, dict):
        return any(_SPECIAL.search(name) or _has_special_names(item) for name, item in value.items())
    return isinstance(value, list) and any(map(_has_special_names, value))
