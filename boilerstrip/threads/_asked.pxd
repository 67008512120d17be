# cython: language_level=3
"""What several compiled parts of this room ask of names and texts."""

cdef enum:
    MOST_KNOWN = 8192  # names of which an answer is remembered


cdef inline object answer_for(dict answers, ask, str name):
    """The answer of a Python function for a name, remembered."""
    answer = answers.get(name)
    if answer is None:
        if len(answers) >= MOST_KNOWN:
            answers.clear()
        answer = answers[name] = ask(name)
    return answer


cdef inline bint has_number(str text) except -1:
    """Whether a text has what "\\d" is."""
    cdef Py_UCS4 char
    for char in text:
        if char.isdecimal():
            return True
    return False
