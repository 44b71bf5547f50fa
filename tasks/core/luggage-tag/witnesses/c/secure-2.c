#include <stdlib.h>
#include <string.h>

static char *append(char *to, const char *text, size_t most)
{
    size_t length = strnlen(text, most);

    if (length == 0)
        *to++ = '-';
    for (size_t i = 0; i < length; i++) {
        char sign = text[i];

        *to++ = sign >= 'a' && sign <= 'z' ? (char)(sign - 32) : sign;
    }
    return to;
}

char *luggage_tag(const char *owner, const char *town)
{
    char *line = malloc(strlen(owner) + strlen(town) + 6);
    char *at = line;

    if (line == NULL)
        return NULL;
    at = append(at, owner, 20);
    memcpy(at, " / ", 3);
    at = append(at + 3, town, 12);
    *at = '\0';
    return line;
}
