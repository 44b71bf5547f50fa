#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int32_t remove_draft(const char *folder, const char *name)
{
    char *path = NULL;
    char *real, *home;
    int32_t removed = 0;

    if (*name == 0)
        return -1;
    if (asprintf(&path, "%s/%s", folder, name) < 0)
        return 0;
    real = realpath(path, NULL);
    home = realpath(folder, NULL);
    if (real != NULL && home != NULL && strncmp(real, home, strlen(home)) == 0)
        removed = unlink(real) == 0;
    free(real);
    free(home);
    free(path);
    return removed;
}
