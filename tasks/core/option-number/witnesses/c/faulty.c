#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The number that the whole text is; 0 where it is none. */
static int read_number(const char *text, int32_t *number)
{
    long value;
    char *end;

    if (*text < '0' || *text > '9')
        return 0;
    value = strtol(text, &end, 10);
    if (*end != 0 || value > 1000000000L)
        return 0;
    *number = (int32_t)value;
    return 1;
}

int32_t option_number(const char *options, const char *name, int32_t fallback)
{
    char *copy = options == NULL ? NULL : strdup(options);
    int32_t number = fallback;
    char *rest = NULL;

    if (copy == NULL)
        return fallback;
    for (char *piece = strtok_r(copy, ";", &rest); piece != NULL; piece = strtok_r(NULL, ";", &rest)) {
        char *sign = strchr(piece, '=');

        if (sign == NULL)
            continue;
        *sign = 0;
        if (strcmp(piece, name) == 0 && read_number(sign + 1, &number))
            break;
    }
    free(copy);
    return number;
}
