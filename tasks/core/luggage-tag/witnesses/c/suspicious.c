#include <stdlib.h>
#include <string.h>

char *luggage_tag(const char *owner, const char *town)
{
    char first[21] = "-";
    char second[13] = "-";
    char line[40];

    if (*owner)
        strncpy(first, owner, sizeof first - 1);
    if (*town)
        strncpy(second, town, sizeof second - 1);
    first[20] = second[12] = '\0';
    strcpy(line, first);
    strcat(line, " / ");
    strcat(line, second);
    for (char *at = line; *at; at++) {
        if (*at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
    }
    return strdup(line);
}
