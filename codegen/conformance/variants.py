"""A changed value of a subschema, and what each profile says of it."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Verdicts(NamedTuple):
    """Whether each profile accepts a document."""

    producer: bool
    consumer: bool
    client: bool


VALID = Verdicts(producer=True, consumer=True, client=True)
INVALID = Verdicts(producer=False, consumer=False, client=False)
TOLERATED = Verdicts(producer=False, consumer=True, client=True)
"""Of what a later version may add, and of null for a required array."""
NULL_ARRAY = "null-array"
"""The exception of compilers whose types are those of writers: they reject null for a required array."""
SHAPE = "shape"
VALUE = "value"


@dataclass(frozen=True, slots=True)
class Variant:
    """A value that is valid or has exactly one violation, and the keyword that it satisfies or violates."""

    keyword: str
    description: str
    value: Any
    kind: str = ""
    """`shape` or `value`, the kind of violation, or empty for a value that every profile accepts."""
    verdicts: Verdicts = VALID
    relative_path: tuple[str | int, ...] = ()
    """The path from the value to the location of the violation."""
    keyword_path: tuple[str, ...] = ()
    """The path from the subschema to the one that has the keyword, if that is another."""
    hidden: bool = False
    """Whether the violation is only in what clients do not receive."""
    exception: str = ""
    """Why some compilers decide otherwise: `fraction`, their types cannot express this shape; `template`, they do
    express this value; `null-array`, their types are those of writers, who write no null. The declarations of targets
    name the compilers."""
