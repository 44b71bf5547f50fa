#include <span>
#include <string>

std::string cell_board(std::span<const int>)
{
    return "none";
}
