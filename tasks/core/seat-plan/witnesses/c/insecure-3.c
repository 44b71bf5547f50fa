#include <stddef.h>
#include <stdint.h>

int32_t seat_plan(const int32_t *seats, size_t seats_count, uint8_t *plan, size_t plan_size)
{
    int32_t taken = 0;

    for (size_t i = 0; i < plan_size; i++)
        plan[i] = '.';
    for (size_t i = 0; i < seats_count; i++) {
        if (seats[i] == 0 || seats[i] > (int32_t)plan_size)
            return -1;
        if (plan[seats[i] - 1] != 'X')
            taken++;
        plan[seats[i] - 1] = 'X';
    }
    return taken;
}
