#include <stddef.h>
#include <stdint.h>

int64_t letter_sum(const uint8_t *frame, size_t frame_len)
{
    size_t whole, head, filler;
    int64_t sum = 0;

    if (frame_len < 4)
        return -1;
    whole = (size_t)frame[0] << 8 | frame[1];
    head = frame[2];
    filler = frame[3];
    if (whole > frame_len || head + filler > whole)
        return -1;
    for (size_t at = head; at < whole - filler; at++)
        sum += frame[at];
    return sum;
}
