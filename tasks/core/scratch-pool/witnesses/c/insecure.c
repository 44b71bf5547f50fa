#include <stdio.h>
#include <stdlib.h>

struct buffer {
    unsigned char *block;
    int size;
};

char *scratch_pool(const int *orders, size_t orders_count)
{
    struct buffer *buffers = calloc(orders_count + 1, sizeof *buffers);
    char *answers = calloc(orders_count + 1, 24);
    char *at = answers;
    int opened = 0;

    for (size_t i = 0; i < orders_count; i++) {
        int order = orders[i];

        if (i > 0)
            *at++ = ' ';
        if (order > 0) {
            buffers[opened].block = calloc(1, order);
            buffers[opened].size = order;
            opened++;
            at += sprintf(at, "%d", opened);
        } else if (order == 0) {
            int sum = 0;

            for (int n = 0; n < opened; n++) {
                if (buffers[n].size > 0) {
                    sum += buffers[n].size;
                    free(buffers[n].block);
                    buffers[n].block = NULL;
                    buffers[n].size = 0;
                }
            }
            at += sprintf(at, "%d", sum);
        } else {
            struct buffer *buffer = &buffers[-order - 1];

            if (-order > opened || buffer->block == NULL) {
                at += sprintf(at, "none");
                continue;
            }
            at += sprintf(at, "%d", buffer->size);
            free(buffer->block);
            buffer->size = 0;
        }
    }
    free(buffers);
    return answers;
}
