"""What is measured against what: one function for each kind of work, each returns its rows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.measure import Command, Cost, side_by_side
from bench.serving import serving
from bench.site_documents import REAL_OVERRIDES, REAL_PROVIDERS
from bench.table import Row, at_most
from bench.workshop import ROOT, node_with_ajv

if TYPE_CHECKING:
    from bench.workshop import Workshop

SIZES = (60, 5_000, 100_000)
SIZE_WITH_TARGET = 5_000
LARGE = 50_000
MERGED = ((5_000, 500), (100_000, 10_000))
"""Models of the base and overrides of the site configuration."""
PROVIDERS = 50
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"

# The flags with which the peer writes what we want of it; its formatters are left at their defaults.
DATAMODEL_CODEGEN_FLAGS = (
    "--input-file-type", "jsonschema", "--schema-version", "2020-12", "--schema-version-mode", "strict",
    "--output-model-type", "dataclasses.dataclass", "--target-python-version", "3.11",
    "--dataclass-arguments", '{"frozen": true, "slots": true, "kw_only": true}',
    "--strict-refs", "--snake-case-field", "--capitalise-enum-members", "--strict-nullable",
    "--use-generic-container-types", "--use-standard-primitive-types", "--deserialize-default-values", "enum",
    "--use-schema-description", "--use-field-description", "--use-inline-field-description",
    "--use-single-line-docstring", "--use-double-quotes", "--disable-timestamp", "--enable-version-header",
    "--enable-generated-header-marker",
)  # fmt: skip


def types(workshop: Workshop, runs: int) -> list[Row]:
    """Measure all targets of ours, written anew, against the one target of the peer."""
    output = workshop.folder / "peer-types"
    # Without the frozen releases below it, which the peer would take for further sources.
    sources = workshop.folder / "schema-alone"
    sources.mkdir()
    for path in (workshop.tree / "schema").glob("*.json"):
        shutil.copy(path, sources)

    def clear() -> None:
        for written in ("generated", "docs"):
            shutil.rmtree(workshop.tree / written, ignore_errors=True)
        shutil.rmtree(output, ignore_errors=True)

    ours = Command((sys.executable, "-m", "codegen", "types"), workshop.tree, clear)
    command = (workshop.programs / "datamodel-codegen", "--input", sources, "--output", output)
    peer = Command((*command, *DATAMODEL_CODEGEN_FLAGS), workshop.tree, clear)
    costs = side_by_side(ours, peer, runs)
    return [Row("codegen types", "schema/", *costs, "datamodel-codegen, Python only", at_most(1.3))]


def configuration(workshop: Workshop, runs: int) -> list[Row]:
    """Measure the build of the real catalogue against a mere check of what it builds."""
    ours = Command((sys.executable, "-m", "codegen", "config", "--dry-run"), workshop.tree)
    schema = ROOT / "generated" / "schema" / "model.json"
    check = (workshop.programs / "check-jsonschema", "--schemafile", schema, ROOT / "models.json")
    costs = side_by_side(ours, Command(check, workshop.tree), runs)
    return [Row("build-config", "50", *costs, "check-jsonschema", at_most(1.5))]


def validation(workshop: Workshop, runs: int) -> list[Row]:
    """Measure schema and rules of ours against the schema alone."""
    node, ajv = node_with_ajv()
    schema = ROOT / "generated" / "schema" / "model.json"
    rows = []
    for size in SIZES:
        document = workshop.document(size)
        ours = Command((workshop.programs / "modelconfig", "validate", "--quiet", document), workshop.tree)
        check = (node, ajv, "validate", "--spec=draft2020", "--strict=false", "-s", schema, "-d", document)
        # The largest takes as long as all the others together, and its medians are steady.
        costs = side_by_side(ours, Command(check, workshop.tree), min(runs, 3) if size > LARGE else runs)
        target = at_most(1.0) if size == SIZE_WITH_TARGET else None
        rows.append(Row("modelconfig validate", size, *costs, "ajv-cli", target))
    return rows


def loading(workshop: Workshop, runs: int) -> list[Row]:
    """Measure bytes to dataclasses, in one process that has imported everything."""
    rows = []
    for size in SIZES:
        turns = runs if size > LARGE else runs * 3
        command = (sys.executable, "-m", "bench.loading", workshop.document(size), str(turns))
        finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        taken = json.loads(finished.stdout)
        costs = (Cost(taken["ours"], taken["ours"], 0), Cost(taken["peer"], taken["peer"], 0))
        target = at_most(1.0) if size == SIZE_WITH_TARGET else None
        rows.append(Row("load into dataclasses", size, *costs, "mashumaro with orjson", target))
    return rows


def importing(workshop: Workshop, runs: int) -> list[Row]:
    """Measure the embedded configuration, loaded, against the import of a peer alone."""
    ours = Command((sys.executable, "-c", "import modelconfig; modelconfig.load()"), workshop.folder)
    peer = Command((sys.executable, "-c", "import msgspec"), workshop.folder)
    costs = side_by_side(ours, peer, runs * 5)
    return [Row(f"import and load(), {PYTHON}", "50", *costs, "import msgspec", at_most(1.6))]


def merging(_: Workshop, runs: int) -> list[Row]:
    """Measure the merge of a site configuration, in one process, against parsing and against copying its base."""
    rows = []
    for models, overrides in MERGED:
        turns = runs if models > LARGE else runs * 3
        numbers = [str(number) for number in (models, overrides, PROVIDERS, turns)]
        command = [sys.executable, "-m", "bench.merging", str(ROOT / "models.json"), *numbers]
        finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        taken = {name: Cost(seconds, seconds, 0) for name, seconds in json.loads(finished.stdout).items()}
        for peer, named, limit in (("loads", "json.loads", 6.0), ("deepcopy", "copy.deepcopy", 1.0)):
            against = f"{named} of the base; {overrides:,} overrides, {PROVIDERS} providers"
            target = at_most(limit) if models == SIZE_WITH_TARGET else None
            rows.append(Row(f"merge, to {named}", models, taken["merge"], taken[peer], against, target))
    return rows


def site_check(workshop: Workshop, runs: int) -> list[Row]:
    """Measure structure, rules and merge of a site configuration against its schema alone."""
    document = workshop.site_configuration(REAL_OVERRIDES, REAL_PROVIDERS)
    ours = Command((workshop.programs / "modelconfig", "site", "check", "--quiet", document), workshop.tree)
    schema = ROOT / "generated" / "schema" / "site.json"
    check = (workshop.programs / "check-jsonschema", "--schemafile", schema, document)
    costs = side_by_side(ours, Command(check, workshop.tree), runs)
    return [Row("modelconfig site check", str(REAL_OVERRIDES), *costs, "check-jsonschema", at_most(1.2))]


WORK = {
    "types": types,
    "config": configuration,
    "validate": validation,
    "load": loading,
    "import": importing,
    "merge": merging,
    "site": site_check,
    "serving": serving,
}
