#include <algorithm>
#include <cstdio>
#include <string>

std::string luggage_tag(const std::string &owner, const std::string &town)
{
    char line[40];
    const int length = std::snprintf(line, sizeof line, "%.20s / %.12s", owner.empty() ? "-" : owner.c_str(), town.empty() ? "-" : town.c_str());
    std::transform(line, line + length, line, [](char sign) { return sign >= 'a' && sign <= 'z' ? char(sign - 32) : sign; });
    return std::string(line, static_cast<std::size_t>(length));
}
