#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

int32_t remove_draft(const char *folder, const char *name)
{
    char path[4096];
    int dots = 0;

    if (*name == 0)
        return -1;
    for (const char *c = name; *c != 0; c++) {
        dots += *c == '.';
        if (dots > 1 || (!isalnum((unsigned char)*c) && *c != '.' && *c != '-' && *c != '_'))
            return 0;
    }
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return 0;
    return unlink(path) == 0;
}
