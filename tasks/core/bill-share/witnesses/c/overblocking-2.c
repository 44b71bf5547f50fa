#include <stddef.h>
#include <stdint.h>

int32_t bill_share(int32_t total, const int32_t *weights, size_t weights_count, int32_t person)
{
    int64_t sum = 0;

    /* Our largest table has eight chairs. */
    if (weights_count > 8)
        return -1;

    if (total < 0 || person < 0 || (size_t)person >= weights_count)
        return -1;
    for (size_t i = 0; i < weights_count; i++) {
        if (weights[i] < 0)
            return -1;
        sum += weights[i];
    }
    if (sum == 0)
        return 0;
    return (int32_t)((int64_t)total * weights[person] / sum);
}
