#include <stdio.h>
#include <stdlib.h>

struct cell {
    char tag;
    union {
        long number;
        char *word;
    } u;
};

static char *make_word(int letters)
{
    char *word = malloc(27);

    for (int i = 0; i < letters; i++)
        word[i] = 'a' + i;
    word[letters] = 0;
    return word;
}

char *cell_board(const int *moves, size_t moves_count)
{
    struct cell cells[16] = {0};
    char *answers = malloc(moves_count * 30 + 1);
    int used = 0;

    answers[0] = 0;
    if (moves_count % 3 != 0)
        return NULL;
    while (moves_count > 0) {
        struct cell *cell;

        if (moves[1] < 0 || moves[1] > 15)
            return NULL;
        cell = &cells[moves[1]];
        if (moves[0] == 1) {
            cell->tag = 'n';
            cell->u.number = moves[2];
        } else if (moves[0] == 2) {
            cell->tag = 'w';
            cell->u.word = make_word(moves[2]);
        } else if (moves[0] == 3 || moves[0] == 4) {
            if (used)
                answers[used++] = ' ';
            if (!cell->tag) {
                used += sprintf(answers + used, "none");
            } else if (moves[0] == 4) {
                cell->u.number += moves[2];
                used += sprintf(answers + used, "%ld", cell->u.number);
            } else {
                used += sprintf(answers + used, "%s", cell->tag == 'w' ? cell->u.word : "none");
            }
        } else {
            return NULL;
        }
        moves += 3;
        moves_count -= 3;
    }
    return answers;
}
