#include <algorithm>
#include <string>

std::string luggage_tag(const std::string &owner, const std::string &town)
{
    char place[32] = "-";
    std::string line = owner.empty() ? "-" : owner.substr(0, 20);

    if (!town.empty())
        *std::copy(town.begin(), town.end(), place) = '\0';
    place[12] = '\0';
    line += " / ";
    line += place;
    std::transform(line.begin(), line.end(), line.begin(), [](char sign) { return sign >= 'a' && sign <= 'z' ? char(sign - 32) : sign; });
    return line;
}
