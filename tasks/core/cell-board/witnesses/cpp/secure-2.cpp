#include <memory>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

class Cell {
public:
    virtual ~Cell() = default;
    virtual std::string show() const { return "none"; }
    virtual std::string add(int) { return "none"; }
};

class Number : public Cell {
public:
    explicit Number(int number) : number(number) {}
    std::string add(int more) override
    {
        number += more;
        return std::to_string(number);
    }

private:
    long number;
};

class Word : public Cell {
public:
    explicit Word(int letters)
    {
        if (letters < 1 || letters > 26)
            throw std::invalid_argument("no such word");
        for (int i = 0; i < letters; i++)
            word += static_cast<char>('a' + i);
    }
    std::string show() const override { return word; }

private:
    std::string word;
};

}

std::string cell_board(std::span<const int> moves)
{
    std::vector<std::unique_ptr<Cell>> cells;
    for (int i = 0; i < 16; i++)
        cells.push_back(std::make_unique<Cell>());
    std::ostringstream answers;
    const char *between = "";

    if (moves.size() % 3 != 0)
        throw std::invalid_argument("incomplete move");
    for (std::size_t i = 0; i < moves.size(); i += 3) {
        if (moves[i + 1] < 0 || moves[i + 1] > 15)
            throw std::invalid_argument("no such cell");
        auto &cell = cells[static_cast<std::size_t>(moves[i + 1])];
        switch (moves[i]) {
        case 1:
            cell = std::make_unique<Number>(moves[i + 2]);
            break;
        case 2:
            cell = std::make_unique<Word>(moves[i + 2]);
            break;
        case 3:
        case 4:
            answers << between << (moves[i] == 3 ? cell->show() : cell->add(moves[i + 2]));
            between = " ";
            break;
        default:
            throw std::invalid_argument("no such move");
        }
    }
    return answers.str();
}
