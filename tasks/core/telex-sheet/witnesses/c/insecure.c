#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

char *telex_sheet(const uint8_t *message, size_t message_len)
{
    /* Most bytes are letters, so twice the length is plenty. */
    char *sheet = malloc(message_len * 2 + 1);
    char *at = sheet;
    int column = 0;

    for (size_t i = 0; i < message_len; i++) {
        int plain = message[i] < 128 && (isalnum(message[i]) || message[i] == ' ');
        int width = plain ? 1 : 3;

        if (column + width > 40) {
            *at++ = '\n';
            column = 0;
        }
        if (plain)
            *at++ = message[i];
        else
            at += sprintf(at, "=%02X", message[i]);
        column += width;
    }
    *at = '\0';
    return sheet;
}
