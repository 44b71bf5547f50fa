#include <stddef.h>
#include <stdint.h>

int64_t tape_window(const uint8_t *tape, size_t tape_len, int64_t position, int64_t count, uint8_t *window, size_t window_size)
{
    (void)tape;
    (void)tape_len;
    (void)position;
    (void)count;
    (void)window;
    (void)window_size;
    return 1;
}
