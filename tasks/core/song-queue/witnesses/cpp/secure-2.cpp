#include <iterator>
#include <list>
#include <span>
#include <string>

std::string song_queue(std::span<const int> wishes)
{
    std::list<int> songs;
    auto next = songs.end();
    std::string answers;

    for (const int wish : wishes) {
        if (wish > 0) {
            songs.push_back(wish);
            if (next == songs.end())
                next = std::prev(songs.end());
        } else if (wish < 0) {
            for (auto song = songs.begin(); song != songs.end();) {
                if (*song != -wish) {
                    ++song;
                    continue;
                }
                const bool comes_next = song == next;
                song = songs.erase(song);
                if (comes_next)
                    next = song;
            }
        } else {
            if (!answers.empty())
                answers += ' ';
            answers += std::to_string(next == songs.end() ? 0 : *next);
            if (next != songs.end())
                ++next;
        }
    }
    return answers;
}
