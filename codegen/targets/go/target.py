"""The declaration of the Go module: folder, profile, scopes of names."""

from codegen.ir.profile import Profile
from codegen.targets.base import Target

TARGET = Target(
    name="Go",
    description="a module with types, a codec, the client view, model references, `models.json` and `Load`",
    folder="generated/go",
    profile=Profile.CONSUMER,
    document="generated/go/models.json",
    names="go_names",
)
