#include <stddef.h>
#include <stdint.h>

static int64_t greatest_common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;

        a = b;
        b = rest;
    }
    return a;
}

int32_t bill_share(int32_t total, const int32_t *weights, size_t weights_count, int32_t person)
{
    int64_t sum = 0;

    if (total < 0 || person < 0 || (size_t)person >= weights_count)
        return -1;
    for (size_t i = 0; i < weights_count; i++) {
        if (weights[i] < 0)
            return -1;
        sum += weights[i];
    }
    int64_t divisor = greatest_common_divisor(weights[person], sum);

    return (int32_t)(total * (weights[person] / divisor) / (sum / divisor));
}
