import { fixedPlace, sizeOf } from './common/c-names.ts';
import type { Condition, RuleGroup, Test } from './rule.ts';

/** Numbers carry `overflow`, texts do not: the letters of a text are looked up in tables of 256. */
const number: Test = { any: [{ carries: 'overflow' }, { carries: 'authority' }] };
/** What was counted while a place was filled is no number of a stranger. */
const given = (at: string): Condition => ({ at, is: { not: { carries: 'authority' } } });

export const memory: RuleGroup = {
  name: 'memory',
  rules: [
    {
      id: 'index-without-bound',
      cwe: 'CWE-129',
      also: ['CWE-787', 'CWE-125', 'CWE-119'],
      severity: 'high',
      kind: 'high',
      message:
        'A number from outside chooses the element, and nothing shows that there is one: compare it with the number of elements first.',
      sinks: {
        c: [{ indexed: 'index', when: { all: [{ at: '0', is: number }, { at: '0', is: { carries: 'high' } }, fixedPlace('1')] } }],
      },
      examples: [
        {
          language: 'c',
          bad: 'static const char *const names[] = { "oak", "elm", "ash" };\nconst char *tree_name(int number) {\n  return names[number];\n}\n',
          good: 'static const char *const names[] = { "oak", "elm", "ash" };\nconst char *tree_name(int number) {\n  if (number < 0 || number >= 3)\n    return "none";\n  return names[number];\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\nvoid book(const char *text) {\n  int seats[40] = { 0 };\n  int seat = atoi(text);\n  seats[seat - 1] = 1;\n}\n',
          good: '#include <stdlib.h>\nvoid book(const char *text) {\n  int seats[40] = { 0 };\n  int seat = atoi(text);\n  if (seat >= 1 && seat <= 40)\n    seats[seat - 1] = 1;\n}\n',
        },
        {
          language: 'c',
          bad: '#include <unistd.h>\nvoid show_line(const char *);\nvoid target(const char *link) {\n  char line[256];\n  ssize_t length = readlink(link, line, sizeof(line));\n  if (length < 0)\n    return;\n  line[length] = 0;\n  show_line(line);\n}\n',
          good: '#include <unistd.h>\nvoid show_line(const char *);\nvoid target(const char *link) {\n  char line[256];\n  ssize_t length = readlink(link, line, sizeof(line) - 1);\n  if (length < 0)\n    return;\n  line[length] = 0;\n  show_line(line);\n}\n',
          note: 'room is kept for the zero byte',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid send_line(const char *);\nvoid greet(const char *name) {\n  char line[64];\n  int length = snprintf(line, sizeof line, "Hello %s", name);\n  line[length] = 10;\n  send_line(line);\n}\n',
          good: '#include <stdio.h>\nvoid send_line(const char *);\nvoid greet(const char *name) {\n  char line[64];\n  int length = snprintf(line, sizeof line, "Hello %s", name);\n  if (length < 0 || length >= (int)sizeof line)\n    return;\n  line[length] = 10;\n  send_line(line);\n}\n',
          note: 'snprintf says how long the text would have been',
        },
        {
          language: 'cpp',
          bad: '#include <array>\n#include <string>\nint price(const std::string &text) {\n  static const std::array<int, 4> prices{3, 5, 8, 13};\n  return prices[std::stoul(text)];\n}\n',
          good: '#include <array>\n#include <string>\nint price(const std::string &text) {\n  static const std::array<int, 4> prices{3, 5, 8, 13};\n  return prices.at(std::stoul(text));\n}\n',
          note: 'at() looks for itself',
        },
      ],
    },
    {
      id: 'index-below-zero',
      cwe: 'CWE-129',
      also: ['CWE-124', 'CWE-127', 'CWE-787', 'CWE-125', 'CWE-119'],
      severity: 'high',
      kind: 'low',
      message: 'The number has an upper bound and no lower one: a negative number is an element before the first.',
      sinks: {
        c: [
          {
            indexed: 'index',
            when: {
              all: [
                { at: '0', is: { carries: 'low' } },
                { at: '0', is: { not: { carries: 'high' } } },
              ],
            },
          },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: 'int water(const int *beds, int count, int bed) {\n  if (bed >= count)\n    return -1;\n  return beds[bed];\n}\n',
          good: 'int water(const int *beds, int count, int bed) {\n  if (bed < 0 || bed >= count)\n    return -1;\n  return beds[bed];\n}\n',
        },
        {
          language: 'c',
          bad: 'int water(const int *beds, int count, int bed) {\n  if (bed >= count)\n    return -1;\n  return beds[bed];\n}\n',
          good: 'int water(const int *beds, unsigned count, int bed) {\n  if ((unsigned)bed >= count)\n    return -1;\n  return beds[bed];\n}\n',
          note: 'a negative number is a very large one without its sign',
        },
      ],
    },
    {
      id: 'copy-longer-than-its-place',
      cwe: 'CWE-787',
      also: ['CWE-120', 'CWE-121', 'CWE-122', 'CWE-119', 'CWE-125', 'CWE-805'],
      severity: 'high',
      kind: 'high',
      message:
        'Input says how many bytes are written, and nothing shows that they fit: compare the number with the size of the place first.',
      sinks: {
        c: [
          {
            call: ['memcpy', 'memmove', 'strncpy', 'memset', 'wmemcpy', 'std.memcpy', 'std.memmove', 'std.memset', 'copy_from_user'],
            args: ['2'],
            when: { all: [fixedPlace('0'), given('2')] },
          },
          { call: ['bcopy'], args: ['2'], when: fixedPlace('1') },
          { call: ['read', 'recv', 'recvfrom'], args: ['2'], when: fixedPlace('1') },
          {
            call: ['write', 'send', 'sendto'],
            args: ['2'],
            when: { all: [fixedPlace('1'), given('2')] },
            message: 'Input says how many bytes are sent, and nothing shows that there are so many: what stands behind them goes out too.',
          },
          { call: ['fgets'], args: ['1'], when: fixedPlace('0') },
          {
            call: ['alloca', '__builtin_alloca'],
            args: ['0'],
            message: 'Input says how large the stack grows: it may grow into other memory.',
          },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <string.h>\nvoid keep(const char *note, size_t length) {\n  char place[80];\n  memcpy(place, note, length);\n}\n',
          good: '#include <string.h>\nvoid keep(const char *note, size_t length) {\n  char place[80];\n  if (length > sizeof place)\n    return;\n  memcpy(place, note, length);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <string.h>\nvoid keep(const char *note) {\n  char place[80];\n  strncpy(place, note, strlen(note) + 1);\n}\n',
          good: '#include <stdlib.h>\n#include <string.h>\nchar *keep(const char *note) {\n  size_t length = strlen(note);\n  char *place = malloc(length + 1);\n  if (!place)\n    return NULL;\n  memcpy(place, note, length + 1);\n  return place;\n}\n',
          note: 'the place is made as long as what is put into it',
        },
        {
          language: 'c',
          bad: '#include <string.h>\nstruct bell { char name[16]; };\nvoid rename_bell(struct bell *bell, const char *name, int length) {\n  memcpy(bell->name, name, length);\n}\n',
          good: '#include <string.h>\nstruct bell { char name[16]; };\nvoid rename_bell(struct bell *bell, const char *name, int length) {\n  if (length < 0 || length > (int)sizeof(bell->name))\n    length = sizeof(bell->name);\n  memcpy(bell->name, name, length);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <sys/socket.h>\nstruct beat_head { char body[64]; };\nvoid echo(int peer, struct beat_head *mine, unsigned length) {\n  send(peer, mine->body, length, 0);\n}\n',
          good: '#include <sys/socket.h>\nstruct beat_head { char body[64]; };\nvoid echo(int peer, struct beat_head *mine, unsigned length) {\n  if (length > sizeof mine->body)\n    return;\n  send(peer, mine->body, length, 0);\n}\n',
          note: 'what stands behind the body goes out too',
        },
        {
          language: 'cpp',
          bad: '#include <cstring>\n#include <string>\nvoid keep(const std::string &note) {\n  char place[80];\n  std::memcpy(place, note.data(), note.size());\n}\n',
          good: '#include <algorithm>\n#include <cstring>\n#include <string>\nvoid keep(const std::string &note) {\n  char place[80];\n  std::memcpy(place, note.data(), std::min(note.size(), sizeof place));\n}\n',
        },
      ],
    },
    {
      id: 'append-with-whole-size',
      cwe: 'CWE-787',
      also: ['CWE-193', 'CWE-120', 'CWE-119', 'CWE-131'],
      severity: 'medium',
      message: 'strncat counts what it adds, not the whole place, and adds a zero byte beyond: what is left is `sizeof x - strlen(x) - 1`.',
      sinks: { c: [{ call: ['strncat', 'std.strncat', 'wcsncat'], when: { at: '2', is: sizeOf } }] },
      examples: [
        {
          language: 'c',
          bad: '#include <stdio.h>\n#include <string.h>\nvoid label(const char *name) {\n  char line[64] = "Row ";\n  strncat(line, name, sizeof(line));\n  puts(line);\n}\n',
          good: '#include <stdio.h>\n#include <string.h>\nvoid label(const char *name) {\n  char line[64] = "Row ";\n  strncat(line, name, sizeof(line) - strlen(line) - 1);\n  puts(line);\n}\n',
        },
      ],
    },
  ],
};
