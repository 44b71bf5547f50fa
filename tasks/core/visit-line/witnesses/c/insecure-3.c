#include <stdio.h>
#include <stdlib.h>

char *visit_line(int hour, int minute, const char *visitor, const char *remark)
{
    char *line = NULL;
    size_t length = 0;
    FILE *out;

    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return NULL;
    out = open_memstream(&line, &length);
    fprintf(out, "%02d:%02d ", hour, minute);
    fprintf(out, visitor);
    fprintf(out, ": ");
    fprintf(out, remark);
    fclose(out);
    return line;
}
