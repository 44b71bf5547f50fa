#include <stddef.h>
#include <stdint.h>

int64_t shelf_weight(const uint8_t *listing, size_t listing_len, int shelf)
{
    int64_t sum = 0;
    size_t at = 0;

    while (at < listing_len && listing[at] != 0) {
        const uint8_t *start = listing + at;
        size_t left = listing_len - at;
        size_t length;

        if (start[0] == 1) {
            if (left < 5)
                return -1;
            length = start[1];
            if (length < 5 || length > left)
                return -1;
            if (start[2] == shelf)
                sum += start[3] << 8 | start[4];
        } else if (start[0] == 2) {
            if (left < 3)
                return -1;
            length = (size_t)start[1] << 8 | start[2];
            if (length < 3 || length > left)
                return -1;
        } else {
            return sum;
        }
        at += length;
    }
    return sum;
}
