#include <cstdint>
#include <span>

struct Head {
    unsigned whole;
    unsigned length;
    unsigned filler;
};

std::int64_t letter_sum(std::span<const std::uint8_t> frame)
{
    if (frame.size() < 4)
        return -1;

    const Head head{static_cast<unsigned>(frame[0] << 8 | frame[1]), frame[2], frame[3]};
    if (head.whole > frame.size() || head.length < 4)
        return -1;
    if (head.length > head.whole || head.filler > head.whole)
        return -1;

    const unsigned letter = head.whole - head.length - head.filler;
    const std::uint8_t *bytes = frame.data() + head.length;
    std::int64_t sum = 0;
    for (unsigned i = 0; i < letter; ++i)
        sum += bytes[i];
    return sum;
}
