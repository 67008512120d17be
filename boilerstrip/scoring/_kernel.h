/* Products of matrices in single precision, a dozen rows at once, each number rounded as OpenBLAS rounds it.

   OpenBLAS's kernel for x86-64 with AVX2 ("Haswell", Zen among them) adds up nearly all numbers in order, each product
   fused with its sum. Some it makes of two sums, of the products in even and in odd places: of a dozen rows the first
   six in the first and the last eight columns; of fewer rows those of each whole four in all columns. Rows are
   multiplied two at a time: what is 0 in both adds nothing and is left out, more than half of what a page is measured
   by, and of what its blocks say nearly as much. */

#if defined(__GNUC__) && defined(__x86_64__)

#include <immintrin.h>
#include <stdint.h>

#define KERNEL static __attribute__((target("avx2,fma,bmi"), noinline))
#define INLINED static inline __attribute__((target("avx2,fma,bmi"), always_inline))

#else /* never called: `has_kernel` says so */

#define KERNEL static

#endif

enum { EIGHT = 8, SIXTEEN = 16, DOZEN = 12, SIX = 6, FOUR = 4, TWO = 2, MOST_ROWS = DOZEN + 1, MOST_COLUMNS = 512 };
enum { WORD = 64, MOST_WORDS = MOST_COLUMNS / WORD };

typedef struct {
    Py_ssize_t k, width;    /* of the weights; a multiple of sixteen columns, or nine more */
    Py_ssize_t stride;      /* columns in memory, a multiple of sixteen: those that there are not are 0 */
    const float *weights;   /* shape (k, stride), row by row */
    const float *bias;      /* is added to each row, and what is negative becomes 0; or NULL */
    float *out;             /* rows of this width */
    unsigned char *signs;   /* a bit for each number of `out`, more than 0 or not, the first the highest; or NULL */
} Product;

#ifdef INLINED

/* A row, or two, of those that are multiplied. */
typedef struct {
    const float *one, *other;
    Py_ssize_t row;             /* which of `out` the first one is */
    uint64_t bits[MOST_WORDS];  /* a bit for each number that is not 0 in both */
} Pair;

static int has_kernel(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi");
}

static inline unsigned char reversed(unsigned int byte) {
    return (unsigned char)(((byte * 0x0802u & 0x22110u) | (byte * 0x8020u & 0x88440u)) * 0x10101u >> 16);
}

/* Eight numbers of `out`, of which there may be only one. */
INLINED void put(const Product *p, Py_ssize_t row, Py_ssize_t column, __m256 sum) {
    const __m256 zero = _mm256_setzero_ps();
    if (!p->bias) {
        float *to = p->out + row * p->width + column;
        sum = _mm256_add_ps(zero, sum);
        if (column + EIGHT <= p->width) _mm256_storeu_ps(to, sum);
        else *to = _mm256_cvtss_f32(sum);
        return;
    }
    __m256 value = _mm256_add_ps(_mm256_add_ps(zero, sum), _mm256_loadu_ps(p->bias + column));
    _mm256_storeu_ps(p->out + row * p->width + column, _mm256_max_ps(value, zero));
    if (p->signs) {
        int bits = _mm256_movemask_ps(_mm256_cmp_ps(value, zero, _CMP_GT_OQ));
        p->signs[(row * p->width + column) / EIGHT] = reversed((unsigned int)bits);
    }
}

/* A row or two, and some eights of columns. */
INLINED void in_order(const Product *p, const Pair *pair, Py_ssize_t column, int n_rows, int n_eights) {
    __m256 sums[TWO][SIX];
    const float *weights = p->weights + column;
    const Py_ssize_t stride = p->stride;
#pragma GCC unroll 6
    for (int e = 0; e < n_eights; e++) sums[0][e] = sums[1][e] = _mm256_setzero_ps();
    for (Py_ssize_t start = 0; start < p->k; start += WORD) {
        const float *one = pair->one + start, *other = pair->other + start, *first = weights + start * stride;
        for (uint64_t left = pair->bits[start / WORD]; left; left &= left - 1) {
            const Py_ssize_t i = __builtin_ctzll(left);
            const float *from = first + i * stride;
            const __m256 number = _mm256_broadcast_ss(one + i), second = _mm256_broadcast_ss(other + i);
#pragma GCC unroll 6
            for (int e = 0; e < n_eights; e++) {
                const __m256 weight = _mm256_loadu_ps(from + e * EIGHT);
                sums[0][e] = _mm256_fmadd_ps(number, weight, sums[0][e]);
                if (n_rows > 1) sums[1][e] = _mm256_fmadd_ps(second, weight, sums[1][e]);
            }
        }
    }
#pragma GCC unroll 2
    for (int r = 0; r < n_rows; r++)
#pragma GCC unroll 6
        for (int e = 0; e < n_eights; e++) put(p, pair->row + r, column + e * EIGHT, sums[r][e]);
}

KERNEL void two_by_six(const Product *p, const Pair *pair, Py_ssize_t column) { in_order(p, pair, column, TWO, SIX); }

KERNEL void two_by_four(const Product *p, const Pair *pair, Py_ssize_t column) { in_order(p, pair, column, TWO, FOUR); }

KERNEL void two_by_two(const Product *p, const Pair *pair, Py_ssize_t column) { in_order(p, pair, column, TWO, TWO); }

KERNEL void one_by_two(const Product *p, const Pair *pair, Py_ssize_t column) { in_order(p, pair, column, 1, TWO); }

/* Two rows, and all columns from one, a multiple of sixteen, to another. */
INLINED void all_in_order(const Product *p, const Pair *pair, Py_ssize_t column, Py_ssize_t end) {
    for (; column + SIX * EIGHT <= end; column += SIX * EIGHT) two_by_six(p, pair, column);
    for (; column + FOUR * EIGHT <= end; column += FOUR * EIGHT) two_by_four(p, pair, column);
    if (column < end) two_by_two(p, pair, column);
}

/* One number of each of two rows times weights in two places, four sums. */
INLINED void add_two(__m256 *sums, const Pair *pair, Py_ssize_t at, __m256 weight, __m256 other) {
    const __m256 number = _mm256_broadcast_ss(pair->one + at), second = _mm256_broadcast_ss(pair->other + at);
    sums[0] = _mm256_fmadd_ps(number, weight, sums[0]);
    sums[1] = _mm256_fmadd_ps(number, other, sums[1]);
    sums[2] = _mm256_fmadd_ps(second, weight, sums[2]);
    sums[3] = _mm256_fmadd_ps(second, other, sums[3]);
}

/* Two rows, and eight columns each from one and from another. */
KERNEL void by_halves(const Product *p, const Pair *pair, Py_ssize_t column, Py_ssize_t other) {
    __m256 even[FOUR], odd[FOUR];
    const float *weights = p->weights + column, *others = p->weights + other;
    const uint64_t of_even = ~(uint64_t)0 / 3;
#pragma GCC unroll 4
    for (int i = 0; i < FOUR; i++) even[i] = odd[i] = _mm256_setzero_ps();
    for (Py_ssize_t start = 0; start < p->k; start += WORD) {
        const uint64_t bits = pair->bits[start / WORD];
        /* Two numbers at once; where one of them is 0 it adds nothing. */
        for (uint64_t left = (bits | bits >> 1) & of_even; left; left &= left - 1) {
            const Py_ssize_t at = start + __builtin_ctzll(left), place = at * p->stride;
            add_two(even, pair, at, _mm256_loadu_ps(weights + place), _mm256_loadu_ps(others + place));
            if (at + 1 == p->k) break;
            add_two(
                odd, pair, at + 1, _mm256_loadu_ps(weights + place + p->stride),
                _mm256_loadu_ps(others + place + p->stride));
        }
    }
#pragma GCC unroll 4
    for (int i = 0; i < FOUR; i++)
        put(p, pair->row + i / 2, i % 2 ? other : column, _mm256_add_ps(even[i], odd[i]));
}

/* Note which numbers are not 0 in both; of the last ones, fewer than eight, all. */
INLINED void find(Pair *pair, Py_ssize_t k) {
    for (Py_ssize_t start = 0; start < k; start += WORD) {
        const Py_ssize_t n = k - start < WORD ? k - start : WORD;
        Py_ssize_t i = 0;
        uint64_t bits = 0;
        for (; i + EIGHT <= n; i += EIGHT) {
            __m256 any = _mm256_or_ps(_mm256_loadu_ps(pair->one + start + i), _mm256_loadu_ps(pair->other + start + i));
            int is_any = _mm256_movemask_ps(_mm256_cmp_ps(any, _mm256_setzero_ps(), _CMP_NEQ_UQ));
            bits |= (uint64_t)(unsigned int)is_any << i;
        }
        for (; i < n; i++) bits |= (uint64_t)1 << i;
        pair->bits[start / WORD] = bits;
    }
}

/* Rows one after the other, any number of them up to MOST_ROWS. Where there are nine columns more than sixteens, the
   first eight of these may be made of two sums, and are written over what is made in order. */
KERNEL void multiply_rows(const Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t n) {
    const int is_odd = p->width % SIXTEEN != 0;
    const Py_ssize_t last = is_odd ? p->width - EIGHT - 1 : p->width - EIGHT, n_dozen = n < DOZEN ? 0 : DOZEN;
    const Py_ssize_t n_fours = n_dozen ? n_dozen : n - n % FOUR;
    Pair pair;
    for (pair.row = 0; pair.row < n_fours; pair.row += TWO) {
        pair.one = rows + pair.row * row_step;
        pair.other = pair.one + row_step;
        find(&pair, p->k);
        if (pair.row < SIX && n_dozen) {
            if (is_odd) two_by_two(p, &pair, last);
            by_halves(p, &pair, 0, is_odd ? 0 : last);
            all_in_order(p, &pair, EIGHT, is_odd ? last + EIGHT : last);
        } else if (n_dozen) {
            all_in_order(p, &pair, 0, p->stride);
            if (is_odd) by_halves(p, &pair, last, last);
        } else {
            if (is_odd) two_by_two(p, &pair, last);
            for (Py_ssize_t column = 0; column <= last; column += SIXTEEN)
                by_halves(p, &pair, column, column < last ? column + EIGHT : column);
        }
    }
    for (; pair.row < n; pair.row++) {
        pair.one = pair.other = rows + pair.row * row_step;
        find(&pair, p->k);
        for (Py_ssize_t column = 0; column < p->stride; column += SIXTEEN) one_by_two(p, &pair, column);
    }
}

/* A row of numbers, a multiple of eight, 0 where the bit of one, as in `signs`, is not set. */
KERNEL void keep(const float *from, const unsigned char *signs, Py_ssize_t width, float *to) {
    const __m256i bits = _mm256_setr_epi32(128, 64, 32, 16, 8, 4, 2, 1);
    for (Py_ssize_t k = 0; k < width; k += EIGHT) {
        __m256i is_kept = _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32(signs[k / EIGHT]), bits), bits);
        _mm256_storeu_ps(to + k, _mm256_and_ps(_mm256_loadu_ps(from + k), _mm256_castsi256_ps(is_kept)));
    }
}

/* Eight columns of a dozen rows, out of a matrix that lies column by column into one row by row, within bounds. */
INLINED void turn(
    const char *columns, Py_ssize_t column_step, const float *low, const float *high, float *to, Py_ssize_t to_step
) {
    const __m256 least = _mm256_loadu_ps(low), most = _mm256_loadu_ps(high);
    __m256 in[EIGHT], half[EIGHT], rows[DOZEN];
#pragma GCC unroll 8
    for (int i = 0; i < EIGHT; i++) in[i] = _mm256_loadu_ps((const float *)(columns + i * column_step));
#pragma GCC unroll 4
    for (int i = 0; i < EIGHT; i += TWO) {
        half[i] = _mm256_unpacklo_ps(in[i], in[i + 1]);
        half[i + 1] = _mm256_unpackhi_ps(in[i], in[i + 1]);
    }
#pragma GCC unroll 2
    for (int i = 0; i < EIGHT; i += FOUR) {
        in[i] = _mm256_shuffle_ps(half[i], half[i + 2], 0x44);
        in[i + 1] = _mm256_shuffle_ps(half[i], half[i + 2], 0xEE);
        in[i + 2] = _mm256_shuffle_ps(half[i + 1], half[i + 3], 0x44);
        in[i + 3] = _mm256_shuffle_ps(half[i + 1], half[i + 3], 0xEE);
    }
#pragma GCC unroll 4
    for (int i = 0; i < FOUR; i++) {
        rows[i] = _mm256_permute2f128_ps(in[i], in[i + FOUR], 0x20);
        rows[i + FOUR] = _mm256_permute2f128_ps(in[i], in[i + FOUR], 0x31);
    }
#pragma GCC unroll 4
    for (int i = 0; i < FOUR; i++) {
        const float *one = (const float *)(columns + i * column_step) + EIGHT;
        const float *other = (const float *)(columns + (i + FOUR) * column_step) + EIGHT;
        in[i] = _mm256_insertf128_ps(_mm256_castps128_ps256(_mm_loadu_ps(one)), _mm_loadu_ps(other), 1);
    }
    for (int i = 0; i < FOUR; i += TWO) {
        half[i] = _mm256_unpacklo_ps(in[i], in[i + 1]);
        half[i + 1] = _mm256_unpackhi_ps(in[i], in[i + 1]);
    }
    rows[8] = _mm256_shuffle_ps(half[0], half[2], 0x44);
    rows[9] = _mm256_shuffle_ps(half[0], half[2], 0xEE);
    rows[10] = _mm256_shuffle_ps(half[1], half[3], 0x44);
    rows[11] = _mm256_shuffle_ps(half[1], half[3], 0xEE);
#pragma GCC unroll 12
    for (int i = 0; i < DOZEN; i++)
        _mm256_storeu_ps(to + i * to_step, _mm256_min_ps(_mm256_max_ps(rows[i], least), most));
}

/* Some rows of a matrix that may lie in any way, each number within the bounds of its column. */
KERNEL void multiply_within(
    const Product *p, const char *rows, Py_ssize_t row_step, Py_ssize_t column_step, const float *low,
    const float *high, Py_ssize_t n
) {
    float within[MOST_COLUMNS * MOST_ROWS];
    const Py_ssize_t k = p->k;
    Py_ssize_t column = 0;
    if (row_step == sizeof(float) && n == DOZEN)
        for (; column + EIGHT <= k; column += EIGHT)
            turn(rows + column * column_step, column_step, low + column, high + column, within + column, k);
    for (; column < k; column++) {
        for (Py_ssize_t row = 0; row < n; row++) {
            float value = *(const float *)(rows + row * row_step + column * column_step);
            value = value > low[column] ? value : low[column];
            within[row * k + column] = value < high[column] ? value : high[column];
        }
    }
    multiply_rows(p, within, k, n);
}

#else

static int has_kernel(void) { return 0; }
KERNEL void multiply_rows(const Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t n) {}
KERNEL void keep(const float *from, const unsigned char *signs, Py_ssize_t width, float *to) {}
KERNEL void multiply_within(
    const Product *p, const char *rows, Py_ssize_t row_step, Py_ssize_t column_step, const float *low,
    const float *high, Py_ssize_t n
) {}

#endif
