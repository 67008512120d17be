# Sixteen characters looked at together, with the instructions that each x86-64 has; one by one elsewhere.

cdef extern from *:
    """
    #if defined(__SSE2__) || defined(_M_X64)
    #include <emmintrin.h>

    /* The first of the lowest 16 bits that is set, 16 where none is. */
    static CYTHON_INLINE int boilerstrip_first(int bits) {
    #ifdef __GNUC__
        return __builtin_ctz(bits | 0x10000);
    #else
        int at = 0;
        while (at < 16 && !(bits >> at & 1)) at++;
        return at;
    #endif
    }

    /* 16 characters as bytes, those beyond a byte as one that is no ASCII, or 0. */
    static CYTHON_INLINE __m128i boilerstrip_bytes(const void *text, int size) {
        const __m128i *from = (const __m128i *)text;
        if (size == 1) return _mm_loadu_si128(from);
        if (size == 2) return _mm_packus_epi16(_mm_loadu_si128(from), _mm_loadu_si128(from + 1));
        return _mm_packus_epi16(_mm_packs_epi32(_mm_loadu_si128(from), _mm_loadu_si128(from + 1)),
                                _mm_packs_epi32(_mm_loadu_si128(from + 2), _mm_loadu_si128(from + 3)));
    }

    static CYTHON_INLINE int boilerstrip_plain(const void *text, unsigned char *to, int size, int folds) {
        __m128i all = boilerstrip_bytes(text, size), blank = _mm_set1_epi8(' '), odd;
        odd = _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(all, blank), _mm_cmpeq_epi8(all, _mm_set1_epi8(127))),
                           _mm_or_si128(_mm_cmpeq_epi8(all, _mm_set1_epi8('"')),
                                        _mm_cmpeq_epi8(all, _mm_set1_epi8('\\\\'))));
        if (folds) {
            __m128i before = boilerstrip_bytes((const char *)text - size, size);
            odd = _mm_or_si128(odd, _mm_and_si128(_mm_cmpeq_epi8(all, blank), _mm_cmpeq_epi8(before, blank)));
        }
        _mm_storeu_si128((__m128i *)to, all);
        return boilerstrip_first(_mm_movemask_epi8(odd));
    }

    static CYTHON_INLINE int boilerstrip_widened(void *to, const unsigned char *text, int size) {
        __m128i all = _mm_loadu_si128((const __m128i *)text), none = _mm_setzero_si128(), half;
        __m128i *into = (__m128i *)to;
        if (_mm_movemask_epi8(all)) return 0;
        if (size == 1) {
            _mm_storeu_si128(into, all);
            return 1;
        }
        half = _mm_unpacklo_epi8(all, none);
        all = _mm_unpackhi_epi8(all, none);
        if (size == 2) {
            _mm_storeu_si128(into, half);
            _mm_storeu_si128(into + 1, all);
            return 1;
        }
        _mm_storeu_si128(into, _mm_unpacklo_epi16(half, none));
        _mm_storeu_si128(into + 1, _mm_unpackhi_epi16(half, none));
        _mm_storeu_si128(into + 2, _mm_unpacklo_epi16(all, none));
        _mm_storeu_si128(into + 3, _mm_unpackhi_epi16(all, none));
        return 1;
    }

    /* How many bytes go on with a character, but of the last ones, which make no 16; of how many that is told. */
    static CYTHON_INLINE Py_ssize_t boilerstrip_sixteens(const unsigned char *text, Py_ssize_t n, Py_ssize_t *found) {
        const __m128i *from = (const __m128i *)text, *end = from + n / 16;
        const __m128i none = _mm_setzero_si128(), first = _mm_set1_epi8(-64); /* 0xc0 */
        __m128i sum = none;
        unsigned long long sums[2];
        for (; from < end; from++) {
            __m128i more = _mm_cmplt_epi8(_mm_loadu_si128(from), first);
            sum = _mm_add_epi64(sum, _mm_sad_epu8(_mm_sub_epi8(none, more), none));
        }
        _mm_storeu_si128((__m128i *)sums, sum);
        *found = (Py_ssize_t)(sums[0] + sums[1]);
        return n / 16 * 16;
    }
    #else
    static CYTHON_INLINE Py_ssize_t boilerstrip_sixteens(const unsigned char *text, Py_ssize_t n, Py_ssize_t *found) {
        (void)text, (void)n;
        return *found = 0;
    }

    static CYTHON_INLINE int boilerstrip_plain(const void *text, unsigned char *to, int size, int folds) {
        unsigned int one, before = 0;
        int at;
        for (at = 0; at < 16; at++) {
            one = size == 1 ? ((const unsigned char *)text)[at]
                : size == 2 ? ((const unsigned short *)text)[at] : ((const unsigned int *)text)[at];
            if (folds && !at)
                before = size == 1 ? ((const unsigned char *)text)[-1]
                    : size == 2 ? ((const unsigned short *)text)[-1] : ((const unsigned int *)text)[-1];
            if (one < ' ' || one > '~' || one == '"' || one == '\\\\' || (folds && one == ' ' && before == ' '))
                break;
            to[at] = (unsigned char)one;
            before = one;
        }
        return at;
    }

    static CYTHON_INLINE int boilerstrip_widened(void *to, const unsigned char *text, int size) {
        (void)to, (void)text, (void)size;
        return 0;
    }
    #endif

    static Py_ssize_t boilerstrip_continued(const unsigned char *text, Py_ssize_t n) {
        Py_ssize_t found, at = boilerstrip_sixteens(text, n, &found);
        for (; at < n; at++) found += text[at] >> 6 == 2;
        return found;
    }
    """
    # Puts 16 characters of so many bytes there; how many of them, from the first on, JSON has as they are: with
    # `folds`, where there is a character before, up to a blank behind another one.
    int plain_ones "boilerstrip_plain"(const void* text, unsigned char* to, int size, bint folds) noexcept nogil
    # How many bytes of UTF-8 go on with a character.
    Py_ssize_t continued "boilerstrip_continued"(const unsigned char* text, Py_ssize_t n) noexcept nogil
    # Whether 16 bytes are ASCII; then they are put there as characters of so many bytes. It may say no of any.
    bint widened "boilerstrip_widened"(void* to, const unsigned char* text, int size) noexcept nogil
