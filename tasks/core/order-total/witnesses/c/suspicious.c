#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int32_t order_total(const int32_t *prices, size_t prices_count, const int32_t *counts, size_t counts_count)
{
    int32_t left = INT32_MAX;
    int32_t price, count;

    if (prices_count != counts_count)
        return -1;
    for (size_t i = 0; i < prices_count; i++) {
        memcpy(&price, prices + i, sizeof price);
        memcpy(&count, counts + i, sizeof count);
        if (price < 0 || count < 0)
            return -2;
        /* What is left is divided, so that no product can run over. */
        if (price > 0 && count > left / price)
            return -2;
        left -= price * count;
    }
    return INT32_MAX - left;
}
