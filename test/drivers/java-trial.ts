import { defaultLimits, type FunctionSignature, type JsonValue, type TaskInterface, type ValueType } from '../../src/core/index.ts';
import { java } from '../../src/drivers/java/java.ts';
import type { Ended, Loaded, Sandbox, Session } from '../../src/sandboxes/sandbox.ts';

const limits = { ...defaultLimits, loadMs: 60_000, callMs: 20_000 };

/** A function `read_one` that takes values of these types, null among them. */
export const signatureOf = (types: readonly ValueType[], ctype?: string): FunctionSignature => ({
  name: 'read_one',
  parameters: types.map((type, index) => ({ name: `value_${index}`, type, nullable: true, ...(ctype === undefined ? {} : { ctype }) })),
  returns: { type: 'json' },
});

export const inSolution = (members: string): string => `import java.util.*;\nimport java.math.*;\npublic class Solution {\n${members}\n}\n`;

/** Java candidates in this box. */
export const javaTrial = (box: Sandbox) => {
  const open = (code: string, taskInterface: TaskInterface): Promise<Session> =>
    box.open({ launch: java().launch(code, taskInterface, []), limits, files: [], environment: {} });
  const withSession = async <T>(code: string, taskInterface: TaskInterface, use: (session: Session) => Promise<T>): Promise<T> => {
    const session = await open(code, taskInterface);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  /** The answer of `readOne` to these arguments, or why the file could not be loaded. */
  const answer = (code: string, types: readonly ValueType[] = [], args: readonly JsonValue[] = []): Promise<Ended<JsonValue> | Loaded> =>
    withSession(code, { kind: 'function', functions: [signatureOf(types)] }, async (session) =>
      session.loaded.loaded ? session.call('readOne', args) : session.loaded,
    );
  return { open, withSession, answer };
};
