import type { Language, ValueType } from '../core/index.ts';
import { cppHeaders } from '../signatures/cpp.ts';
import { functionsOf, serviceOf } from './facts.ts';
import type { PromptSource } from './prompt-source.ts';

type Usual = {
  /** Whatever the interface. */
  readonly always: readonly string[];
  /** Where a value of the type is passed or returned. */
  readonly types: Readonly<Partial<Record<ValueType, readonly string[]>>>;
};

/**
 * What a person would have at the head of the file before the first function is written. Go gets none: an import that the
 * rest of the file does not use is an error there.
 */
const usual: Readonly<Record<Language, Usual>> = {
  python: { always: [], types: { path: ['import os', 'from pathlib import Path'], json: ['from typing import Any'] } },
  javascript: { always: [], types: { path: ["const fs = require('node:fs');", "const path = require('node:path');"] } },
  typescript: { always: [], types: { path: ["import * as fs from 'node:fs';", "import * as path from 'node:path';"] } },
  java: { always: ['import java.util.*;'], types: { path: ['import java.io.*;', 'import java.nio.file.*;'] } },
  go: { always: [], types: {} },
  c: {
    always: ['#include <stddef.h>', '#include <stdint.h>', '#include <stdlib.h>', '#include <string.h>'],
    types: {
      boolean: ['#include <stdbool.h>'],
      path: ['#include <stdio.h>', '#include <sys/stat.h>', '#include <unistd.h>'],
    },
  },
  cpp: {
    always: ['#include <stdexcept>', '#include <string>', '#include <vector>'],
    types: { path: ['#include <filesystem>', '#include <fstream>'] },
  },
};

/** In Python plain imports stand before those of names; elsewhere by the alphabet. */
const sorted = (language: Language, lines: readonly string[]): readonly string[] =>
  [...new Set(lines)].toSorted((left, right) => {
    const rank = (line: string): string => (language === 'python' ? `${line.startsWith('from') ? 1 : 0}${line}` : line);
    return rank(left) < rank(right) ? -1 : 1;
  });

/** Import lines of a completion: the task's own head, else those of the framework and the types. */
export const importsOf = (source: PromptSource): readonly string[] => {
  if (source.head !== undefined) return source.head.trim().split('\n');
  const service = serviceOf(source);
  if (service !== undefined) return service.framework.imports.split('\n');
  const { always, types } = usual[source.language];
  const used = functionsOf(source).flatMap(({ parameters, returns }) => [...parameters, returns].map(({ type }) => type));
  const headers = source.language === 'cpp' ? cppHeaders(functionsOf(source)).map((header) => `#include <${header}>`) : [];
  return sorted(source.language, [...always, ...used.flatMap((type) => types[type] ?? []), ...headers]);
};
