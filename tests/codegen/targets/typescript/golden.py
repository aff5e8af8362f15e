"""The golden cases: folders with a schema of their own and the declarations that must come of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codegen.ir.parser import parse
from codegen.pipeline import check_schemas
from codegen.schema.profiles import bundle, client

if TYPE_CHECKING:
    from codegen.ir import model as ir

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def client_view(schemas: Path) -> ir.Module:
    """Return the client view of a folder's `model.json`, as the pipeline derives it."""
    sources, problems = check_schemas(schemas)
    assert not problems, problems
    model = sources.files["model"]
    module, refused = parse(client(bundle(sources, model, "model", model.schema["$ref"])), sources.homes)
    assert not refused, refused
    return module
