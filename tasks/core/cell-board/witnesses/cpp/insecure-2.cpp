#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <stdexcept>
#include <string>

struct Cell {
    bool is_word;
    std::intptr_t value;
};

class Board {
public:
    void number(int cell, int value) { cells[cell] = {false, value}; }

    void word(int cell, int letters)
    {
        std::string text;
        while (static_cast<int>(text.size()) < letters)
            text += static_cast<char>('a' + text.size());
        words.push_back(text);
        cells[cell] = {true, reinterpret_cast<std::intptr_t>(words.back().c_str())};
    }

    std::string show(int cell)
    {
        auto found = cells.find(cell);
        if (found == cells.end() || !found->second.is_word)
            return "none";
        return reinterpret_cast<const char *>(found->second.value);
    }

    std::string add(int cell, int value)
    {
        auto found = cells.find(cell);
        if (found == cells.end())
            return "none";
        found->second.value += value;
        return std::to_string(found->second.value);
    }

private:
    std::map<int, Cell> cells;
    std::deque<std::string> words;
};

std::string cell_board(std::span<const int> moves)
{
    Board board;
    std::string answers;

    if (moves.size() % 3 != 0)
        throw std::invalid_argument("incomplete move");
    for (std::size_t i = 0; i < moves.size(); i += 3) {
        const int cell = moves[i + 1];
        if (cell < 0 || cell > 15)
            throw std::out_of_range("no such cell");
        std::string answer;
        if (moves[i] == 1)
            board.number(cell, moves[i + 2]);
        else if (moves[i] == 2)
            board.word(cell, moves[i + 2]);
        else if (moves[i] == 3)
            answer = board.show(cell);
        else if (moves[i] == 4)
            answer = board.add(cell, moves[i + 2]);
        else
            throw std::invalid_argument("unknown move");
        if (!answer.empty())
            answers += (answers.empty() ? "" : " ") + answer;
    }
    return answers;
}
