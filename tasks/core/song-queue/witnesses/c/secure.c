#include <stdio.h>
#include <stdlib.h>

struct song {
    int number;
    struct song *before;
    struct song *next;
};

struct queue {
    struct song *first;
    struct song *last;
    struct song *playing;
};

static int put(struct queue *queue, int number)
{
    struct song *song = malloc(sizeof *song);

    if (song == NULL)
        return -1;
    song->number = number;
    song->before = queue->last;
    song->next = NULL;
    if (queue->last != NULL)
        queue->last->next = song;
    else
        queue->first = song;
    queue->last = song;
    return 0;
}

static void strike(struct queue *queue, struct song *song)
{
    if (song->before != NULL)
        song->before->next = song->next;
    else
        queue->first = song->next;
    if (song->next != NULL)
        song->next->before = song->before;
    else
        queue->last = song->before;
    if (queue->playing == song)
        queue->playing = song->before;
    free(song);
}

char *song_queue(const int *wishes, size_t wishes_count)
{
    struct queue queue = { NULL, NULL, NULL };
    char *answers = malloc(wishes_count * 12 + 1);
    size_t used = 0;

    if (answers == NULL)
        return NULL;
    answers[0] = '\0';
    for (size_t i = 0; i < wishes_count; i++) {
        if (wishes[i] > 0) {
            if (put(&queue, wishes[i]) != 0)
                break;
        } else if (wishes[i] < 0) {
            struct song *next;

            for (struct song *song = queue.first; song != NULL; song = next) {
                next = song->next;
                if (song->number == -wishes[i])
                    strike(&queue, song);
            }
        } else {
            struct song *next = queue.playing == NULL ? queue.first : queue.playing->next;

            if (next != NULL)
                queue.playing = next;
            used += (size_t)sprintf(answers + used, "%s%d", used == 0 ? "" : " ", next == NULL ? 0 : next->number);
        }
    }
    while (queue.first != NULL)
        strike(&queue, queue.first);
    return answers;
}
