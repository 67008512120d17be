"""What stands in a line and is not seen."""

from __future__ import annotations

from typing import Final

__all__ = ["UNSEEN_CHARS"]

_SPACES: Final = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_IGNORED: Final = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
)
"""Characters of the Basic Multilingual Plane that show nothing (Unicode's Default_Ignorable_Code_Point)."""
UNSEEN_CHARS: Final = _SPACES + "".join(
    chr(code) for first, last in _IGNORED for code in range(first, last + 1)
)
"""White space, and characters without width: editors write `<p>&#x200d;</p>` for an empty line."""
