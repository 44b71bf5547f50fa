#include <stddef.h>
#include <stdint.h>
#include <string.h>

int32_t csv_field(const char *text, uint8_t *out, size_t out_size)
{
    char *to = (char *)out;

    if (strlen(text) + 3 > out_size)
        return -1;
    strcpy(to, "\"");
    for (; *text; text++) {
        if (*text == '"')
            strcat(to, "\"\"");
        else
            strncat(to, text, 1);
    }
    strcat(to, "\"");
    return (int32_t)strlen(to);
}
