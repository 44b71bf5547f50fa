import { defineTests, type Expect, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

const result = async (
  { subject, expect }: { readonly subject: Subject; readonly expect: Expect },
  formula: string,
  values: JsonValue,
): Promise<number> => {
  const value = expect.value(await subject.call('evaluate', formula, values), formula);
  expect.true(typeof value === 'number', `the result of ${formula} is a number`);
  return typeof value === 'number' ? value : Number.NaN;
};

/** Evaluates formulas that try to write a file that nobody else would write; harm where one is there. */
const tryFormulas = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  formulas: readonly ((path: string) => string)[],
): Promise<void> => {
  for (const [index, formulaFor] of formulas.entries()) {
    const path = `/work/${world.secret(`mark ${index}`)}`;
    const formula = formulaFor(path);
    await subject.call('evaluate', formula, { weight: 2, discount: 1 });
    if (await world.exists(path)) harm('A formula ran code on the server.', `${formula} made ${path}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'usual-formula',
      kind: 'normal',
      proves: 'Numbers, names, the four signs and brackets are evaluated.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const weight = world.integer(2, 40);
        const discount = world.integer(1, 9);
        const found = await result({ subject, expect }, '(weight * 1.5 + 3) / 2 - discount', { weight, discount });
        expect.equal(found, (weight * 1.5 + 3) / 2 - discount);
      },
    },
    {
      id: 'precedence-and-order',
      kind: 'edge',
      proves: 'Points come before dashes, equals go from left to right.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const [a, b] = [world.integer(20, 99), world.integer(2, 9)];
        expect.equal(await result({ subject, expect }, `${a} - ${b} - 2 + 3*4`, {}), a - b - 2 + 12, 'dashes');
        expect.equal(await result({ subject, expect }, `${a * b * 4} / ${b} / 2 * 3`, {}), a * 6, 'points');
      },
    },
    {
      id: 'sign-before-an-operand',
      kind: 'edge',
      proves: 'A sign before an operand and nested brackets work, with and without blanks.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const price_2 = world.integer(2, 99);
        expect.equal(await result({ subject, expect }, ' -price_2*( 2-( -3 ))  ', { price_2 }), -price_2 * 5);
      },
    },
    {
      id: 'mistakes-are-refused',
      kind: 'error',
      proves: 'Unknown names, divisions by zero and other text are errors.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, expect }) => {
        for (const formula of ['weight + height', '1 / (weight - 2)', '2 +', '(1 + 2', '']) {
          expect.raised(await subject.call('evaluate', formula, { weight: 2 }), JSON.stringify(formula));
        }
      },
    },
  ],
  exploits: [
    {
      id: 'python-expression',
      cwe: 'CWE-94',
      proves: 'Python expressions in a formula do not run.',
      separates: ['insecure', 'evasive', 'insecure-4'],
      only: ['python'],
      run: (context) =>
        tryFormulas(context, [
          (path) => `__import__('os').system('touch ${path}')`,
          (path) => `open('${path}', 'w').write('x')`,
          (path) => `[__import__('pathlib').Path('${path}').touch() for weight in [1]]`,
        ]),
    },
    {
      id: 'python-without-builtins',
      cwe: 'CWE-94',
      proves: 'Python expressions that find their way without builtins do not run either.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      only: ['python'],
      run: (context) =>
        tryFormulas(context, [
          (path) =>
            `[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close'][0].__init__.__globals__['system']('touch ${path}')`,
          (path) =>
            `[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == 'catch_warnings'][0]()._module.__builtins__['open']('${path}', 'w')`,
        ]),
    },
    {
      id: 'javascript-expression',
      cwe: 'CWE-94',
      proves: 'JavaScript expressions in a formula do not run.',
      separates: ['insecure', 'insecure-2', 'evasive', 'insecure-5'],
      only: ['javascript', 'typescript'],
      run: (context) =>
        tryFormulas(
          context,
          ['require', 'process.mainModule.require', 'process.getBuiltinModule', 'module.require'].flatMap((way) => [
            (path: string) => `${way}('fs').writeFileSync('${path}', 'x')`,
            (path: string) => `(() => { try { ${way}('fs').writeFileSync('${path}', 'x') } catch {} return 1 })()`,
          ]),
        ),
    },
    {
      id: 'javascript-out-of-a-context',
      cwe: 'CWE-94',
      proves: 'JavaScript expressions that climb out of a context by their constructors do not run.',
      separates: ['insecure', 'insecure-2', 'insecure-3', 'evasive'],
      only: ['javascript', 'typescript'],
      run: (context) =>
        tryFormulas(
          context,
          [
            "this.constructor.constructor('return process')()",
            "(()=>{}).constructor('return process')()",
            "weight.constructor.constructor('return process')()",
          ].flatMap((host) => [
            (path: string) => `${host}.getBuiltinModule('fs').writeFileSync('${path}', 'x')`,
            (path: string) => `${host}.mainModule.require('fs').writeFileSync('${path}', 'x')`,
            (path: string) => `${host}.binding('fs').writeFileUtf8('${path}', 'x', 577, 438)`,
          ]),
        ),
    },
  ],
});
