"""Load `catalog.yaml` and the provider files, each validated against its schema."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from codegen.catalog.yaml.yaml_reader import YamlDocument, read_yaml
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, Severity, error, has_errors, in_file, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers, reader
from modelconfig.schema.validator import Checker

MAIN: Final = "catalog.yaml"
_EDITOR_SCHEMAS: Final = (
    "../generated/schema/catalog.editor.json",
    "../../generated/schema/catalog-provider.editor.json",
)
"""The schemas for editors, as `catalog.yaml` and a provider's file name them."""


class CatalogFile(NamedTuple):
    """A readable file of the catalogue. `valid` is whether it is valid against its schema."""

    path: Path
    document: YamlDocument
    valid: bool
    excluded: frozenset[int] = frozenset()
    """The indexes of the models that have errors, in the valid part of a provider's file."""

    @property
    def name(self) -> str:
        """The file's name in problems."""
        return self.path.as_posix()

    @property
    def content(self) -> dict[str, Any]:
        """The file's mapping. Its properties are only reliable if the file is valid."""
        value = self.document.value
        return value if isinstance(value, dict) else {}

    @property
    def models(self) -> list[tuple[int, dict[str, Any]]]:
        """The models of a provider's valid file with their indexes in it."""
        models = enumerate(self.content["models"])
        return [(index, model) for index, model in models if index not in self.excluded]

    def locate_problems(self, problems: Iterable[Problem]) -> list[Problem]:
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
    def valid_main(self) -> CatalogFile | None:
        """The file `catalog.yaml`; None if it is not valid against its schema."""
        return self.main if self.main is not None and self.main.valid else None

    @property
    def listed(self) -> list[str]:
        """The providers that `catalog.yaml` lists, in its order; none if it is invalid."""
        return self.valid_main.content["providers"] if self.valid_main else []

    @property
    def ordered(self) -> list[CatalogFile]:
        """The providers' files in the order that `catalog.yaml` gives."""
        return [self.providers[name] for name in self.listed if name in self.providers]

    def shared(self, property_name: str) -> dict[str, Any]:
        """Return the `windows` or `sources` of `catalog.yaml`, which every provider's file may use."""
        return self.valid_main.content.get(property_name, {}) if self.valid_main else {}

    def valid_part(self, problems: Iterable[Problem]) -> "Catalog | None":
        """Return the files and models without errors; None if the values in `catalog.yaml` have one.

        A provider's file is left out if it has errors outside of its models.
        """
        errors: dict[str, list[list[str]]] = {}
        for problem in problems:
            if problem.severity is Severity.ERROR:
                errors.setdefault(problem.file, []).append(pointers.split(problem.pointer)[:2])
        main = self.valid_main
        if main is None or any(tokens[:1] != ["providers"] for tokens in errors.get(main.name, [])):
            return None
        part = Catalog(main)
        for stem, file in self.providers.items():
            locations = errors.get(file.name, [])
            if all(len(tokens) > 1 and tokens[0] == "models" for tokens in locations):
                part.providers[stem] = file._replace(valid=True, excluded=frozenset(int(at) for _, at in locations))
        return part


def read_syntax(folder: Path) -> tuple[list[Problem], dict[str, str]]:
    """Return the problems of reading the files of a catalogue, and the files' texts, without checking their content."""
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for path in (folder / MAIN, *sorted((folder / "providers").glob("*.yaml"))):
        source, found = reader.read_source(path.as_posix())
        if source is not None:
            found += in_file(read_yaml(source.text)[1], source.name)
            texts[source.name] = source.text
        problems += found
    return problems, texts


def load_catalog(
    folder: Path, main_schema: Mapping[str, Any], provider_schema: Mapping[str, Any]
) -> tuple[Catalog, list[Problem]]:
    """Read and check every file of a catalogue. Problems carry file, line and column."""
    catalog = Catalog()
    catalog.main, problems = _load(folder / MAIN, Checker(main_schema), _EDITOR_SCHEMAS[0])
    checker = Checker(provider_schema)
    paths = {path.stem: path for path in sorted((folder / "providers").glob("*.yaml"))}
    for stem, path in paths.items():
        file, file_problems = _load(path, checker, _EDITOR_SCHEMAS[1])
        problems += file_problems
        if file is not None:
            catalog.providers[stem] = file
    problems += _provider_list_problems(catalog, paths)
    for path in sorted((folder / "providers").glob("*.[yY]*")):
        if path.suffix == ".yaml" or path.suffix.lower() not in {".yaml", ".yml"}:
            continue
        hint = f"Rename it to {path.stem}.yaml, or remove it."
        problems += in_file([error("MC252", "only files named *.yaml are read", hint=hint)], path.as_posix())
    return catalog, problems


def _load(path: Path, checker: Checker, editor_schema: str) -> tuple[CatalogFile | None, list[Problem]]:
    source, problems = reader.read_source(path.as_posix())
    if source is None:
        return None, problems
    document, syntax_problems = read_yaml(source.text)
    problems += in_file(_editor_schema_problems(source.text, editor_schema), source.name)
    problems += in_file(syntax_problems, source.name)
    if document is None:
        return None, problems
    # Problems of YAML are reported already; a wrong type of the string that replaces such a value follows from them.
    reported = {problem.pointer for problem in syntax_problems if problem.pointer}
    schema_problems = [problem for problem in checker.problems(document.value) if problem.pointer not in reported]
    file = CatalogFile(path, document, valid=not has_errors(schema_problems) and not has_errors(syntax_problems))
    return file, problems + file.locate_problems(_with_quoting_hints(schema_problems, document, checker))


def _editor_schema_problems(text: str, editor_schema: str) -> list[Problem]:
    """Report a file without the comment by which editors find its schema; they read it in any line."""
    comment = f"# yaml-language-server: $schema={editor_schema}"
    if comment in (line.rstrip() for line in text.splitlines()):
        return []
    message = "no comment names the schema for editors"
    return [warning("MC014", message, hint=f"Add the first line `{comment}`.")]


def _with_quoting_hints(problems: list[Problem], document: YamlDocument, checker: Checker) -> list[Problem]:
    """Add the hint to quote the value to each type error of an unquoted scalar that is valid as a string."""
    nodes = {problem.pointer: document.find(problem.pointer) for problem in problems if problem.code == "MC101"}
    plain = {pointer: node.plain for pointer, node in nodes.items() if pointer and node.plain}
    if not plain:
        return problems
    value = deepcopy(document.value)
    for pointer, text in plain.items():
        *parents, last = pointers.split(pointer)
        container = value
        for token in parents:
            container = container[int(token) if isinstance(container, list) else token]
        container[int(last) if isinstance(container, list) else last] = text
    still_wrong = {problem.pointer for problem in checker.problems(value) if problem.code == "MC101"}
    hints = {
        pointer: f"Put it in quotes: {quote(text)}." for pointer, text in plain.items() if pointer not in still_wrong
    }
    return [
        replace(problem, hint=hints[problem.pointer]) if problem.pointer in hints else problem for problem in problems
    ]


def _provider_list_problems(catalog: Catalog, paths: Mapping[str, Path]) -> list[Problem]:
    """Compare the providers that `catalog.yaml` lists with the files in `providers/`."""
    if catalog.valid_main is None:
        return []
    unlisted = [stem for stem in paths if stem not in catalog.listed]
    problems = catalog.valid_main.locate_problems(
        error(
            "MC251",
            f"the provider {quote(name)} has no file providers/{name}.yaml",
            hint=did_you_mean(name, unlisted) or "Add the file, or remove the provider from the list.",
            pointer=pointers.join("/providers", index),
        )
        for index, name in enumerate(catalog.listed)
        if name not in paths
    )
    for stem in unlisted:
        hint = f"Add {stem} to `providers` there, or remove the file."
        problems += in_file([error("MC252", f"{MAIN} does not list this provider", hint=hint)], paths[stem].as_posix())
    return problems
