#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CELLS 16

enum kind { NOTHING, NUMBER, WORD };

struct cell {
    enum kind kind;
    union {
        long long number;
        char *word;
    } as;
};

static void clear(struct cell *cell)
{
    if (cell->kind == WORD)
        free(cell->as.word);
    cell->kind = NOTHING;
}

static int put_word(struct cell *cell, int letters)
{
    char *word;

    if (letters < 1 || letters > 26)
        return -1;
    word = malloc((size_t)letters + 1);
    if (word == NULL)
        return -1;
    memcpy(word, "abcdefghijklmnopqrstuvwxyz", (size_t)letters);
    word[letters] = '\0';
    clear(cell);
    cell->kind = WORD;
    cell->as.word = word;
    return 0;
}

static int carry_out(struct cell *cells, const int *move, FILE *out, const char **between)
{
    struct cell *cell;

    if (move[1] < 0 || move[1] >= CELLS)
        return -1;
    cell = &cells[move[1]];
    if (move[0] == 1) {
        clear(cell);
        cell->kind = NUMBER;
        cell->as.number = move[2];
        return 0;
    }
    if (move[0] == 2)
        return put_word(cell, move[2]);
    if (move[0] == 3) {
        fprintf(out, "%s%s", *between, cell->kind == WORD ? cell->as.word : "none");
    } else if (move[0] == 4) {
        if (cell->kind == NUMBER)
            fprintf(out, "%s%lld", *between, cell->as.number += move[2]);
        else
            fprintf(out, "%snone", *between);
    } else {
        return -1;
    }
    *between = " ";
    return 0;
}

char *cell_board(const int *moves, size_t moves_count)
{
    struct cell cells[CELLS] = { 0 };
    char *answers = NULL;
    size_t length = 0;
    const char *between = "";
    int failed = moves_count % 3 != 0;
    FILE *out = open_memstream(&answers, &length);

    if (out == NULL)
        return NULL;
    for (size_t i = 0; i + 3 <= moves_count && !failed; i += 3)
        failed = carry_out(cells, moves + i, out, &between) != 0;
    fclose(out);
    for (size_t i = 0; i < CELLS; i++)
        clear(&cells[i]);
    if (failed) {
        free(answers);
        return NULL;
    }
    return answers;
}
