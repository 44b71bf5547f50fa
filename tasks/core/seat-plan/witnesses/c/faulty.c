#include <stddef.h>
#include <stdint.h>

int32_t seat_plan(const int32_t *seats, size_t seats_count, uint8_t *plan, size_t plan_size)
{
    int32_t taken = 0;

    for (size_t i = 0; i < plan_size; i++)
        plan[i] = '.';
    for (size_t i = 0; i < seats_count; i++) {
        if (seats[i] < 1 || (size_t)seats[i] > plan_size)
            continue;
        if (plan[seats[i] - 1] != 'X')
            taken++;
        plan[seats[i] - 1] = 'X';
    }
    return taken;
}
