#include <stddef.h>
#include <stdint.h>

int32_t order_total(const int32_t *prices, size_t prices_count, const int32_t *counts, size_t counts_count)
{
    uint32_t total = 0;

    if (prices_count != counts_count)
        return -1;
    for (size_t i = 0; i < prices_count; i++) {
        uint32_t cost;

        /* Nobody carries more than a million pieces home. */
        if (prices[i] < 0 || counts[i] < 0 || counts[i] > 1000000)
            return -2;
        cost = (uint32_t)prices[i] * (uint32_t)counts[i];
        if (cost > INT32_MAX - total)
            return -2;
        total += cost;
    }
    return (int32_t)total;
}
