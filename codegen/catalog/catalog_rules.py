"""Rules on the catalogue's source that its schema cannot say, one function per rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from codegen.catalog.catalog_loader import Catalog, CatalogFile
from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents import revisions
from modelconfig.jsontext.pointers import join


@dataclass(frozen=True, slots=True)
class Names:
    """The names of `windows` or `sources` that a file may use: its own, and those of `catalog.yaml`."""

    property_name: str
    own: dict[str, Any]
    shared: dict[str, Any]

    @property
    def all(self) -> dict[str, Any]:
        """Both; MC258 reports a name that is defined in both."""
        return {**self.shared, **self.own}


def defined_names(catalog: Catalog, file: CatalogFile, property_name: str) -> Names:
    """Return the names of `windows` or `sources` that a provider file may use."""
    shared = catalog.main.content.get(property_name, {}) if catalog.main and catalog.main.valid else {}
    return Names(property_name, file.content.get(property_name, {}), shared)


def check_catalog(catalog: Catalog) -> list[Problem]:
    """Return the rules' findings about the files that are valid against their schema, with file, line and column.

    What is unused is reported only if every file could be read.
    """
    problems: list[Problem] = []
    main = catalog.main
    for stem, file in catalog.providers.items():
        if not file.valid:
            continue
        findings = [*_id_is_file_name(stem, file), *_api_versions_are_used(file), *_windows_have_enterprise(file)]
        for property_name in ("windows", "sources"):
            names = defined_names(catalog, file, property_name)
            findings += [*_own_name_is_not_shared(names), *_own_names_are_used(names, file)]
        if main is not None and main.valid:
            findings += _model_problems(catalog, file)
        problems += file.locate_problems(findings)
    if main is not None and main.valid:
        findings = [*_revision_is_a_day(main), *_windows_have_enterprise(main)]
        ordered = catalog.ordered
        if len(ordered) == len(main.content["providers"]) and all(file.valid for file in ordered):
            findings += _shared_names_are_used(catalog, main)
        problems += main.locate_problems(findings)
    return problems


def _model_problems(catalog: Catalog, file: CatalogFile) -> Iterator[Problem]:
    windows, sources = defined_names(catalog, file, "windows"), defined_names(catalog, file, "sources")
    versions: list[str] = file.content["apiVersions"]
    for index, model in enumerate(file.content["models"]):
        pointer = join("/models", index)
        yield from _api_version_is_known(model, pointer, versions)
        yield from _window_is_given_once(model, pointer)
        yield from _window_is_known(model, pointer, windows)
        yield from _check_dates_are_valid(model, pointer, sources)


def _id_is_file_name(stem: str, file: CatalogFile) -> Iterator[Problem]:
    if file.content["id"] != stem:
        message = f"the id {quote(file.content['id'])} is not the file's name, {quote(stem)}"
        yield error("MC253", message, hint="Rename the file or correct the id.", pointer="/id")


def _api_version_is_known(model: dict[str, Any], pointer: str, versions: list[str]) -> Iterator[Problem]:
    version = model.get("apiVersion")
    if version is None:
        if len(versions) > 1:
            hint = f"Give one of {listing(versions)} as its `apiVersion`."
            yield error(
                "MC255", f"the model {quote(model['id'])} could be of any API version", hint=hint, pointer=pointer
            )
    elif version not in versions:
        hint = did_you_mean(version, versions) or f"The provider's `apiVersions` are {listing(versions)}."
        message = f"{quote(version)} is not an API version of this provider"
        yield error("MC254", message, hint=hint, pointer=pointer + "/apiVersion")


def _window_is_given_once(model: dict[str, Any], pointer: str) -> Iterator[Problem]:
    if "window" in model and "contextWindow" in model:
        message = f"the model {quote(model['id'])} has both `window` and `contextWindow`"
        yield error("MC256", message, hint="Keep one of them.", pointer=pointer + "/contextWindow", at_key=True)
    elif "window" not in model and "contextWindow" not in model:
        message = f"the model {quote(model['id'])} has no context window"
        yield error("MC256", message, hint="Name one as `window`, or write it as `contextWindow`.", pointer=pointer)


def _window_is_known(model: dict[str, Any], pointer: str, windows: Names) -> Iterator[Problem]:
    name = model.get("window")
    if name is not None and name not in windows.all:
        hint = did_you_mean(name, windows.all) or f"There are {listing(sorted(windows.all))}."
        yield error("MC250", f"there is no context window named {quote(name)}", hint=hint, pointer=pointer + "/window")


def _check_dates_are_valid(model: dict[str, Any], model_pointer: str, sources: Names) -> Iterator[Problem]:
    for source, day in model["checked"].items():
        pointer = join(model_pointer, "checked", source)
        if source not in sources.all:
            hint = did_you_mean(source, sources.all) or "Describe it under `sources`, here or in catalog.yaml."
            yield error("MC259", f"there is no source named {quote(source)}", hint=hint, pointer=pointer, at_key=True)
        if not _is_day(day):
            yield error("MC260", f"{quote(day)} is no day of the calendar", hint="Correct it.", pointer=pointer)


def _revision_is_a_day(main: CatalogFile) -> Iterator[Problem]:
    text = main.content["revision"]
    if revisions.parse(text) is None:
        message = f"the revision {quote(text)} begins with no day of the calendar"
        yield error("MC260", message, hint="Correct it.", pointer="/revision")


def _windows_have_enterprise(file: CatalogFile) -> Iterator[Problem]:
    windows = [(join("/windows", name), window) for name, window in file.content.get("windows", {}).items()]
    windows += [
        (join("/models", index, "contextWindow"), model["contextWindow"])
        for index, model in enumerate(file.content.get("models", []))
        if "contextWindow" in model
    ]
    for pointer, window in windows:
        if "enterprise" not in window and window.keys() - {"base"}:
            hint = "Add `enterprise`: clients read it wherever a tier has a window of its own."
            message = "this context window has tiers, but not enterprise"
            yield error("MC257", message, hint=hint, pointer=pointer, at_key=True)


def _own_name_is_not_shared(names: Names) -> Iterator[Problem]:
    for name in names.own:
        if name in names.shared:
            message = f"catalog.yaml has {quote(name)} among its `{names.property_name}` too"
            hint = "Use that one, or choose another name: a reader could not tell which is meant."
            yield error("MC258", message, hint=hint, pointer=join("", names.property_name, name), at_key=True)


def _own_names_are_used(names: Names, file: CatalogFile) -> Iterator[Problem]:
    yield from _unused_names(names.property_name, names.own, _used_names([file], names.property_name))


def _shared_names_are_used(catalog: Catalog, main: CatalogFile) -> Iterator[Problem]:
    for property_name in ("windows", "sources"):
        yield from _unused_names(
            property_name, main.content.get(property_name, {}), _used_names(catalog.ordered, property_name)
        )


def _used_names(files: list[CatalogFile], property_name: str) -> set[str]:
    models = [model for file in files for model in file.content["models"]]
    if property_name == "windows":
        return {model["window"] for model in models if "window" in model}
    return {source for model in models for source in model["checked"]}


def _unused_names(property_name: str, names: dict[str, Any], used: set[str]) -> Iterator[Problem]:
    code, noun = ("MC261", "window") if property_name == "windows" else ("MC262", "source")
    for name in names:
        if name not in used:
            message = f"no model uses the {noun} {quote(name)}"
            hint = did_you_mean(name, used - set(names)) or "Remove it."
            yield warning(code, message, hint=hint, pointer=join("", property_name, name), at_key=True)


def _api_versions_are_used(file: CatalogFile) -> Iterator[Problem]:
    versions: list[str] = file.content["apiVersions"]
    used = {model.get("apiVersion") for model in file.content["models"]}
    if None in used:
        # The model uses the only version, or its `apiVersion` is missing (MC255).
        return
    for index, version in enumerate(versions):
        if version not in used:
            message = f"no model uses the API version {quote(version)}"
            yield warning("MC263", message, hint="Remove it.", pointer=join("/apiVersions", index))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
