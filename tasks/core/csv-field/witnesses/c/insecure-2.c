#include <stddef.h>
#include <stdint.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    size_t needed = 2;
    size_t at = 0;

    for (size_t i = 0; text[i] != 0; i++)
        needed += text[i] == '"' ? 2 : 1;
    if (needed > out_size)
        return -1;
    out[at++] = '"';
    for (size_t i = 0; text[i] != 0; i++) {
        out[at++] = (uint8_t)text[i];
        if (text[i] == '"')
            out[at++] = '"';
    }
    out[at++] = '"';
    out[at] = 0;
    return (int32_t)at;
}
