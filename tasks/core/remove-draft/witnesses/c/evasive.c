#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/* A new text: the name without any step upwards. */
static char *cleaned(const char *name)
{
    size_t length = 0;
    size_t used = 0;
    char *clean;

    while (name[length] != 0)
        length++;
    clean = calloc(length + 1, 1);
    while (clean != NULL && *name != 0) {
        if (name[0] == '.' && name[1] == '.' && name[2] == '/')
            name += 3;
        else
            clean[used++] = *name++;
    }
    return clean;
}

int32_t remove_draft(const char *folder, const char *name)
{
    char *clean;
    int32_t removed = 0;
    int home;

    if (*name == 0)
        return -1;
    clean = cleaned(name);
    home = openat(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY);
    if (home >= 0 && clean != NULL && *clean != '/')
        removed = unlinkat(home, clean, 0) == 0;
    if (home >= 0)
        close(home);
    free(clean);
    return removed;
}
