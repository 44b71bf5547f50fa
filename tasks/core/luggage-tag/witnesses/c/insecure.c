#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *luggage_tag(const char *owner, const char *town)
{
    char name[64];
    char line[64];

    strcpy(name, *owner ? owner : "-");
    name[20] = '\0';
    snprintf(line, sizeof line, "%s / %.12s", name, *town ? town : "-");
    for (char *at = line; *at; at++) {
        if (*at >= 'a' && *at <= 'z')
            *at -= 32;
    }
    return strdup(line);
}
