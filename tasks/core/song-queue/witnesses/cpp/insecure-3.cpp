#include <span>
#include <sstream>
#include <string>

struct Song {
    int number;
    Song *next = nullptr;
};

std::string song_queue(std::span<const int> wishes)
{
    Song first{0};
    Song *last = &first;
    Song *playing = &first;
    std::ostringstream answers;
    const char *between = "";

    for (const int wish : wishes) {
        if (wish > 0) {
            last->next = new Song{wish};
            last = last->next;
        } else if (wish < 0) {
            for (Song *song = &first; song->next != nullptr;) {
                if (song->next->number != -wish) {
                    song = song->next;
                    continue;
                }
                Song *gone = song->next;
                song->next = gone->next;
                delete gone;
            }
        } else {
            answers << between << (playing->next ? playing->next->number : 0);
            between = " ";
            if (playing->next)
                playing = playing->next;
        }
    }
    return answers.str();
}
