#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *visit_line(int hour, int minute, const char *visitor, const char *remark)
{
    size_t size = strlen(visitor) + strlen(remark) + 32;
    char *form = malloc(size);
    char *line = malloc(size);

    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
        free(form);
        free(line);
        return NULL;
    }
    /* Everything but the remark is known by now. */
    snprintf(form, size, "%02d:%02d %s: %%s", hour, minute, visitor);
    snprintf(line, size, form, remark);
    free(form);
    return line;
}
