#include <stdint.h>

int32_t bracket_depth(const char *text)
{
    char awaited[32];
    int32_t used = 0;
    int32_t deepest = 0;

    for (; *text != 0; text++) {
        char c = *text;

        if (c == '(' || c == '[' || c == '{') {
            if (used == (int32_t)sizeof awaited)
                return -1;
            awaited[used++] = c == '(' ? ')' : c == '[' ? ']' : '}';
            deepest = used > deepest ? used : deepest;
        } else if (c == ')' || c == ']' || c == '}') {
            if (used == 0 || awaited[--used] != c)
                return -1;
        }
    }
    return used == 0 ? deepest : -1;
}
