#include <stddef.h>
#include <stdint.h>

int32_t order_total(const int32_t *prices, size_t prices_count, const int32_t *counts, size_t counts_count)
{
    int64_t total = 0;

    if (prices_count != counts_count)
        return -1;
    for (size_t i = 0; i < prices_count; i++) {
        if (prices[i] < 0 || counts[i] < 0)
            return -2;
        if (prices[i] > 1000000 || counts[i] > 1000)
            return -2;
        total += (int64_t)prices[i] * counts[i];
        if (total > 100000000)
            return -2;
    }
    return (int32_t)total;
}
