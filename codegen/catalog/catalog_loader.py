"""Load `catalog.yaml` and the provider files, each validated against its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from codegen.catalog.yaml.yaml_reader import YamlDocument, read_yaml
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers, reader
from modelconfig.schema.validator import Checker

MAIN: Final = "catalog.yaml"
PROVIDERS: Final = "providers"
SUFFIX: Final = ".yaml"


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A readable file of the catalogue. `valid` is whether it is valid against its schema."""

    path: Path
    document: YamlDocument
    valid: bool

    @property
    def name(self) -> str:
        """The file's name in problems."""
        return self.path.as_posix()

    @property
    def content(self) -> dict[str, Any]:
        """The file's mapping. Its properties are only reliable if the file is valid."""
        value = self.document.value
        return value if isinstance(value, dict) else {}

    def locate_problems(self, problems: list[Problem]) -> list[Problem]:
        """Add the file's name, line and column to problems."""
        return in_file(self.document.locate_problems(problems), self.name)


@dataclass(slots=True)
class Catalog:
    """The readable files: `main` is None if `catalog.yaml` is not readable; `providers` by file name."""

    main: CatalogFile | None = None
    providers: dict[str, CatalogFile] = field(default_factory=dict)

    @property
    def files(self) -> list[CatalogFile]:
        """All readable files."""
        return [*([self.main] if self.main else []), *self.providers.values()]

    @property
    def ordered(self) -> list[CatalogFile]:
        """The providers' files in the order that `catalog.yaml` gives."""
        names = self.main.content["providers"] if self.main and self.main.valid else []
        return [self.providers[name] for name in names if name in self.providers]


def load_catalog(
    directory: Path, main_schema: Mapping[str, Any], provider_schema: Mapping[str, Any]
) -> tuple[Catalog, list[Problem]]:
    """Read and check every file of a catalogue. Problems carry file, line and column."""
    catalog = Catalog()
    catalog.main, problems = _load(directory / MAIN, Checker(main_schema))
    checker = Checker(provider_schema)
    paths = _provider_paths(directory)
    for path in paths:
        file, file_problems = _load(path, checker)
        problems += file_problems
        if file is not None:
            catalog.providers[path.stem] = file
    problems += _check_provider_list(catalog, directory, {path.stem for path in paths})
    return catalog, problems


def _load(path: Path, checker: Checker) -> tuple[CatalogFile | None, list[Problem]]:
    source, problems = reader.read_source(path.as_posix())
    if source is None:
        return None, problems
    document, syntax_problems = read_yaml(source.text)
    problems += in_file(syntax_problems, source.name)
    if document is None:
        return None, problems
    # Problems of YAML are reported already; a wrong type of the text that replaces such a value follows from them.
    reported = {problem.pointer for problem in syntax_problems}
    schema_problems = [
        _with_quoting_hint(problem, document)
        for problem in checker.problems(document.value)
        if problem.pointer not in reported
    ]
    file = CatalogFile(path, document, valid=not has_errors(schema_problems) and not has_errors(syntax_problems))
    return file, problems + file.locate_problems(schema_problems)


def _with_quoting_hint(problem: Problem, document: YamlDocument) -> Problem:
    """Add the hint to quote the value to a type error of an unquoted scalar."""
    node, _, _ = document.find(problem.pointer)
    if problem.code != "MC101" or not node.plain or "must be a string" not in problem.message:
        return problem
    return error(problem.code, problem.message, hint=f"Put it in quotes: {quote(node.plain)}.", pointer=problem.pointer)


def _provider_paths(directory: Path) -> list[Path]:
    return sorted((directory / PROVIDERS).glob("*" + SUFFIX))


def _check_provider_list(catalog: Catalog, directory: Path, stems: set[str]) -> list[Problem]:
    """Compare the providers that `catalog.yaml` lists with the files in `providers/`."""
    problems: list[Problem] = []
    main = catalog.main
    if main is not None and main.valid:
        listed: list[str] = main.content["providers"]
        missing = [
            error(
                "MC251",
                f"the provider {quote(name)} has no file {PROVIDERS}/{name}{SUFFIX}",
                hint=did_you_mean(name, stems - set(listed)) or "Write the file, or take the provider off the list.",
                pointer=pointers.join("/providers", index),
            )
            for index, name in enumerate(listed)
            if name not in stems
        ]
        problems += main.locate_problems(missing)
        for stem in sorted(stems - set(listed)):
            hint = f"Add {stem} to `providers` there, or remove the file."
            unlisted = error("MC252", f"{MAIN} does not list this provider", hint=hint)
            problems += in_file([unlisted], (directory / PROVIDERS / (stem + SUFFIX)).as_posix())
    for path in sorted((directory / PROVIDERS).glob("*.yml")):
        hint = f"Name it {path.stem}{SUFFIX}, or remove it."
        problems += in_file([error("MC252", f"only files named *{SUFFIX} are read", hint=hint)], path.as_posix())
    return problems
