"""The schemas embedded in the generated types."""

import json
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from modelconfig.errors import DataMissing

PACKAGE = "modelconfig_types"
_PARENTS = (".", "../..")
"""Where the data files are: in the installed package; in a source tree, the schemas are in `generated/schema/`."""


@cache
def embedded(name: str) -> dict[str, Any]:
    """Return an embedded schema by its name, such as `model` or `model.consumer`. Do not change the result.

    Raises DataMissing when the generated package or the schema is missing.
    """
    schema: dict[str, Any] = json.loads(embedded_bytes(f"schema/{name}.json"))
    return schema


def embedded_bytes(path: str, stage: str = "types") -> bytes:
    """Return a data file of the generated package; its path uses slashes. Raises DataMissing.

    `stage` is the command of the generator that writes the file.
    """
    # The package itself is not imported: its data does not need its code.
    spec = find_spec(PACKAGE)
    fix = f"run `python -m codegen {stage}` in the project's folder, or install cody-modelconfig again"
    # Every loader of files and archives has this method, though the type of loaders does not declare it.
    read = getattr(spec.loader, "get_data", None) if spec is not None else None
    if spec is None or read is None or not spec.submodule_search_locations:
        raise DataMissing(f"the generated package {PACKAGE} is not installed: {fix}")
    for parent in _PARENTS:
        with suppress(OSError):
            data: bytes = read(str(Path(spec.submodule_search_locations[0], parent, *path.split("/"))))
            return data
    raise DataMissing(f"the generated package {PACKAGE} has no {path}: {fix}")
