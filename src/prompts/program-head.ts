import type { Language } from '../core/index.ts';
import { documentation, remark } from './comments.ts';
import { specificationOf } from './facts.ts';
import { below, fileHead, filled, type HeadStyle, purposeLine, remarksOf, spaced } from './head.ts';
import { importsOf } from './imports.ts';
import type { PromptSource } from './prompt-source.ts';

/** Where a program begins; scripts begin with their first line. */
const mains: Readonly<Partial<Record<Language, readonly string[]>>> = {
  java: ['public static void main(String[] args) throws Exception {'],
  go: ['func main() {'],
  c: ['int main(int argc, char **argv)', '{'],
  cpp: ['int main(int argc, char **argv) {'],
};

const usual: Readonly<Partial<Record<Language, readonly string[]>>> = {
  python: ['import sys'],
  c: ['#include <stdio.h>'],
  cpp: ['#include <iostream>'],
};

/** The head of a program that is run with arguments and a standard input. */
export const programHead = (source: PromptSource, style: HeadStyle): readonly string[] => {
  const { language } = source;
  const said = [purposeLine(source), ...specificationOf(source), ...remarksOf(source)];
  const main = mains[language] ?? [];
  if (style === 'docstring-only') return [...documentation(language, filled(language, said)), ...main];
  const comment = language === 'java' ? documentation(language, filled(language, said)) : remark(language, filled(language, said));
  const imports = source.head === undefined ? [...(usual[language] ?? []), ...importsOf(source)] : importsOf(source);
  const head = fileHead(source, comment, imports.toSorted());
  return language === 'java' ? [...head, ...below('    ', main)] : spaced(head, main);
};
