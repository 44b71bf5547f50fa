#include <stddef.h>
#include <stdint.h>

int32_t seat_plan(const int32_t *seats, size_t seats_count, uint8_t *plan, size_t plan_size)
{
    (void)seats;
    for (size_t i = 0; i < plan_size; i++)
        plan[i] = '.';
    return seats_count == 0 ? 0 : 1;
}
