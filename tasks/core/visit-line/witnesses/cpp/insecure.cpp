#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

std::string visit_line(int hour, int minute, const std::string &visitor, const std::string &remark)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        throw std::invalid_argument("no such time");
    const std::string form = "%02d:%02d " + visitor + ": %s";
    std::vector<char> line(visitor.size() + remark.size() + 32);
    std::snprintf(line.data(), line.size(), form.c_str(), hour, minute, remark.c_str());
    return line.data();
}
