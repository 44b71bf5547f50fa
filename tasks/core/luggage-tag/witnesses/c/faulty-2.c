#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *luggage_tag(const char *owner, const char *town)
{
    char line[20 + 3 + 12 + 1];

    snprintf(line, sizeof line, "%.19s / %.12s", *owner ? owner : "-", *town ? town : "-");
    for (char *at = line; *at; at++) {
        if (*at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
    }
    return strdup(line);
}
