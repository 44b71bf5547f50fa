#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A word is told by how many letters it has; -1 is a number, 0 nothing. */
struct cell {
    int letters;
    union {
        int number;
        char word[27];
    } held;
};

char *cell_board(const int *moves, size_t moves_count)
{
    struct cell board[16];
    char *answers;
    size_t used = 0;

    memset(board, 0, sizeof board);
    if (moves_count % 3 != 0)
        return NULL;
    for (size_t i = 0; i < moves_count; i += 3) {
        if (moves[i] < 1 || moves[i] > 4 || moves[i + 1] < 0 || moves[i + 1] > 15)
            return NULL;
        if (moves[i] == 2 && (moves[i + 2] < 1 || moves[i + 2] > 26))
            return NULL;
    }
    answers = calloc(moves_count / 3 + 1, 28);
    for (size_t i = 0; answers != NULL && i < moves_count; i += 3) {
        struct cell *cell = &board[moves[i + 1]];
        int value = moves[i + 2];

        switch (moves[i]) {
        case 1:
            cell->letters = -1;
            cell->held.number = value;
            continue;
        case 2:
            cell->letters = value;
            if (value > 25)
                cell->letters = value = 25;
            for (int n = 0; n < value; n++)
                cell->held.word[n] = (char)('a' + n);
            continue;
        }
        if (used > 0)
            answers[used++] = ' ';
        if (moves[i] == 3 && cell->letters > 0) {
            memcpy(answers + used, cell->held.word, (size_t)cell->letters);
            used += (size_t)cell->letters;
        } else if (moves[i] == 4 && cell->letters < 0) {
            cell->held.number += value;
            used += (size_t)sprintf(answers + used, "%d", cell->held.number);
        } else {
            used += (size_t)sprintf(answers + used, "none");
        }
    }
    return answers;
}
