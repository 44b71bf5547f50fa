#include <stddef.h>
#include <stdint.h>

int64_t tape_window(const uint8_t *tape, size_t tape_len, int64_t position, int64_t count, uint8_t *window, size_t window_size)
{
    const int64_t length = (int64_t)tape_len;
    const int64_t room = (int64_t)window_size;
    int64_t copied = 0;

    if (position < 0 || position > length || count < 0)
        return -1;
    while (copied < count && copied < room && copied < length - position) {
        window[copied] = tape[position + copied];
        copied++;
    }
    return copied;
}
