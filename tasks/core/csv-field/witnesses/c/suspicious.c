#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    /* Twice the text, two quotes and a zero byte: more than any field takes. */
    char *field = malloc(2 * strlen(text) + 3);
    char *end;
    size_t length;

    if (field == NULL)
        return -1;
    strcpy(field, "\"");
    end = field + 1;
    for (; *text != 0; text++) {
        if (*text == '"')
            *end++ = '"';
        *end++ = *text;
    }
    strcpy(end, "\"");
    length = strlen(field);
    if (length + 1 > out_size) {
        free(field);
        return -1;
    }
    memcpy(out, field, length + 1);
    free(field);
    return (int32_t)length;
}
