# cython: language_level=3
"""Sixteen characters of a text looked at together, with the instructions that each x86-64 has; elsewhere, and of
less than sixteen, nothing is told, and who asks looks at them one by one."""

cdef extern from *:
    """
    #if defined(__SSE2__) || defined(_M_X64)
    #include <emmintrin.h>

    /* 16 characters as bytes, those beyond a byte as one that is no ASCII, or 0. */
    static CYTHON_INLINE __m128i boilerstrip_sixteen(const void *text, Py_ssize_t at, int size) {
        const __m128i *from = (const __m128i *)((const char *)text + at * size);
        if (size == 1) return _mm_loadu_si128(from);
        if (size == 2) return _mm_packus_epi16(_mm_loadu_si128(from), _mm_loadu_si128(from + 1));
        return _mm_packus_epi16(_mm_packs_epi32(_mm_loadu_si128(from), _mm_loadu_si128(from + 1)),
                                _mm_packs_epi32(_mm_loadu_si128(from + 2), _mm_loadu_si128(from + 3)));
    }

    static CYTHON_INLINE int boilerstrip_has_none(const void *text, Py_ssize_t n, int size, const char *signs) {
        for (Py_ssize_t at = 0; at < n && n >= 16; at += 16) {
            __m128i all = boilerstrip_sixteen(text, at < n - 16 ? at : n - 16, size), found = _mm_setzero_si128();
            for (const char *sign = signs; *sign; sign++)
                found = _mm_or_si128(found, _mm_cmpeq_epi8(all, _mm_set1_epi8(*sign)));
            if (_mm_movemask_epi8(found)) return 0;
        }
        return n >= 16;
    }

    static CYTHON_INLINE int boilerstrip_is_even(const void *text, Py_ssize_t n, int size) {
        const __m128i blank = _mm_set1_epi8(' '), delete = _mm_set1_epi8(127);
        int last = 0; /* of the sixteen before, whether a blank ends them */
        for (Py_ssize_t at = 0; at < n && n >= 16; at += 16) {
            Py_ssize_t from = at < n - 16 ? at : n - 16; /* the last ones overlap those before */
            __m128i all = boilerstrip_sixteen(text, from, size);
            int blanks = _mm_movemask_epi8(_mm_cmpeq_epi8(all, blank));
            if (_mm_movemask_epi8(_mm_or_si128(_mm_cmplt_epi8(all, blank), _mm_cmpeq_epi8(all, delete)))) return 0;
            if (blanks & (blanks << 1 | (from == at && last))) return 0;
            last = blanks >> 15;
        }
        return n >= 16;
    }
    #else
    #define boilerstrip_has_none(text, n, size, signs) 0
    #define boilerstrip_is_even(text, n, size) 0
    #endif
    """
    bint boilerstrip_has_none(const void* text, Py_ssize_t n, int size, const char* signs) noexcept nogil
    bint boilerstrip_is_even(const void* text, Py_ssize_t n, int size) noexcept nogil

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    void* PyUnicode_DATA(object)
    Py_ssize_t PyUnicode_GET_LENGTH(object)


cdef inline bint has_none(str text, const char* signs) except -1:
    """Whether a text surely has none of a few signs of ASCII."""
    return boilerstrip_has_none(PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text), PyUnicode_KIND(text), signs)


cdef inline bint is_even(str text) except -1:
    """Whether a text surely is printable ASCII, no two blanks beside each other."""
    return boilerstrip_is_even(PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text), PyUnicode_KIND(text))
