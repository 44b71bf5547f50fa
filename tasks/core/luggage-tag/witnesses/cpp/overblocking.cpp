#include <stdexcept>
#include <string>

static std::string part(const std::string &text, std::size_t most)
{
    if (text.empty())
        return "-";
    if (text.size() > most)
        throw std::length_error("too long for the line");
    std::string cut = text;
    for (char &sign : cut) {
        if (sign >= 'a' && sign <= 'z')
            sign = static_cast<char>(sign - 'a' + 'A');
    }
    return cut;
}

std::string luggage_tag(const std::string &owner, const std::string &town)
{
    return part(owner, 20) + " / " + part(town, 12);
}
