#include <stddef.h>
#include <stdint.h>

struct item {
    int shelf;
    int weight;
};

static long read_item(const uint8_t *at, size_t left, struct item *item)
{
    if (left < 5 || at[1] < 5 || at[1] > left)
        return -1;
    item->shelf = at[2];
    item->weight = at[3] << 8 | at[4];
    return at[1];
}

static long read_skip(const uint8_t *at, size_t left)
{
    if (left < 3)
        return -1;
    size_t length = at[1] << 8 | at[2];
    return length > left ? -1 : (long)length;
}

int64_t shelf_weight(const uint8_t *listing, size_t listing_len, int shelf)
{
    int64_t sum = 0;

    while (listing_len > 0 && *listing != 0) {
        struct item item = { -1, 0 };
        long length = -1;

        if (*listing == 1)
            length = read_item(listing, listing_len, &item);
        else if (*listing == 2)
            length = read_skip(listing, listing_len);
        if (length < 0)
            return -1;
        if (item.shelf == shelf)
            sum += item.weight;
        listing += length;
        listing_len -= length;
    }
    return sum;
}
