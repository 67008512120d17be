# Characters of a text, one after the other, beside those before them.

cdef struct Run:
    int before  # class of the character just before
    Py_ssize_t digits  # in a row just before


cdef inline void count_one(
    const Unit* data, Py_ssize_t place, Py_ssize_t length, int form, Known known, Counters* counters, long long* counts,
    Run* run,
) noexcept:
    """Count the character that stands there, or what stands behind all."""
    cdef int told, lane = place & (LANES - 1), each = BLANK
    if place < length:
        each = known.class_of[data[place] if data[place] < 0xFFFF else 0xFFFF]
        counters.of_class[each][lane] += 1
        counters.seen |= 1ull << each
    told = known.tells[run.before][each]
    counters.told[told & (N_TOLD - 1)][lane] += 1
    run.before = each
    if told & IS_RARE:
        if known.kinds[each] & DIGIT:
            run.digits += 1
        elif run.digits:
            end_digits(data, place, form, counts, run)
        if known.kinds[each] & COLON and is_clock(known, form, data, place, length):
            counts[CLOCKS] += 1


cdef inline void end_digits(const Unit* data, Py_ssize_t place, int form, long long* counts, Run* run) noexcept:
    """Count the digits before a place as a year, if they are one."""
    if run.digits == 4 and is_century(form, data, place - 4):
        counts[YEARS] += 1
    run.digits = 0


cdef void count_units(
    const Unit* data, Py_ssize_t length, int form, Known known, Counters* counters, long long* counts
) noexcept:
    """The same of characters of one width.

    Small letters of ASCII, which most are, tell nothing but that digits end before them: of those only others are
    looked at one by one.
    """
    cdef Run run = Run(BLANK, 0)
    cdef Py_ssize_t place = 0, start, next, i
    cdef unsigned int others
    cdef int small = known.class_of[c"a"]
    if HAS_SMALL and known.is_plain and form < 4 and length >= SIXTEEN:
        counters.seen |= 1ull << small
        while place < length:
            start, next = min(place, length - SIXTEEN), place
            others = not_small(data + start, form) >> (place - start)
            counters.of_class[small][0] += <unsigned int>(start + SIXTEEN - place)
            while others:
                i = place + lowest(others)
                others &= others - 1
                if i > next:
                    if run.digits:
                        end_digits(data, next, form, counts, &run)
                    run.before = small
                count_one(data, i, length, form, known, counters, counts, &run)
                counters.of_class[small][0] -= 1
                next = i + 1
            place = start + SIXTEEN
            if next < place:
                if run.digits:
                    end_digits(data, next, form, counts, &run)
                run.before = small
    while place <= length:
        count_one(data, place, length, form, known, counters, counts, &run)
        place += 1


cdef bint is_century(int form, const void* data, Py_ssize_t place) noexcept:
    """Whether what stands there begins a year, as 19.. and 20.. do."""
    cdef Py_UCS4 one = PyUnicode_READ(form, data, place), two = PyUnicode_READ(form, data, place + 1)
    return (one == c"1" and two == c"9") or (one == c"2" and two == c"0")


cdef bint is_clock(Known known, int form, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Whether a colon is one of a time of day: a digit before, two behind, and no third."""
    return (
        PyUnicode_READ(form, data, place) == c":"
        and 0 < place < length - 2
        and kind_at(known, form, data, place - 1) & DIGIT
        and kind_at(known, form, data, place + 1) & DIGIT
        and kind_at(known, form, data, place + 2) & DIGIT
        and not (place + 3 < length and kind_at(known, form, data, place + 3) & DIGIT)
    )
