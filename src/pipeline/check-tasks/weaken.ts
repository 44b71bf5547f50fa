import type { Task } from '../../core/index.ts';
import type { Expect, Exploit, FunctionalCase, Harm, TaskTests } from '../../datasets/testing.ts';

export type WeakenableTests<T extends TaskTests | undefined> = {
  /** To be handed to the oracle in place of the loader. */
  readonly loadTests: (task: Task) => Promise<T | TaskTests>;
  /** The same task; whoever loads its tests gets them weakened. */
  readonly weakened: (task: Task) => Task;
  /** Ids of the tests of a task that have asked for `expect` or `harm` so far. Others have no judgement of their own to ignore. */
  readonly judging: (task: Task) => ReadonlySet<string>;
};

/**
 * Tests that can be run without their own judgement: what a case expects and the harm that an exploit reports are ignored,
 * so that only a death, a crash, a sanitizer or a time-out still counts. A witness that then gets the same verdict
 * shows that the judgement proves nothing.
 */
export const weakenable = <T extends TaskTests | undefined>(loadTests: (task: Task) => Promise<T>): WeakenableTests<T> => {
  const marked = new WeakSet<Task>();
  const asked = new Map<string, Set<string>>();
  const askedIn = (task: Task): Set<string> => {
    const key = `${task.suite}/${task.id}`;
    const known = asked.get(key) ?? new Set<string>();
    asked.set(key, known);
    return known;
  };
  return {
    async loadTests(task) {
      const tests = await loadTests(task);
      if (tests === undefined || !marked.has(task)) return tests;
      const note = (id: string): void => {
        askedIn(task).add(id);
      };
      return {
        cases: tests.cases.map((test) => weakCase(test, () => note(test.id))),
        exploits: tests.exploits.map((test) => weakExploit(test, () => note(test.id))),
      };
    },
    weakened(task) {
      const copy = { ...task };
      marked.add(copy);
      return copy;
    },
    judging: askedIn,
  };
};

/** Leaves a test whose judgement is being ignored; nobody sees it. */
class Left extends Error {}

const leave = (): never => {
  throw new Left();
};

/** Goes on where it can. An answer that is not there ends the case, without a fail. */
const indifferent: Expect = {
  equal: () => undefined,
  true: () => undefined,
  raised: () => undefined,
  value: (ended) => (ended.ended === 'answered' ? ended.value : leave()),
};

const indifferentHarm: Harm = leave;

/** Whatever the test itself throws is ignored: deaths, time-outs and troubles of the box are seen outside of it. */
const ignoring = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (thrown) {
    void thrown;
  }
};

const weakCase = (test: FunctionalCase, onJudging: () => void): FunctionalCase => ({
  ...test,
  run: ({ subject, world }) =>
    ignoring(() =>
      test.run({
        subject,
        world,
        get expect() {
          onJudging();
          return indifferent;
        },
      }),
    ),
});

const weakExploit = (test: Exploit, onJudging: () => void): Exploit => ({
  ...test,
  run: ({ subject, world }) =>
    ignoring(() =>
      test.run({
        subject,
        world,
        get harm() {
          onJudging();
          return indifferentHarm;
        },
      }),
    ),
});
