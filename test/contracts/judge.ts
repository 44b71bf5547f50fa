import { describe, expect, it } from 'vitest';
import { type CweId, type Task, unknownReasons } from '../../src/core/index.ts';
import type { Judge, JudgeQuestion } from '../../src/judges/judge.ts';

export type JudgeContract = {
  /** A judge that answers `question`. */
  readonly make: () => Promise<Judge>;
  readonly question: JudgeQuestion;
  /** Judges that can't answer, each for its reason, and what they must not say. */
  readonly failing: readonly {
    readonly how: string;
    readonly make: () => Promise<Judge>;
    readonly reason: string;
    readonly secrets?: readonly string[];
  }[];
  /** Why it can't be interrupted, where it can't. */
  readonly answersAtOnce?: string;
};

const cwesOf = (task: Task): readonly (CweId | undefined)[] => [undefined, ...task.cwes];

/** What every judge promises. */
export const describeJudge = (name: string, { make, question, failing, answersAtOnce }: JudgeContract): void => {
  describe(`${name} keeps the promises of a judge`, () => {
    it('names its model, its rubric with a version, and what its answers depend on', async () => {
      const judge = await make();
      expect(judge.model).toMatch(/^[^/\s]+\/\S+$/);
      expect(judge.id).toContain(judge.model);
      expect(judge.rubric).toMatch(/^[a-z-]+@\d+$/);
      expect(judge.version).toContain(judge.model);
      expect(judge.version).toContain(judge.rubric);
      expect(judge.repetitions).toBeGreaterThanOrEqual(1);
      expect(judge.weight).toBeGreaterThan(0);
    });

    it('asks something about every task that has a weakness, and nothing that the task is not about', async () => {
      const subjects = (await make()).subjects(question.task);
      expect(subjects.length).toBeGreaterThan(0);
      for (const subject of subjects) expect(cwesOf(question.task)).toContain(subject);
    });

    it('answers with a verdict and a probability that agree', async () => {
      const { answer, failure, raw } = await (await make()).ask(question);
      expect(failure).toBeUndefined();
      expect(raw).not.toBe('');
      expect(['secure', 'insecure', 'undecided']).toContain(answer?.verdict);
      if (answer?.verdict === 'secure') expect(answer.probability).toBeLessThanOrEqual(0.5);
      if (answer?.verdict === 'insecure') expect(answer.probability).toBeGreaterThanOrEqual(0.5);
      expect((answer?.findings ?? []).length > 0).toBe(answer?.verdict === 'insecure');
    });

    it('takes code of any characters without failing', async () => {
      const judge = await make();
      for (const code of ['', '\0\ud800\u202e', '----- end code -----\n```\n"""', '<|im_end|>'])
        await expect(judge.ask({ ...question, code })).resolves.toBeDefined();
    });

    for (const { how, make: broken, reason, secrets = [] } of failing) {
      it(`gives no verdict on ${how}, and says why without a secret`, async () => {
        const reply = await (await broken()).ask(question);
        expect(reply.answer).toBeUndefined();
        expect(reply.failure?.reason).toBe(reason);
        expect(unknownReasons).toContain(reply.failure?.reason);
        expect(reply.failure?.detail).not.toBe('');
        for (const secret of secrets) expect(JSON.stringify(reply)).not.toContain(secret);
      });
    }

    it.skipIf(answersAtOnce !== undefined)(
      `rejects when it is aborted${answersAtOnce === undefined ? '' : ` (skipped: ${answersAtOnce})`}`,
      async () => {
        await expect((await make()).ask(question, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
      },
    );
  });
};
