"""The declaration of the reference pages: folder and profile."""

from codegen.ir.profile import Profile
from codegen.targets.base import Target

TARGET = Target(
    name="Reference",
    description="pages for people: every property of every document",
    folder="docs/reference",
    profile=Profile.AS_WRITTEN,
    names="reference_names",
)
