"""Rules on the lifecycle of models, compared with the day of the catalogue's revision and never with a clock."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from codegen.catalog.catalog_entries import CatalogEntry
from codegen.catalog.expand import NO_REPLACEMENT
from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.diagnostics.suggestions import did_you_mean

DEPRECATED = "deprecated"
_NOTICE = timedelta(days=90)
"""A default that retires within this time should be replaced now: administrators need time, too."""
_FIRST_MODEL = date(2018, 1, 1)
_LONGEST_LIFE = timedelta(days=3653)
_ORDER = ("released", "deprecated", "retires")
"""The days of a lifecycle in their order."""

Entries = Mapping[str, CatalogEntry]


def lifecycle_problems(entry: CatalogEntry, entries: Entries, today: date) -> Iterator[Problem]:
    """Yield the problems of the lifecycle of one model, with pointers in its file."""
    yield from retired_models_are_deprecated(entry, today)
    yield from _days_are_in_order(entry)
    yield from _days_are_plausible(entry, today)
    yield from _replacement_outlives(entry, entries)


def default_problems(
    roles: Mapping[str, str], entries: Entries, today: date, within: timedelta = _NOTICE
) -> Iterator[Problem]:
    """Yield the problems of default models that end within a time, with pointers in `catalog.yaml`."""
    for role, ref in roles.items():
        retires = entries[ref].retires if ref in entries else None
        if retires is None:
            continue
        hint = "Choose a model that is served for at least six months from the revision's day."
        if retires <= today:
            message = f"the default model {quote(ref)} has been retired since {retires}"
            yield error("MC274", message, hint=hint, pointer=f"/defaultModels/{role}")
        elif retires - today <= within:
            message = f"the default model {quote(ref)} retires on {retires}, {(retires - today).days} days later"
            yield warning("MC275", message, hint=hint, pointer=f"/defaultModels/{role}")


def retired_models_are_deprecated(entry: CatalogEntry, today: date) -> Iterator[Problem]:
    """Report a model past its retirement whose status lets clients offer it."""
    retires, status = entry.retires, entry.source["status"]
    if retires is not None and retires <= today and status != DEPRECATED:
        message = f"{quote(entry.ref)} has been retired since {retires}, and its status is {quote(status)}"
        yield error("MC273", message, hint="Set the status to `deprecated`.", pointer=entry.pointer + "/status")


def _days_are_in_order(entry: CatalogEntry) -> Iterator[Problem]:
    known = [(name, day) for name in _ORDER if (day := entry.day("lifecycle", name)) is not None]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            message = f"`{later}` ({second}) is before `{earlier}` ({first})"
            pointer = f"{entry.pointer}/lifecycle/{later}"
            yield error("MC276", message, hint="Check whether the two days are swapped.", pointer=pointer)


def _days_are_plausible(entry: CatalogEntry, today: date) -> Iterator[Problem]:
    for name in _ORDER:
        day = entry.day("lifecycle", name)
        if day is not None and not (day >= _FIRST_MODEL and day - today <= _LONGEST_LIFE):
            message = f"`{name}` ({day}) is long before or after the revision"
            hint = "Correct the year. If the source uses it for `unknown`, omit the day."
            yield warning("MC277", message, hint=hint, pointer=f"{entry.pointer}/lifecycle/{name}")


def _replacement_outlives(entry: CatalogEntry, entries: Entries) -> Iterator[Problem]:
    ref = entry.source.get("lifecycle", {}).get("replacement", NO_REPLACEMENT)
    if ref == NO_REPLACEMENT:
        return
    pointer = f"{entry.pointer}/lifecycle/replacement"
    replacement = entries.get(ref)
    if replacement is None:
        hint = did_you_mean(ref, entries) or f"Use the reference of a model of the catalogue, or `{NO_REPLACEMENT}`."
        yield error("MC278", f"the replacement {quote(ref)} is not in the catalogue", hint=hint, pointer=pointer)
        return
    if _leads_back(entry, entries):
        message = f"the replacement {quote(ref)} is itself replaced by {quote(entry.ref)}"
        yield error("MC278", message, hint="Use a newer model, and end each chain of replacements.", pointer=pointer)
    elif replacement.retires is not None and (entry.retires is None or replacement.retires <= entry.retires):
        message = f"the replacement {quote(ref)} retires on {replacement.retires}, not after {quote(entry.ref)}"
        yield error("MC278", message, hint="Use a model that is served longer.", pointer=pointer)
    missing = [name for name in entry.model["capabilities"] if name not in replacement.model["capabilities"]]
    if missing:
        message = f"the replacement {quote(ref)} does not have {listing(missing)}"
        hint = "Use a model with all capabilities; if there is none, accept the warning."
        yield warning("MC279", message, hint=hint, pointer=pointer)


def _leads_back(entry: CatalogEntry, entries: Entries) -> bool:
    """Return whether the chain of replacements of a model leads back to it."""
    visited = {entry.ref}
    current = entry
    while (ref := current.source.get("lifecycle", {}).get("replacement", NO_REPLACEMENT)) in entries:
        if ref == entry.ref:
            return True
        if ref in visited:
            return False
        visited.add(ref)
        current = entries[ref]
    return False
