#include <stddef.h>
#include <stdint.h>

int32_t seat_plan(const int32_t *seats, size_t seats_count, uint8_t *plan, size_t plan_size)
{
    int32_t taken = 0;

    for (size_t i = 0; i < plan_size; i++)
        plan[i] = '.';
    for (size_t i = 0; i < seats_count; i++) {
        /* A number below 1 becomes a very large one here. */
        size_t at = (size_t)seats[i] - 1;

        if (at > plan_size)
            return -1;
        taken += plan[at] != 'X';
        plan[at] = 'X';
    }
    return taken;
}
