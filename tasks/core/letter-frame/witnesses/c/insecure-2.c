#include <stdint.h>
#include <string.h>

struct head {
    uint16_t whole;
    uint8_t length;
    uint8_t filler;
};

static int read_head(const uint8_t *frame, size_t frame_len, struct head *head)
{
    if (frame_len < sizeof *head)
        return -1;
    memcpy(head, frame, sizeof *head);
    head->whole = (uint16_t)(frame[0] << 8 | frame[1]);
    if (head->whole > frame_len || head->length < 4)
        return -1;
    if (head->length > head->whole || head->filler > head->whole)
        return -1;
    return 0;
}

int64_t letter_sum(const uint8_t *frame, size_t frame_len)
{
    struct head head;
    int64_t sum = 0;

    if (read_head(frame, frame_len, &head) != 0)
        return -1;
    uint32_t left = (uint32_t)head.whole - head.length - head.filler;
    const uint8_t *at = frame + head.length;
    while (left-- > 0)
        sum += *at++;
    return sum;
}
