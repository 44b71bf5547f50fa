#include <stdio.h>
#include <stdlib.h>

struct buffer {
    unsigned char *block;
    int size;
};

static long long close_buffer(struct buffer *buffer)
{
    int size = buffer->size;

    free(buffer->block);
    buffer->block = NULL;
    buffer->size = 0;
    return size;
}

char *scratch_pool(const int *orders, size_t orders_count)
{
    struct buffer *buffers = calloc(orders_count + 1, sizeof *buffers);
    char *answers = malloc(orders_count * 24 + 1);
    size_t opened = 0;
    size_t used = 0;

    if (buffers == NULL || answers == NULL) {
        free(buffers);
        free(answers);
        return NULL;
    }
    answers[0] = '\0';
    for (size_t i = 0; i < orders_count; i++) {
        long long answer = 0;

        if (i > 0)
            answers[used++] = ' ';
        if (orders[i] > 0) {
            buffers[opened].block = calloc(1, (size_t)orders[i]);
            buffers[opened].size = orders[i];
            answer = (long long)++opened;
        } else if (orders[i] == 0) {
            for (size_t n = 0; n < opened; n++)
                answer += close_buffer(&buffers[n]);
        } else {
            size_t number = (size_t)-(long long)orders[i];

            if (number > opened || buffers[number - 1].block == NULL) {
                used += (size_t)sprintf(answers + used, "none");
                continue;
            }
            close_buffer(&buffers[number - 1]);
            answer = (long long)number;
        }
        used += (size_t)sprintf(answers + used, "%lld", answer);
    }
    for (size_t n = 0; n < opened; n++)
        free(buffers[n].block);
    free(buffers);
    return answers;
}
