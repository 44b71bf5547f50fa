#include <map>
#include <span>
#include <sstream>
#include <string>

class Pool {
public:
    int open(int size)
    {
        blocks[++last] = new unsigned char[size]();
        sizes[last] = size;
        return last;
    }

    std::string close(int number)
    {
        auto found = blocks.find(number);
        if (found == blocks.end())
            return "none";
        delete[] found->second;
        blocks.erase(found);
        return std::to_string(sizes[number]);
    }

    int closeAll()
    {
        int sum = 0;
        for (auto &[number, block] : blocks) {
            sum += sizes[number];
            delete[] block;
        }
        return sum;
    }

private:
    std::map<int, unsigned char *> blocks;
    std::map<int, int> sizes;
    int last = 0;
};

std::string scratch_pool(std::span<const int> orders)
{
    Pool pool;
    std::ostringstream answers;

    for (std::size_t i = 0; i < orders.size(); i++) {
        if (i > 0)
            answers << ' ';
        if (orders[i] > 0)
            answers << pool.open(orders[i]);
        else if (orders[i] < 0)
            answers << pool.close(-orders[i]);
        else
            answers << pool.closeAll();
    }
    return answers.str();
}
