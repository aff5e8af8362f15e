"""What a change can break, and whom: categories, the sets one can choose, and audiences with what counts for each."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """One way in which a change can break something."""

    SOURCE = "SOURCE"
    """Programs that are compiled against the generated types: names, constructors, nullability, open or closed."""
    FORWARD = "FORWARD"
    """A new document meets an old reader: what breaks programs that have shipped."""
    BACKWARD = "BACKWARD"
    """An old document meets a new reader."""


class Audience(StrEnum):
    """Who reads or writes a part of the contract."""

    CLIENTS = "clients"
    """Programs with the client's view: they shipped, and meet servers older and newer than themselves."""
    INSTANCES = "instances"
    """Servers that poll, keep and merge the published document; older ones poll newer gateways."""
    SERVER_SIDE = "server side"
    """Parts that only a server sees. They are never published, so no older program receives them."""
    ADMINISTRATORS = "administrators"
    """People with a site configuration. It outlives the version that it was written for, and is checked strictly."""
    CATALOGUE = "catalogue"
    """The catalogue's source. It stands in one tree with its only reader, so other versions of it do not exist."""


SETS: dict[str, frozenset[Category]] = {
    "SOURCE": frozenset({Category.SOURCE}),
    "FORWARD": frozenset({Category.FORWARD}),
    "BACKWARD": frozenset({Category.BACKWARD}),
    "FULL": frozenset({Category.FORWARD, Category.BACKWARD}),
}
"""What one can choose by name. FULL is both directions of documents."""
EVERYTHING = frozenset(Category)

COUNTS: dict[Audience, frozenset[Category]] = {
    Audience.CLIENTS: EVERYTHING,
    Audience.INSTANCES: EVERYTHING,
    Audience.SERVER_SIDE: frozenset({Category.SOURCE, Category.BACKWARD}),
    Audience.ADMINISTRATORS: frozenset({Category.SOURCE, Category.BACKWARD}),
    Audience.CATALOGUE: frozenset({Category.SOURCE}),
}
"""What can happen to each audience at all."""
STRICT = frozenset({Audience.ADMINISTRATORS})
"""Whose documents are read strictly: other readers accept unknown members and unknown values of open enumerations."""
