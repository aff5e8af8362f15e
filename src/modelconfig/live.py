"""The configuration that a server has in force: replaced as a whole by newer input that works, kept when it does not.

Nothing here reads files or waits for anybody: whoever watches files and polls addresses offers what was found.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import product
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.errors import DocumentInvalid
from modelconfig.merge import Provenance, merge_site
from modelconfig.merge.usable import checker
from modelconfig.problems import has_errors, in_file
from modelconfig.site.checks import check_site
from modelconfig.site.reading import SiteFile, parse_site
from modelconfig.views import client_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.problems import Problem

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Current:
    """One configuration that was in force from some moment on. Its parts belong together and never change.

    `document` is merged and has credentials, `client` is what clients may see of it. Do not change either. `generation`
    is 1 for the first configuration and rises with every other one. `warnings` are the site configuration's problems.
    """

    generation: int
    # Documents are no part of the representation, which ends up in logs.
    document: Document = field(repr=False)
    client: Document = field(repr=False)
    provenance: Provenance = field(repr=False)
    base: Document = field(repr=False)
    site: SiteFile
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What is in force, if anything, and why the newest base and the newest site configuration are not, if so."""

    current: Current | None = None
    base_problems: tuple[Problem, ...] = ()
    site_problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an offer. When it is not accepted, what was in force still is, and `problems` has the errors."""

    accepted: bool
    problems: tuple[Problem, ...] = ()


class _Site(NamedTuple):
    """A site configuration and what reading it gave to say, which is no error."""

    file: SiteFile
    warnings: tuple[Problem, ...]


class _Attempt(NamedTuple):
    """One base merged with one site configuration; there is no configuration where the problems have errors."""

    base: Document
    site: _Site
    problems: tuple[Problem, ...]
    made: Current | None


class LiveConfiguration:
    """Holds the merged configuration that is in force, for any number of threads.

    There is none until a site configuration was accepted: the base alone is no substitute, because a filter that could
    not be read must not vanish. An instance without a site configuration offers `"{}"`. What was refused is tried again
    with what comes later, so it does not matter whether a base comes before the site configuration that needs it.
    """

    def __init__(self, base: object, name: str = "") -> None:
        """Begin with a supplied document, a JSON value, which is copied. Raises DocumentInvalid when it is not one."""
        document, problems = _examined(base, name)
        if problems:
            raise DocumentInvalid(problems)
        self._offers = Lock()
        self._base = document
        self._newest_base: Document | None = document
        self._site: _Site | None = None
        self._newest_site: _Site | None = None
        self._state = State()

    def current(self) -> Current | None:
        """Return what is in force; never waits. Read it once for one answer to a client."""
        return self._state.current

    def state(self) -> State:
        """Return what is in force and what was refused, as of one moment; never waits."""
        return self._state

    def offer_base(self, document: object, name: str = "") -> Verdict:
        """Take a newer supplied document, any JSON value that is one, if it can be merged with the site configuration.

        It is copied. `name` is the file or address to name in problems, whose pointers are then into that document.
        """
        base, problems = _examined(document, name)
        with self._offers:
            self._newest_base = None if problems else base
            if problems:
                return self._refuse_base(problems)
            attempts = _attempts([base], [self._newest_site, self._site])
            if attempts and attempts[-1].made is not None:
                return self._accept(attempts)
            if self._site is not None:
                return self._refuse_base(attempts[-1].problems)
            # Nothing is in force that depends on the old one, and what comes next will be written for this one.
            self._base = base
            why = attempts[-1].problems if attempts else self._state.site_problems
            self._state = State(site_problems=why)
            return Verdict(accepted=True)

    def offer_site(self, site: SiteFile | str, name: str = "") -> Verdict:
        """Take a newer site configuration, its text or a file that was read, if it can be merged with the base.

        `name` is the file to name in problems; a file that was read has its own.
        """
        # Read again also what was read: it may have been read with errors.
        file, found = parse_site(site, name) if isinstance(site, str) else parse_site(site.text, site.name)
        problems = tuple(found)
        with self._offers:
            self._newest_site = None if file is None or has_errors(problems) else _Site(file, problems)
            if self._newest_site is None:
                return self._refuse_site(problems)
            attempts = _attempts([self._newest_base, self._base], [self._newest_site])
            if attempts[-1].made is None:
                return self._refuse_site(attempts[-1].problems)
            return self._accept(attempts)

    def _accept(self, attempts: Sequence[_Attempt]) -> Verdict:
        """Put the last attempt in force, and note what the earlier ones say of what is newer and was left out."""
        state, chosen = self._state, attempts[-1]
        base_problems = () if chosen.base is self._newest_base else state.base_problems
        site_problems = () if chosen.site is self._newest_site else state.site_problems
        for refused in attempts[:-1]:
            if refused.base is not chosen.base:
                base_problems = refused.problems
            if refused.site is not chosen.site:
                site_problems = refused.problems
        self._base, self._site = chosen.base, chosen.site
        self._state = State(_succeeding(state.current, chosen), base_problems, site_problems)
        return Verdict(accepted=True, problems=chosen.problems)

    def _refuse_base(self, problems: tuple[Problem, ...]) -> Verdict:
        self._state = replace(self._state, base_problems=problems)
        return Verdict(accepted=False, problems=problems)

    def _refuse_site(self, problems: tuple[Problem, ...]) -> Verdict:
        self._state = replace(self._state, site_problems=problems)
        return Verdict(accepted=False, problems=problems)


def _examined(base: object, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return a copy that nobody else can change, and what keeps it from being a supplied document."""
    document: Any = deepcopy(base)
    return document, tuple(in_file(checker("model.consumer").problems(document), name))


def _attempts(bases: Sequence[Document | None], sites: Sequence[_Site | None]) -> list[_Attempt]:
    """Merge each base with each site configuration until two fit; nothing is tried twice."""
    found: list[_Attempt] = []
    for base, site in product(bases, sites):
        if base is None or site is None or any(one.base is base and one.site is site for one in found):
            continue
        found.append(_attempt(base, site))
        if found[-1].made is not None:
            break
    return found


def _attempt(base: Document, site: _Site) -> _Attempt:
    file = site.file
    problems = (*site.warnings, *file.place(check_site(base, file.value)))
    merged = merge_site(base, file.value) if not has_errors(problems) else None
    if merged is None or merged.document is None:
        return _Attempt(base, site, problems, None)
    client = client_view(merged.document)
    return _Attempt(base, site, problems, Current(0, merged.document, client, merged.provenance, base, file, problems))


def _succeeding(current: Current | None, chosen: _Attempt) -> Current | None:
    """Return what is to be in force: the same as before where nothing differs, so that readers need not look again."""
    if current is None or chosen.made is None:
        return chosen.made and replace(chosen.made, generation=1)
    if (current.site, current.base) == (chosen.site.file, chosen.base):
        return current
    return replace(chosen.made, generation=current.generation + 1)
