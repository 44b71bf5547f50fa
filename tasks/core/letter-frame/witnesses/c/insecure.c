#include <stddef.h>
#include <stdint.h>

int64_t letter_sum(const uint8_t *frame, size_t frame_len)
{
    int64_t sum = 0;

    if (frame_len < 4)
        return -1;

    size_t whole = (size_t)frame[0] << 8 | frame[1];
    size_t head = frame[2];
    size_t filler = frame[3];

    if (whole > frame_len || head < 4)
        return -1;

    size_t letter = whole - head;
    if (filler > letter)
        return -1;
    letter -= filler;

    for (size_t i = 0; i < letter; i++)
        sum += frame[head + i];
    return sum;
}
