#include <span>
#include <stdexcept>
#include <string>
#include <vector>

enum class Kind { Nothing, Number, Word };

struct Cell {
    Kind kind = Kind::Nothing;
    union {
        long number;
        std::string *word;
    };
};

std::string cell_board(std::span<const int> moves)
{
    std::vector<Cell> cells(16);
    std::string answers;
    const auto answer = [&answers](const std::string &text) {
        if (!answers.empty())
            answers += ' ';
        answers += text;
    };

    if (moves.size() % 3 != 0)
        throw std::invalid_argument("incomplete move");
    for (std::size_t i = 0; i < moves.size(); i += 3) {
        Cell &cell = cells.at(moves[i + 1]);
        const int n = moves[i + 2];
        switch (moves[i]) {
        case 1:
            cell.kind = Kind::Number;
            cell.number = n;
            break;
        case 2:
            cell.kind = Kind::Word;
            cell.word = new std::string(std::string("abcdefghijklmnopqrstuvwxyz").substr(0, n));
            break;
        case 3:
            if (cell.kind == Kind::Nothing)
                answer("none");
            else
                answer(*cell.word);
            break;
        case 4:
            if (cell.kind == Kind::Number)
                answer(std::to_string(cell.number += n));
            else
                answer("none");
            break;
        default:
            throw std::invalid_argument("unknown move");
        }
    }
    return answers;
}
