#include <stdint.h>

/* What a part of the text holds, and where it ends. */
struct part {
    const char *end;
    int32_t depth;
    int32_t pairs[3];
    int balanced;
};

/* Reads up to the closing bracket, or to the end of the text where there is none to wait for. */
static struct part read_part(const char *text, char closing)
{
    const char *opening = "([{";
    struct part part = { text, 0, { 0, 0, 0 }, closing == 0 };

    while (*part.end != 0) {
        char c = *part.end++;

        if (c == ')' || c == ']' || c == '}') {
            part.balanced = c == closing;
            return part;
        }
        for (int kind = 0; kind < 3; kind++) {
            if (c == opening[kind]) {
                struct part inner = read_part(part.end, ")]}"[kind]);

                part.end = inner.end;
                part.pairs[kind] += 1 + inner.pairs[kind];
                if (inner.depth + 1 > part.depth)
                    part.depth = inner.depth + 1;
                if (!inner.balanced) {
                    part.balanced = 0;
                    return part;
                }
            }
        }
    }
    return part;
}

int32_t bracket_depth(const char *text)
{
    struct part whole = read_part(text, 0);

    return whole.balanced ? whole.depth : -1;
}
