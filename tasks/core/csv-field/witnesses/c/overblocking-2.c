#include <stddef.h>
#include <stdint.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    size_t needed = 3;
    size_t at = 0;

    for (const char *c = text; *c; c++)
        needed += *c == '"' ? 2 : 1;
    if (needed >= out_size || needed > INT32_MAX)
        return -1;
    out[at++] = '"';
    for (const char *c = text; *c; c++) {
        if (*c == '"')
            out[at++] = '"';
        out[at++] = (uint8_t)*c;
    }
    out[at++] = '"';
    out[at] = 0;
    return (int32_t)at;
}
