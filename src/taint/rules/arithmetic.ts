import { words } from './common/words.ts';
import type { Condition, RuleGroup, Test } from './rule.ts';

/** A product is no size any more (see `common/c.ts`): that is how it is told apart from the numbers that it is made of. */
const product: Test = { all: [{ carries: 'overflow' }, { not: { carries: 'size' } }] };
const lengthNamed = '([lL]en(gth)?|[sS]ize|[cC]ount|[rR]emaining|[aA]vail(able)?|[tT]otal|[nN]bytes|sz)$';
const lengthBelow: Test = { all: [{ carries: 'zero' }, { not: { carries: 'low' } }, { named: lengthNamed }] };
const carries = (at: string, kind: 'overflow' | 'zero'): Condition => ({ at, is: { carries: kind } });
const boundedAbove = (at: string): Condition => ({ at, is: { not: { carries: 'high' } } });

export const arithmetic: RuleGroup = {
  name: 'arithmetic',
  rules: [
    {
      id: 'allocated-size-may-wrap',
      cwe: 'CWE-190',
      also: ['CWE-680', 'CWE-131', 'CWE-122', 'CWE-787'],
      severity: 'high',
      kind: 'overflow',
      message:
        'The product may wrap round, and then less memory is there than the number says: use calloc, or compare with SIZE_MAX / size first.',
      sinks: {
        c: [
          {
            call: words('malloc std.malloc kmalloc kzalloc vmalloc alloca new[] g_malloc xmalloc av_malloc'),
            args: ['0'],
            when: { at: '0', is: product },
          },
          { call: words('realloc std.realloc krealloc g_realloc xrealloc av_realloc'), args: ['1'], when: { at: '1', is: product } },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdlib.h>\nint *seats(size_t rows) {\n  int *all = malloc(rows * sizeof(int));\n  return all;\n}\n',
          good: '#include <stdlib.h>\nint *seats(size_t rows) {\n  int *all = calloc(rows, sizeof(int));\n  return all;\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdint.h>\n#include <stdlib.h>\nunsigned char *canvas(uint32_t width, uint32_t height) {\n  uint32_t bytes = width * height * 4;\n  return malloc(bytes);\n}\n',
          good: '#include <stdint.h>\n#include <stdlib.h>\nunsigned char *canvas(uint32_t width, uint32_t height) {\n  if (width > 8000 || height > 8000)\n    return NULL;\n  uint32_t bytes = width * height * 4;\n  return malloc(bytes);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\nint *more(int *old, size_t rows) {\n  return realloc(old, rows * sizeof *old);\n}\n',
          good: '#include <stdint.h>\n#include <stdlib.h>\nint *more(int *old, size_t rows) {\n  if (rows > SIZE_MAX / sizeof *old)\n    return NULL;\n  return realloc(old, rows * sizeof *old);\n}\n',
        },
        {
          language: 'cpp',
          bad: '#include <string>\nchar *canvas(const std::string &width, const std::string &height) {\n  int bytes = std::stoi(width) * std::stoi(height);\n  return new char[bytes];\n}\n',
          good: '#include <stdexcept>\n#include <string>\nchar *canvas(const std::string &width, const std::string &height) {\n  int across = std::stoi(width);\n  int down = std::stoi(height);\n  if (across < 1 || across > 4000 || down < 1 || down > 4000)\n    throw std::out_of_range("canvas");\n  return new char[across * down];\n}\n',
        },
      ],
    },
    {
      id: 'product-may-wrap',
      cwe: 'CWE-190',
      also: ['CWE-680', 'CWE-681'],
      severity: 'medium',
      kind: 'overflow',
      message: 'Two numbers from outside are multiplied in a type that their product may not fit into: look at them first, or widen one.',
      sinks: { c: [{ computed: ['*'], when: { all: [carries('0', 'overflow'), carries('1', 'overflow')] } }] },
      examples: [
        {
          language: 'c',
          bad: 'int cost(int price, int pieces) {\n  return price * pieces;\n}\n',
          good: '#include <stdint.h>\nint64_t cost(int price, int pieces) {\n  return (int64_t)price * pieces;\n}\n',
        },
        {
          language: 'c',
          bad: 'int cost(int price, int pieces) {\n  if (price < 0 || pieces < 0)\n    return -1;\n  return price * pieces;\n}\n',
          good: '#include <limits.h>\nint cost(int price, int pieces) {\n  if (price < 0 || pieces < 0)\n    return -1;\n  if (pieces != 0 && price > INT_MAX / pieces)\n    return -1;\n  return price * pieces;\n}\n',
        },
      ],
    },
    {
      id: 'length-below-zero',
      cwe: 'CWE-191',
      also: ['CWE-125', 'CWE-787'],
      severity: 'medium',
      kind: 'zero',
      message: 'A length without a sign may be less than what is taken from it, and is very large then: compare it first.',
      sinks: {
        c: [
          {
            computed: ['-'],
            when: {
              all: [
                { at: '0', is: lengthBelow },
                { at: '1', is: { atLeast: 2 } },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stddef.h>\nunsigned sum(const unsigned char *frame, size_t length) {\n  unsigned sum = 0;\n  for (size_t i = 0; i < length - 4; i++)\n    sum += frame[i + 4];\n  return sum;\n}\n',
          good: '#include <stddef.h>\nunsigned sum(const unsigned char *frame, size_t length) {\n  unsigned sum = 0;\n  if (length < 4)\n    return 0;\n  for (size_t i = 0; i < length - 4; i++)\n    sum += frame[i + 4];\n  return sum;\n}\n',
        },
      ],
    },
    {
      id: 'negative-length',
      cwe: 'CWE-195',
      also: ['CWE-681', 'CWE-787', 'CWE-119', 'CWE-125', 'CWE-120'],
      severity: 'high',
      kind: 'low',
      message: 'A number with a sign and no lower bound is a length here, where a negative one is a very large one.',
      sinks: {
        c: [
          { call: words('memcpy memmove memset strncpy std.memcpy std.memmove std.memset'), args: ['2'], when: boundedAbove('2') },
          { call: words('read write recv send'), args: ['2'], when: boundedAbove('2') },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <string.h>\nint take(char *out, int room, const char *tape, int count) {\n  if (count > room)\n    count = room;\n  memcpy(out, tape, count);\n  return count;\n}\n',
          good: '#include <string.h>\nint take(char *out, int room, const char *tape, int count) {\n  if (count < 0 || room < 0)\n    return -1;\n  if (count > room)\n    count = room;\n  memcpy(out, tape, count);\n  return count;\n}\n',
        },
      ],
    },
    {
      id: 'division-by-input',
      cwe: 'CWE-369',
      severity: 'medium',
      kind: 'zero',
      message: 'The divisor comes from outside and may be zero: look at it first.',
      sinks: { c: [{ divided: true }] },
      examples: [
        {
          language: 'c',
          bad: 'int share(int total, int people) {\n  return total / people;\n}\n',
          good: 'int share(int total, int people) {\n  if (people == 0)\n    return 0;\n  return total / people;\n}\n',
        },
        {
          language: 'cpp',
          bad: '#include <string>\nint share(int total, const std::string &people) {\n  return total % std::stoi(people);\n}\n',
          good: '#include <stdexcept>\n#include <string>\nint share(int total, const std::string &people) {\n  int number = std::stoi(people);\n  if (number <= 0)\n    throw std::invalid_argument("people");\n  return total % number;\n}\n',
        },
      ],
    },
    {
      id: 'no-room-for-the-zero-byte',
      cwe: 'CWE-131',
      also: ['CWE-193', 'CWE-122', 'CWE-787'],
      severity: 'high',
      message: 'strlen does not count the zero byte: the copy needs one byte more.',
      sinks: {
        c: [
          { call: words('malloc std.malloc new[] kmalloc g_malloc xmalloc'), when: { at: '0', is: { named: '^(std\\.)?strlen\\(\\)$' } } },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdlib.h>\n#include <string.h>\nchar *copy(const char *name) {\n  char *place = malloc(strlen(name));\n  if (place)\n    strcpy(place, name);\n  return place;\n}\n',
          good: '#include <stdlib.h>\n#include <string.h>\nchar *copy(const char *name) {\n  char *place = malloc(strlen(name) + 1);\n  if (place)\n    strcpy(place, name);\n  return place;\n}\n',
        },
      ],
    },
  ],
};
