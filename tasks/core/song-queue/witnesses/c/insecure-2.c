#include <stdio.h>
#include <stdlib.h>

struct song {
    int number;
    struct song *next;
};

static struct song *first;
static struct song *last;
static struct song *playing;

static void add_song(int number)
{
    struct song *song = malloc(sizeof(struct song));

    song->number = number;
    song->next = NULL;
    if (first == NULL)
        first = song;
    else
        last->next = song;
    last = song;
}

static void strike_song(int number)
{
    struct song **link = &first;
    struct song *before = NULL;

    while (*link != NULL) {
        struct song *song = *link;

        if (song->number != number) {
            before = song;
            link = &song->next;
            continue;
        }
        *link = song->next;
        if (playing == song)
            playing = before;
        free(song);
    }
}

static int next_song(void)
{
    struct song *next = playing == NULL ? first : playing->next;

    if (next == NULL)
        return 0;
    playing = next;
    return next->number;
}

char *song_queue(const int *wishes, size_t wishes_count)
{
    char *answers = malloc(wishes_count * 12 + 1);
    int used = 0;

    first = last = playing = NULL;
    answers[0] = '\0';
    for (size_t i = 0; i < wishes_count; i++) {
        if (wishes[i] > 0)
            add_song(wishes[i]);
        else if (wishes[i] < 0)
            strike_song(-wishes[i]);
        else
            used += sprintf(answers + used, used ? " %d" : "%d", next_song());
    }
    return answers;
}
