#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 40

static char *sheet;
static size_t length;

static void end_row(const char *row, int last)
{
    size_t more = strlen(row);

    sheet = realloc(sheet, length + more + 2);
    memcpy(sheet + length, row, more);
    length += more;
    if (!last)
        sheet[length++] = '\n';
    sheet[length] = '\0';
}

char *telex_sheet(const uint8_t *message, size_t message_len)
{
    char row[WIDTH];
    int used = 0;

    sheet = NULL;
    length = 0;
    for (size_t i = 0; i < message_len; i++) {
        char part[4] = { (char)message[i] };

        if (!(message[i] != 0 && strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ", message[i])))
            sprintf(part, "=%02X", message[i]);
        if (used + (int)strlen(part) > WIDTH) {
            row[used] = '\0';
            end_row(row, 0);
            used = 0;
        }
        memcpy(row + used, part, strlen(part));
        used += (int)strlen(part);
    }
    row[used] = '\0';
    end_row(row, 1);
    return sheet;
}
