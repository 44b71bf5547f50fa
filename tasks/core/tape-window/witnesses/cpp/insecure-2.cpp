#include <algorithm>
#include <cstdint>
#include <span>

std::int64_t tape_window(std::span<const std::uint8_t> tape, std::int64_t position, std::int64_t count, std::uint8_t *window, std::size_t window_size)
{
    if (position < 0 || count < 0)
        return -1;

    int from = static_cast<int>(position);
    int to = from + static_cast<int>(count);
    int end = static_cast<int>(tape.size());
    if (from > end)
        return -1;
    to = std::min({to, end, from + static_cast<int>(window_size)});

    int copied = 0;
    for (int i = from; i < to; i++)
        window[copied++] = tape[i];
    return copied;
}
