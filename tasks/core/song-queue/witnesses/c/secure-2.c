#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct song {
    int number;
    bool played;
    struct song *next;
};

char *song_queue(const int *wishes, size_t wishes_count)
{
    struct song *first = NULL;
    char *answers = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&answers, &length);
    const char *between = "";

    if (out == NULL)
        return NULL;
    for (size_t i = 0; i < wishes_count; i++) {
        struct song **place = &first;

        if (wishes[i] > 0) {
            struct song *song = calloc(1, sizeof *song);

            while (*place != NULL)
                place = &(*place)->next;
            song->number = wishes[i];
            *place = song;
        } else if (wishes[i] < 0) {
            while (*place != NULL) {
                struct song *song = *place;

                if (song->number == -wishes[i]) {
                    *place = song->next;
                    free(song);
                } else {
                    place = &song->next;
                }
            }
        } else {
            while (*place != NULL && (*place)->played)
                place = &(*place)->next;
            if (*place != NULL)
                (*place)->played = true;
            fprintf(out, "%s%d", between, *place == NULL ? 0 : (*place)->number);
            between = " ";
        }
    }
    while (first != NULL) {
        struct song *next = first->next;

        free(first);
        first = next;
    }
    fclose(out);
    return answers;
}
