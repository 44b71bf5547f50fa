#include <stdint.h>

int32_t bracket_depth(const char *text)
{
    (void)text;
    return 0;
}
