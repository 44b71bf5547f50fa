#include <stddef.h>
#include <stdint.h>

int64_t letter_sum(const uint8_t *frame, size_t frame_len)
{
    const int received = frame_len > 65535 ? 65535 : (int)frame_len;
    int64_t sum = 0;
    int whole;
    int letter;

    if (received < 4)
        return -1;
    whole = frame[0] * 256 + frame[1];
    letter = whole - frame[2] - frame[3];
    if (whole != received || frame[2] < 4 || letter < 0)
        return -1;
    for (const uint8_t *at = frame + frame[2]; letter > 0; letter--)
        sum += *at++;
    return sum;
}
