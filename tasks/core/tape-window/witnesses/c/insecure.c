#include <stdint.h>
#include <string.h>

int64_t tape_window(const uint8_t *tape, size_t tape_len, int64_t position, int64_t count, uint8_t *window, size_t window_size)
{
    int64_t left = (int64_t)tape_len - position;

    if (left < 0)
        return -1;
    if (count > left)
        count = left;
    if (count > (int64_t)window_size)
        count = (int64_t)window_size;
    memcpy(window, tape + position, count);
    return count;
}
