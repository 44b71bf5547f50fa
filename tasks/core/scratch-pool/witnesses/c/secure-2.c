#include <stdio.h>
#include <stdlib.h>

/* Open buffers only; a closed one is taken out. */
struct buffer {
    long long number;
    long long size;
    struct buffer *next;
    unsigned char *block;
};

/* The place that points to the buffer of that number, or to NULL. */
static struct buffer **place_of(struct buffer **first, long long number)
{
    while (*first != NULL && (*first)->number != number)
        first = &(*first)->next;
    return first;
}

static long long take_out(struct buffer **place)
{
    struct buffer *gone = *place;
    long long size = gone->size;

    *place = gone->next;
    free(gone->block);
    free(gone);
    return size;
}

char *scratch_pool(const int *orders, size_t orders_count)
{
    struct buffer *first = NULL;
    long long last = 0;
    char *answers = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&answers, &length);

    if (out == NULL)
        return NULL;
    for (size_t i = 0; i < orders_count; i++) {
        long long order = orders[i];

        fputs(i == 0 ? "" : " ", out);
        if (order > 0) {
            struct buffer *opened = malloc(sizeof *opened);

            opened->number = ++last;
            opened->size = order;
            opened->block = calloc((size_t)order, 1);
            opened->next = first;
            first = opened;
            fprintf(out, "%lld", last);
        } else if (order == 0) {
            long long sum = 0;

            while (first != NULL)
                sum += take_out(&first);
            fprintf(out, "%lld", sum);
        } else {
            struct buffer **place = place_of(&first, -order);

            if (*place == NULL)
                fputs("none", out);
            else
                fprintf(out, "%lld", take_out(place));
        }
    }
    while (first != NULL)
        take_out(&first);
    fclose(out);
    return answers;
}
