#include <stddef.h>
#include <stdint.h>

/* Goes through the seats of the hall, so that no number of the form is ever an index. */
int32_t seat_plan(const int32_t *seats, size_t seats_count, uint8_t *plan, size_t plan_size)
{
    int32_t taken = 0;
    size_t known = 0;

    for (size_t at = 0; at < plan_size; at++) {
        plan[at] = '.';
        for (size_t i = 0; i < seats_count; i++) {
            if (seats[i] == (int64_t)at + 1) {
                plan[at] = 'X';
                known++;
            }
        }
        taken += plan[at] == 'X';
    }
    return known == seats_count ? taken : -1;
}
