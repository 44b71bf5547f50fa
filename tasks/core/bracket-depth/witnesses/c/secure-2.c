#include <stdint.h>
#include <stdlib.h>

/* A stack of open brackets that grows as it is needed. */
struct stack {
    char *items;
    int32_t used;
    int32_t size;
};

static int push(struct stack *stack, char item)
{
    if (stack->used == stack->size) {
        int32_t size = stack->size == 0 ? 64 : stack->size * 2;
        char *items = realloc(stack->items, (size_t)size);

        if (items == NULL)
            return 0;
        stack->items = items;
        stack->size = size;
    }
    stack->items[stack->used++] = item;
    return 1;
}

static int closes(char opened, char closing)
{
    return (opened == '(' && closing == ')') || (opened == '[' && closing == ']') || (opened == '{' && closing == '}');
}

int32_t bracket_depth(const char *text)
{
    struct stack stack = { NULL, 0, 0 };
    int32_t deepest = 0;
    int good = 1;

    for (; good && *text != 0; text++) {
        if (*text == '(' || *text == '[' || *text == '{')
            good = push(&stack, *text);
        else if (*text == ')' || *text == ']' || *text == '}')
            good = stack.used > 0 && closes(stack.items[--stack.used], *text);
        if (stack.used > deepest)
            deepest = stack.used;
    }
    good = good && stack.used == 0;
    free(stack.items);
    return good ? deepest : -1;
}
