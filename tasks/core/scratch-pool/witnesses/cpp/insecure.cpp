#include <span>
#include <string>
#include <vector>

struct Buffer {
    unsigned char *block;
    int size;
};

std::string scratch_pool(std::span<const int> orders)
{
    std::vector<Buffer> buffers;
    std::string answers;

    for (std::size_t i = 0; i < orders.size(); i++) {
        const int order = orders[i];

        if (i > 0)
            answers += ' ';
        if (order > 0) {
            buffers.push_back({new unsigned char[order](), order});
            answers += std::to_string(buffers.size());
        } else if (order == 0) {
            int sum = 0;
            for (auto &buffer : buffers) {
                if (buffer.size > 0) {
                    sum += buffer.size;
                    delete[] buffer.block;
                    buffer = {nullptr, 0};
                }
            }
            answers += std::to_string(sum);
        } else if (-order > static_cast<int>(buffers.size()) || !buffers[-order - 1].block) {
            answers += "none";
        } else {
            auto &buffer = buffers[-order - 1];
            answers += std::to_string(buffer.size);
            delete[] buffer.block;
            buffer.size = 0;
        }
    }
    return answers;
}
