#include <stddef.h>
#include <stdint.h>

int64_t record_sum(const uint8_t *data, size_t data_len, int32_t channel)
{
    int64_t sum = 0;
    int left = (int)data_len;
    const uint8_t *next = data;

    if (channel < 0 || channel > 255)
        return -2;
    while (left > 0) {
        int16_t length;

        if (left < 3)
            return -1;
        length = (int16_t)(next[1] << 8 | next[2]);
        if (length > left - 3)
            return -1;
        if (*next == channel) {
            for (int i = 0; i < length; i++)
                sum += next[3 + i];
        }
        next += 3 + length;
        left -= 3 + length;
    }
    return sum;
}
