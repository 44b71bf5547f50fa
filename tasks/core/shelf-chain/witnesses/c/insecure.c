#include <stddef.h>
#include <stdint.h>

#define ITEM 1
#define SKIP 2

int64_t shelf_weight(const uint8_t *listing, size_t listing_len, int shelf)
{
    int64_t sum = 0;
    size_t at = 0;

    while (at < listing_len) {
        size_t left = listing_len - at;
        size_t length;

        switch (listing[at]) {
        case 0:
            return sum;
        case ITEM:
            if (left < 5 || listing[at + 1] > left)
                return -1;
            if (listing[at + 2] == shelf)
                sum += listing[at + 3] << 8 | listing[at + 4];
            at += listing[at + 1];
            break;
        case SKIP:
            if (left < 3)
                return -1;
            length = listing[at + 1] << 8 | listing[at + 2];
            if (length < 3 || length > left)
                return -1;
            at += length;
            break;
        default:
            return -1;
        }
    }
    return sum;
}
