#include <stddef.h>
#include <stdint.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    size_t at = 0;

    if (out_size < 3)
        return -1;
    out[at++] = '"';
    for (; *text != 0; text++) {
        /* Room for this character, the closing quote and the zero byte. */
        if (out_size - at < 3)
            return -1;
        out[at++] = (uint8_t)*text;
        if (*text == '"')
            out[at++] = '"';
    }
    out[at++] = '"';
    out[at] = 0;
    return (int32_t)at;
}
