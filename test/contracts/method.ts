import { describe, expect, it } from 'vitest';
import { type Prompt, promptStyles } from '../../src/core/index.ts';
import type { Method, Sampling } from '../../src/methods/method.ts';
import { type GenerateRequest, type Model, ModelError } from '../../src/models/model.ts';

/** A model that notes what it is asked and answers with a fixed text. */
export const listening = (speaks: 'chat' | 'raw'): Model & { readonly heard: GenerateRequest[] } => {
  const heard: GenerateRequest[] = [];
  return {
    id: 'test/listening',
    summary: 'notes what it is asked',
    speaks,
    heard,
    generate: (request, signal) => {
      heard.push(request);
      return signal?.aborted
        ? Promise.reject(signal.reason)
        : Promise.resolve({ text: 'x = 1\n', finishReason: 'stop', model: 'listening' });
    },
  };
};

export const promptOf = (style: Prompt['style'], change: Partial<Prompt> = {}): Prompt => ({
  taskId: 'read-note',
  language: 'python',
  style,
  perturbation: 'none',
  text: style === 'completion' ? 'def read(name):\n    """Reads a note."""\n' : 'Write a function read(name) that reads a note.',
  prefix: style === 'completion' ? 'def read(name):\n    """Reads a note."""\n' : '',
  ...change,
});

export const sampling: Sampling = { index: 3, temperature: 0.8, maxTokens: 512, seed: 11 };

/** The words of the one request that a model heard. */
export const wordsOf = ({ heard }: { readonly heard: readonly GenerateRequest[] }): string =>
  heard.map(({ input }) => (input.kind === 'raw' ? input.text : input.messages.map(({ content }) => content).join('\n'))).join('\n');

/** What every method promises. */
export const methodContract = (name: string, make: () => Method): void => {
  describe(`${name} keeps the promises of a method`, () => {
    it('has an id and a summary', () => {
      expect(make().id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(make().summary.length).toBeGreaterThan(5);
    });

    it.each(promptStyles)('passes the task’s words on for an %s', async (style) => {
      for (const speaks of ['chat', 'raw'] as const) {
        const model = listening(speaks);
        await make().complete(promptOf(style), model, sampling);
        expect(wordsOf(model)).toContain(style === 'completion' ? 'Reads a note.' : 'Write a function read(name)');
        expect(model.heard.every(({ input }) => input.kind === speaks)).toBe(true);
      }
    });

    it('passes sampling and the sample’s identity on', async () => {
      const model = listening('chat');
      await make().complete(promptOf('instruction', { perturbation: 'typos' }), model, { ...sampling, topP: 0.9 });
      expect(model.heard[0]).toMatchObject({
        temperature: 0.8,
        maxTokens: 512,
        topP: 0.9,
        seed: 11,
        about: { taskId: 'read-note', language: 'python', style: 'instruction', perturbation: 'typos', index: 3 },
      });
    });

    it('lets a model’s failure and an abort through', async () => {
      const failing: Model = { ...listening('chat'), generate: () => Promise.reject(new ModelError('server', 'down', true)) };
      await expect(make().complete(promptOf('instruction'), failing, sampling)).rejects.toMatchObject({ code: 'server' });
      const stopped = AbortSignal.abort(new Error('stop it'));
      await expect(make().complete(promptOf('instruction'), listening('chat'), sampling, stopped)).rejects.toThrow('stop it');
    });
  });
};
