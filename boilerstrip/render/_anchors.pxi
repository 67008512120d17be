# What may be no words of a heading or a page: cheap looks before `anchors` is asked.

cdef bint may_hold_links(tuple pieces) except -1:
    """`anchors._may_hold_links`."""
    for piece in pieces:
        if not isinstance(piece, str) and (<tuple>piece)[0] == "a":
            value = (<tuple>piece)[1]
            if "#" in value or "=" in value:
                return True
    return False


cdef bint may_be_anchor(object first) except -1:
    """Whether a paragraph that begins so may be what `anchors._is_anchor_alone` looks for."""
    cdef Py_UCS4 char
    if isinstance(first, str):
        for char in <str>first:
            if not Py_UNICODE_ISSPACE(char):
                return char == "[" or is_dirty(char)
        return True
    return fields_of(first)[0] != "a" or "#" in (<tuple>first)[1]


cdef bint may_be_copy(object first) except -1:
    """Whether what a button says may be what `anchors.is_copy_button` looks for, by its first piece."""
    if not isinstance(first, str) or not first:
        return True
    cdef Py_UCS4 char = (<str>first)[0]
    return char > 127 or not char.isalnum() or char in "ckCK"
