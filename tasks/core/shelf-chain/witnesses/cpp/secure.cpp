#include <cstdint>
#include <span>

std::int64_t shelf_weight(std::span<const std::uint8_t> listing, int shelf)
{
    std::int64_t sum = 0;

    while (!listing.empty() && listing[0] != 0) {
        std::size_t length = 0;
        if (listing[0] == 1) {
            if (listing.size() < 5 || listing[1] < 5)
                return -1;
            length = listing[1];
        } else if (listing[0] == 2) {
            if (listing.size() < 3)
                return -1;
            length = listing[1] * 256u + listing[2];
            if (length < 3)
                return -1;
        } else {
            return -1;
        }
        if (length > listing.size())
            return -1;
        if (listing[0] == 1 && listing[2] == shelf)
            sum += listing[3] * 256 + listing[4];
        listing = listing.subspan(length);
    }
    return sum;
}
