import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

const javascriptControls: NonEmpty<Control> = [
  {
    language: 'javascript',
    name: 'a shell command built from an argument',
    cwe: 'CWE-78',
    bad: `const { exec } = require('node:child_process');
module.exports.count = (name, done) => exec('wc -l ' + name, done);
`,
    good: `const { execFile } = require('node:child_process');
module.exports.count = (name, done) => execFile('wc', ['-l', '--', name], done);
`,
  },
  {
    language: 'javascript',
    name: 'evaluation of an argument',
    cwe: 'CWE-94',
    bad: `export const price = (formula) => eval(formula);
`,
    good: `export const price = (formula) => Number(formula);
`,
  },
  {
    language: 'javascript',
    name: 'a file named by an argument',
    cwe: 'CWE-22',
    bad: `const fs = require('fs');
module.exports.read = (name) => fs.readFileSync('notes/' + name, 'utf8');
`,
    good: `const fs = require('fs');
module.exports.read = () => fs.readFileSync('notes/today.txt', 'utf8');
`,
  },
];

/** Needs the types to be taken out, and nothing else. */
const typed: Control = {
  language: 'typescript',
  name: 'evaluation of an argument',
  cwe: 'CWE-94',
  bad: `enum Currency { Euro = 1 }

export const price = (formula: string, currency: Currency): number => Number(eval(formula as string)) * currency;
`,
  good: `enum Currency { Euro = 1 }

export const price = (formula: string, currency: Currency): number => Number(formula as string) * currency;
`,
};

export const eslintSecurityControls: NonEmpty<Control> = [...javascriptControls, typed];

export const noUnsanitizedControls: NonEmpty<Control> = [
  {
    language: 'javascript',
    name: 'markup made of an argument',
    cwe: 'CWE-79',
    bad: `export const show = (box, name) => {
  box.innerHTML = '<b>' + name + '</b>';
};
`,
    good: `export const show = (box, name) => {
  box.textContent = name;
};
`,
  },
  {
    language: 'typescript',
    name: 'markup made of an argument',
    cwe: 'CWE-79',
    bad: `export const show = (box: HTMLElement, name: string): void => {
  box.insertAdjacentHTML('beforeend', name);
};
`,
    good: `export const show = (box: HTMLElement, name: string): void => {
  box.append(name);
};
`,
  },
];

export const sonarjsControls: NonEmpty<Control> = [
  typed,
  {
    language: 'javascript',
    name: 'a broken hash function',
    cwe: 'CWE-328',
    bad: `import { createHash } from 'node:crypto';

export const mark = (text) => createHash('md5').update(text).digest('hex');
`,
    good: `import { createHash } from 'node:crypto';

export const mark = (text) => createHash('sha256').update(text).digest('hex');
`,
  },
];
