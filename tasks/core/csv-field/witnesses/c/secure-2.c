#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    uint8_t *bytes;
    size_t size;
    size_t used;
};

/* Writes a byte where there is room for it. */
static bool put(struct buffer *to, uint8_t byte)
{
    if (to->used >= to->size)
        return false;
    to->bytes[to->used++] = byte;
    return true;
}

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    struct buffer to = { out, out_size, 0 };
    bool fits = put(&to, '"');

    for (; fits && *text != 0; text++) {
        if (*text == '"')
            fits = put(&to, '"');
        fits = fits && put(&to, (uint8_t)*text);
    }
    fits = fits && put(&to, '"') && put(&to, 0);
    return fits ? (int32_t)(to.used - 1) : -1;
}
