#include <stddef.h>
#include <stdint.h>

int32_t order_total(const int32_t *prices, size_t prices_count, const int32_t *counts, size_t counts_count)
{
    uint32_t total = 0;

    if (prices_count != counts_count)
        return -1;
    for (size_t i = 0; i < prices_count; i++) {
        int64_t cost = (int64_t)prices[i] * counts[i];

        if (prices[i] < 0 || counts[i] < 0 || cost > INT32_MAX)
            return -2;
        total += (uint32_t)cost;
    }
    return total > INT32_MAX ? -2 : (int32_t)total;
}
