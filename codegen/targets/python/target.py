"""The declaration of the Python package: folder, profile, reserved names, rules."""

from __future__ import annotations

from codegen.ir.model import Profile
from codegen.targets.base import Target
from codegen.targets.python.module_names import module_name

TARGET = Target(
    name="Python",
    description="a package of dataclasses with a codec, the derived schemas and `models.json`",
    folder="generated/python",
    profile=Profile.CONSUMER,
    document="generated/python/modelconfig_types/models.json",
    schemas="generated/python/modelconfig_types/schema",
    released_files=("modelconfig_types/_support.py", "modelconfig_types/model.py"),
    reserved_definitions=frozenset(
        "Any Callable Exception False Final FrozenMap JsonObject KeyError Literal Mapping NewType None Self Sequence "
        "ShapeError StrEnum True TypeAlias".split()
    ),
    reserved_properties=frozenset({"cls", "fromjson", "self", "tojson", "unknown"}),
    schema_rules=(module_name,),
)
