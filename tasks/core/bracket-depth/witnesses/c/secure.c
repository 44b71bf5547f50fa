#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int32_t bracket_depth(const char *text)
{
    size_t length = strlen(text);
    char *awaited = malloc(length + 1);
    size_t used = 0;
    size_t deepest = 0;
    int32_t result = -1;

    if (awaited == NULL)
        return -1;
    for (size_t i = 0; i < length; i++) {
        switch (text[i]) {
        case '(':
            awaited[used++] = ')';
            break;
        case '[':
            awaited[used++] = ']';
            break;
        case '{':
            awaited[used++] = '}';
            break;
        case ')':
        case ']':
        case '}':
            if (used == 0 || awaited[--used] != text[i])
                goto done;
            break;
        default:
            break;
        }
        if (used > deepest)
            deepest = used;
    }
    if (used == 0)
        result = (int32_t)deepest;
done:
    free(awaited);
    return result;
}
