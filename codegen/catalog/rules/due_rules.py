"""What is due in the catalogue on a day: models and prices that end, and values that were not checked for long.

These rules compare with a clock, and only the command `due` runs them: a build must not depend on the day.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from codegen.catalog.catalog_days import calendar_day, checks
from codegen.catalog.catalog_entries import CatalogEntry
from codegen.catalog.catalog_loader import CatalogFile
from codegen.catalog.rules.lifecycle_rules import DEPRECATED, default_problems, retired_models_are_deprecated
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, warning

MAX_AGE = timedelta(days=180)
"""Age of a check after which prices and limits have often changed."""


def due_problems(
    main: CatalogFile, entries: Sequence[CatalogEntry], today: date, within: timedelta
) -> Iterator[Problem]:
    """Yield what is due on a day or within a time after it, default models first, with file, line and column."""
    by_ref: Mapping[str, CatalogEntry] = {entry.ref: entry for entry in entries}
    yield from main.locate_problems(default_problems(main.content["defaultModels"], by_ref, today, within))
    for rule in (_models_that_end, _prices_that_end, _old_checks):
        for entry in entries:
            yield from entry.file.locate_problems(rule(entry, today, within))


def _models_that_end(entry: CatalogEntry, today: date, within: timedelta) -> Iterator[Problem]:
    yield from retired_models_are_deprecated(entry, today)
    retires = entry.retires
    if retires is not None and timedelta() < retires - today <= within and entry.source["status"] != DEPRECATED:
        message = f"{quote(entry.ref)} retires on {retires}, in {(retires - today).days} days"
        hint = "Tell its users about the replacement, and set the status to `deprecated` when it ends."
        yield warning("MC286", message, hint=hint, pointer=entry.pointer + "/lifecycle/retires")


def _prices_that_end(entry: CatalogEntry, today: date, within: timedelta) -> Iterator[Problem]:
    until = entry.day("cost", "until")
    if until is not None and until - today <= within:
        verb = "ended" if until < today else "end"
        message = f"the prices of {quote(entry.ref)} {verb} on {until}"
        hint = "Build the catalogue after that day, and then replace the prices by those of `then`."
        yield warning("MC287", message, hint=hint, pointer=entry.pointer + "/cost/until")


def _old_checks(entry: CatalogEntry, today: date, _: timedelta) -> Iterator[Problem]:
    """Report the values of a model that were last checked long ago; those of a retired model do not change."""
    if entry.retires is not None and entry.retires <= today:
        return
    for pointer, checked in checks(entry.source, entry.pointer):
        days = [day for text in checked.values() if (day := calendar_day(text)) is not None]
        if days and today - max(days) > MAX_AGE:
            message = f"values of {quote(entry.ref)} were last checked on {max(days)}"
            hint = "Compare them with their sources, and write the day."
            yield warning("MC288", message, hint=hint, pointer=pointer)
