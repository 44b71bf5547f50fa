#include <stdint.h>

int32_t option_number(const char *options, const char *name, int32_t fallback)
{
    (void)options;
    (void)name;
    return fallback;
}
