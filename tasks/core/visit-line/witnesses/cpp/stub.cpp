#include <string>

std::string visit_line(int, int, const std::string &, const std::string &)
{
    return "00:00";
}
