#include <stddef.h>
#include <stdint.h>
#include <string.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    uint8_t quotes = 0;
    size_t at = 0;

    for (const char *c = strchr(text, '"'); c != NULL; c = strchr(c + 1, '"'))
        quotes++;
    if (strlen(text) + quotes + 3 > out_size)
        return -1;
    out[at++] = '"';
    for (; *text != 0; text++) {
        if (*text == '"')
            out[at++] = '"';
        out[at++] = (uint8_t)*text;
    }
    out[at++] = '"';
    out[at] = 0;
    return (int32_t)at;
}
