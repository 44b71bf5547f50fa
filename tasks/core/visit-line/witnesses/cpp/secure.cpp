#include <iomanip>
#include <sstream>
#include <stdexcept>
#include <string>

std::string visit_line(int hour, int minute, const std::string &visitor, const std::string &remark)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        throw std::invalid_argument("there is no such time");
    std::ostringstream line;
    line << std::setfill('0') << std::setw(2) << hour << ':' << std::setw(2) << minute << ' ' << visitor << ": " << remark;
    return line.str();
}
