#include <cstdio>
#include <stdexcept>
#include <string>

std::string visit_line(int hour, int minute, const std::string &visitor, const std::string &remark)
{
    if (hour < 0 || hour > 23)
        throw std::out_of_range("hour");
    if (minute < 0 || minute > 59)
        throw std::out_of_range("minute");
    if (visitor.size() > 64 || remark.size() > 64)
        throw std::length_error("too long");
    char clock[8];
    std::snprintf(clock, sizeof clock, "%02d:%02d", hour, minute);
    return clock + (" " + visitor) + ": " + remark;
}
