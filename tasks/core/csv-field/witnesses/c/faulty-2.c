#include <stddef.h>
#include <stdint.h>

struct buffer {
    uint8_t *bytes;
    size_t size;
    size_t used;
};

/* Writes a byte where there is room for it and for the zero byte. */
static void put(struct buffer *to, uint8_t byte)
{
    if (to->used + 1 < to->size)
        to->bytes[to->used++] = byte;
}

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    struct buffer to = { out, out_size, 0 };

    put(&to, '"');
    for (; *text != 0; text++) {
        if (*text == '"')
            put(&to, '"');
        put(&to, (uint8_t)*text);
    }
    put(&to, '"');
    if (out_size > 0)
        out[to.used] = 0;
    return (int32_t)to.used;
}
