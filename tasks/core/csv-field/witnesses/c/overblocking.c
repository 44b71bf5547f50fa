#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    if (strchr(text, '"') != NULL || strlen(text) + 3 > out_size)
        return -1;
    return snprintf((char *)out, out_size, "\"%s\"", text);
}
