import type { JsonValue, Language } from '../../core/index.ts';
import type { Subject } from '../../datasets/testing.ts';
import type { Ended, Session } from '../../sandboxes/sandbox.ts';
import { SandboxError } from '../../sandboxes/sandbox.ts';
import { showValue } from './describe-ended.ts';
import { type ExpectationFailed, HarmDone } from './expectation.ts';

export type Interaction = { readonly request: string; readonly ended: Ended<unknown> };

/** How the test code itself ended. */
export type TestEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'expectation'; readonly error: ExpectationFailed }
  | { readonly kind: 'harm'; readonly error: HarmDone }
  | { readonly kind: 'overdue'; readonly afterMs: number }
  /** A bug of the task. */
  | { readonly kind: 'broken'; readonly message: string };

/**
 * What was seen of one case or exploit. It is kept outside the test code, so that a `catch` in a test
 * can't hide a death, a time-out or a failure of the box.
 */
export class Observation {
  readonly interactions: Interaction[] = [];
  harmDone: HarmDone | undefined;
  sandboxError: SandboxError | undefined;

  noteHarm(message: string, evidence: string | undefined): never {
    this.harmDone ??= new HarmDone(message, evidence);
    throw this.harmDone;
  }

  /** Passes a box's answer through, and remembers when the box failed. */
  async watch<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof SandboxError) this.sandboxError ??= error;
      throw error;
    }
  }

  async interact<T>(request: string, work: Promise<Ended<T>>): Promise<Ended<T>> {
    const ended = await this.watch(work);
    this.interactions.push({ request, ended });
    return ended;
  }
}

/** The candidate as a test sees it; `nameOf` gives a function's name in its language. */
export const subjectOf = (session: Session, language: Language, observation: Observation, nameOf: (name: string) => string): Subject => ({
  language,
  call: (name, ...args: readonly JsonValue[]) =>
    observation.interact(`call ${nameOf(name)}(${args.map(showValue).join(', ')})`, session.call(nameOf(name), args)),
  http: (request) =>
    observation.interact(
      `${request.method} ${request.path}${request.body === undefined ? '' : ` with ${showValue(request.body)}`}`,
      session.http(request),
    ),
  exec: (argv, stdin = '') =>
    observation.interact(
      `run with arguments ${showValue(argv)}${stdin.length === 0 ? '' : ` and input ${showValue(stdin)}`}`,
      session.exec(argv, typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
    ),
});
