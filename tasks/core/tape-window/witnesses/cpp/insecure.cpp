#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

std::int64_t tape_window(std::span<const std::uint8_t> tape, std::int64_t position, std::int64_t count, std::uint8_t *window, std::size_t window_size)
{
    const auto length = static_cast<std::int64_t>(tape.size());
    if (position > length)
        return -1;
    count = std::min(count, length - position);
    count = std::min(count, static_cast<std::int64_t>(window_size));
    std::memcpy(window, tape.data() + position, count);
    return count;
}
