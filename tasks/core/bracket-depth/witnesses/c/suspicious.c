#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int32_t bracket_depth(const char *text)
{
    /* The copy has the size of the text; open brackets are gathered at its beginning, never beyond what was read. */
    char *copy = malloc(strlen(text) + 1);
    int32_t used = 0;
    int32_t deepest = 0;

    if (copy == NULL)
        return -1;
    strcpy(copy, text);
    for (const char *next = copy; *next != 0; next++) {
        char c = *next;

        if (c == '(' || c == '[' || c == '{') {
            copy[used++] = (char)(c == '(' ? ')' : c + 2);
            if (used > deepest)
                deepest = used;
        } else if ((c == ')' || c == ']' || c == '}') && (used == 0 || copy[--used] != c)) {
            free(copy);
            return -1;
        }
    }
    free(copy);
    return used == 0 ? deepest : -1;
}
