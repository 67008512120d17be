# cython: language_level=3
"""What several compiled parts of this room ask of names, texts and elements."""

cdef enum:
    MOST_KNOWN = 8192  # names of which an answer is remembered
    MOST_NAME = 400  # characters of those: a page could fill memory with longer ones


cdef inline object answer_for(dict answers, ask, str name):
    """The answer of a Python function for a name, remembered."""
    if len(name) > MOST_NAME:
        return ask(name)
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


cdef inline bint are_in(words, frozenset some) except -1:
    """Whether one of some words, a list or a tuple, is in a set."""
    for word in words:
        if word in some:
            return True
    return False


cdef inline int count_each(dict n_times, set once) except -1:
    """Count each of some things once more."""
    for one in once:
        n_times[one] = n_times.get(one, 0) + 1
    return 0


cdef inline str written(list attributes, str name):
    """The value of an attribute where it first stands, None where it does not."""
    for each in attributes:
        if (<tuple>each)[0] == name:
            return (<tuple>each)[1]
    return None


cdef inline str called(table, element):
    """Class and id of an element, inline ones too."""
    cdef str label = (<list>table.label)[element]
    if not label and element in <dict>table.details:
        return written((<dict>table.details)[element], "class") or ""
    return label
