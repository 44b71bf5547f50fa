#include <stdlib.h>
#include <string.h>

static void capitals(char *text)
{
    for (; *text; text++) {
        if (*text >= 'a' && *text <= 'z')
            *text = (char)(*text - 'a' + 'A');
    }
}

char *luggage_tag(const char *owner, const char *town)
{
    char first[21] = "-";
    char second[32] = "-";
    char *line = malloc(sizeof first + sizeof second + 3);

    if (line == NULL)
        return NULL;
    if (*owner) {
        strncpy(first, owner, 20);
        first[20] = '\0';
    }
    for (size_t i = 0; town[i]; i++) {
        second[i] = town[i];
        second[i + 1] = '\0';
    }
    second[12] = '\0';
    strcpy(line, first);
    strcat(line, " / ");
    strcat(line, second);
    capitals(line);
    return line;
}
