"""Arrays out of an .npz file as `modelfile` writes it: nothing packed, one member after the other.

The first page of a process waits for its model. To import `zipfile` and to have numpy read two dozen
members takes 10 ms, this takes one. Whatever looks otherwise, damaged files above all, is left to those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import Struct, error
from typing import Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

__all__ = ["stored_arrays"]

_LOCAL: Final = Struct("<4s5H3I2H")
"""The header of a member of a ZIP archive: signature, version, flags, method, time and day, CRC-32, packed
and whole size, lengths of the name and of the extra field."""
_IS_MEMBER: Final = b"PK\3\4"
_IS_DIRECTORY: Final = b"PK\1\2"
_END: Final = Struct("<4s4H2IH")
"""The end of an archive: signature, four numbers of parts and members, size and place of the directory, and
the length of a comment."""
_IS_END: Final = b"PK\5\6"
_ARRAY_RE: Final = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '(\|u1|<f[24])', 'fortran_order': False, "
    rb"'shape': \(((?:[0-9]{1,9},? ?){0,3})\), \} {0,64}\n",
    re.DOTALL,
)
"""The header of an array of numbers in rows; before "{" stands its length, after "}" it is filled up."""


def stored_arrays(content: bytes) -> dict[str, NDArray[Any]] | None:
    """The arrays of a file by name, read-only; None where it is not just as we write it."""
    found: dict[str, NDArray[Any]] = {}
    try:
        for name, data in _members(content):
            header = _ARRAY_RE.match(data)
            if header is None or name in found:
                return None
            shape = tuple(map(int, header[2].replace(b",", b" ").split()))
            found[name] = np.frombuffer(data, header[1].decode(), offset=header.end()).reshape(shape)
    except (ValueError, error):
        return None
    return found


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Name, without ".npy", and content of each member.

    Raises:
        ValueError: One is packed or damaged, or the archive has more than these, or not all.
    """
    at = 0
    while content[at : at + 4] != _IS_DIRECTORY:
        if len(content) < at + _LOCAL.size:
            raise ValueError("no member, and no directory")
        sign, _, flags, method, _, _, check, packed, size, n_name, n_extra = _LOCAL.unpack_from(content, at)
        start = at + _LOCAL.size + n_name
        name, data = content[at + _LOCAL.size : start], content[start : start + size]
        if (sign, flags, method, packed, n_extra) != (_IS_MEMBER, 0, 0, size, 0) or crc32(data) != check:
            raise ValueError("not as we write it")
        yield name.decode("ascii").removesuffix(".npy"), data
        at = start + size
    sign, *_, size, place, n_comment = _END.unpack_from(content, len(content) - _END.size)
    if (sign, place, n_comment) != (_IS_END, at, 0) or at + size + _END.size != len(content):
        raise ValueError("no whole archive")
