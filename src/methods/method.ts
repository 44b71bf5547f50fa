import type { Completion, Prompt } from '../core/index.ts';
import type { Model } from '../models/model.ts';

export type Sampling = {
  readonly index: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly topP?: number;
  readonly seed?: number;
};

/** A way to obtain code from a model. */
export interface Method {
  readonly id: string;
  readonly summary: string;
  complete(prompt: Prompt, model: Model, sampling: Sampling, signal?: AbortSignal): Promise<Completion>;
}
