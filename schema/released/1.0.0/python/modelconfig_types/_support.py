# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema b921879dbde3cf51.
"""What the generated types share: the error they raise, an immutable map, and the reading of JSON values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class ShapeError(ValueError):
    """A JSON value has not the shape of the type it was read as.

    `pointer` is the JSON Pointer of the place, `expected` and `found` say what should be there and what is.
    Neither ever holds a value of the document, which may be a secret.
    """

    def __init__(self, expected: str, found: str, pointer: str = "") -> None:
        super().__init__(expected, found, pointer)
        self.expected = expected
        self.found = found
        self.pointer = pointer

    def within(self, member: str | int) -> None:
        """Note that the place lies below `member`, a name or an index."""
        self.pointer = f"/{_token(member)}{self.pointer}"
        self.args = (self.expected, self.found, self.pointer)

    def __str__(self) -> str:
        """Return the place, what was expected there and what was found."""
        return f"{self.pointer or 'the document'}: expected {self.expected}, found {self.found}"


class FrozenMap(Mapping[str, V_co]):
    """An immutable, hashable mapping from names to values, which keeps their order."""

    __slots__ = ("_items",)

    _items: dict[str, V_co]

    def __init__(self, items: Mapping[str, V_co] | None = None, /) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a map that is part of a record never changes. Raises AttributeError."""
        raise AttributeError("a FrozenMap cannot be changed")

    def __getitem__(self, name: str) -> V_co:
        """Return the value of a name. Raises KeyError."""
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        """Return the names in order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._items)

    def __hash__(self) -> int:
        """Return a hash that equal maps share, in whatever order."""
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        """Tell whether the other mapping has the same names and values."""
        return isinstance(other, Mapping) and self._items == dict(other)

    def __repr__(self) -> str:
        """Return the map as an expression."""
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[V_co]], tuple[dict[str, V_co]]]:
        """Return how to build an equal map, for pickle and copy."""
        return FrozenMap, (self._items,)


_KINDS: Final = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def setters(record: type) -> tuple[Callable[[object, Any], None], ...]:
    """Return what sets each slot of a frozen record while it is being made, in the order of its fields.

    A frozen dataclass's own constructor takes twice the time, which a large document feels.
    """
    return tuple(getattr(record, name).__set__ for name in record.__dict__["__slots__"])


def mismatch(expected: str, value: object) -> ShapeError:
    """Return the error that says so, without the value itself."""
    return ShapeError(expected, _kind(value))


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "something that JSON does not have")


def missing(member: str) -> ShapeError:
    """Return the error that a required member is not there."""
    return ShapeError("a value", "nothing", f"/{_token(member)}")


def _token(member: str | int) -> str:
    return str(member).replace("~", "~0").replace("/", "~1")


def read_object(value: object) -> dict[str, Any]:
    """Return an object's members. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    return value


def read_string(value: object) -> Any:
    """Return a string. Raises ShapeError."""
    if value.__class__ is not str:
        raise mismatch("a string", value)
    return value


def read_boolean(value: object) -> Any:
    """Return a boolean. Raises ShapeError."""
    if value.__class__ is not bool:
        raise mismatch("a boolean", value)
    return value


def read_integer(value: object) -> Any:
    """Return an integer; as in JSON Schema, a number without fraction is one however it is written. Raises ShapeError."""
    if value.__class__ is int:
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, float):
        raise ShapeError("an integer", "a number with a fraction")
    raise mismatch("an integer", value)


def read_number(value: object) -> Any:
    """Return a number. Raises ShapeError."""
    if value.__class__ is not float and value.__class__ is not int:
        raise mismatch("a number", value)
    return value


def read_constant(value: object, constant: str) -> Any:
    """Return `constant` where the value is that. Raises ShapeError."""
    if value != constant:
        raise ShapeError(f"the constant {constant!r}", _kind(value) if not isinstance(value, str) else "another string")
    return constant


def read_open(listed: Mapping[str, T], value: object) -> T | str:
    """Return the member of an enumeration, or any other string as it is. Raises ShapeError."""
    text: str = read_string(value)
    return listed.get(text, text)


def read_listed(listed: Mapping[str, T], value: object) -> T:
    """Return the member of a closed enumeration. Raises ShapeError."""
    if not isinstance(value, str) or value not in listed:
        raise ShapeError("one of " + ", ".join(listed), _kind(value) if not isinstance(value, str) else "another string")
    return listed[value]


def read_open_array(listed: Mapping[str, T], value: object) -> tuple[T | str, ...]:
    """Return the items of an array of an enumeration's members or other strings. Raises ShapeError."""
    if value.__class__ is list:
        try:
            return tuple([listed[item] for item in value])
        except (KeyError, TypeError):
            pass
    return read_array(value, lambda item: read_open(listed, item))


def read_array(value: object, read: Callable[[Any], T]) -> tuple[T, ...]:
    """Return the items of an array, each read by `read`. Raises ShapeError."""
    if value.__class__ is not list:
        raise mismatch("an array", value)
    try:
        return tuple([read(item) for item in value])
    except ShapeError:
        # Only now is it worth counting: the first pass is what a good document pays for.
        for index, item in enumerate(value):
            try:
                read(item)
            except ShapeError as error:
                error.within(index)
                raise
        raise


def read_map(value: object, read: Callable[[Any], T]) -> FrozenMap[T]:
    """Return an object with free member names, each value read by `read`. Raises ShapeError."""
    found: dict[str, T] = {}
    for name, item in read_object(value).items():
        try:
            found[name] = read(item)
        except ShapeError as error:
            error.within(name)
            raise
    return FrozenMap(found)


def read_tagged(value: object, tag: str, variants: Mapping[str, Callable[[Any], T]]) -> T:
    """Return the variant that the member `tag` of an object names. Raises ShapeError."""
    members = read_object(value)
    if tag not in members:
        raise missing(tag)
    try:
        read = read_listed(variants, members[tag])
    except ShapeError as error:
        error.within(tag)
        raise
    return read(value)


def read_unknown(members: dict[str, Any], known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the members that are not known, each with its canonical JSON text."""
    return tuple(
        (name, json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
        for name, value in members.items()
        if name not in known
    )


def write_unknown(members: dict[str, Any], unknown: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Add unknown members to a record's own, which win where both have one name."""
    for name, text in unknown:
        members.setdefault(name, json.loads(text))
    return members
