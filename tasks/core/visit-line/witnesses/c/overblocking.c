#include <stdlib.h>
#include <string.h>

static char *two_digits(char *at, int number)
{
    *at++ = (char)('0' + number / 10);
    *at++ = (char)('0' + number % 10);
    return at;
}

static char *text(char *at, const char *from)
{
    size_t length = strlen(from);

    memcpy(at, from, length);
    return at + length;
}

char *visit_line(int hour, int minute, const char *visitor, const char *remark)
{
    char *line;
    char *at;

    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return NULL;
    if (strlen(visitor) > 64 || strlen(remark) > 64)
        return NULL;
    line = malloc(strlen(visitor) + strlen(remark) + sizeof "00:00 : ");
    if (line == NULL)
        return NULL;
    at = two_digits(line, hour);
    *at++ = ':';
    at = two_digits(at, minute);
    *at++ = ' ';
    at = text(at, visitor);
    at = text(at, ": ");
    at = text(at, remark);
    *at = '\0';
    return line;
}
