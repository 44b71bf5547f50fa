#include <cstdint>
#include <span>

std::int64_t shelf_weight(std::span<const std::uint8_t> listing, int shelf)
{
    std::int64_t sum = 0;

    while (!listing.empty()) {
        std::size_t length;
        switch (listing[0]) {
        case 0:
            return sum;
        case 1:
            if (listing.size() < 5)
                return -1;
            length = listing[1];
            if (listing[2] == shelf)
                sum += listing[3] << 8 | listing[4];
            break;
        case 2:
            if (listing.size() < 3)
                return -1;
            length = listing[1] << 8 | listing[2];
            if (length < 3)
                return -1;
            break;
        default:
            return -1;
        }
        if (length > listing.size())
            return -1;
        listing = listing.subspan(length);
    }
    return sum;
}
