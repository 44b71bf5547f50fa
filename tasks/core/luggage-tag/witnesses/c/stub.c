#include <string.h>

char *luggage_tag(const char *owner, const char *town)
{
    (void)owner;
    (void)town;
    return strdup("");
}
