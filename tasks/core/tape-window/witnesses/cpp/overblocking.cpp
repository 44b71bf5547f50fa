#include <algorithm>
#include <cstdint>
#include <span>

std::int64_t tape_window(std::span<const std::uint8_t> tape, std::int64_t position, std::int64_t count, std::uint8_t *window, std::size_t window_size)
{
    if (position < 0 || position > std::ssize(tape) || count < 0)
        return -1;
    const auto rest = tape.subspan(static_cast<std::size_t>(position));
    if (static_cast<std::size_t>(count) > rest.size() || static_cast<std::size_t>(count) > window_size)
        return -1;
    const auto most = std::min({rest.size(), window_size, static_cast<std::size_t>(count)});
    std::copy_n(rest.begin(), most, window);
    return static_cast<std::int64_t>(most);
}
