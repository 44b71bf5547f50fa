#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* Removes only what the folder itself lists under that name. */
int32_t remove_draft(const char *folder, const char *name)
{
    DIR *directory;
    struct dirent *entry;
    int32_t removed = 0;

    if (name[0] == 0)
        return -1;
    directory = opendir(folder);
    if (directory == NULL)
        return 0;
    while ((entry = readdir(directory)) != NULL) {
        if (strcmp(entry->d_name, name) == 0) {
            removed = unlinkat(dirfd(directory), entry->d_name, 0) == 0;
            break;
        }
    }
    closedir(directory);
    return removed;
}
