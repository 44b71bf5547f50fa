#include <stddef.h>
#include <stdint.h>

/* The length of what starts here, or 0 where it is not whole. */
static size_t length_of(const uint8_t *start, size_t left)
{
    size_t least = start[0] == 1 ? 5 : 3;
    size_t length;

    if (start[0] > 2 || left < least)
        return 0;
    length = start[0] == 1 ? start[1] : (size_t)(start[1] * 256 + start[2]);
    return length < least || length > left ? 0 : length;
}

int64_t shelf_weight(const uint8_t *listing, size_t listing_len, int shelf)
{
    const uint8_t *end = listing + listing_len;
    int64_t sum = 0;

    for (size_t length; listing < end && *listing != 0; listing += length) {
        length = length_of(listing, (size_t)(end - listing));
        if (length == 0)
            return -1;
        if (listing[0] == 1 && listing[2] == shelf)
            sum += listing[3] * 256 + listing[4];
    }
    return sum;
}
