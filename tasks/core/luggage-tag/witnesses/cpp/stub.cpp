#include <string>

std::string luggage_tag(const std::string &, const std::string &)
{
    return {};
}
