#include <span>
#include <string>

std::string scratch_pool(std::span<const int>)
{
    return "0";
}
