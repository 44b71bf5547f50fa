#include <stddef.h>
#include <stdint.h>

int32_t order_total(const int32_t *prices, size_t prices_count, const int32_t *counts, size_t counts_count)
{
    int64_t total = 0;

    if (prices_count != counts_count)
        return -1;
    if (prices_count > 20)
        return -2;
    for (size_t i = 0; i < prices_count; i++) {
        if (prices[i] < 0 || counts[i] < 0)
            return -2;
        /* At most 2^31 + 2^62: nothing is lost before it is looked at. */
        total += (int64_t)prices[i] * counts[i];
        if (total > INT32_MAX)
            return -2;
    }
    return (int32_t)total;
}
