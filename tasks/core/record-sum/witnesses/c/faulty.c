#include <stddef.h>
#include <stdint.h>

int64_t record_sum(const uint8_t *data, size_t data_len, int32_t channel)
{
    int64_t sum = 0;
    size_t at = 0;

    if (channel < 0 || channel > 255)
        return -2;
    while (at < data_len) {
        size_t length;

        if (data_len - at < 3)
            return -1;
        length = (size_t)data[at + 1] << 8 | data[at + 2];
        if (length > data_len - at - 3)
            return -1;
        if ((int8_t)data[at] == channel) {
            for (size_t i = 0; i < length; i++)
                sum += data[at + 3 + i];
        }
        at += 3 + length;
    }
    return sum;
}
