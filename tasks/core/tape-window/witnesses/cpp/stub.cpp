#include <cstdint>
#include <span>

std::int64_t tape_window(std::span<const std::uint8_t>, std::int64_t, std::int64_t, std::uint8_t *, std::size_t)
{
    return 1;
}
