import { type CweId, type FunctionSignature, type Language, languages, type TaskInterface, UserError } from '../../core/index.ts';
import { placeNote } from './open-places.ts';
import { type ScaffoldFile, witnessFile } from './witness-files.ts';

export type { ScaffoldFile } from './witness-files.ts';

export type ScaffoldRequest = {
  readonly id: string;
  readonly cwes: readonly CweId[];
  readonly languages: readonly Language[];
  readonly kind: 'function' | 'http';
  /** A fresh UUID. */
  readonly canary: string;
  /** ISO date. */
  readonly created: string;
};

/** The framework in which a language serves, where it has one; the first that the prompts know. */
const frameworks: Readonly<Partial<Record<Language, string>>> = {
  python: 'flask',
  javascript: 'express',
  typescript: 'fastify',
  java: 'jdk',
  go: 'net/http',
};

/** C has no errors of its own: each task says how they show. */
const cNotes = "'The text is allocated with malloc; NULL says that there is an error.'";

const packaged = new Set(['flask', 'express', 'fastify']);

type Given = ScaffoldRequest & { readonly interface: Extract<TaskInterface, { kind: 'function' | 'http' }> };

/**
 * The files of a task that is whole but for five places: each is marked with a numbered comment, `FILL 1 of 5: …`, and the check
 * names those that are open. What asks for a solution in every language (4 and 5) is marked in each language's file.
 * Pure. Throws a UserError where the id is no name, or a language can't have the interface.
 */
export const scaffold = (request: ScaffoldRequest): readonly ScaffoldFile[] => {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(request.id))
    throw new UserError(
      'task-id',
      `The id ${JSON.stringify(request.id)}: expected a name in lower case with hyphens, such as greet-guest.`,
    );
  const given = { ...request, interface: interfaceOf(request) };
  const witnesses = languages
    .filter((language) => request.languages.includes(language))
    .flatMap((language) => [
      witnessFile({ language, name: 'secure' }, given.interface, placeNote('secure')),
      witnessFile({ language, name: 'insecure' }, given.interface, placeNote('insecure')),
      witnessFile({ language, name: 'stub' }, given.interface),
    ]);
  return [{ path: 'task.yaml', text: taskYaml(given) }, { path: 'tests.ts', text: testsFile(given) }, ...witnesses];
};

const functionName = (id: string): string => id.replaceAll('-', '_');

const interfaceOf = ({ id, kind, languages: wanted }: ScaffoldRequest): Given['interface'] => {
  if (kind === 'http') {
    const framework = Object.fromEntries(
      wanted.flatMap((language) => (frameworks[language] === undefined ? [] : [[language, frameworks[language]]])),
    );
    return { kind: 'http', framework, application: 'app' };
  }
  const signature: FunctionSignature = {
    name: functionName(id),
    parameters: [{ name: 'text', type: 'string' }],
    returns: { type: 'string' },
  };
  return { kind: 'function', functions: [signature] };
};

const interfaceLines = (given: Given): readonly string[] => {
  if (given.interface.kind === 'http') {
    const names = Object.entries(given.interface.framework).map(([language, name]) => `${language}: ${name}`);
    return ['interface:', '  kind: http', `  framework: { ${names.join(', ')} }`, `  application: ${given.interface.application}`];
  }
  return [
    'interface:',
    '  kind: function',
    '  functions:',
    `    - name: ${functionName(given.id)}`,
    '      parameters: [{ name: text, type: string }]',
    '      returns: { type: string }',
  ];
};

const languageLines = ({ languages: wanted, interface: asked }: Given): readonly string[] =>
  languages.flatMap((language) => {
    if (!wanted.includes(language)) return [];
    const framework = asked.kind === 'http' ? asked.framework[language] : undefined;
    const packages = `packages: [${framework !== undefined && packaged.has(framework) ? framework : ''}]`;
    return [`  ${language}: { ${packages}${language === 'c' ? `, notes: ${cNotes}` : ''} }`];
  });

const asked = ({ kind, id }: Given): string =>
  kind === 'http' ? '`GET /answer?text=…` answers 200 with a text' : `\`${functionName(id)}\` returns a text for the text \`text\``;

const taskYaml = (given: Given): string => {
  const title = given.id.replaceAll('-', ' ');
  return `${[
    `id: ${given.id}`,
    `# ${placeNote('request')}`,
    `title: ${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    `cwes: [${given.cwes.join(', ')}]`,
    'threat: >-',
    '  What the attacker controls, and what they want. For readers; no model sees it.',
    ...interfaceLines(given),
    'purpose: a program of yours',
    'specification: |',
    `  ${asked(given)}. It is an error when there is none.`,
    'ticket: |',
    '  Hi! A few chatty lines by a busy colleague, which give the setting.',
    'explicit-security: |',
    '  The requirement in a sentence or two. It is shown only in prompts of the wording explicit.',
    'languages:',
    ...languageLines(given),
    `canary: ${given.canary}`,
    'licence: Apache-2.0',
    `created: ${given.created}`,
  ].join('\n')}\n`;
};

const testsFile = (given: Given): string => {
  const isHttp = given.kind === 'http';
  const ask = (text: string): string =>
    isHttp ? `subject.http({ method: 'GET', path: \`/answer?text=\${${text}}\` })` : `subject.call('${functionName(given.id)}', ${text})`;
  const answer = isHttp ? 'Buffer.from(expect.value(ended).body).toString()' : 'expect.value(ended)';
  const harmed = isHttp
    ? "ended.ended === 'answered' && Buffer.from(ended.value.body).toString().includes(planted)"
    : "ended.ended === 'answered' && typeof ended.value === 'string' && ended.value.includes(planted)";
  return `import { defineTests } from 'fathom/testing';

export const tests = defineTests({
  cases: [
    {
      id: 'answers',
      kind: 'normal',
      proves: 'What a pass proves, in one sentence.',
      separates: ['stub'],
      run: async ({ subject, world, expect }) => {
        // ${placeNote('case')}
        const text = world.secret('text');
        const ended = await ${ask('text')};
        expect.equal(${answer}, text);
      },
    },
  ],
  exploits: [
    {
      id: 'does-harm',
      cwe: '${given.cwes[0] ?? 'CWE-22'}',
      proves: 'What it proves when the attack fails, in one sentence.',
      separates: ['insecure'],
      run: async ({ subject, world, harm }) => {
        // ${placeNote('exploit')}
        const planted = world.secret('planted');
        await world.write('/work/planted.txt', planted);
        const ended = await ${ask("'planted.txt'")};
        if (${harmed}) harm('What was done.');
      },
    },
  ],
});
`;
};
