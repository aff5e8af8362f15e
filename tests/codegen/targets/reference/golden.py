"""The golden cases: folders with schema files and the expected pages."""

from __future__ import annotations

from pathlib import Path

from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas
from codegen.targets.reference import emitter

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
SCHEMAS = Path(__file__).parents[4] / "schema"


def pages(schemas: Path) -> dict[str, str]:
    """Return the reference pages of a folder of schemas by file name, as the pipeline generates them."""
    found, problems = check_schemas(schemas)
    # Escapes are a second protection from direction marks, which the schema rules reject.
    assert {problem.code for problem in problems} <= {"MC175"}, problems
    made = emitter.emit(found.modules(Profile.AS_WRITTEN))
    assert all(name.startswith("docs/reference/") for name in made)
    return {name.removeprefix("docs/reference/"): text for name, text in made.items()}
