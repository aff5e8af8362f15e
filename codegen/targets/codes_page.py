"""The page `docs/reference/problem-codes.md`: a row for each problem code, from the table of codes."""

from collections.abc import Iterable
from typing import Final

from modelconfig.diagnostics.codes import ProblemCode

PATH: Final = "docs/reference/problem-codes.md"
_PAGES = "../../src/modelconfig/diagnostics/explanations"
_HEAD = """\
<!-- Do not edit: generated from src/modelconfig/diagnostics/codes.py by `python3 dev.py -s codegen`. -->

# Reference: Problem codes

Every problem that a command, a server or the library reports has one of these codes. `modelconfig explain CODE` prints
the page of a code: why the rule exists, an example, and how to fix it. The severity is the usual one: an unknown
property (MC103) is only a warning in a site configuration.

| range | subject |
| --- | --- |
| MC0xx | reading and writing a file |
| MC1xx | structure of documents, schema sources and generated files |
| MC2xx | catalogue and documents |
| MC3xx | site configurations |
| MC4xx | servers, polling and publishing |

| code | severity | name | what is wrong |
| --- | --- | --- | --- |
"""


def codes_page(codes: Iterable[ProblemCode]) -> str:
    """Return the page as Markdown."""
    return _HEAD + "".join(map(_row, codes))


def _row(code: ProblemCode) -> str:
    return f"| [{code.code}]({_PAGES}/{code.page}) | {code.severity.value} | {code.slug} | {code.title} |\n"
