"""The declaration of the Go module: folder, profile, reserved names, rules."""

from codegen.ir.model import Profile
from codegen.targets.base import Target
from codegen.targets.go.constant_names import constant_collision

TARGET = Target(
    name="Go",
    description="a module with types, a codec, `models.json` and `Load`",
    folder="generated/go",
    profile=Profile.CONSUMER,
    document="generated/go/models.json",
    reserved_definitions=frozenset("ContractVersion Load Member Members ModelsJSON Ptr SchemaHash ShapeError".split()),
    reserved_prefixes=("Unmarshal",),
    reserved_properties=frozenset({"marshaljson", "unknown", "unmarshaljson"}),
    schema_rules=(constant_collision,),
)
