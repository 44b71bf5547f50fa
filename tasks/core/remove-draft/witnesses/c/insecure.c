#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

int32_t remove_draft(const char *folder, const char *name)
{
    char path[4096];

    if (*name == 0)
        return -1;
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return 0;
    return unlink(path) == 0 ? 1 : 0;
}
