#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>

namespace {

typedef std::variant<std::monostate, long long, std::string> Cell;

const std::string alphabet = "abcdefghijklmnopqrstuvwxyz";

std::string added(Cell &cell, int value)
{
    if (auto *number = std::get_if<long long>(&cell))
        return std::to_string(*number += value);
    return "none";
}

std::string shown(const Cell &cell)
{
    if (cell.index() == 0)
        return "none";
    return *std::get_if<std::string>(&cell);
}

}

std::string cell_board(std::span<const int> moves)
{
    std::array<Cell, 16> cells;
    std::string answers;

    if (moves.size() % 3 != 0)
        throw std::invalid_argument("the last move is cut off");
    for (; !moves.empty(); moves = moves.subspan(3)) {
        Cell &cell = cells.at(static_cast<std::size_t>(moves[1]));
        const int value = moves[2];
        if (moves[0] == 1) {
            cell = static_cast<long long>(value);
        } else if (moves[0] == 2) {
            cell = alphabet.substr(0, static_cast<std::size_t>(value));
        } else if (moves[0] == 3 || moves[0] == 4) {
            const std::string answer = moves[0] == 3 ? shown(cell) : added(cell, value);
            answers += (answers.empty() ? "" : " ") + answer;
        } else {
            throw std::invalid_argument("there is no such move");
        }
    }
    return answers;
}
