import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

const copy: Control = {
  language: 'c',
  name: 'an unbounded copy',
  cwe: 'CWE-120',
  bad: `#include <string.h>

void label(char *out, const char *name) {
  strcpy(out, name);
}
`,
  good: `#include <stddef.h>

void label(char *out, size_t room, const char *name) {
  size_t i = 0;
  if (room == 0) return;
  for (; i + 1 < room && name[i] != '\\0'; i++) out[i] = name[i];
  out[i] = '\\0';
}
`,
};

const index: Control = {
  language: 'c',
  name: 'an index past the end',
  cwe: 'CWE-787',
  bad: `void fill(void) {
  int days[7];
  days[7] = 1;
  (void)days;
}
`,
  good: `void fill(int days[7]) {
  days[6] = 1;
}
`,
};

const nullPointer: Control = {
  language: 'c',
  name: 'a null pointer followed',
  cwe: 'CWE-476',
  bad: `int first(int wanted) {
  int *p = 0;
  if (wanted > 3) return *p;
  return 0;
}
`,
  good: `int first(const int *p) {
  if (p == 0) return 0;
  return *p;
}
`,
};

const useAfterFree: Control = {
  language: 'c',
  name: 'memory used after it is freed',
  cwe: 'CWE-416',
  bad: `#include <stdlib.h>

int last(int value) {
  int *p = malloc(sizeof *p);
  if (p == NULL) return -1;
  *p = value;
  free(p);
  return *p;
}
`,
  good: `#include <stdlib.h>

int last(int value) {
  int *p = malloc(sizeof *p);
  if (p == NULL) return -1;
  *p = value;
  const int kept = *p;
  free(p);
  return kept;
}
`,
};

/** Needs the tool's description of the standard library. */
const leak: Control = {
  language: 'c',
  name: 'memory that is never freed',
  cwe: 'CWE-401',
  bad: `#include <stdlib.h>

int twice(int value) {
  int *p = malloc(sizeof *p);
  if (p == NULL) return -1;
  *p = value;
  return 2 * value;
}
`,
  good: `#include <stdlib.h>

int twice(int value) {
  int *p = malloc(sizeof *p);
  if (p == NULL) return -1;
  *p = value;
  free(p);
  return 2 * value;
}
`,
};

const shell: Control = {
  language: 'c',
  name: 'a command for the shell',
  cwe: 'CWE-78',
  bad: `#include <stdlib.h>

int count(const char *command) {
  return system(command);
}
`,
  good: `#include <unistd.h>

int count(const char *name) {
  return execl("/usr/bin/wc", "wc", "-l", "--", name, (char *)0);
}
`,
};

/** Needs the sizes of the standard library's functions. */
const terminator: Control = {
  language: 'c',
  name: 'a copy without its terminator',
  cwe: 'CWE-170',
  bad: `#include <stdlib.h>
#include <string.h>

char *twin(const char *text) {
  char *copy = malloc(strlen(text));
  if (copy == NULL) return NULL;
  memcpy(copy, text, strlen(text));
  return copy;
}
`,
  good: `#include <stdlib.h>
#include <string.h>

char *twin(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = malloc(size);
  if (copy == NULL) return NULL;
  memcpy(copy, text, size);
  return copy;
}
`,
};

/** The same program in C++, which reads it as C does. */
const inCpp = (control: Control): Control => ({ ...control, language: 'cpp' });

const deleted: Control = {
  language: 'cpp',
  name: 'an object used after it is deleted',
  cwe: 'CWE-416',
  bad: `int last(int value) {
  int *p = new int(value);
  delete p;
  return *p;
}
`,
  good: `int last(int value) {
  int *p = new int(value);
  const int kept = *p;
  delete p;
  return kept;
}
`,
};

/** Needs the library's headers to be read. */
const moved: Control = {
  language: 'cpp',
  name: 'an object used after it was moved',
  cwe: 'CWE-672',
  bad: `#include <utility>

struct Page {
  Page(Page &&other);
  int lines() const;
};

int twice(Page page) {
  Page other = std::move(page);
  return other.lines() + page.lines();
}
`,
  good: `#include <utility>

struct Page {
  Page(Page &&other);
  int lines() const;
};

int twice(Page page) {
  Page other = std::move(page);
  return other.lines() + other.lines();
}
`,
};

export const cppcheckControls: NonEmpty<Control> = [index, nullPointer, leak, inCpp(index), inCpp(nullPointer)];
export const flawfinderControls: NonEmpty<Control> = [copy, inCpp(copy)];
export const clangControls: NonEmpty<Control> = [copy, nullPointer, useAfterFree, inCpp(nullPointer), deleted];
export const clangTidyControls: NonEmpty<Control> = [shell, terminator, moved];
export const gccControls: NonEmpty<Control> = [nullPointer, useAfterFree, leak];
