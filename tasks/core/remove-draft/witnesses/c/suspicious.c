#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int32_t remove_draft(const char *folder, const char *name)
{
    char path[PATH_MAX];
    struct stat status;

    if (strlen(name) == 0)
        return -1;
    if (strlen(folder) + strlen(name) + 2 > sizeof path || strpbrk(name, "/") != NULL)
        return 0;
    /* Folder, slash, name and zero byte fit: their length was checked. */
    sprintf(path, "%s/%s", folder, name);
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return 0;
    return remove(path) == 0;
}
