# Numbers between 0 and 1 as `repr` has them, with whole numbers alone where the compiler has some of 128 bits.

cdef extern from *:
    """
    #include <stdint.h>
    #include <string.h>

    #define BOILERSTRIP_MOST_PLACES 21

    /* Writes the shortest digits that are read as the value, and how many characters; 0 for what `repr` is to say.

       With n places the value is mantissa * 5**n / 2**shift, and what is nearest to it is read as the value where it
       is nearer than half of the mantissa's last bit, 5**n / 2. As 5**n is odd, it is never just as far as that. */
    static int boilerstrip_real(double value, char *to) {
        uint64_t bits;
        memcpy(&bits, &value, sizeof(bits));
        if (!bits) {
            memcpy(to, "0.0", 3);
            return 3;
        }
    #ifdef __SIZEOF_INT128__
        if (value >= 0x1p-14 && value < 1 && bits << 12) { /* below a power of two numbers stand closer */
            uint64_t mantissa = (bits & (~(uint64_t)0 >> 12)) | (uint64_t)1 << 52, five = 762939453125u, digits = 0;
            int places = 17, shift, n; /* `five` is 5**17: with 17 digits any number is told from all others */
            double least = 0.1;
            for (; value < least && places < BOILERSTRIP_MOST_PLACES; least /= 10) places++, five *= 5;
            shift = 1075 - (int)(bits >> 52) - places;
            for (; places; places--, shift++, five /= 5) {
                unsigned __int128 product = (unsigned __int128)mantissa * five;
                uint64_t whole = (uint64_t)(product >> shift), unit = (uint64_t)1 << shift;
                uint64_t over = (uint64_t)product & (unit - 1);
                if (over == unit - over) return 0; /* two are as near */
                if (over > unit - over) over = unit - over, whole++;
                if (over > five / 2) break;
                digits = whole;
            }
            if (!digits) return 0;
            for (n = places + 2; n > 1; n--, digits /= 10) to[n] = (char)('0' + digits % 10);
            to[0] = '0', to[1] = '.', n = places + 3;
            if (value >= 1e-4) return n;
            to[0] = to[6]; /* what is behind 0.0000 */
            n = n == 7 ? 1 : n - 5;
            memmove(to + 2, to + 7, n - 1);
            memcpy(to + n, "e-05", 4);
            return n + 4;
        }
    #endif
        return 0;
    }
    """
    int short_real "boilerstrip_real"(double value, char* to) noexcept nogil
    enum:
        MOST_PLACES "BOILERSTRIP_MOST_PLACES"
