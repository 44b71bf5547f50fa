import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../src/analyzers/analyzer.ts';
import type { ProcessRequest, RunProcess } from '../../src/analyzers/run-process.ts';
import { allOf, namingIn, type OwnToolSettings, ownToolsOf, refuseTwins } from '../../src/compose/own-tools.ts';
import { configurationSchema } from '../../src/schemas/configuration.ts';

/** A machine with these programs, each of version 9.9.9. */
const machine = (...programs: readonly string[]) => {
  const asked: ProcessRequest[] = [];
  const run: RunProcess = async (request) => {
    asked.push(request);
    if (!programs.includes(request.command))
      return { ended: 'not-started', missing: true, detail: `${request.command} is not on PATH`, stdout: '', stderr: '' };
    return { ended: 'exited', exitCode: 0, stdout: 'Version: 9.9.9\n9.9.9\nInfer version v9.9.9\n', stderr: '' };
  };
  return { run, asked };
};

const toolsOn = (run: RunProcess, settings: OwnToolSettings = {}) =>
  ownToolsOf(settings, { run, environment: {}, cwd: '/home/someone/study' });
const settingsOf = (value: object) => configurationSchema.parse(value);
const chosen = async (analyzers: readonly Analyzer[], value: object = {}) =>
  (await allOf(analyzers, namingIn(settingsOf(value)))).map(({ id }) => id);

const mine = { id: 'mine', command: ['my-tool', '{folder}'], languages: ['python'] };

describe('tools that a user brings', () => {
  it('are these', () => {
    expect(toolsOn(machine().run).map(({ id }) => id)).toEqual([
      'codeql',
      'semgrep',
      'opengrep',
      'gosec',
      'bearer',
      'spotbugs',
      'snyk-code',
      'sonarqube',
      'infer',
      'pysa',
    ]);
  });

  it('say what their licence asks, and which upload code', () => {
    const all = toolsOn(machine().run);
    expect(all.filter(({ onlyWhenNamed }) => onlyWhenNamed !== undefined).map(({ id }) => id)).toEqual(['snyk-code', 'sonarqube']);
    const summaries = Object.fromEntries(all.map(({ id, summary }) => [id, summary]));
    expect(summaries).toMatchObject({
      codeql: expect.stringMatching(/licensed/),
      semgrep: expect.stringMatching(/internal use/),
      bearer: expect.stringMatching(/no managed service/),
      sonarqube: expect.stringMatching(/uploads.*not be fed to a model/),
    });
  });

  it('are among `all` only where they are found, without a word of the others', async () => {
    expect(await chosen(toolsOn(machine().run))).toEqual([]);
    expect(await chosen(toolsOn(machine('gosec', 'infer').run))).toEqual(['gosec', 'infer']);
  });

  it('that upload code are not among `all`, though they are found and configured', async () => {
    const { run } = machine('snyk', 'sonar-scanner', 'gosec');
    const value = { 'own-tools': { sonarqube: { url: 'https://sonar.example', project: 'fathom' } } };
    expect(await chosen(toolsOn(run, settingsOf(value)), value)).toEqual(['gosec']);
    expect(await chosen(toolsOn(run), { analyzers: ['all', 'snyk-code'] })).toEqual(['gosec', 'snyk-code']);
  });

  it('that are named, required or configured stay, so that their absence is told', async () => {
    const all = toolsOn(machine().run);
    expect(await chosen(all, { analyzers: ['all', 'codeql'] })).toEqual(['codeql']);
    expect(await chosen(all, { require: ['static:bearer', 'pysa'] })).toEqual(['bearer', 'pysa']);
    expect(await chosen(all, { 'own-tools': { semgrep: { rules: ['p/python'] } } })).toEqual(['semgrep']);
    const value = { 'sarif-tools': [mine] };
    expect(await chosen(toolsOn(machine().run, settingsOf(value)), value)).toEqual(['mine']);
  });

  it('without rules are absent, and say what is missing', async () => {
    const { run } = machine('semgrep', 'pyre');
    const found = await Promise.all(
      toolsOn(run)
        .filter(({ id }) => ['semgrep', 'pysa'].includes(id))
        .map((tool) => tool.detect()),
    );
    expect(found).toMatchObject([
      { state: 'absent', problem: expect.stringMatching(/./) },
      { state: 'absent', problem: expect.stringContaining('no models') },
    ]);
  });

  it('are asked for their version once', async () => {
    const { run, asked } = machine('gosec');
    const [gosec] = toolsOn(run).filter(({ id }) => id === 'gosec');
    await Promise.all([gosec?.detect(), gosec?.detect()]);
    await gosec?.detect();
    expect(asked).toHaveLength(1);
  });

  it('get relative paths as the user meant them', async () => {
    const value = { 'sarif-tools': [{ ...mine, command: ['./bin/tool', '--rules=../rules', '{folder}', 'plain/word'] }] };
    const { run, asked } = machine();
    await toolsOn(run, settingsOf(value)).at(-1)?.detect();
    expect(asked[0]?.command).toBe(resolve('/home/someone/study', 'bin/tool'));
  });

  it('speak the languages of the study alone, so that no control of another one is run', () => {
    const tools = ownToolsOf({}, { run: machine().run, environment: {}, cwd: '/', languages: ['go', 'python'] });
    const facts = Object.fromEntries(
      tools.map(({ id, languages, controls }) => [id, [languages.join(), controls.map(({ language }) => language).join()]]),
    );
    expect(facts).toMatchObject({ codeql: ['python,go', 'python,go'], gosec: ['go', 'go'], infer: ['c,cpp', 'c,cpp'] });
  });

  it('may not bear the name of another analyzer', () => {
    const all = toolsOn(machine().run, settingsOf({ 'sarif-tools': [{ ...mine, id: 'gosec' }] }));
    expect(() => refuseTwins(all)).toThrow('sarif-tools has an entry "gosec"');
    expect(refuseTwins(toolsOn(machine().run))).toHaveLength(10);
  });
});
