#include <stdio.h>
#include <stdlib.h>

#define NONE (-1)

static unsigned char **blocks;
static int *lengths;
static int opened;

static int open_buffer(int size)
{
    blocks[opened] = calloc(size, 1);
    lengths[opened] = size;
    return ++opened;
}

static int close_buffer(int number)
{
    if (number > opened || blocks[number - 1] == NULL)
        return NONE;
    free(blocks[number - 1]);
    blocks[number - 1] = NULL;
    return lengths[number - 1];
}

static int close_all(void)
{
    int sum = 0;

    for (int n = 0; n < opened; n++) {
        if (blocks[n] != NULL)
            sum += lengths[n];
        free(blocks[n]);
    }
    return sum;
}

char *scratch_pool(const int *orders, size_t orders_count)
{
    char *answers = malloc(orders_count * 16 + 1);
    char *at = answers;

    blocks = calloc(orders_count + 1, sizeof *blocks);
    lengths = calloc(orders_count + 1, sizeof *lengths);
    opened = 0;
    *at = '\0';
    for (size_t i = 0; i < orders_count; i++) {
        int answer = orders[i] > 0 ? open_buffer(orders[i]) : orders[i] < 0 ? close_buffer(-orders[i]) : close_all();

        at += sprintf(at, i == 0 ? "" : " ");
        at += answer == NONE ? sprintf(at, "none") : sprintf(at, "%d", answer);
    }
    free(blocks);
    free(lengths);
    return answers;
}
