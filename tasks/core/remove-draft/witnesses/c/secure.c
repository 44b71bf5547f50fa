#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int32_t remove_draft(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    struct stat status;
    char *path;
    int removed;

    if (*name == 0)
        return -1;
    if (strchr(name, '/') != NULL || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return 0;
    path = malloc(size);
    if (path == NULL)
        return 0;
    snprintf(path, size, "%s/%s", folder, name);
    removed = lstat(path, &status) == 0 && S_ISREG(status.st_mode) && unlink(path) == 0;
    free(path);
    return removed;
}
