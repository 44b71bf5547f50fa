import { defaultLimits, type FunctionSignature, type JsonValue, type TaskInterface } from '../../src/core/index.ts';
import { go } from '../../src/drivers/go/go.ts';
import type { Sandbox, Session } from '../../src/sandboxes/sandbox.ts';

export type Parameters = FunctionSignature['parameters'];

/** One function `readNote`. */
export const interfaceOf = (parameters: Parameters, nullable = false): TaskInterface => ({
  kind: 'function',
  functions: [{ name: 'read_note', parameters, returns: { type: 'json', nullable } }],
});

export const withSession =
  (box: Sandbox) =>
  async <T>(code: string, taskInterface: TaskInterface, use: (session: Session) => Promise<T>): Promise<T> => {
    const launch = go().launch(code, taskInterface, []);
    const session = await box.open({ launch, limits: defaultLimits, files: [], environment: {} });
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };

/** Calls the only function of a file whose package clause is put before it. */
export const callIn =
  (box: Sandbox) =>
  (code: string, taskInterface: TaskInterface, ...args: readonly JsonValue[]) =>
    withSession(box)(`package main\n${code}`, taskInterface, async (session) =>
      session.loaded.loaded ? session.call('readNote', args) : session.loaded,
    );
