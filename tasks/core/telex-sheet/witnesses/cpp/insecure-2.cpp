#include <array>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>

class Sheet {
public:
    void add(const std::string &part)
    {
        if (used + part.size() > row.size())
            endRow("\n");
        for (char sign : part)
            row[used++] = sign;
    }

    std::string finish()
    {
        endRow("");
        return text;
    }

private:
    void endRow(const char *end)
    {
        row[used] = '\0';
        text += row.data();
        text += end;
        used = 0;
    }

    std::array<char, 40> row{};
    std::size_t used = 0;
    std::string text;
};

std::string telex_sheet(std::span<const std::uint8_t> message)
{
    Sheet sheet;

    for (auto byte : message) {
        char mark[4];
        std::snprintf(mark, sizeof mark, "=%02X", byte);
        sheet.add(byte < 128 && (std::isalnum(byte) || byte == ' ') ? std::string(1, char(byte)) : mark);
    }
    return sheet.finish();
}
