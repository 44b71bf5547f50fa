import { fixedPlace } from './common/c-names.ts';
import type { Condition, RuleGroup } from './rule.ts';

/** A text of any length: `%s`, `%-20s`; not `%.20s`. */
const wholeText = (at: string): Condition => ({ at, is: { text: '%-?\\d*l?s|◆' } });
/** `%s` and `%[…]` without a width. */
const unboundedText = (at: string): Condition => ({ at, is: { text: '%(l|h)?(s|\\[)' } });

export const stringsInC: RuleGroup = {
  name: 'strings-in-c',
  rules: [
    {
      id: 'text-copied-without-bound',
      cwe: 'CWE-120',
      also: ['CWE-787', 'CWE-121', 'CWE-122', 'CWE-119', 'CWE-676'],
      severity: 'high',
      kind: 'length',
      message: 'A text of any length is copied into a place of a fixed size: use snprintf with the size, or look at the length first.',
      sinks: {
        c: [
          {
            call: ['strcpy', 'strcat', 'stpcpy', 'wcscpy', 'wcscat', 'lstrcpy', 'std.strcpy', 'std.strcat', 'StrCpy', '_mbscpy'],
            args: ['1'],
            when: fixedPlace('0'),
          },
          { call: ['sprintf', 'std.sprintf', 'wsprintf'], args: ['2+'], when: { all: [wholeText('1'), fixedPlace('0')] } },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <string.h>\nvoid print_badge(const char *);\nvoid badge(const char *name) {\n  char line[32];\n  strcpy(line, name);\n  print_badge(line);\n}\n',
          good: '#include <stdio.h>\nvoid print_badge(const char *);\nvoid badge(const char *name) {\n  char line[32];\n  snprintf(line, sizeof line, "%s", name);\n  print_badge(line);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <string.h>\nstruct badge { char name[32]; };\nvoid set(struct badge *badge, const char *name) {\n  strcpy(badge->name, name);\n}\n',
          good: '#include <string.h>\nstruct badge { char name[32]; };\nint set(struct badge *badge, const char *name) {\n  if (strlen(name) >= sizeof badge->name)\n    return -1;\n  strcpy(badge->name, name);\n  return 0;\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid greet(const char *name) {\n  char line[40];\n  sprintf(line, "Hello %s", name);\n  puts(line);\n}\n',
          good: '#include <stdio.h>\nvoid greet(const char *name) {\n  char line[40];\n  sprintf(line, "Hello %.20s", name);\n  puts(line);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\n#include <string.h>\nchar *copy(const char *name) {\n  char *place = malloc(64);\n  if (place != NULL)\n    strcpy(place, name);\n  return place;\n}\n',
          good: '#include <stdlib.h>\n#include <string.h>\nchar *copy(const char *name) {\n  char *place = malloc(strlen(name) + 1);\n  if (place != NULL)\n    strcpy(place, name);\n  return place;\n}\n',
        },
        {
          language: 'cpp',
          bad: '#include <cstring>\n#include <string>\nstruct Badge { char name[32]; };\nvoid set(Badge &badge, const std::string &name) {\n  std::strcpy(badge.name, name.c_str());\n}\n',
          good: '#include <cstring>\n#include <stdexcept>\n#include <string>\nstruct Badge { char name[32]; };\nvoid set(Badge &badge, const std::string &name) {\n  if (name.size() >= sizeof badge.name)\n    throw std::length_error("name");\n  std::strcpy(badge.name, name.c_str());\n}\n',
        },
      ],
    },
    {
      id: 'line-read-without-bound',
      cwe: 'CWE-242',
      also: ['CWE-120', 'CWE-676', 'CWE-787', 'CWE-121', 'CWE-119'],
      severity: 'high',
      message: 'Nothing says how long the place is that is read into: no input is too long for this function.',
      sinks: {
        c: [
          { call: ['gets', '_getws', 'std.gets'] },
          { call: ['scanf', 'wscanf', 'vscanf', 'std.scanf'], when: unboundedText('0') },
          { call: ['fscanf', 'std.fscanf'], when: unboundedText('1') },
          { call: ['sscanf', 'std.sscanf'], kind: 'length', args: ['0'], when: unboundedText('1') },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid ask(void) {\n  char name[40];\n  gets(name);\n  puts(name);\n}\n',
          good: '#include <stdio.h>\nvoid ask(void) {\n  char name[40];\n  if (fgets(name, sizeof name, stdin))\n    puts(name);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nint ask(void) {\n  char name[40];\n  return scanf("%s", name);\n}\n',
          good: '#include <stdio.h>\nint ask(void) {\n  char name[40];\n  return scanf("%39s", name);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nint split(const char *line) {\n  char key[40];\n  return sscanf(line, "%[^=]=", key);\n}\n',
          good: '#include <stdio.h>\nint split(const char *line) {\n  char key[40];\n  return sscanf(line, "%39[^=]=", key);\n}\n',
        },
      ],
    },
    {
      id: 'format-from-input',
      cwe: 'CWE-134',
      severity: 'high',
      kind: 'format',
      message: 'Input is the format: what stands behind a % in it reads memory, or writes to it. Print it with "%s".',
      sinks: {
        c: [
          {
            call: ['printf', 'wprintf', 'printk', 'std.printf', 'warn', 'warnx', 'g_print', 'g_printerr', 'g_message', 'g_warning'],
            args: ['0'],
          },
          {
            call: ['fprintf', 'sprintf', 'dprintf', 'asprintf', 'syslog', 'err', 'errx', 'std.fprintf', 'std.sprintf', 'fwprintf'],
            args: ['1'],
          },
          { call: ['snprintf', 'std.snprintf', 'swprintf', '__sprintf_chk'], args: ['2'] },
        ],
      },
      examples: [
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid show(const char *note) {\n  printf(note);\n}\n',
          good: '#include <stdio.h>\nvoid show(const char *note) {\n  printf("%s", note);\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\nvoid record(const char *visitor) {\n  char line[200];\n  snprintf(line, sizeof line, "visit of %s", visitor);\n  fprintf(stderr, line);\n}\n',
          good: '#include <stdio.h>\nvoid record(const char *visitor) {\n  char line[200];\n  snprintf(line, sizeof line, "visit of %s", visitor);\n  fprintf(stderr, "%s", line);\n}\n',
        },
        {
          language: 'cpp',
          bad: '#include <cstdio>\n#include <string>\nvoid show(const std::string &note) {\n  std::printf(note.c_str());\n}\n',
          good: '#include <cstdio>\n#include <string>\nvoid show(const std::string &note) {\n  std::fputs(note.c_str(), stdout);\n}\n',
        },
      ],
    },
  ],
};
