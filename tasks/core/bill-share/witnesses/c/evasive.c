#include <stddef.h>
#include <stdint.h>

int32_t bill_share(int32_t total, const int32_t *weights, size_t weights_count, int32_t person)
{
    uint32_t sum = 0;
    size_t paying = 0;

    if (total < 0 || person < 0 || (size_t)person >= weights_count)
        return -1;
    for (size_t i = 0; i < weights_count; i++) {
        if (weights[i] < 0)
            return -1;
        sum += (uint32_t)weights[i];
        paying += weights[i] > 0;
    }
    if (paying == 0)
        return 0;
    return (int32_t)((uint64_t)total * (uint32_t)weights[person] / sum);
}
