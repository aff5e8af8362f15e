"""Rules on the catalogue's source that its schema cannot express, one function per rule."""

from collections.abc import Iterable, Iterator
from typing import Any

from codegen.catalog.catalog_days import calendar_day, checks, days
from codegen.catalog.catalog_loader import Catalog, CatalogFile
from modelconfig.diagnostics.phrases import choice, quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents import revisions
from modelconfig.documents.lint.publication_rules import credentials_in
from modelconfig.jsontext.pointers import join

_SHARED = ("windows", "sources")
"""The properties with names that models refer to, of `catalog.yaml` and of a provider's file."""


def check_catalog(catalog: Catalog, part: Catalog) -> list[Problem]:
    """Return the rules' findings about what is valid against its schema, with file, line and column.

    `part` has the files and models to check. What is unused is reported only if all that may use it is valid.
    """
    problems: list[Problem] = []
    main = catalog.valid_main
    for file in catalog.files:
        problems += file.locate_problems(_credentials(file))
    for stem, file in part.providers.items():
        if file.valid:
            problems += file.locate_problems(_provider_problems(catalog, stem, file))
    if main is not None:
        findings = [*_revision_is_a_day(main), *_windows_have_enterprise(main)]
        ordered = catalog.ordered
        if len(ordered) == len(catalog.listed) and all(file.valid for file in ordered):
            findings += _names_are_used(main, ordered)
        problems += main.locate_problems(findings)
    return problems


def _provider_problems(catalog: Catalog, stem: str, file: CatalogFile) -> Iterator[Problem]:
    yield from _id_is_file_name(stem, file)
    yield from _windows_have_enterprise(file)
    yield from _own_names_are_not_shared(catalog, file)
    if not file.excluded:
        yield from _api_versions_are_used(file)
        yield from _names_are_used(file, [file])
    if catalog.valid_main is None:
        return
    windows, sources = (catalog.shared(name) | file.content.get(name, {}) for name in _SHARED)
    for index, model in file.models:
        pointer = join("/models", index)
        yield from _api_version_is_known(model, pointer, file.content["apiVersions"])
        yield from _window_is_given_once(model, pointer)
        yield from _window_is_known(model, pointer, windows)
        yield from _check_dates_are_valid(model, pointer, sources)


def _credentials(file: CatalogFile) -> Iterator[Problem]:
    for finding in credentials_in(file.content):
        yield error("MC247", **finding._asdict())


def _id_is_file_name(stem: str, file: CatalogFile) -> Iterator[Problem]:
    if file.content["id"] != stem:
        message = f"the id {quote(file.content['id'])} differs from the file name {quote(stem)}"
        yield error("MC253", message, hint="Rename the file or correct the id.", pointer="/id")


def _api_version_is_known(model: dict[str, Any], pointer: str, versions: list[str]) -> Iterator[Problem]:
    version = model.get("apiVersion")
    if version is None and len(versions) > 1:
        message = f'the model {quote(model["id"])} needs "apiVersion", because its provider has several'
        yield error("MC255", message, hint=f"Add {choice(versions)}.", pointer=pointer)
    elif version is not None and version not in versions:
        hint = did_you_mean(version, versions) or f"Use {choice(versions)}, or add it to the provider's `apiVersions`."
        message = f"{quote(version)} is not an API version of this provider"
        yield error("MC254", message, hint=hint, pointer=pointer + "/apiVersion")


def _window_is_given_once(model: dict[str, Any], pointer: str) -> Iterator[Problem]:
    if "window" in model and "contextWindow" in model:
        message = f"the model {quote(model['id'])} has both `window` and `contextWindow`"
        yield error("MC256", message, hint="Remove one of them.", pointer=pointer + "/contextWindow", at_key=True)
    elif "window" not in model and "contextWindow" not in model:
        message = f"the model {quote(model['id'])} has no context window"
        hint = "Add the name of one as `window`, or the window itself as `contextWindow`."
        yield error("MC256", message, hint=hint, pointer=pointer)


def _window_is_known(model: dict[str, Any], pointer: str, windows: dict[str, Any]) -> Iterator[Problem]:
    name = model.get("window")
    if name is not None and name not in windows:
        hint = did_you_mean(name, windows) or "Define it under `windows`, here or in catalog.yaml."
        yield error("MC250", f"unknown context window {quote(name)}", hint=hint, pointer=pointer + "/window")


def _check_dates_are_valid(model: dict[str, Any], model_pointer: str, sources: dict[str, Any]) -> Iterator[Problem]:
    named = [(pointer, source) for pointer, checked in checks(model, model_pointer) for source in checked]
    named += [(join(model_pointer, "cost", "recorded"), source) for source in model.get("cost", {}).get("recorded", ())]
    for pointer, source in named:
        if source not in sources:
            hint = did_you_mean(source, sources) or "Define it under `sources`, here or in catalog.yaml."
            message = f"unknown source {quote(source)}"
            yield error("MC259", message, hint=hint, pointer=join(pointer, source), at_key=True)
    for pointer, text in days(model, model_pointer):
        if calendar_day(text) is None:
            yield error("MC260", f"{quote(text)} is not a calendar date", hint="Correct the date.", pointer=pointer)


def _revision_is_a_day(main: CatalogFile) -> Iterator[Problem]:
    text = main.content["revision"]
    if revisions.parse(text) is None:
        message = f"the revision {quote(text)} does not start with a calendar date"
        yield error("MC260", message, hint="Correct the date.", pointer="/revision")


def _windows_have_enterprise(file: CatalogFile) -> Iterator[Problem]:
    windows = [(join("/windows", name), window) for name, window in file.content.get("windows", {}).items()]
    windows += [
        (join("/models", index, "contextWindow"), model["contextWindow"])
        for index, model in enumerate(file.content.get("models", []))
        if "contextWindow" in model
    ]
    for pointer, window in windows:
        if "enterprise" not in window and window.keys() - {"base"}:
            hint = "Add `enterprise`: clients require it if a tier has its own window."
            message = "a context window with tiers needs the tier `enterprise`"
            yield error("MC257", message, hint=hint, pointer=pointer, at_key=True)


def _own_names_are_not_shared(catalog: Catalog, file: CatalogFile) -> Iterator[Problem]:
    """Report a name that catalog.yaml has; a source also if an earlier provider has it: the companion has them all."""
    owners = {"windows": [catalog.valid_main], "sources": [catalog.valid_main, *_before(file, catalog.ordered)]}
    for property_name in _SHARED:
        for name in file.content.get(property_name, {}):
            for owner in owners[property_name]:
                if owner is not None and owner.valid and name in owner.content.get(property_name, {}):
                    message = f"`{property_name}` in {owner.path.name} already defines {quote(name)}"
                    hint = "Use that definition, or choose another name: it is ambiguous which one is meant."
                    yield error("MC258", message, hint=hint, pointer=join("", property_name, name), at_key=True)
                    break


def _before(file: CatalogFile, files: list[CatalogFile]) -> list[CatalogFile]:
    return files[: files.index(file)] if file in files else []


def _names_are_used(file: CatalogFile, users: Iterable[CatalogFile]) -> Iterator[Problem]:
    """Report the windows and sources of a file that no model of the users refers to."""
    models = [model for user in users for model in user.content["models"]]
    used_windows = {model["window"] for model in models if "window" in model}
    used_sources = {source for model in models for _, checked in checks(model, "") for source in checked}
    used_sources.update(*(model.get("cost", {}).get("recorded", ()) for model in models))
    for code, property_name, used in (("MC261", "windows", used_windows), ("MC262", "sources", used_sources)):
        names = file.content.get(property_name, {})
        for name in names:
            if name not in used:
                message = f"no model uses {quote(name)} of `{property_name}`"
                hint = did_you_mean(name, used.difference(names)) or "Remove it."
                yield warning(code, message, hint=hint, pointer=join("", property_name, name), at_key=True)


def _api_versions_are_used(file: CatalogFile) -> Iterator[Problem]:
    used = {model.get("apiVersion") for model in file.content["models"]}
    # A model without `apiVersion` uses the only version, or the property is missing (MC255).
    unused = [] if None in used else [version for version in file.content["apiVersions"] if version not in used]
    for version in unused:
        pointer = join("/apiVersions", file.content["apiVersions"].index(version))
        yield warning("MC263", f"no model uses the API version {quote(version)}", hint="Remove it.", pointer=pointer)
