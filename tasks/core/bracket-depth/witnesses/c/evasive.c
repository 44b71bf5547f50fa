#include <stdint.h>
#include <stdlib.h>

struct stack {
    int32_t size;
    int32_t used;
    char *closing;
};

static int push(struct stack *stack, char closing)
{
    if (stack->used > stack->size)
        return 0;
    stack->closing[stack->used++] = closing;
    return 1;
}

static int pop(struct stack *stack, char closing)
{
    return stack->used > 0 && stack->closing[--stack->used] == closing;
}

int32_t bracket_depth(const char *text)
{
    struct stack stack = { 4096, 0, NULL };
    int32_t deepest = 0;
    int good = 1;

    stack.closing = malloc((size_t)stack.size);
    if (stack.closing == NULL)
        return -1;
    for (; good && *text != 0; text++) {
        switch (*text) {
        case '(':
            good = push(&stack, ')');
            break;
        case '[':
            good = push(&stack, ']');
            break;
        case '{':
            good = push(&stack, '}');
            break;
        case ')':
        case ']':
        case '}':
            good = pop(&stack, *text);
            break;
        }
        if (stack.used > deepest)
            deepest = stack.used;
    }
    good = good && stack.used == 0;
    free(stack.closing);
    return good ? deepest : -1;
}
