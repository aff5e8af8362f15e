"""Read the files of public catalogues, each of a named kind."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from modelconfig.comparison import endoflife, genai_prices, litellm, models_dev
from modelconfig.comparison.source_model import InvalidRow, SourceModel
from modelconfig.diagnostics.phrases import count, quote
from modelconfig.diagnostics.problem import Problem, Severity, error, in_file, warning
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source

_READERS = {module.SOURCE: module.read for module in (litellm, models_dev, genai_prices, endoflife)}
KINDS = tuple(_READERS)
"""The kinds of files that can be read."""
_MEBIBYTE = 1 << 20
_PARSERS: dict[tuple[str, str], tuple[Callable[[str], Any], int]] = {
    (genai_prices.SOURCE, ".py"): (genai_prices.parse_python, 4 * _MEBIBYTE),
    (endoflife.SOURCE, ".md"): (endoflife.parse_markdown, _MEBIBYTE // 4),
}
"""What reads a file that is not JSON, and its maximum size in bytes, by the kind and the end of the name.

Parsing Python and YAML takes a hundred times the memory or the time of JSON. The limits are several times the size of
the largest files of today.
"""
MAX_JSON_BYTES = 64 * _MEBIBYTE
MAX_SYNTAX_PROBLEMS = 100
"""A file with as many duplicate properties is damaged, and finding all of them takes long."""
MAX_REPORTED_ROWS = 20
"""Rows of a file that are reported one by one; a file that is damaged throughout has thousands."""


def read_file(kind: str, path: str, day: date | None) -> tuple[list[SourceModel], list[Problem]]:
    """Return the models of a file with the prices of a day, and the problems; after an error there are no models."""
    parse, limit = _PARSERS.get((kind, path[path.rfind(".") :]), (None, MAX_JSON_BYTES))
    # A pipe, such as the output of `gunzip`, has no size.
    source, problems = read_source(path, None if path == "-" or Path(path).is_fifo() else limit)
    if source is None:
        return [], problems
    try:
        if parse:
            value = parse(source.text)
        else:
            value, syntax_problems = parse_json(source.text, MAX_SYNTAX_PROBLEMS)
            if value is NOTHING:
                return [], in_file([*problems, *syntax_problems], source.name)
            # Of two rows with a name, the last one counts, as in other programs that read the file.
            problems += [replace(problem, severity=Severity.WARNING) for problem in syntax_problems]
        models, faults = _separated(_READERS[kind](value, day))
    except InvalidRow as fault:
        hint = f"Check that it is the file of this kind, and not a page or another file. Kinds: {', '.join(KINDS)}."
        problems.append(error("MC501", f"this is not a file of the kind {kind}: {fault.reason}", hint=hint))
        return [], in_file(problems, source.name)
    for name, row_fault in faults[:MAX_REPORTED_ROWS]:
        message = f"the row {quote(name)} cannot be read: {row_fault.reason}"
        problems.append(warning("MC502", message, hint="The row is not compared. Report it to the catalogue."))
    if len(faults) > MAX_REPORTED_ROWS:
        message = f"there are {count(len(faults) - MAX_REPORTED_ROWS, 'more row')} that cannot be read"
        problems.append(warning("MC502", message, hint="Check that the file is complete and of this kind."))
    return models, in_file(problems, source.name)


def _separated(
    rows: Iterable[SourceModel | tuple[str, InvalidRow]],
) -> tuple[list[SourceModel], list[tuple[str, InvalidRow]]]:
    models: list[SourceModel] = []
    faults: list[tuple[str, InvalidRow]] = []
    for row in rows:
        if isinstance(row, SourceModel):
            models.append(row)
        else:
            faults.append(row)
    return models, faults
