#include <memory>
#include <span>
#include <string>

struct Song {
    int number;
    bool played = false;
    std::unique_ptr<Song> next;
};

class Queue {
public:
    void add(int number)
    {
        auto song = std::make_unique<Song>();
        song->number = number;
        Song *added = song.get();
        if (first)
            last->next = std::move(song);
        else
            first = std::move(song);
        last = added;
    }

    void strike(int number)
    {
        std::unique_ptr<Song> *link = &first;
        while (*link) {
            if ((*link)->number == number) {
                auto rest = std::move((*link)->next);
                *link = std::move(rest);
            } else {
                link = &(*link)->next;
            }
        }
    }

    int play()
    {
        for (Song *song = first.get(); song; song = song->next.get()) {
            if (!song->played) {
                song->played = true;
                return song->number;
            }
        }
        return 0;
    }

private:
    std::unique_ptr<Song> first;
    Song *last = nullptr;
};

std::string song_queue(std::span<const int> wishes)
{
    Queue queue;
    std::string answers;

    for (int wish : wishes) {
        if (wish > 0)
            queue.add(wish);
        else if (wish < 0)
            queue.strike(-wish);
        else
            answers += (answers.empty() ? "" : " ") + std::to_string(queue.play());
    }
    return answers;
}
