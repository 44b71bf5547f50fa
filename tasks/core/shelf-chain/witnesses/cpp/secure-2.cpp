#include <cstdint>
#include <optional>
#include <span>

namespace {

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : left(bytes) {}

    bool at_end() const { return left.empty() || left.front() == 0; }

    /* The next item or skip as a whole. */
    std::optional<std::span<const std::uint8_t>> next()
    {
        const bool is_item = left.front() == 1;
        const std::size_t least = is_item ? 5 : 3;
        if (left.front() > 2 || left.size() < least)
            return std::nullopt;
        const std::size_t length = is_item ? left[1] : left[1] << 8 | left[2];
        if (length < least || length > left.size())
            return std::nullopt;
        const auto whole = left.first(length);
        left = left.subspan(length);
        return whole;
    }

private:
    std::span<const std::uint8_t> left;
};

}

std::int64_t shelf_weight(std::span<const std::uint8_t> listing, int shelf)
{
    Reader reader(listing);
    std::int64_t sum = 0;

    while (!reader.at_end()) {
        const auto whole = reader.next();
        if (!whole)
            return -1;
        if (whole->front() == 1 && (*whole)[2] == shelf)
            sum += (*whole)[3] << 8 | (*whole)[4];
    }
    return sum;
}
