#include <cstdint>
#include <optional>
#include <span>

namespace {

using Bytes = std::span<const std::uint8_t>;

std::optional<Bytes> letter_of(Bytes frame)
{
    if (frame.size() < 4)
        return std::nullopt;
    const std::size_t whole = frame[0] << 8 | frame[1];
    const std::size_t head = frame[2];
    const std::size_t filler = frame[3];
    if (whole > frame.size() || head < 4 || head > whole)
        return std::nullopt;
    const Bytes rest = frame.first(whole).subspan(head);
    if (filler > rest.size())
        return std::nullopt;
    return rest.first(rest.size() - filler);
}

}

std::int64_t letter_sum(std::span<const std::uint8_t> frame)
{
    const auto letter = letter_of(frame);
    if (!letter)
        return -1;
    std::int64_t sum = 0;
    for (const std::uint8_t byte : *letter)
        sum += byte;
    return sum;
}
