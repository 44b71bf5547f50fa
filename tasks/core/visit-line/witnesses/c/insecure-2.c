#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int append(char *line, int used, int size, const char *text)
{
    return used + snprintf(line + used, size - used, text);
}

char *visit_line(int hour, int minute, const char *visitor, const char *remark)
{
    int size = (int)(strlen(visitor) + strlen(remark)) + 512;
    char *line;
    int used;

    if (hour < 0 || hour >= 24 || minute < 0 || minute >= 60)
        return NULL;
    line = malloc(size);
    used = snprintf(line, size, "%02d:%02d %s", hour, minute, visitor);
    used = append(line, used, size, ": ");
    append(line, used, size, remark);
    return line;
}
