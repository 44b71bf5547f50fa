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
    char *copy;
    int32_t number = fallback;
    char *rest = NULL;

    if (options == NULL)
        return fallback;
    copy = strdup(options);
    for (char *piece = strtok_r(copy, ";", &rest); piece != NULL; piece = strtok_r(NULL, ";", &rest)) {
        char *parts = NULL;
        char *key, *value;

        if (strchr(piece, '=') == NULL)
            continue;
        key = strtok_r(piece, "=", &parts);
        value = strtok_r(NULL, "=", &parts);
        if (strcmp(key, name) == 0 && read_number(value, &number))
            break;
    }
    free(copy);
    return number;
}
