#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The number that the whole text is; 0 where it is none. */
static int read_number(const char *text, int32_t *number)
{
    const char *digits = *text == '-' ? text + 1 : text;
    long value;
    char *end;

    if (*digits < '0' || *digits > '9')
        return 0;
    value = strtol(text, &end, 10);
    if (*end != 0 || value < -1000000000L || value > 1000000000L)
        return 0;
    *number = (int32_t)value;
    return 1;
}

int32_t option_number(const char *options, const char *name, int32_t fallback)
{
    size_t length = strlen(name);
    char value[12];

    for (const char *c = options; c != NULL && *c != 0; c++) {
        if (!isalnum((unsigned char)*c) && *c != '=' && *c != ';')
            return fallback;
    }
    for (const char *next = options; next != NULL; next = strchr(next, ';')) {
        size_t digits;
        int32_t number;

        next += *next == ';';
        if (strncmp(next, name, length) != 0 || next[length] != '=')
            continue;
        digits = strcspn(next + length + 1, ";");
        if (digits >= sizeof value)
            continue;
        memcpy(value, next + length + 1, digits);
        value[digits] = 0;
        if (read_number(value, &number))
            return number;
    }
    return fallback;
}
