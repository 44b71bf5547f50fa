#include <stddef.h>
#include <stdint.h>

int32_t order_total(const int32_t *prices, size_t prices_count, const int32_t *counts, size_t counts_count)
{
    (void)prices;
    (void)prices_count;
    (void)counts;
    (void)counts_count;
    return -2;
}
