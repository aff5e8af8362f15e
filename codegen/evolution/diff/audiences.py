"""What a change can break (categories), and for whom (audiences)."""

from enum import StrEnum


class Category(StrEnum):
    """A way in which a change can break something."""

    SOURCE = "SOURCE"
    """Programs compiled against the generated types: names, constructors, nullability, open or closed enumerations."""
    FORWARD = "FORWARD"
    """An older reader reads a new document: what breaks programs that have shipped."""
    BACKWARD = "BACKWARD"
    """A new reader reads an older document."""


class Audience(StrEnum):
    """A group of programs or people that read or write a part of the contract."""

    CLIENTS = "clients"
    """Programs that receive the client view. They have shipped, and talk to older and newer servers."""
    INSTANCES = "instances"
    """Servers that poll, keep and merge the published document; older ones poll newer gateways."""
    SERVER_SIDE = "server side"
    """Parts that only a server sees. They are never published, so no older program receives them."""
    ADMINISTRATORS = "administrators"
    """People with a site configuration. It outlives the version that it was written for, and is validated strictly."""
    CATALOGUE = "catalogue"
    """The source of the catalogue. Its only reader is in the same repository, so no other version of it exists."""


Audiences = frozenset[Audience]

CATEGORY_SETS: dict[str, frozenset[Category]] = {
    **{category.value: frozenset({category}) for category in Category},
    "FULL": frozenset({Category.FORWARD, Category.BACKWARD}),
}
"""The values of the option `--category`. FULL is both directions of documents."""
ALL_CATEGORIES = frozenset(Category)

APPLICABLE_CATEGORIES: dict[Audience, frozenset[Category]] = {
    Audience.CLIENTS: ALL_CATEGORIES,
    Audience.INSTANCES: ALL_CATEGORIES,
    Audience.SERVER_SIDE: frozenset({Category.SOURCE, Category.BACKWARD}),
    Audience.ADMINISTRATORS: frozenset({Category.SOURCE, Category.BACKWARD}),
    Audience.CATALOGUE: frozenset(),
}
"""The categories that apply to each audience."""
NOT_IN_CONTRACT = frozenset({Audience.CATALOGUE})
"""Audiences whose documents have no other readers: changes that only they see break nothing, and raise no version."""
STRICT_AUDIENCES = frozenset({Audience.ADMINISTRATORS})
"""Audiences whose documents are read strictly: other readers accept unknown properties and unknown values of open
enumerations.
"""
TOLERANT_AUDIENCES = tuple(audience for audience in Audience if audience not in STRICT_AUDIENCES)
"""Audiences whose documents are read tolerantly."""
