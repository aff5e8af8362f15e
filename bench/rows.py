"""The benchmarks: one function for each, which returns its rows."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from bench.grown_schemas import SHAPES
from bench.in_process import costs_of
from bench.long_inputs import long_inputs
from bench.measure import Command, compare, cost_of
from bench.public_catalogues import public_files
from bench.serving import serving
from bench.site_documents import REAL_OVERRIDES, REAL_PROVIDERS
from bench.strangers import strangers
from bench.table import PROCESSOR_TIME, Row, at_most
from bench.workspace import ROOT, node_with_ajv

if TYPE_CHECKING:
    from bench.workspace import Workspace

SIZES = (60, 5_000, 100_000)
SIZE_WITH_TARGET = 5_000
LARGE = 50_000
REPORTED_SIZES = (60, 5_000, 10_000)
MERGED_SIZES = ((5_000, 500), (100_000, 10_000))
"""Numbers of models of the base and of overrides of the site configuration."""
PROVIDERS = 50
GROWN_SIZES = (1_000, 2_000)
"""Numbers of definitions."""
GROWN_COMMANDS = {
    "types": (("--schema", "--root"), 10.0),
    "kit": (("--schema", "--root"), 15.0),
    "schema lint": (("--schema",), 2.0),
    "schema check": (("--schema", "--against"), 1.0),
}
"""The commands on grown schemas: their options, and the limit in seconds for the smaller number of definitions."""
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"

# The flags that make the peer generate comparable types; its formatters keep their defaults.
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


def types(workspace: Workspace, runs: int) -> list[Row]:
    """Measure all targets of the generator against the one target of the peer."""
    output = workspace.folder / "peer-types"
    # Without the frozen releases, which the peer would read as further sources.
    sources = workspace.folder / "schema-alone"
    sources.mkdir()
    for path in (workspace.tree / "schema").glob("*.json"):
        shutil.copy(path, sources)

    def clear() -> None:
        for folder in ("generated", "docs"):
            shutil.rmtree(workspace.tree / folder, ignore_errors=True)
        shutil.rmtree(output, ignore_errors=True)

    ours = Command((sys.executable, "-m", "codegen", "types"), workspace.tree, clear)
    command = (workspace.programs / "datamodel-codegen", "--input", sources, "--output", output)
    peer = Command((*command, *DATAMODEL_CODEGEN_FLAGS), workspace.tree, clear)
    costs = compare(ours, peer, runs)
    return [Row("codegen types", "schema/", *costs, "datamodel-codegen, Python only", at_most(1.0))]


def growing(workspace: Workspace, runs: int) -> list[Row]:
    """Measure the commands of the generator on schemas of several shapes, against limits in seconds."""
    rows = []
    for shape in SHAPES:
        for size in GROWN_SIZES:
            folder = workspace.grown_schemas(shape, size)
            options = {"--schema": folder / "schema", "--root": folder / "output", "--against": folder / "old"}
            for name, (used_options, seconds) in GROWN_COMMANDS.items():
                arguments = [part for option in used_options for part in (option, options[option])]
                command = Command((sys.executable, "-m", "codegen", *name.split(), *arguments), workspace.tree)
                target = at_most(seconds * size / GROWN_SIZES[0])
                cost = cost_of(command, min(runs, 3))
                rows.append(Row(f"codegen {name}, {shape}", size, cost, None, "", target))
    return rows


def configuration(workspace: Workspace, runs: int) -> list[Row]:
    """Measure the build of the real catalogue against a validation of its result."""
    ours = Command((sys.executable, "-m", "codegen", "config", "--dry-run"), workspace.tree)
    schema = ROOT / "generated" / "schema" / "model.json"
    check = (workspace.programs / "check-jsonschema", "--schemafile", schema, ROOT / "models.json")
    costs = compare(ours, Command(check, workspace.tree), runs)
    return [Row("build-config", "catalogue", *costs, "check-jsonschema", at_most(0.5), PROCESSOR_TIME)]


def validation(workspace: Workspace, runs: int) -> list[Row]:
    """Measure validation by schema and rules against validation by schema only."""
    node, ajv = node_with_ajv()
    schema = ROOT / "generated" / "schema" / "model.json"
    rows = []
    for size in SIZES:
        document = workspace.document(size)
        ours = Command((workspace.programs / "modelconfig", "validate", "--quiet", document), workspace.tree)
        check = (node, ajv, "validate", "--spec=draft2020", "--strict=false", "-s", schema, "-d", document)
        # The largest document takes as long as all the others together, and its medians vary little.
        costs = compare(ours, Command(check, workspace.tree), min(runs, 3) if size > LARGE else runs)
        target = at_most(1.0) if size == SIZE_WITH_TARGET else None
        rows.append(Row("modelconfig validate", size, *costs, "ajv-cli", target))
    return rows


def loading(workspace: Workspace, runs: int) -> list[Row]:
    """Measure bytes to dataclasses, in one process that has imported everything."""
    rows = []
    for size in SIZES:
        run_count = runs if size > LARGE else runs * 3
        costs = costs_of("bench.loading", workspace.document(size), run_count)
        for peer, baseline, limit in (("mashumaro", "mashumaro with orjson", 0.55), ("pydantic", "pydantic 2", 1.3)):
            target = at_most(limit) if size == SIZE_WITH_TARGET else None
            rows.append(Row(f"load, against {peer}", size, costs["ours"], costs[peer], baseline, target))
    return rows


def importing(workspace: Workspace, runs: int) -> list[Row]:
    """Measure import and load of the embedded configuration against the import of a peer."""
    ours = Command((sys.executable, "-c", "import modelconfig; modelconfig.load()"), workspace.folder)
    peer = Command((sys.executable, "-c", "import msgspec"), workspace.folder)
    costs = compare(ours, peer, runs * 5)
    return [Row(f"import and load(), {PYTHON}", "50", *costs, "import msgspec", at_most(1.1))]


def merging(_: Workspace, runs: int) -> list[Row]:
    """Measure the merge of a site configuration, in one process, against parsing and copying its base."""
    rows = []
    for models, overrides in MERGED_SIZES:
        run_count = runs if models > LARGE else runs * 3
        costs = costs_of("bench.merging", ROOT / "models.json", models, overrides, PROVIDERS, run_count)
        for peer, peer_name, target in (("loads", "json.loads", None), ("deepcopy", "copy.deepcopy", at_most(1.0))):
            baseline = f"{peer_name} of the base; {overrides:,} overrides, {PROVIDERS} providers"
            rows.append(Row(f"merge, against {peer_name}", models, costs["merge"], costs[peer], baseline, target))
    return rows


def site_check(workspace: Workspace, runs: int) -> list[Row]:
    """Measure structure, all rules and merge of a site configuration against validation by its schema only."""
    document = workspace.site_configuration(REAL_OVERRIDES, REAL_PROVIDERS)
    ours = Command((workspace.programs / "modelconfig", "site", "check", "--quiet", document), workspace.tree)
    schema = ROOT / "generated" / "schema" / "site.json"
    check = (workspace.programs / "check-jsonschema", "--schemafile", schema, document)
    costs = compare(ours, Command(check, workspace.tree), runs)
    work = "modelconfig site check, CPU"
    return [Row(work, str(REAL_OVERRIDES), *costs, "check-jsonschema", at_most(0.4), PROCESSOR_TIME)]


def comparison(workspace: Workspace, runs: int) -> list[Row]:
    """Measure the comparison of the catalogue with public catalogues, against a limit in seconds."""
    files = public_files(workspace.folder)
    if not files:
        workspace.omissions.append("compare was not measured: the packages of public catalogues are not downloaded.")
        return []
    sources = [part for kind, file in files.items() for part in ("--with", f"{kind}={file}")]
    ours = Command((workspace.programs / "modelconfig", "compare", *sources), workspace.tree, succeeds=(0, 1))
    return [Row("modelconfig compare", f"{len(files)} files", cost_of(ours, runs), None, "", at_most(1.5))]


def site_difference(workspace: Workspace, runs: int) -> list[Row]:
    """Measure what two catalogues change for a site, against a limit in seconds of processor time."""
    documents = [workspace.document(SIZE_WITH_TARGET), workspace.changed_document(SIZE_WITH_TARGET)]
    bases = [part for document in documents for part in ("--base", document)]
    site = workspace.site_configuration(REAL_OVERRIDES, REAL_PROVIDERS)
    ours = Command((workspace.programs / "modelconfig", "site", "diff", site, *bases), workspace.tree, succeeds=(1,))
    cost = cost_of(ours, runs)
    return [Row("modelconfig site diff", SIZE_WITH_TARGET, cost, None, "", at_most(0.5), PROCESSOR_TIME)]


def reporting(workspace: Workspace, runs: int) -> list[Row]:
    """Measure reporting 2 problems, in one process that has parsed the document."""
    rows = []
    for size in REPORTED_SIZES:
        costs = costs_of("bench.reporting", workspace.document(size), runs * 3)
        target = at_most(1.5) if size == REPORTED_SIZES[-1] else None
        rows.append(Row("report 2 problems", size, costs["ours"], costs["peer"], "jsonschema-rs, iter_errors", target))
    return rows


BENCHMARKS = {
    "types": types,
    "growth": growing,
    "config": configuration,
    "validate": validation,
    "load": loading,
    "import": importing,
    "merge": merging,
    "site": site_check,
    "compare": comparison,
    "site-diff": site_difference,
    "serving": serving,
    "strangers": strangers,
    "report": reporting,
    "long-inputs": long_inputs,
}
