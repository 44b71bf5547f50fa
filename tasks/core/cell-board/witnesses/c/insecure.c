#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { NOTHING, NUMBER, WORD };

struct cell {
    enum kind kind;
    union {
        long number;
        char *word;
    };
};

char *cell_board(const int *moves, size_t moves_count)
{
    struct cell *cells = calloc(16, sizeof *cells);
    char *answers = calloc(moves_count + 1, 30);
    char *at = answers;

    if (moves_count % 3)
        return NULL;
    for (size_t i = 0; i < moves_count; i += 3) {
        int kind = moves[i], c = moves[i + 1], n = moves[i + 2];

        if (c < 0 || c >= 16)
            return NULL;
        struct cell *cell = &cells[c];
        switch (kind) {
        case 1:
            cell->kind = NUMBER;
            cell->number = n;
            break;
        case 2:
            cell->kind = WORD;
            cell->word = strndup("abcdefghijklmnopqrstuvwxyz", n);
            break;
        case 3:
            at += sprintf(at, "%s ", cell->word ? cell->word : "none");
            break;
        case 4:
            if (cell->kind != NUMBER) {
                at += sprintf(at, "none ");
                break;
            }
            cell->number += n;
            at += sprintf(at, "%ld ", cell->number);
            break;
        default:
            return NULL;
        }
    }
    if (at > answers)
        at[-1] = '\0';
    return answers;
}
