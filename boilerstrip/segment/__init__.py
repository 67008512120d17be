"""Tree -> block table: one walk over the elements, iterative, read-only, linear in page size."""

from boilerstrip.segment.walk import segment

__all__ = ["segment"]
