"""What every target declares."""

from typing import NamedTuple

from codegen.ir.profile import Profile


class Target(NamedTuple):
    """The declaration of a target. Its emitter is the module `emitter` beside it, imported only to generate."""

    name: str
    """The name in documentation."""
    description: str
    """The content of the folder, as a phrase."""
    folder: str
    """Relative to the repository's root. It may contain only generated files."""
    profile: Profile
    """The profile of the schema that the emitter gets."""
    document: str = ""
    """The path of the target's copy of models.json, which the catalogue's build writes."""
    sources: str = ""
    """The path of its copy of models.sources.json, likewise."""
    released_files: tuple[str, ...] = ()
    """Files in the folder that a release of the contract keeps, because copies of them are in use."""
    names: str = ""
    """The module beside it whose function `scopes` returns the scopes of the code that the emitter generates from some
    modules, each with all its names."""
    compiler_exceptions: frozenset[str] = frozenset()
    """Where a compiler accepts or rejects more than the conformance kit says: `fraction`, `null-array`, `template`."""
