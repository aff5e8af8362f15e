"""The declaration of the Python package: folder, profile, scopes of names."""

from codegen.ir.profile import Profile
from codegen.targets.base import Target

TARGET = Target(
    name="Python",
    description="a package of dataclasses with a codec, and `models.json`",
    folder="generated/python",
    profile=Profile.CONSUMER,
    document="generated/python/modelconfig_types/models.json",
    sources="generated/python/modelconfig_types/models.sources.json",
    released_files=("modelconfig_types/_support.py", "modelconfig_types/model.py"),
    names="python_names",
)
