#include <cstdarg>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace {

class Line {
public:
    void print(const char *form, ...)
    {
        char part[1024];
        va_list values;
        va_start(values, form);
        std::vsnprintf(part, sizeof part, form, values);
        va_end(values);
        text += part;
    }

    std::string text;
};

}

std::string visit_line(int hour, int minute, const std::string &visitor, const std::string &remark)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        throw std::runtime_error("wrong time");
    Line line;
    line.print("%02d:%02d ", hour, minute);
    line.text += visitor + ": ";
    line.print(remark.c_str());
    return line.text;
}
