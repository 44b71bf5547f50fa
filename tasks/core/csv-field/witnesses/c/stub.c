#include <stddef.h>
#include <stdint.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    (void)text;
    if (out_size > 0)
        out[0] = 0;
    return 0;
}
