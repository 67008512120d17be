/* Products of matrices in single precision, a dozen rows at once, each number rounded as OpenBLAS rounds it.

   OpenBLAS's kernel for x86-64 with AVX2 ("Haswell", Zen among them) adds up nearly all numbers in order, each product
   fused with its sum. Some it makes of two sums, of the products in even and in odd places: of a dozen rows the first six
   in the first and the last eight columns; of fewer rows those of each whole four in all columns. Where all rows are 0
   nothing is added: more than half of what a page is measured by is, and of what its blocks say nearly as much. */

#if defined(__GNUC__) && defined(__x86_64__)

#include <immintrin.h>

#define KERNEL static __attribute__((target("avx2,fma"), noinline))
#define INLINED static inline __attribute__((target("avx2,fma"), always_inline))

#else /* never called: `has_kernel` says so */

#define KERNEL static

#endif

enum { EIGHT = 8, SIXTEEN = 16, DOZEN = 12, SIX = 6, FOUR = 4, MOST_ROWS = DOZEN + 1, MOST_COLUMNS = 512 };

/* Where a number of each row stands, beside that of the first row, and the weights that it is multiplied with. */
typedef struct {
    int number, weights;
} Place;

typedef struct {
    Py_ssize_t k, width;    /* of the weights; a multiple of sixteen columns, or nine more */
    Py_ssize_t stride;      /* columns in memory, a multiple of sixteen: those that there are not are 0 */
    const float *weights;   /* shape (k, stride), row by row */
    const float *bias;      /* is added to each row, and what is negative becomes 0; or NULL */
    float *out;             /* rows of this width */
    unsigned char *signs;   /* a bit for each number of `out`, whether it is more than 0, the first the highest; or NULL */
    /* What is not 0 in all rows: in order, and those in even and in odd places. */
    int n_all, n_even, n_odd;
    Place all[MOST_COLUMNS], even[MOST_COLUMNS / 2 + 1], odd[MOST_COLUMNS / 2 + 1];
} Product;

#ifdef INLINED

static int has_kernel(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

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

/* Some rows, and sixteen columns. */
INLINED void in_order(
    const Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t row, Py_ssize_t column, int n_rows
) {
    __m256 sums[SIX][2];
    const Place *place = p->all, *end = place + p->n_all;
    rows += row * row_step;
#pragma GCC unroll 6
    for (int r = 0; r < n_rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_ps();
    for (; place < end; place++) {
        const float *numbers = rows + place->number, *weights = p->weights + column + place->weights;
        __m256 one = _mm256_loadu_ps(weights), other = _mm256_loadu_ps(weights + EIGHT);
#pragma GCC unroll 6
        for (int r = 0; r < n_rows; r++) {
            __m256 number = _mm256_broadcast_ss(numbers + r * row_step);
            sums[r][0] = _mm256_fmadd_ps(number, one, sums[r][0]);
            sums[r][1] = _mm256_fmadd_ps(number, other, sums[r][1]);
        }
    }
#pragma GCC unroll 6
    for (int r = 0; r < n_rows; r++) {
        put(p, row + r, column, sums[r][0]);
        put(p, row + r, column + EIGHT, sums[r][1]);
    }
}

/* Some rows, and eight columns. */
INLINED void by_halves(
    const Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t row, Py_ssize_t column, int n_rows
) {
    __m256 even[SIX], odd[SIX];
    const float *weights = p->weights + column;
    const int n_both = p->n_even < p->n_odd ? p->n_even : p->n_odd;
    int i;
    rows += row * row_step;
#pragma GCC unroll 6
    for (int r = 0; r < n_rows; r++) even[r] = odd[r] = _mm256_setzero_ps();
    for (i = 0; i < n_both; i++) {
        const float *one = rows + p->even[i].number, *other = rows + p->odd[i].number;
        __m256 of_one = _mm256_loadu_ps(weights + p->even[i].weights);
        __m256 of_other = _mm256_loadu_ps(weights + p->odd[i].weights);
#pragma GCC unroll 6
        for (int r = 0; r < n_rows; r++) {
            even[r] = _mm256_fmadd_ps(_mm256_broadcast_ss(one + r * row_step), of_one, even[r]);
            odd[r] = _mm256_fmadd_ps(_mm256_broadcast_ss(other + r * row_step), of_other, odd[r]);
        }
    }
    for (; i < p->n_even; i++)
#pragma GCC unroll 6
        for (int r = 0; r < n_rows; r++)
            even[r] = _mm256_fmadd_ps(
                _mm256_broadcast_ss(rows + p->even[i].number + r * row_step),
                _mm256_loadu_ps(weights + p->even[i].weights), even[r]);
    for (; i < p->n_odd; i++)
#pragma GCC unroll 6
        for (int r = 0; r < n_rows; r++)
            odd[r] = _mm256_fmadd_ps(
                _mm256_broadcast_ss(rows + p->odd[i].number + r * row_step),
                _mm256_loadu_ps(weights + p->odd[i].weights), odd[r]);
#pragma GCC unroll 6
    for (int r = 0; r < n_rows; r++) put(p, row + r, column, _mm256_add_ps(even[r], odd[r]));
}

/* The same where there are nine columns more than sixteens: the first eight of these may be made of two sums, and are
   written over what is made in order. */
INLINED void multiply_odd(const Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t n) {
    const Py_ssize_t last = p->width - EIGHT - 1;
    Py_ssize_t row = 0, column;
    if (n >= DOZEN) {
        by_halves(p, rows, row_step, 0, 0, SIX);
        for (column = EIGHT; column < last; column += SIXTEEN) in_order(p, rows, row_step, 0, column, SIX);
        in_order(p, rows, row_step, 0, last, SIX);
        for (column = 0; column <= last; column += SIXTEEN) in_order(p, rows, row_step, SIX, column, SIX);
        by_halves(p, rows, row_step, SIX, last, SIX);
        row = DOZEN;
    }
    for (; row + FOUR <= n; row += FOUR) {
        in_order(p, rows, row_step, row, last, FOUR);
        for (column = 0; column <= last; column += EIGHT) by_halves(p, rows, row_step, row, column, FOUR);
    }
    for (; row < n; row++)
        for (column = 0; column <= last; column += SIXTEEN) in_order(p, rows, row_step, row, column, 1);
}

/* Any number of rows up to MOST_ROWS. */
INLINED void multiply(const Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t n) {
    const Py_ssize_t last = p->width - EIGHT;
    Py_ssize_t row = 0, column;
    if (p->width % SIXTEEN) {
        multiply_odd(p, rows, row_step, n);
        return;
    }
    if (n >= DOZEN) {
        by_halves(p, rows, row_step, 0, 0, SIX);
        for (column = EIGHT; column < last; column += SIXTEEN) in_order(p, rows, row_step, 0, column, SIX);
        by_halves(p, rows, row_step, 0, last, SIX);
        for (column = 0; column < last; column += SIXTEEN) in_order(p, rows, row_step, SIX, column, SIX);
        row = DOZEN;
    }
    for (; row + FOUR <= n; row += FOUR)
        for (column = 0; column <= last; column += EIGHT) by_halves(p, rows, row_step, row, column, FOUR);
    for (; row < n; row++)
        for (column = 0; column < last; column += SIXTEEN) in_order(p, rows, row_step, row, column, 1);
}

static inline void note(Product *p, Py_ssize_t column, Py_ssize_t number) {
    const Place place = {(int)number, (int)(column * p->stride)};
    p->all[p->n_all++] = place;
    if (column % 2) p->odd[p->n_odd++] = place;
    else p->even[p->n_even++] = place;
}

/* Rows one after the other. */
KERNEL void multiply_rows(Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t n) {
    Py_ssize_t column = 0, row;
    p->n_all = p->n_even = p->n_odd = 0;
    for (; column + EIGHT <= p->k; column += EIGHT) {
        __m256 any = _mm256_loadu_ps(rows + column);
        for (row = 1; row < n; row++) any = _mm256_or_ps(any, _mm256_loadu_ps(rows + row * row_step + column));
        int zeros = _mm256_movemask_ps(_mm256_cmp_ps(any, _mm256_setzero_ps(), _CMP_EQ_OQ));
        for (int i = 0; i < EIGHT; i++)
            if (!(zeros >> i & 1)) note(p, column + i, column + i);
    }
    for (; column < p->k; column++) note(p, column, column);
    multiply(p, rows, row_step, n);
}

/* A row of numbers, a multiple of eight, 0 where the bit of one, as in `signs`, is not set. */
KERNEL void keep(const float *from, const unsigned char *signs, Py_ssize_t width, float *to) {
    const __m256i bits = _mm256_setr_epi32(128, 64, 32, 16, 8, 4, 2, 1);
    for (Py_ssize_t k = 0; k < width; k += EIGHT) {
        __m256i is_kept = _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32(signs[k / EIGHT]), bits), bits);
        _mm256_storeu_ps(to + k, _mm256_and_ps(_mm256_loadu_ps(from + k), _mm256_castsi256_ps(is_kept)));
    }
}

/* Some rows of a matrix that may lie in any way, each number within the bounds of its column. */
KERNEL void multiply_within(
    Product *p, const char *rows, Py_ssize_t row_step, Py_ssize_t column_step, const float *low, const float *high,
    Py_ssize_t n
) {
    enum { ROOM = DOZEN + 1 };
    float within[MOST_COLUMNS * ROOM], *to = within; /* side by side: first numbers of all rows, second ones, ... */
    p->n_all = p->n_even = p->n_odd = 0;
    for (Py_ssize_t column = 0; column < p->k; column++, rows += column_step) {
        const float least = low[column], most = high[column];
        int is_any = 0;
        if (row_step == sizeof(float) && n == DOZEN) {
            const float *from = (const float *)rows;
            __m256 some = _mm256_max_ps(_mm256_loadu_ps(from), _mm256_set1_ps(least));
            __m128 more = _mm_max_ps(_mm_loadu_ps(from + EIGHT), _mm_set1_ps(least));
            some = _mm256_min_ps(some, _mm256_set1_ps(most));
            more = _mm_min_ps(more, _mm_set1_ps(most));
            _mm256_storeu_ps(to, some);
            _mm_storeu_ps(to + EIGHT, more);
            some = _mm256_or_ps(some, _mm256_zextps128_ps256(more));
            is_any = _mm256_movemask_ps(_mm256_cmp_ps(some, _mm256_setzero_ps(), _CMP_NEQ_UQ));
        } else {
            for (Py_ssize_t row = 0; row < n; row++) {
                float value = *(const float *)(rows + row * row_step);
                value = value > least ? value : least;
                to[row] = value < most ? value : most;
                is_any |= to[row] != 0;
            }
        }
        if (is_any) {
            note(p, column, to - within);
            to += ROOM;
        }
    }
    multiply(p, within, 1, n);
}

#else

static int has_kernel(void) { return 0; }
KERNEL void multiply_rows(Product *p, const float *rows, Py_ssize_t row_step, Py_ssize_t n) {}
KERNEL void keep(const float *from, const unsigned char *signs, Py_ssize_t width, float *to) {}
KERNEL void multiply_within(
    Product *p, const char *rows, Py_ssize_t row_step, Py_ssize_t column_step, const float *low, const float *high,
    Py_ssize_t n
) {}

#endif
