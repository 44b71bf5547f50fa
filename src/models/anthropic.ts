import { z } from 'zod';
import type { Completion, FinishReason } from '../core/index.ts';
import { callRemote, type Remote } from './call-remote.ts';
import { type GenerateRequest, type Model, ModelError } from './model.ts';
import { checkRemote, defaultTimeoutMs, loadSdk, type RemoteOptions, secretsOf } from './remote-options.ts';

export type AnthropicOptions = RemoteOptions & {
  /** Parameters that the model does not take. */
  readonly omit?: readonly ('temperature' | 'top_p' | 'stop')[];
  /** Stands for `import('@anthropic-ai/sdk')` in tests. */
  readonly load?: () => Promise<typeof import('@anthropic-ai/sdk')>;
};

/**
 * Anthropic's messages. Needs the package `@anthropic-ai/sdk`; takes no seed.
 * Rejects with a UserError where the package, the key or a price is missing.
 */
export const anthropic = async (options: AnthropicOptions): Promise<Model> => {
  checkRemote(options);
  const sdk = await loadSdk('@anthropic-ai/sdk', options.id, options.load ?? (() => import('@anthropic-ai/sdk')));
  const client = new sdk.Anthropic({
    apiKey: options.apiKey ?? 'none',
    maxRetries: 0,
    timeout: options.timeoutMs ?? defaultTimeoutMs,
    logLevel: 'off',
    // Stated, so that nothing of the environment sends keys elsewhere.
    authToken: null,
    baseURL: options.baseUrl ?? 'https://api.anthropic.com',
  });
  const remote: Remote = {
    ...options,
    secrets: secretsOf(options),
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    errors: { timeout: sdk.APIConnectionTimeoutError, connection: sdk.APIConnectionError },
  };
  const ask = async (request: GenerateRequest, signal: AbortSignal): Promise<Completion> =>
    completionOf(await client.messages.create({ ...bodyOf(options, request), stream: false }, { signal }));
  return {
    id: options.id,
    summary: `${options.model} through Anthropic's messages`,
    speaks: 'chat',
    generate: (request, signal) => callRemote(remote, request, (stop) => ask(request, stop), signal),
  };
};

type Turn = { role: 'user' | 'assistant'; content: string };
type Body = {
  model: string;
  max_tokens: number;
  messages: Turn[];
  system?: string;
  temperature?: number;
  top_p?: number;
  stop_sequences?: string[];
};

const bodyOf = (options: AnthropicOptions, request: GenerateRequest): Body => {
  if (request.input.kind !== 'chat')
    throw new ModelError('bad-request', `${options.id} speaks chat only; it can't continue a raw text.`, false);
  const { messages } = request.input;
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const turns = messages.flatMap(({ role, content }): Turn[] => (role === 'system' ? [] : [{ role, content }]));
  const omitted = (name: 'temperature' | 'top_p' | 'stop'): boolean => options.omit?.includes(name) ?? false;
  return {
    model: options.model,
    max_tokens: request.maxTokens,
    messages: turns,
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    ...(omitted('temperature') ? {} : { temperature: request.temperature }),
    ...(request.topP === undefined || omitted('top_p') ? {} : { top_p: request.topP }),
    ...(request.stop === undefined || omitted('stop') ? {} : { stop_sequences: [...request.stop] }),
  };
};

const answerSchema = z.looseObject({
  model: z.string(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullish(),
  usage: z
    .looseObject({
      input_tokens: z.number(),
      output_tokens: z.number(),
      cache_creation_input_tokens: z.number().nullish(),
      cache_read_input_tokens: z.number().nullish(),
    })
    .nullish(),
});

const finishReasons: Readonly<Record<string, FinishReason>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'content-filter',
};

const completionOf = (answer: unknown): Completion => {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    const found =
      typeof answer === 'string' ? `a text that begins "${answer.slice(0, 80)}"` : (parsed.error.issues[0]?.message ?? 'another shape');
    throw new ModelError('bad-response', `expected a message with content, found ${found}`, true);
  }
  const { content, model, stop_reason: stopReason, usage } = parsed.data;
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text ?? ''] : [])).join('');
  if (content.length === 0 && stopReason !== 'refusal' && stopReason !== 'end_turn')
    throw new ModelError('bad-response', 'the answer holds no content', true);
  return {
    text,
    finishReason: finishReasons[stopReason ?? ''] ?? 'other',
    model,
    ...(usage === null || usage === undefined
      ? {}
      : {
          usage: {
            inputTokens: usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0),
            outputTokens: usage.output_tokens,
          },
        }),
  };
};
