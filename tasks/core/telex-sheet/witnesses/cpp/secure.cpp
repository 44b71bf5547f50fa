#include <cctype>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>

std::string telex_sheet(std::span<const std::uint8_t> message)
{
    std::string sheet;
    std::size_t column = 0;

    for (const std::uint8_t byte : message) {
        std::string part(1, static_cast<char>(byte));
        if (byte > 127 || (!std::isalnum(byte) && byte != ' ')) {
            char mark[4];
            std::snprintf(mark, sizeof mark, "=%02X", byte);
            part = mark;
        }
        if (column + part.size() > 40) {
            sheet += '\n';
            column = 0;
        }
        sheet += part;
        column += part.size();
    }
    return sheet;
}
