"""Text that somebody extracted -> block table: lines, signs and blank lines are all there is."""

from boilerstrip.textdump.kind import looks_like_text
from boilerstrip.textdump.read import TextReading, read_lines, read_text

__all__ = ["TextReading", "looks_like_text", "read_lines", "read_text"]
