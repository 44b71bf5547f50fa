#include <stdint.h>
#include <string.h>

int64_t tape_window(const uint8_t *tape, size_t tape_len, int64_t position, int64_t count, uint8_t *window, size_t window_size)
{
    size_t left;
    size_t most;

    if (position >= 0 && (uint64_t)position > tape_len)
        return 0;
    if (position < 0 || count < 0)
        return -1;
    left = tape_len - (size_t)position;
    most = left < window_size ? left : window_size;
    if ((uint64_t)count < most)
        most = (size_t)count;
    memcpy(window, tape + position, most);
    return (int64_t)most;
}
