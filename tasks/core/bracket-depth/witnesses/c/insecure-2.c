#include <stddef.h>
#include <stdint.h>
#include <string.h>

int32_t bracket_depth(const char *text)
{
    const char *opening = "([{";
    const char *closing = ")]}";
    char awaited[1024];
    int32_t used = 0;
    int32_t deepest = 0;

    for (; *text != 0; text++) {
        const char *found = strchr(opening, *text);

        if (found != NULL) {
            awaited[used++] = closing[found - opening];
            deepest = used > deepest ? used : deepest;
        } else if (strchr(closing, *text) != NULL) {
            if (used == 0 || awaited[--used] != *text)
                return -1;
        }
    }
    return used == 0 ? deepest : -1;
}
