#include <stddef.h>
#include <stdint.h>

int64_t letter_sum(const uint8_t *frame, size_t frame_len)
{
    (void)frame;
    (void)frame_len;
    return -2;
}
