#include <iterator>
#include <list>
#include <span>
#include <string>

std::string song_queue(std::span<const int> wishes)
{
    std::list<int> songs;
    std::list<int>::iterator playing;
    bool started = false;
    std::string answers;

    for (int wish : wishes) {
        if (wish > 0) {
            songs.push_back(wish);
        } else if (wish < 0) {
            songs.remove(-wish);
        } else {
            auto next = started ? std::next(playing) : songs.begin();
            int number = 0;

            if (next != songs.end()) {
                playing = next;
                started = true;
                number = *playing;
            }
            if (!answers.empty())
                answers += " ";
            answers += std::to_string(number);
        }
    }
    return answers;
}
