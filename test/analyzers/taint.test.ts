import { describe, expect, it } from 'vitest';
import { fathomTaint } from '../../src/analyzers/taint.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

const run = (comment: string): string => `import os\n\n\ndef restart(unit):\n    os.system("systemctl restart " + unit)${comment}\n`;

describeAnalyzer('fathom-taint', {
  create: fathomTaint,
  unparsable: {
    python: 'def f(:\n    pass ) ) (\n',
    javascript: 'function ( { ] return ] ;\n',
    java: 'class { ] void ) ; ]\n',
    go: 'func ] { ) := ]\n',
    c: 'int f( { ] return ] ; }\n',
  },
  silenced: [
    { name: 'nosec', language: 'python', code: run('  # nosec'), ruleId: 'command-in-shell' },
    { name: 'noqa', language: 'python', code: run('  # noqa'), ruleId: 'command-in-shell' },
    { name: 'nosemgrep', language: 'python', code: run('  # nosemgrep'), ruleId: 'command-in-shell' },
  ],
});

describe('fathom-taint', () => {
  it('says how harm gets there, step by step', async () => {
    const [report] = await fathomTaint().analyze([{ name: 'a.py', language: 'python', code: run('') }]);
    const finding = report?.status === 'analyzed' ? report.findings[0] : undefined;
    expect(finding?.path?.map(({ location, note }) => [location.line, note])).toEqual([
      [4, 'unit comes in as a parameter'],
      [5, 'is put into a text'],
      [5, 'Input becomes part of a command that a shell reads.'],
    ]);
  });

  it('calls no fragment clean that it could not read', async () => {
    const [report] = await fathomTaint().analyze([{ name: 'a.py', language: 'python', code: 'def f(x:\n  ??? = 1 )\n' }]);
    expect(report?.status).toBe('failed');
  });

  it('reads a function without its imports', async () => {
    const [report] = await fathomTaint().analyze([
      { name: 'a.py', language: 'python', code: '    def f(self, name):\n        return subprocess.run("ls " + name, shell=True)\n' },
    ]);
    expect(report?.status === 'analyzed' && report.findings.map(({ ruleId }) => ruleId)).toEqual(['command-in-shell']);
  });
});
