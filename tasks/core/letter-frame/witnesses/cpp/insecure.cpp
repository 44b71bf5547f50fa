#include <cstdint>
#include <numeric>
#include <span>

std::int64_t letter_sum(std::span<const std::uint8_t> frame)
{
    if (frame.size() < 4)
        return -1;

    const std::size_t whole = (frame[0] << 8) | frame[1];
    const std::size_t head = frame[2];
    const std::size_t filler = frame[3];
    if (whole > frame.size() || head < 4)
        return -1;

    std::size_t length = whole - head;
    if (filler > length)
        return -1;
    length -= filler;

    auto letter = frame.subspan(head, length);
    return std::accumulate(letter.begin(), letter.end(), std::int64_t{0});
}
