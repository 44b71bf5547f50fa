import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cliPage, configurationPage } from '../../scripts/generate-docs.mjs';
import { commands } from '../../src/cli/commands.ts';
import { families } from '../../src/compose.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

const docs = readdirSync(`${root}docs`, { recursive: true }).map(String);
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];

/** The page of each family. */
const pageOf: Readonly<Record<string, string>> = {
  analyzers: 'analyzer',
  judges: 'judge',
  models: 'model',
  methods: 'method',
  sandboxes: 'sandbox',
  drivers: 'driver',
  fusion: 'fusion-rule',
  metrics: 'metric',
  reports: 'report-format',
  'sample-formats': 'sample-format',
};

/** Each `fathom …` command in a page's code, with the page that shows it. */
const shownCommands = pages
  .filter((page) => page !== 'docs/cli.md')
  .flatMap((page) =>
    [...read(page).matchAll(/^ *(?:npx )?fathom ([a-z][^\n#`]*)/gm)].map(([, text]) => ({ page, words: (text ?? '').trim().split(/\s+/) })),
  );

describe('the documentation', () => {
  it.each(Object.keys(families))('has a page on adding to the family %s', (family) => {
    expect(existsSync(`${root}docs/adding/${pageOf[family]}.md`)).toBe(true);
  });

  it('has a page on adding a task', () => {
    expect(existsSync(`${root}docs/adding/task.md`)).toBe(true);
  });

  it('shows commands, and only such as exist, with flags that they have', () => {
    expect(shownCommands.length).toBeGreaterThan(8);
    const help = new Map(
      commands.map(({ name }) => [
        name,
        spawnSync(process.execPath, [`${root}bin/fathom.js`, name, '--help'], { encoding: 'utf8' }).stdout,
      ]),
    );
    const wrong = shownCommands.flatMap(({ page, words }) => {
      const text = help.get(words[0] ?? '');
      if (text === undefined) return [`${page}: fathom ${words[0]}`];
      const flags = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? word);
      return flags.filter((flag) => !text.includes(flag)).map((flag) => `${page}: fathom ${words[0]} ${flag}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has links that lead somewhere', () => {
    const broken = pages.flatMap((page) => {
      const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
      const targets = [...read(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '');
      return targets.filter((target) => !existsSync(`${root}${folder}${target}`)).map((target) => `${page}: ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('says of the command line and of the configuration what the program says (node scripts/generate-docs.mjs)', () => {
    expect(read('docs/cli.md')).toBe(cliPage());
    expect(read('docs/configuration.md')).toBe(configurationPage());
  });
});
