"""The declaration of the TypeScript package: folder, profile, scopes of names."""

from codegen.ir.profile import Profile
from codegen.targets.base import Target

TARGET = Target(
    name="TypeScript",
    description="a package with one declaration file of the client view, and `models.json`",
    folder="generated/typescript",
    profile=Profile.CLIENT,
    document="generated/typescript/models.json",
    released_files=("index.d.ts",),
    names="typescript_names",
    # TypeScript has one type for all numbers, and template-literal types. The client view has no null.
    compiler_exceptions=frozenset({"fraction", "null-array", "template"}),
)
