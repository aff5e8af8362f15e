"""The golden cases: folders with a schema and the expected declarations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas

if TYPE_CHECKING:
    from codegen.ir import model as ir

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def client_view(schemas: Path) -> ir.Module:
    """Return the client view of a folder's `model.json`, as the pipeline derives it."""
    found, problems = check_schemas(schemas)
    assert not problems, problems
    (module,) = found.modules(Profile.CLIENT)
    return module
