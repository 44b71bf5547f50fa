#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Reads the number that the `length` characters are. */
static int number_of(const char *text, size_t length, int32_t *number)
{
    int64_t value = 0;
    size_t first = length > 0 && text[0] == '-';

    if (first == length)
        return 0;
    for (size_t i = first; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        value = value * 10 + (text[i] - '0');
        if (value > 1000000000)
            return 0;
    }
    *number = (int32_t)(first ? -value : value);
    return 1;
}

int32_t option_number(const char *options, const char *name, int32_t fallback)
{
    size_t name_length = strlen(name);
    int32_t number;

    for (const char *next = options; next != NULL && *next != 0;) {
        size_t length = strcspn(next, ";");
        size_t sign = strcspn(next, "=;");

        if (sign < length && sign == name_length && strncmp(next, name, sign) == 0 &&
            number_of(next + sign + 1, length - sign - 1, &number))
            return number;
        next += length;
        next += *next == ';';
    }
    return fallback;
}
