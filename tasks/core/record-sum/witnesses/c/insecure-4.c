#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The driver of the radio may change its own buffer while we read. */
static uint8_t copy[1 << 18];

int64_t record_sum(const uint8_t *data, size_t data_len, int32_t channel)
{
    int64_t sum = 0;
    size_t at = 0;

    if (channel < 0 || channel > 255)
        return -2;
    if (data_len > sizeof copy / 2)
        return -1;
    memcpy(copy, data, data_len);
    while (at < data_len) {
        size_t length;

        if (data_len - at < 3)
            return -1;
        length = (size_t)copy[at + 1] << 8 | copy[at + 2];
        if (length > data_len - at)
            return -1;
        if (copy[at] == channel) {
            for (size_t i = 0; i < length; i++)
                sum += copy[at + 3 + i];
        }
        at += 3 + length;
    }
    return sum;
}
