"""Which problems a command reports, and which of them make it fail: the options --ignore and --warnings-as-errors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

import click

from modelconfig.cli.completion.code_values import complete_codes

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

_KEY = __name__
_READING = "MC0"
"""The first letters of the codes of reading a file."""
_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Reported(Protocol):
    """A problem, or another result with a code and a severity, which may be `error` or `warning`."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> str: ...


_Result = TypeVar("_Result", bound=_Reported)


class ProblemPolicy(NamedTuple):
    """The problems that the user ignores, and whether warnings make the command fail."""

    ignored: frozenset[str] = frozenset()
    keeps_errors: bool = False
    """Whether errors are reported even if their code is ignored, because nothing else is checked or written then."""
    warnings_as_errors: bool = False

    def reported(self, results: Iterable[_Result]) -> list[_Result]:
        """Return the results without the ignored ones."""
        return [result for result in results if result.code not in self.ignored or self._keeps(result)]

    def fails(self, results: Iterable[_Reported]) -> bool:
        """Return whether one of the results is not ignored and is an error, or a warning that counts as one."""
        failing = {"error", "warning"} if self.warnings_as_errors else {"error"}
        return any(result.severity in failing for result in self.reported(results))

    def _keeps(self, result: _Reported) -> bool:
        # A file that cannot be read or parsed is not checked.
        return result.severity == "error" and (self.keeps_errors or result.code.startswith(_READING))


def policy() -> ProblemPolicy:
    """Return the policy of the running command; without its options, everything is reported and errors fail."""
    context = click.get_current_context(silent=True)
    return ProblemPolicy(**context.meta.get(_KEY, {})) if context is not None else ProblemPolicy()


def reported(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that the running command reports."""
    return policy().reported(problems)


def fails(problems: Iterable[Problem]) -> bool:
    """Return whether problems make the running command fail."""
    return policy().fails(problems)


def problem_codes() -> Collection[str]:
    """Return the codes of all problems."""
    from modelconfig.diagnostics.codes import CODES

    return CODES


def policy_options(
    *, keeps_errors: bool = False, writes: bool = False, codes: Callable[[], Collection[str]] = problem_codes
) -> Callable[[_Command], _Command]:
    """Return a decorator that adds both options.

    With `keeps_errors`, errors cannot be ignored; nor if the command writes files. `codes` are those that it reports.
    """
    keeps_errors |= writes

    def ignore(context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]) -> None:
        known = frozenset(_known(name, codes()) for name in names)
        context.meta.setdefault(_KEY, {}).update(ignored=known, keeps_errors=keeps_errors)

    def escalate(
        context: click.Context,
        _parameter: click.Parameter,
        value: bool,  # noqa: FBT001  # click passes it by position
    ) -> None:
        context.meta.setdefault(_KEY, {}).update(warnings_as_errors=value)

    outcome = "write nothing and exit" if writes else "exit"
    options = (
        click.option(
            "--warnings-as-errors",
            is_flag=True,
            callback=escalate,
            expose_value=False,
            help=f"If there are warnings, {outcome} with code 1.",
        ),
        click.option(
            "--ignore",
            metavar="CODE",
            multiple=True,
            callback=ignore,
            shell_complete=complete_codes,
            expose_value=False,
            help=f"Do not report {'warnings' if keeps_errors else 'problems'} with this code. Repeatable.",
        ),
    )

    def decorate(command: _Command) -> _Command:
        for option in options:
            command = option(command)
        return command

    return decorate


def _known(name: str, codes: Collection[str]) -> str:
    """Return the code that a name means, in any case. Raises BadParameter for an unknown one."""
    by_name = {code.casefold(): code for code in codes}
    found = by_name.get(name.strip().casefold())
    if found is None:
        from modelconfig.diagnostics.phrases import quote
        from modelconfig.diagnostics.suggestions import did_you_mean

        hint = did_you_mean(name.strip().upper(), codes) or "`modelconfig explain` lists all codes."
        raise click.BadParameter(f"unknown code {quote(name)}. {hint}")
    return found
