#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
        if (strcmp(piece, name) == 0) {
            number = atoi(sign + 1);
            break;
        }
    }
    free(copy);
    return number;
}
