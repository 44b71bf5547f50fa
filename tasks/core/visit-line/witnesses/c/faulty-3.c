#include <stdio.h>
#include <stdlib.h>

char *visit_line(int hour, int minute, const char *visitor, const char *remark)
{
    static const char form[] = "%02d:%02d %s: %s";
    char *line;
    int length;

    if (hour < 0 || hour > 24 || minute < 0 || minute > 59)
        return NULL;
    length = snprintf(NULL, 0, form, hour, minute, visitor, remark);
    if (length < 0)
        return NULL;
    line = malloc((size_t)length + 1);
    if (line != NULL)
        snprintf(line, (size_t)length + 1, form, hour, minute, visitor, remark);
    return line;
}
