#include <stdio.h>
#include <stdlib.h>

struct song {
    int number;
    struct song *next;
};

char *song_queue(const int *wishes, size_t wishes_count)
{
    struct song *head = NULL, *tail = NULL, *playing = NULL;
    char *answers = calloc(wishes_count + 1, 12);
    char *at = answers;

    for (size_t i = 0; i < wishes_count; i++) {
        int wish = wishes[i];

        if (wish > 0) {
            struct song *song = malloc(sizeof *song);

            song->number = wish;
            song->next = NULL;
            if (tail)
                tail->next = song;
            else
                head = song;
            tail = song;
        } else if (wish < 0) {
            struct song *before = NULL, *song = head;

            while (song) {
                struct song *next = song->next;

                if (song->number == -wish) {
                    if (before)
                        before->next = next;
                    else
                        head = next;
                    if (song == tail)
                        tail = before;
                    free(song);
                } else {
                    before = song;
                }
                song = next;
            }
        } else {
            struct song *next = playing ? playing->next : head;

            if (next)
                playing = next;
            at += sprintf(at, "%s%d", at == answers ? "" : " ", next ? next->number : 0);
        }
    }
    return answers;
}
