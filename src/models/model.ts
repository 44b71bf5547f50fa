import type { Completion } from '../core/index.ts';

export type Message = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

export type GenerateRequest = {
  /** `chat` sends messages; `raw` continues `text` (completion endpoints). */
  readonly input: { readonly kind: 'chat'; readonly messages: readonly Message[] } | { readonly kind: 'raw'; readonly text: string };
  readonly maxTokens: number;
  readonly temperature: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly stop?: readonly string[];
  /** What the request is for; `scripted` and `replay` models answer by it, others ignore it. */
  readonly about: {
    readonly taskId: string;
    readonly language: string;
    /** With the wording, where it is not the plain one: `issue+explicit`. */
    readonly style: string;
    readonly perturbation: string;
    readonly index: number;
  };
};

export interface Model {
  /** `provider/model`, split at the first slash. */
  readonly id: string;
  readonly summary: string;
  /** Shown verbatim in every report, where the model is not what it seems: scripted, replayed. */
  readonly note?: string;
  /** What it takes: messages, or a text to be continued. `chat` where absent. */
  readonly speaks?: 'chat' | 'raw';
  /** Throws ModelError when no answer could be had after its retries; the sample stays missing and can be asked for again. */
  generate(request: GenerateRequest, signal?: AbortSignal): Promise<Completion>;
}

/** No answer could be had. `retryable` tells whether the same request may succeed later. Never holds a key. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code:
    | 'authentication'
    | 'rate-limit'
    | 'server'
    | 'timeout'
    | 'bad-response'
    | 'bad-request'
    | 'network'
    | 'budget'
    | 'exhausted';
  readonly retryable: boolean;

  constructor(code: ModelError['code'], message: string, retryable: boolean, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.retryable = retryable;
  }
}
