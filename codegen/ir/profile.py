"""The profiles of a schema for which modules are made."""

from enum import StrEnum


class Profile(StrEnum):
    """The profile of the schema whose modules an emitter receives."""

    CONSUMER = "consumer"
    """A module for each schema file, as tolerant readers accept it."""
    CLIENT = "client"
    """One module: what clients receive."""
    AS_WRITTEN = "as written"
    """A module for each schema file, with its own definitions as they are written."""
