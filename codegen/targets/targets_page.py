"""The page `generated/README.md`: a row for each target, from its declaration."""

from collections.abc import Iterable
from typing import Final

from codegen.targets.base import Target

PATH: Final = "generated/README.md"
_HEAD = """\
<!-- Do not edit: generated from codegen/targets/ by `python3 dev.py -s codegen`. -->

# Generated files

What is generated from `schema/`, by target. Each target is a folder in `codegen/targets/`:
[how to add one](../docs/adding-a-language.md).

| target | folder | content | profile of the schema |
| --- | --- | --- | --- |
"""
_TAIL = """
`schema/` has the derived schemas, for editors and validators, and `conformance/` the
[conformance kit](../docs/conformance.md).
"""


def targets_page(targets: Iterable[Target]) -> str:
    """Return the page as Markdown."""
    return _HEAD + "".join(map(_row, targets)) + _TAIL


def _row(target: Target) -> str:
    return f"| {target.name} | `{target.folder}/` | {target.description} | {target.profile} |\n"
