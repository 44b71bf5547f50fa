#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

std::int64_t tape_window(std::span<const std::uint8_t> tape, std::int64_t position, std::int64_t count, std::uint8_t *window, std::size_t window_size)
{
    if (std::cmp_less(position, 0) || std::cmp_greater(position, tape.size()) || std::cmp_less(count, 0))
        return -1;
    auto part = tape.last(tape.size() - position);
    if (std::cmp_greater(part.size(), count))
        part = part.first(count);
    if (part.size() > window_size)
        part = part.first(window_size);
    if (!part.empty())
        std::memcpy(window, part.data(), part.size());
    return std::ssize(part);
}
