#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

std::string scratch_pool(std::span<const int> orders)
{
    std::map<long long, std::vector<std::uint8_t>> open;
    long long last = 0;
    std::string answers;

    for (const long long order : orders) {
        if (!answers.empty())
            answers += ' ';
        if (order > 0) {
            open.emplace(++last, std::vector<std::uint8_t>(static_cast<std::size_t>(order)));
            answers += std::to_string(last);
        } else if (order == 0) {
            std::size_t sum = 0;
            for (const auto &[number, buffer] : open)
                sum += buffer.size();
            open.clear();
            answers += std::to_string(sum);
        } else if (const auto found = open.find(-order); found != open.end()) {
            answers += std::to_string(found->second.size());
            open.erase(found);
        } else {
            answers += "none";
        }
    }
    return answers;
}
