import { freeing } from './common/c-names.ts';
import { words } from './common/words.ts';
import type { Condition, RuleGroup } from './rule.ts';

/** Only the pointer itself counts: that a field of what it points to may be null (or is freed) says nothing of it. */
const itself = (at: string, kind: 'null' | 'freed'): Condition => ({ at, is: { not: { contains: { carries: kind } } } });

/** They read or write what their first argument points to, or one of the first two. */
const usesFirst = words(`
  strcpy strcat strncpy strncat strlen strcmp strncmp memcpy memmove memset memcmp puts sprintf snprintf strdup strchr strrchr strstr atoi strtol
  fclose fprintf fgetc fputc getc putc rewind fseek ftell fflush feof fileno opendir readdir closedir std.strcpy std.strlen std.memcpy std.memset
`);
const usesSecond = words('strcpy strcat strncpy strncat strcmp strncmp memcpy memmove memcmp fputs fputc putc std.strcpy std.memcpy');
const usesThird = words('fgets getline');
const usesFourth = words('fread fwrite');

export const lifetime: RuleGroup = {
  name: 'lifetime',
  rules: [
    {
      id: 'result-not-compared-with-null',
      cwe: 'CWE-690',
      also: ['CWE-476', 'CWE-252', 'CWE-754'],
      severity: 'medium',
      kind: 'null',
      message: 'The function yields NULL where it fails or finds nothing, and nobody looks before the pointer is used.',
      sinks: {
        c: [
          { dereferenced: true, when: itself('result', 'null') },
          { call: usesFirst, args: ['0'], when: itself('0', 'null') },
          { call: usesSecond, args: ['1'], when: itself('1', 'null') },
          { call: usesThird, args: ['2'] },
          { call: usesFourth, args: ['3'] },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdlib.h>\n#include <string.h>\nchar *twice(const char *word) {\n  size_t length = strlen(word);\n  char *both = malloc(2 * length + 1);\n  memcpy(both, word, length);\n  memcpy(both + length, word, length + 1);\n  return both;\n}\n',
          good: '#include <stdlib.h>\n#include <string.h>\nchar *twice(const char *word) {\n  size_t length = strlen(word);\n  char *both = malloc(2 * length + 1);\n  if (both == NULL)\n    return NULL;\n  memcpy(both, word, length);\n  memcpy(both + length, word, length + 1);\n  return both;\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nint first(const char *file) {\n  FILE *in = fopen(file, "r");\n  int c = fgetc(in);\n  fclose(in);\n  return c;\n}\n',
          good: '#include <stdio.h>\nint first(const char *file) {\n  FILE *in;\n  if (!(in = fopen(file, "r")))\n    return -1;\n  int c = fgetc(in);\n  fclose(in);\n  return c;\n}\n',
        },
        {
          language: 'c',
          bad: "#include <string.h>\nvoid cut(char *pair) {\n  char *sign = strchr(pair, '=');\n  *sign = 0;\n}\n",
          good: "#include <string.h>\nvoid cut(char *pair) {\n  char *sign = strchr(pair, '=');\n  if (sign)\n    *sign = 0;\n}\n",
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\nstruct tree { int height; struct tree *next; };\nvoid plant(struct tree *row, int height) {\n  row->next = malloc(sizeof *row->next);\n  row->next->height = height;\n}\n',
          good: '#include <stdlib.h>\nstruct tree { int height; struct tree *next; };\nint plant(struct tree *row, int height) {\n  row->next = malloc(sizeof *row->next);\n  if (unlikely(!row->next))\n    return -1;\n  row->next->height = height;\n  return 0;\n}\n',
        },
        {
          language: 'cpp',
          bad: '#include <cstdlib>\n#include <cstring>\nstd::size_t home_length() {\n  const char *home = std::getenv("HOME");\n  return std::strlen(home);\n}\n',
          good: '#include <cstdlib>\n#include <cstring>\nstd::size_t home_length() {\n  const char *home = std::getenv("HOME");\n  return home == nullptr ? 0 : std::strlen(home);\n}\n',
        },
      ],
    },
    {
      id: 'used-after-free',
      cwe: 'CWE-416',
      also: ['CWE-825', 'CWE-672'],
      severity: 'high',
      kind: 'freed',
      message: 'The memory has been given back and is used here.',
      sinks: {
        c: [
          { dereferenced: true, when: itself('result', 'freed') },
          { call: usesFirst, args: ['0'], when: itself('0', 'freed') },
          { call: [...usesSecond, ...words('printf fprintf sprintf snprintf syslog')], args: ['1'], when: itself('1', 'freed') },
          { call: ['fprintf', 'sprintf', 'snprintf', 'syslog'], args: ['2', '3'] },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\nvoid show(const char *name) {\n  char *copy = strdup(name);\n  if (copy == NULL)\n    return;\n  free(copy);\n  printf("%s", copy);\n}\n',
          good: '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\nvoid show(const char *name) {\n  char *copy = strdup(name);\n  if (copy == NULL)\n    return;\n  printf("%s", copy);\n  free(copy);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\nstruct node { struct node *next; };\nvoid clear(struct node *node) {\n  while (node) {\n    free(node);\n    node = node->next;\n  }\n}\n',
          good: '#include <stdlib.h>\nstruct node { struct node *next; };\nvoid clear(struct node *node) {\n  while (node) {\n    struct node *next = node->next;\n    free(node);\n    node = next;\n  }\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\nstruct tape { char *text; int length; };\nvoid wipe(struct tape *tape) {\n  free(tape->text);\n  tape->text[0] = 0;\n  tape->length = 0;\n}\n',
          good: '#include <stdlib.h>\nstruct tape { char *text; int length; };\nvoid wipe(struct tape *tape) {\n  tape->text[0] = 0;\n  free(tape->text);\n  tape->text = NULL;\n  tape->length = 0;\n}\n',
        },
      ],
    },
    {
      id: 'freed-twice',
      cwe: 'CWE-415',
      also: ['CWE-416', 'CWE-825', 'CWE-1341'],
      severity: 'high',
      kind: 'freed',
      message: 'The memory has been given back already, on this way here.',
      sinks: {
        c: [{ call: freeing, args: ['0'], when: itself('0', 'freed') }],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdlib.h>\nint keep(char *line, int good) {\n  if (!good)\n    free(line);\n  free(line);\n  return good;\n}\n',
          good: '#include <stdlib.h>\nint keep(char *line, int good) {\n  if (!good) {\n    free(line);\n    return 0;\n  }\n  free(line);\n  return good;\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\nstruct tape { char *text; };\nvoid drop(struct tape *tape, int all) {\n  free(tape->text);\n  if (all)\n    free(tape->text);\n  free(tape);\n}\n',
          good: '#include <stdlib.h>\nstruct tape { char *text; };\nvoid drop(struct tape *tape, int all) {\n  free(tape->text);\n  tape->text = NULL;\n  if (all)\n    free(tape->text);\n  free(tape);\n}\n',
        },
        {
          language: 'cpp',
          bad: '#include <cstdlib>\nvoid drop(char *line, bool twice) {\n  std::free(line);\n  if (twice)\n    std::free(line);\n}\n',
          good: '#include <cstdlib>\nvoid drop(char *line, bool twice) {\n  std::free(line);\n  line = nullptr;\n  if (twice)\n    std::free(line);\n}\n',
        },
      ],
    },
    {
      id: 'returned-after-free',
      cwe: 'CWE-416',
      also: ['CWE-825'],
      severity: 'high',
      kind: 'freed',
      message: 'The memory has been given back, and whoever gets the pointer does not know it.',
      sinks: { c: [{ returned: true, when: itself('result', 'freed') }] },
      examples: [
        {
          language: 'c',
          bad: '#include <stdlib.h>\nchar *make(int fill(char *)) {\n  char *line = malloc(80);\n  if (line == NULL)\n    return NULL;\n  if (fill(line) < 0)\n    free(line);\n  return line;\n}\n',
          good: '#include <stdlib.h>\nchar *make(int fill(char *)) {\n  char *line = malloc(80);\n  if (line == NULL)\n    return NULL;\n  if (fill(line) < 0) {\n    free(line);\n    return NULL;\n  }\n  return line;\n}\n',
        },
      ],
    },
    {
      id: 'freed-by-another',
      cwe: 'CWE-762',
      also: ['CWE-590'],
      severity: 'medium',
      message: 'What new[] has made is given back by delete[], not by free.',
      sinks: { cpp: [{ call: ['free', 'std.free', 'realloc', 'std.realloc'], when: { at: '0', is: { marked: 'made-by-new' } } }] },
      propagators: { cpp: [{ call: ['new[]'], marks: ['made-by-new'] }] },
      examples: [
        {
          language: 'cpp',
          bad: '#include <cstdlib>\nvoid scratch(int n) {\n  char *place = new char[16];\n  place[0] = static_cast<char>(n);\n  std::free(place);\n}\n',
          good: '#include <cstdlib>\nvoid scratch(int n) {\n  char *place = new char[16];\n  place[0] = static_cast<char>(n);\n  delete[] place;\n}\n',
        },
      ],
    },
  ],
};
