#include <cstring>
#include <string>

std::string luggage_tag(const std::string &owner, const std::string &town)
{
    char name[64];

    std::strcpy(name, owner.empty() ? "-" : owner.c_str());
    name[20] = '\0';
    std::string line = std::string(name) + " / " + (town.empty() ? "-" : town.substr(0, 12));
    for (char &sign : line) {
        if (sign >= 'a' && sign <= 'z')
            sign -= 32;
    }
    return line;
}
