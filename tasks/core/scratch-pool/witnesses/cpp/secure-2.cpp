#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Buffer {
    std::unique_ptr<unsigned char[]> block;
    int size = 0;

    int close()
    {
        if (!block)
            return 0;
        block.reset();
        return size;
    }
};

}

std::string scratch_pool(std::span<const int> orders)
{
    std::vector<Buffer> buffers;
    std::ostringstream answers;
    const char *between = "";

    for (const int order : orders) {
        answers << between;
        between = " ";
        if (order > 0) {
            buffers.push_back({std::make_unique<unsigned char[]>(static_cast<std::size_t>(order)), order});
            answers << buffers.size();
            continue;
        }
        if (order == 0) {
            int sum = 0;
            for (Buffer &each : buffers)
                sum += each.close();
            answers << sum;
            continue;
        }
        const auto number = static_cast<std::size_t>(-order);
        const int size = number > buffers.size() ? 0 : buffers[number - 1].close();
        if (size > 0)
            answers << size;
        else
            answers << "none";
    }
    return answers.str();
}
