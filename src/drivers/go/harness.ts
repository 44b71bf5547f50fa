import { readFileSync } from 'node:fs';

export const harnessKinds = ['functions', 'service'] as const;
export type HarnessKind = (typeof harnessKinds)[number];

const sources: Readonly<Record<HarnessKind, readonly string[]>> = {
  functions: ['channel.go', ...['arguments', 'functions', 'results', 'structs'].map((name) => `functions/${name}.go`)],
  service: ['channel.go', 'service/own_main.go', 'service/service.go'],
};

export const insideFile = (path: string): string => readFileSync(new URL(`./inside/${path}`, import.meta.url), 'utf8');

/** The files of a harness, all in the folder of its name. */
export const harnessFiles = (kind: HarnessKind): Readonly<Record<string, string>> =>
  Object.fromEntries(sources[kind].map((path) => [`${kind}/${path.slice(path.lastIndexOf('/') + 1)}`, insideFile(path)]));
