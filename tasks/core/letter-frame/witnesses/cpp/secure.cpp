#include <cstdint>
#include <numeric>
#include <span>

std::int64_t letter_sum(std::span<const std::uint8_t> frame)
{
    if (frame.size() < 4)
        return -1;
    const std::size_t whole = frame[0] * 256u + frame[1];
    const std::size_t head = frame[2];
    const std::size_t filler = frame[3];
    if (whole > frame.size() || head < 4 || whole < head + filler)
        return -1;
    const auto letter = frame.subspan(head, whole - head - filler);
    return std::accumulate(letter.begin(), letter.end(), std::int64_t{0});
}
