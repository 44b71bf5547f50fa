#include <list>
#include <span>
#include <sstream>
#include <string>

std::string song_queue(std::span<const int> wishes)
{
    std::list<int> played;
    std::list<int> waiting;
    std::ostringstream answers;
    const char *between = "";

    for (const int wish : wishes) {
        if (wish > 0) {
            waiting.push_back(wish);
        } else if (wish < 0) {
            waiting.remove(-wish);
            played.remove(-wish);
        } else {
            answers << between << (waiting.empty() ? 0 : waiting.front());
            between = " ";
            if (!waiting.empty())
                played.splice(played.end(), waiting, waiting.begin());
        }
    }
    return answers.str();
}
