#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int64_t record_sum(const uint8_t *data, size_t data_len, int32_t channel)
{
    uint8_t payload[65536];
    int64_t sum = 0;

    if (channel < 0 || channel > 255)
        return -2;
    while (data_len > 0) {
        size_t length;

        if (data_len < 3)
            return -1;
        length = (size_t)data[1] * 256 + data[2];
        if (data_len - 3 < length)
            return -1;
        /* A length has 16 bits, and so fits. */
        memcpy(payload, data + 3, length);
        for (size_t i = 0; data[0] == channel && i < length; i++)
            sum += payload[i];
        data += 3 + length;
        data_len -= 3 + length;
    }
    return sum;
}
