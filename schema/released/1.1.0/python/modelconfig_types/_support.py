# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.
"""What the generated types share: their base class and error, an immutable map, and readers of JSON values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class ShapeError(ValueError):
    """A JSON value does not have the shape of the type that it is read as.

    `pointer` is the JSON Pointer of the value, `expected` and `found` describe what was expected and what was found.
    Neither contains a value of the document, which may be a credential.
    """

    def __init__(self, expected: str, found: str, pointer: str = "") -> None:
        super().__init__(expected, found, pointer)
        self.expected = expected
        self.found = found
        self.pointer = pointer

    def within(self, token: str | int) -> None:
        """Put the name of the enclosing property, or the index of the enclosing item, before the pointer."""
        self.pointer = f"/{_escaped(token)}{self.pointer}"
        self.args = (self.expected, self.found, self.pointer)

    def __str__(self) -> str:
        """Return the pointer, what was expected and what was found."""
        return f"{self.pointer or 'the document'}: expected {self.expected}, found {self.found}"


class FrozenMap(Mapping[str, V_co]):
    """An immutable, hashable mapping from names to values, which keeps their order."""

    __slots__ = ("_items",)

    _items: dict[str, V_co]

    def __init__(self, items: Mapping[str, V_co] | None = None, /) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __setattr__(self, name: str, value: object) -> None:
        """Raise AttributeError, because a FrozenMap is immutable."""
        raise AttributeError("a FrozenMap cannot be changed")

    def __getitem__(self, name: str) -> V_co:
        """Return the value of a name. Raises KeyError."""
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        """Return the names in order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._items)

    def __hash__(self) -> int:
        """Return a hash that does not depend on the order of the names."""
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        """Return whether the other object is a mapping with the same names and values."""
        return isinstance(other, Mapping) and self._items == dict(other)

    def __repr__(self) -> str:
        """Return the map as an expression."""
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[V_co]], tuple[dict[str, V_co]]]:
        """Return what pickle and copy need to make an equal map."""
        return FrozenMap, (self._items,)


class JsonObject:
    """The base class of the generated dataclasses. It compares, hashes and represents them.

    `dataclass` would compile the same methods for each class again, whenever a module is imported.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Return whether the other object has the same class and equal attributes."""
        return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self) -> int:
        """Return a hash that equal objects share."""
        return hash(_values(self))

    def __repr__(self) -> str:
        """Return the object as an expression."""
        attributes = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self))
        return f"{self.__class__.__name__}({attributes})"


def _names(instance: object) -> tuple[str, ...]:
    names: tuple[str, ...] = instance.__class__.__dict__["__slots__"]
    return names


def _values(instance: object) -> tuple[object, ...]:
    return tuple([getattr(instance, name) for name in _names(instance)])


def assign(instance: JsonObject, *values: object) -> None:
    """Assign the attributes of a new object, in their order."""
    for name, value in zip(_names(instance), values, strict=True):
        object.__setattr__(instance, name, value)


def draft_class(final_class: type[JsonObject]) -> type[JsonObject]:
    """Return a class with the same attributes whose instances can be changed.

    Readers assign the attributes of such an instance, and then its class. It takes half the time of `assign`.
    """
    return type("Draft", (JsonObject,), {"__slots__": final_class.__dict__["__slots__"]})


_KINDS: Final = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def mismatch(expected: str, value: object) -> ShapeError:
    """Return the error for a value of another type, without the value itself."""
    return ShapeError(expected, _kind(value))


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a value that JSON does not have")


def missing(name: str) -> ShapeError:
    """Return the error for a missing required property."""
    return ShapeError("a value", "nothing", f"/{_escaped(name)}")


def _escaped(token: str | int) -> str:
    return str(token).replace("~", "~0").replace("/", "~1")


def read_object(value: object) -> dict[str, Any]:
    """Return the properties of an object. Raises ShapeError."""
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
    """Return an integer. As in JSON Schema, `1.0` is an integer. Raises ShapeError."""
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
    """Return `constant` if the value equals it. Raises ShapeError."""
    if value != constant:
        raise ShapeError(f"the constant {constant!r}", _kind(value) if not isinstance(value, str) else "another string")
    return constant


def read_open(listed: Mapping[str, T], value: object) -> T | str:
    """Return the member of an enumeration, or an unlisted string unchanged. Raises ShapeError."""
    text: str = read_string(value)
    return listed.get(text, text)


def read_listed(listed: Mapping[str, T], value: object) -> T:
    """Return the member of a closed enumeration. Raises ShapeError."""
    if not isinstance(value, str) or value not in listed:
        expected = "one of " + ", ".join(listed) if len(listed) > 1 else f"the constant {next(iter(listed))!r}"
        raise ShapeError(expected, _kind(value) if not isinstance(value, str) else "another string")
    return listed[value]


def read_open_array(listed: Mapping[str, T], value: object) -> tuple[T | str, ...]:
    """Return the items of an array: members of an enumeration, or unlisted strings. Raises ShapeError."""
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
        # Find the index in a second pass, so that valid documents do not pay for counting.
        for index, item in enumerate(value):
            try:
                read(item)
            except ShapeError as error:
                error.within(index)
                raise
        raise


def read_map(value: object, read: Callable[[Any], T]) -> FrozenMap[T]:
    """Return an object with any property names, each value read by `read`. Raises ShapeError."""
    items: dict[str, T] = {}
    for name, item in read_object(value).items():
        try:
            items[name] = read(item)
        except ShapeError as error:
            error.within(name)
            raise
    return FrozenMap(items)


def read_tagged(value: object, tag: str, variants: Mapping[str, Callable[[Any], T]]) -> T:
    """Return the variant that the property `tag` of an object identifies. Raises ShapeError."""
    properties = read_object(value)
    if tag not in properties:
        raise missing(tag)
    try:
        read = read_listed(variants, properties[tag])
    except ShapeError as error:
        error.within(tag)
        raise
    return read(value)


def read_unknown(properties: dict[str, Any], known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the properties that are not known, each with its canonical JSON text."""
    return tuple(
        (name, json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
        for name, value in properties.items()
        if name not in known
    )


def write_unknown(properties: dict[str, Any], unknown: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Add unknown properties to the known ones, which win if both have a name."""
    for name, text in unknown:
        properties.setdefault(name, json.loads(text))
    return properties
