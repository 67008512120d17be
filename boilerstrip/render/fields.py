"""The fields of a page's record, each checked as it is read: what is wrong raises `RecordError`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from boilerstrip.errors import RecordError

__all__ = [
    "Fields",
    "are_strings",
    "read_each",
    "read_flag",
    "read_index",
    "read_list",
    "read_number_or_none",
    "read_share",
    "read_text",
    "read_text_or_none",
    "read_texts",
    "read_value",
    "read_within",
]

Fields = Mapping[str, Any]
"""An object of the record."""

_Read = TypeVar("_Read")


def read_value(fields: Fields, name: str) -> Any:
    """The field, of any kind; all others of these need it to be there, too."""
    try:
        return fields[name]
    except KeyError:
        raise RecordError(name, "is missing") from None


def read_number_or_none(fields: Fields, name: str) -> int | None:
    """A whole number, or null."""
    value = read_value(fields, name)
    if value is not None and type(value) is not int:
        raise RecordError(name, "is not a whole number")
    return value


def read_text(fields: Fields, name: str) -> str:
    """A string."""
    value = read_value(fields, name)
    if not isinstance(value, str):
        raise RecordError(name, "is not a string")
    return value


def read_text_or_none(fields: Fields, name: str) -> str | None:
    """A string, or null."""
    return None if read_value(fields, name) is None else read_text(fields, name)


def read_flag(fields: Fields, name: str) -> bool:
    """True or false."""
    value = read_value(fields, name)
    if not isinstance(value, bool):
        raise RecordError(name, "is not true or false")
    return value


def read_share(fields: Fields, name: str) -> float:
    """A number, 0..1."""
    value = read_value(fields, name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise RecordError(name, "is not a number from 0 to 1")
    return float(value)


def read_list(value: Any, name: str) -> Sequence[Any]:
    """The value as a list; `name` is what it is called in an error."""
    if not isinstance(value, list | tuple):
        raise RecordError(name, "is not a list")
    return value


def read_texts(fields: Fields, name: str) -> tuple[str, ...]:
    """A list of strings."""
    values = read_list(read_value(fields, name), name)
    if not are_strings(values):
        raise RecordError(name, "does not hold strings only")
    return tuple(values)


def read_index(fields: Fields, name: str) -> int:
    """An index, -1 for none; that it is not too large is for the caller to see."""
    value = read_value(fields, name)
    if value is None:
        return -1
    if type(value) is not int or value < 0:
        raise RecordError(name, "is not an index")
    return value


def read_within(fields: Fields, name: str, read: Callable[[Fields], _Read]) -> _Read:
    """Read the object in a field."""
    return _object(read_value(fields, name), name, read)


def read_each(fields: Fields, name: str, read: Callable[[Fields], _Read]) -> list[_Read]:
    """Read every object of the list in a field."""
    values = read_list(read_value(fields, name), name)
    return [_object(value, f"{name}[{at}]", read) for at, value in enumerate(values)]


def _object(value: Any, place: str, read: Callable[[Fields], _Read]) -> _Read:
    """Read an object; errors name the whole way to their place."""
    if not isinstance(value, Mapping):
        raise RecordError(place, "is not an object")
    try:
        return read(value)
    except RecordError as error:
        raise RecordError(f"{place}.{error.path}", error.reason) from None


def are_strings(values: Iterable[Any]) -> bool:
    """Whether all of them are strings."""
    return all(isinstance(value, str) for value in values)
