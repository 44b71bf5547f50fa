#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int is_plain(uint8_t byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == ' ';
}

char *telex_sheet(const uint8_t *message, size_t message_len)
{
    char *sheet = NULL;
    size_t length = 0;
    size_t column = 0;
    FILE *out = open_memstream(&sheet, &length);

    if (out == NULL)
        return NULL;
    for (size_t i = 0; i < message_len; i++) {
        size_t width = is_plain(message[i]) ? 1 : 3;

        if (column >= 40) {
            fputc('\n', out);
            column = 0;
        }
        fprintf(out, width == 1 ? "%c" : "=%02X", message[i]);
        column += width;
    }
    if (fclose(out) != 0) {
        free(sheet);
        return NULL;
    }
    return sheet;
}
