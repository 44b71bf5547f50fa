#include <stdint.h>

int32_t remove_draft(const char *folder, const char *name)
{
    (void)folder;
    (void)name;
    return 0;
}
