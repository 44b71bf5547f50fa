#include <stdint.h>
#include <stdlib.h>

#define ROW 40

static const char digits[] = "0123456789ABCDEF";

static int is_plain(uint8_t byte)
{
    uint8_t small = byte | 0x20;

    return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') || byte == ' ';
}

/* Writes the sheet to `out` unless that is NULL; returns its length either way. */
static size_t print(const uint8_t *message, size_t message_len, char *out)
{
    size_t length = 0;
    int column = 0;

    for (size_t i = 0; i < message_len; i++) {
        char mark[3] = { '=', digits[message[i] >> 4], digits[message[i] & 15] };
        int width = 3;

        if (is_plain(message[i])) {
            mark[0] = (char)message[i];
            width = 1;
        }
        if (column + width > ROW) {
            if (out != NULL)
                out[length] = '\n';
            length++;
            column = 0;
        }
        for (int n = 0; n < width; n++, length++) {
            if (out != NULL)
                out[length] = mark[n];
        }
        column += width;
    }
    return length;
}

char *telex_sheet(const uint8_t *message, size_t message_len)
{
    size_t length = print(message, message_len, NULL);
    char *sheet = malloc(length + 1);

    if (sheet != NULL) {
        print(message, message_len, sheet);
        sheet[length] = '\0';
    }
    return sheet;
}
