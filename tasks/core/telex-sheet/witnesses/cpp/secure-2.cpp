#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

std::string telex_sheet(std::span<const std::uint8_t> message)
{
    static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";
    static constexpr std::string_view digits = "0123456789ABCDEF";
    // A mark has three characters, and at worst each stands in a row of its own.
    std::vector<char> sheet(message.size() * 4 + 1);
    std::size_t at = 0;
    std::size_t row = 0;

    for (const std::uint8_t byte : message) {
        const bool stays = plain.find(static_cast<char>(byte)) != plain.npos;
        if (at - row + (stays ? 1 : 3) > 40) {
            sheet[at++] = '\n';
            row = at;
        }
        if (stays) {
            sheet[at++] = static_cast<char>(byte);
            continue;
        }
        sheet[at++] = '=';
        sheet[at++] = digits[byte >> 4];
        sheet[at++] = digits[byte & 15];
    }
    return std::string(sheet.data(), at);
}
