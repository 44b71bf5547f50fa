import { describe, expect, it } from 'vitest';
import { type GenerateRequest, type Model, ModelError } from '../../src/models/model.ts';

export type ModelContract = {
  /** A model that answers `request`. */
  readonly make: () => Promise<Model>;
  readonly request: GenerateRequest;
  /** A model that can't answer, and what it must not say. */
  readonly failing: () => Promise<{ readonly model: Model; readonly secrets: readonly string[] }>;
  /** Why the model can't be interrupted, where it can't. */
  readonly answersAtOnce?: string;
};

/** What every model promises. */
export const modelContract = (name: string, contract: ModelContract): void => {
  describe(`${name} keeps the promises of a model`, () => {
    it('has an id of provider and model, and a summary', async () => {
      const model = await contract.make();
      expect(model.id).toMatch(/^[^/\s]+\/\S+$/);
      expect(model.summary.length).toBeGreaterThan(5);
    });

    it('answers with a text, a reason for its end and a name', async () => {
      const completion = await (await contract.make()).generate(contract.request);
      expect(typeof completion.text).toBe('string');
      expect(['stop', 'length', 'content-filter', 'other']).toContain(completion.finishReason);
      expect(typeof completion.model).toBe('string');
    });

    it('fails with a ModelError that holds no secret', async () => {
      const { model, secrets } = await contract.failing();
      const error: unknown = await model.generate(contract.request).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ModelError);
      const shown = error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}` : '';
      for (const secret of secrets) expect(shown).not.toContain(secret);
    });

    it.skipIf(contract.answersAtOnce !== undefined)(
      `stops when it is aborted${contract.answersAtOnce === undefined ? '' : ` (skipped: ${contract.answersAtOnce})`}`,
      async () => {
        const model = await contract.make();
        await expect(model.generate(contract.request, AbortSignal.abort(new Error('stop it')))).rejects.toThrow('stop it');
      },
    );
  });
};
