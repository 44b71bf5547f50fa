#include <cstdint>
#include <span>
#include <stdexcept>

class Listing {
public:
    explicit Listing(std::span<const std::uint8_t> bytes) : bytes(bytes) {}

    bool more() const { return at < bytes.size() && bytes[at] != 0; }

    int kind() const { return bytes[at]; }

    int item(int shelf)
    {
        need(5);
        int length = bytes[at + 1];
        if (length < 5)
            throw std::runtime_error("item too short");
        int weight = bytes[at + 2] == shelf ? bytes[at + 3] << 8 | bytes[at + 4] : 0;
        need(length);
        at += length;
        return weight;
    }

    void skip()
    {
        need(3);
        int length = bytes[at + 1] << 8 | bytes[at + 2];
        need(length);
        at += length;
    }

private:
    void need(std::size_t count) const
    {
        if (bytes.size() - at < count)
            throw std::runtime_error("cut off");
    }

    std::span<const std::uint8_t> bytes;
    std::size_t at = 0;
};

std::int64_t shelf_weight(std::span<const std::uint8_t> bytes, int shelf)
{
    Listing listing(bytes);
    std::int64_t sum = 0;

    try {
        while (listing.more()) {
            if (listing.kind() == 1)
                sum += listing.item(shelf);
            else if (listing.kind() == 2)
                listing.skip();
            else
                return -1;
        }
    } catch (const std::runtime_error &) {
        return -1;
    }
    return sum;
}
