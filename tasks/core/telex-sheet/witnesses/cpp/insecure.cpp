#include <cctype>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>

std::string telex_sheet(std::span<const std::uint8_t> message)
{
    auto sheet = std::make_unique<char[]>(message.size() * 2 + 1);
    char *at = sheet.get();
    int column = 0;

    for (auto byte : message) {
        const bool plain = byte < 128 && (std::isalnum(byte) || byte == ' ');
        const int width = plain ? 1 : 3;
        if (column + width > 40) {
            *at++ = '\n';
            column = 0;
        }
        if (plain)
            *at++ = static_cast<char>(byte);
        else
            at += std::sprintf(at, "=%02X", byte);
        column += width;
    }
    *at = '\0';
    return sheet.get();
}
