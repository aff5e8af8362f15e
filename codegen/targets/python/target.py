"""The declaration of the Python package: folder, profile, reserved names, rules."""

from codegen.ir.model import Profile
from codegen.targets.base import Target
from codegen.targets.python.generated_names import RESERVED_DEFINITIONS, module_name

TARGET = Target(
    name="Python",
    description="a package of dataclasses with a codec, and `models.json`",
    folder="generated/python",
    profile=Profile.CONSUMER,
    document="generated/python/modelconfig_types/models.json",
    released_files=("modelconfig_types/_support.py", "modelconfig_types/model.py"),
    reserved_definitions=RESERVED_DEFINITIONS,
    reserved_properties=frozenset({"cls", "fromjson", "self", "tojson", "unknown"}),
    schema_rules=(module_name,),
)
