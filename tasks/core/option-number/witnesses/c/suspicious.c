#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int32_t option_number(const char *options, const char *name, int32_t fallback)
{
    char piece[10001];
    char wanted[10002];
    long long number;
    int used;

    if (options == NULL || strlen(options) > 10000 || strlen(name) > 10000)
        return fallback;
    strcpy(wanted, name);
    strcat(wanted, "=");
    while (*options != 0) {
        size_t length = strcspn(options, ";");

        memcpy(piece, options, length);
        piece[length] = 0;
        options += length + (options[length] == ';');
        if (strncmp(piece, wanted, strlen(wanted)) == 0) {
            const char *value = piece + strlen(wanted);

            used = 0;
            if (strspn(value, "-0123456789") == strlen(value) && strlen(value) <= 11 && sscanf(value, "%lld%n", &number, &used) == 1 &&
                value[used] == 0 && number >= -1000000000LL && number <= 1000000000LL)
                return (int32_t)number;
        }
    }
    return fallback;
}
