"""The declaration of the reference pages: folder and profile."""

from codegen.ir.model import Profile
from codegen.targets.base import Target
from codegen.targets.reference.reference_names import scopes

TARGET = Target(
    name="Reference",
    description="pages for people: every property of every document",
    folder="docs/reference",
    profile=Profile.AS_WRITTEN,
    scopes=scopes,
)
