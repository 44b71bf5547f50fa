#include <stddef.h>
#include <stdint.h>

/* What is left to read. */
struct input {
    const uint8_t *next;
    const uint8_t *end;
};

/* The next byte, or -1 at the end. */
static int take(struct input *in)
{
    return in->next == in->end ? -1 : *in->next++;
}

int64_t record_sum(const uint8_t *data, size_t data_len, int32_t channel)
{
    struct input in = { data, data + data_len };
    int64_t sum = 0;
    int of;

    if (channel != (uint8_t)channel)
        return -2;
    while ((of = take(&in)) >= 0) {
        int high = take(&in);
        int low = take(&in);
        int length;

        if (high < 0 || low < 0)
            return -1;
        for (length = high * 256 + low; length > 0; length--) {
            int byte = take(&in);

            if (byte < 0)
                return -1;
            if (of == channel)
                sum += byte;
        }
    }
    return sum;
}
