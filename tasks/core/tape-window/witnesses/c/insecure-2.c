#include <stdint.h>
#include <string.h>

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

int64_t tape_window(const uint8_t *tape, size_t tape_len, int64_t position, int64_t count, uint8_t *window, size_t window_size)
{
    int length = tape_len;
    int from = position;
    int bytes = count;

    if (position < 0 || count < 0 || from > length)
        return -1;
    bytes = smaller(bytes, length - from);
    bytes = smaller(bytes, window_size);
    memcpy(window, &tape[from], bytes);
    return bytes;
}
