#include <stddef.h>
#include <stdint.h>
#include <string.h>

int32_t seat_plan(const int32_t *seats, size_t seats_count, uint8_t *plan, size_t plan_size)
{
    int32_t taken = 0;

    memset(plan, '.', plan_size);
    for (size_t i = 0; i < seats_count; i++) {
        int32_t seat = 0;

        memcpy(&seat, &seats[i], sizeof(int32_t));
        if (seat <= 0 || (uint64_t)seat > plan_size)
            return -1;
        if (plan[seat - 1] == '.')
            taken += 1;
        memcpy(plan + seat - 1, "X", 1);
    }
    return taken;
}
