"""Reject a build of a distribution from a tree in which `generated/` is missing or incomplete."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GENERATED = Path("generated")
REQUIRED = (
    *(f"python/modelconfig_types/{name}" for name in ("__init__.py", "py.typed", "model.py")),
    *(f"python/modelconfig_types/{name}" for name in ("models.json", "models.sources.json")),
    "schema/model.json",
)


class GeneratedFilesHook(BuildHookInterface[Any]):
    """Build hook that prevents wheels and source distributions that would fail on import."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  the hook's signature
        """Raise if a generated file is missing, except for an editable install, which the generator needs."""
        if version == "editable":
            return
        missing = [name for name in REQUIRED if not (Path(self.root) / GENERATED / name).is_file()]
        if missing:
            message = (
                f"cannot build: {GENERATED.as_posix()}/ does not contain {', '.join(missing)}. "
                "Write the generated files first: `python3 dev.py -s codegen build-config`."
            )
            raise FileNotFoundError(message)
