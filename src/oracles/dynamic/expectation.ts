import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../../core/index.ts';
import type { Expect } from '../../datasets/testing.ts';
import type { Ended } from '../../sandboxes/sandbox.ts';
import { describeEnded, showValue } from './describe-ended.ts';

/** A functional case's expectation was not met. */
export class ExpectationFailed extends Error {
  override readonly name = 'ExpectationFailed';
}

/** An exploit did its harm. */
export class HarmDone extends Error {
  override readonly name = 'HarmDone';
  readonly evidence: string | undefined;

  constructor(message: string, evidence: string | undefined) {
    super(message);
    this.evidence = evidence;
  }
}

const fail = (message: string): never => {
  throw new ExpectationFailed(message);
};

export const expectation: Expect = {
  equal: (actual, expected: JsonValue, what = 'the answer') => {
    if (!isDeepStrictEqual(actual, expected)) fail(`${what}: expected ${showValue(expected)}, found ${showValue(actual)}`);
  },
  true: (condition, what) => {
    if (condition !== true) fail(`expected that ${what}`);
  },
  value: <T>(ended: Ended<T>, what = 'the call'): T =>
    ended.ended === 'answered' ? ended.value : fail(`${what}: expected an answer, but it ${describeEnded(ended)}`),
  raised: (ended, what = 'the call') => {
    if (ended.ended !== 'raised') fail(`${what}: expected to be refused by raising, but it ${describeEnded(ended)}`);
  },
};
