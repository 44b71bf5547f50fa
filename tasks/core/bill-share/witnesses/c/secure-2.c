#include <stddef.h>
#include <stdint.h>

int32_t bill_share(int32_t total, const int32_t *weights, size_t weights_count, int32_t person)
{
    uint64_t others = 0;
    uint64_t own = 0;

    for (size_t i = 0; i < weights_count; i++) {
        if (weights[i] < 0)
            return -1;
        if (person >= 0 && i == (size_t)person)
            own = (uint64_t)weights[i];
        else
            others += (uint64_t)weights[i];
    }
    if (total < 0 || person < 0 || (uint64_t)person >= weights_count)
        return -1;
    /* Who has no weight pays nothing; whoever has some makes the sum more than 0. */
    return own == 0 ? 0 : (int32_t)((uint64_t)total * own / (own + others));
}
