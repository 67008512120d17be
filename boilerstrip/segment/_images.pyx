# cython: language_level=3
"""Most images, compiled."""

from boilerstrip.block import Mark
from boilerstrip.images import PIXEL, SOURCES, image_kind, is_placeholder, is_sign
from boilerstrip.segment.pictured import CLASSES, MEDIAWIKI, STARTS

cdef tuple _SOURCES = SOURCES, _PIXEL = PIXEL
cdef frozenset _PLACEHOLDING = frozenset("sbptl1SBPTL1")  # how file names begin that stand in for an image
cdef str _STARTING = "".join(sorted({start[0] for start in STARTS}))
if not all("tex" in name or "math" in name or "ql-img" in name for name in (*CLASSES, MEDIAWIKI)):
    raise ImportError("formulas in images have other names")


def plain_image(dict attributes):
    """The address of an `<img>` with these attributes, and its mark as `Content.image` makes it; None where Python
    is to look.

    Left to it are pixels, images without an address of their own, what may be a formula, and some services.
    """
    cdef str source = None, alt, label, found
    if attributes.get("width") in _PIXEL or attributes.get("height") in _PIXEL:
        return None
    for name in _SOURCES:
        found = attributes.get(name)
        if found:
            source = found.strip()
            if not is_left_out(source):
                break
    else:
        return None
    if "/_next/image" in source or "/v1/" in source:
        return None
    if "tex" in source or "cht=tx" in source or "codecogs" in source:
        return None
    alt = attributes.get("alt") or ""
    if alt:
        label = attributes.get("class") or ""
        if alt[0] in _STARTING or "tex" in label or "math" in label or "ql-img" in label:
            return None
    kind = image_kind(source, attributes)
    if kind == "furniture":
        return source, Mark("img")
    alt = " ".join((alt or attributes.get("title") or "").split())
    if kind == "emoji":
        return source, Mark("emoji", "", alt if is_sign(alt) else "")
    return source, Mark("img", source, alt)


cdef bint is_left_out(str source) except -1:
    """`images.is_placeholder`, asked only where the name of the file begins like one."""
    cdef Py_ssize_t place = source.rfind("/") + 1
    if not source or place >= len(source) or not source.isascii():
        return is_placeholder(source)
    if source[place] in _PLACEHOLDING or source[0] in "dDaA":
        return is_placeholder(source)
    return False
