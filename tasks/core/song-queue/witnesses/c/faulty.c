#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 64

char *song_queue(const int *wishes, size_t wishes_count)
{
    int songs[MOST];
    int count = 0;
    int next = 0;
    char *answers = malloc(wishes_count * 12 + 1);
    size_t used = 0;

    if (answers == NULL)
        return NULL;
    answers[0] = '\0';
    for (size_t i = 0; i < wishes_count; i++) {
        if (wishes[i] > 0 && count < MOST) {
            songs[count++] = wishes[i];
        } else if (wishes[i] < 0) {
            for (int n = count - 1; n >= 0; n--) {
                if (songs[n] != -wishes[i])
                    continue;
                memmove(songs + n, songs + n + 1, (size_t)(count - n - 1) * sizeof *songs);
                count--;
                next -= n < next;
            }
        } else if (wishes[i] == 0) {
            used += (size_t)sprintf(answers + used, "%s%d", used == 0 ? "" : " ", next < count ? songs[next] : 0);
            next += next < count;
        }
    }
    return answers;
}
