import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

export const eslintSecurityControls: NonEmpty<Control> = [
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
