#include <stdint.h>
#include <string.h>
#include <unistd.h>

int32_t remove_draft(const char *folder, const char *name)
{
    char path[512];

    if (*name == 0)
        return -1;
    if (strchr(name, '/') != NULL)
        return 0;
    strcpy(path, folder);
    strcat(path, "/");
    strcat(path, name);
    return unlink(path) == 0;
}
