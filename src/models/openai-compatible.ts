import type OpenAI from 'openai';
import { z } from 'zod';
import type { Completion, FinishReason, Usage } from '../core/index.ts';
import { callRemote, type Remote } from './call-remote.ts';
import { type GenerateRequest, type Model, ModelError } from './model.ts';
import { checkRemote, defaultTimeoutMs, loadSdk, type RemoteOptions, secretsOf } from './remote-options.ts';

export type OpenaiOptions = RemoteOptions & {
  /** `raw` asks the completion endpoint, which continues a text; `chat` is the default. */
  readonly speaks?: 'chat' | 'raw';
  /** Parameters that the server does not take: reasoning models refuse a temperature. */
  readonly omit?: readonly ('temperature' | 'top_p' | 'seed' | 'stop')[];
  /** The name of the parameter that bounds the answer. Default: the new name for OpenAI itself, the old one for other servers. */
  readonly maxTokensParameter?: 'max_tokens' | 'max_completion_tokens';
  /** Stands for `import('openai')` in tests. */
  readonly load?: () => Promise<typeof import('openai')>;
};

/**
 * Any server that speaks OpenAI's protocol: OpenAI, vLLM, Ollama, llama.cpp, OpenRouter and many more.
 * Needs the package `openai`. Rejects with a UserError where the package, the key or a price is missing.
 */
export const openaiCompatible = async (options: OpenaiOptions): Promise<Model> => {
  checkRemote(options);
  const sdk = await loadSdk('openai', options.id, options.load ?? (() => import('openai')));
  const client = new sdk.OpenAI({
    // A server without keys still gets a word in its header: the SDK refuses to start without one.
    apiKey: options.apiKey ?? 'none',
    maxRetries: 0,
    timeout: options.timeoutMs ?? defaultTimeoutMs,
    logLevel: 'off',
    // Stated, so that nothing of the environment sends keys or account names elsewhere.
    baseURL: options.baseUrl ?? 'https://api.openai.com/v1',
    ...(options.baseUrl === undefined ? {} : { organization: null, project: null }),
  });
  const remote: Remote = {
    ...options,
    secrets: secretsOf(options),
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    errors: { timeout: sdk.APIConnectionTimeoutError, connection: sdk.APIConnectionError },
  };
  const speaks = options.speaks ?? 'chat';
  const ask = speaks === 'chat' ? askChat : askRaw;
  return {
    id: options.id,
    summary: `${options.model} over the OpenAI protocol (${speaks})`,
    speaks,
    generate: (request, signal) => callRemote(remote, request, (stop) => ask(client, options, { request, signal: stop }), signal),
  };
};

type Asked = { readonly request: GenerateRequest; readonly signal: AbortSignal };

const commonOf = (
  options: OpenaiOptions,
  request: GenerateRequest,
): { temperature?: number; top_p?: number; seed?: number; stop?: string[] } => {
  const omitted = (name: 'temperature' | 'top_p' | 'seed' | 'stop'): boolean => options.omit?.includes(name) ?? false;
  return {
    ...(omitted('temperature') ? {} : { temperature: request.temperature }),
    ...(request.topP === undefined || omitted('top_p') ? {} : { top_p: request.topP }),
    ...(request.seed === undefined || omitted('seed') ? {} : { seed: request.seed }),
    ...(request.stop === undefined || omitted('stop') ? {} : { stop: [...request.stop] }),
  };
};

const askChat = async (client: OpenAI, options: OpenaiOptions, { request, signal }: Asked): Promise<Completion> => {
  if (request.input.kind !== 'chat') throw wrongInput(options.id, 'chat');
  const isOpenai = options.baseUrl === undefined || options.baseUrl.includes('api.openai.com');
  const bound = options.maxTokensParameter ?? (isOpenai ? 'max_completion_tokens' : 'max_tokens');
  const body = {
    model: options.model,
    messages: request.input.messages.map(({ role, content }) => ({ role, content })),
    [bound]: request.maxTokens,
    ...commonOf(options, request),
  };
  const answer = read(chatAnswer, await client.chat.completions.create(body, { signal }));
  const [choice] = answer.choices;
  if (choice === undefined) throw noChoices();
  const { content, refusal } = choice.message;
  const refused = (content ?? '') === '' && (refusal ?? '') !== '';
  return completionOf(answer, refused ? (refusal ?? '') : (content ?? ''), refused ? 'content_filter' : choice.finish_reason);
};

const askRaw = async (client: OpenAI, options: OpenaiOptions, { request, signal }: Asked): Promise<Completion> => {
  if (request.input.kind !== 'raw') throw wrongInput(options.id, 'raw');
  const body = { model: options.model, prompt: request.input.text, max_tokens: request.maxTokens, ...commonOf(options, request) };
  const answer = read(rawAnswer, await client.completions.create(body, { signal }));
  const [choice] = answer.choices;
  if (choice === undefined) throw noChoices();
  return completionOf(answer, choice.text, choice.finish_reason);
};

const common = {
  model: z.string().nullish(),
  usage: z.looseObject({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
};
const chatAnswer = z.looseObject({
  ...common,
  choices: z.array(
    z.looseObject({
      finish_reason: z.string().nullish(),
      message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
});
const rawAnswer = z.looseObject({ ...common, choices: z.array(z.looseObject({ text: z.string(), finish_reason: z.string().nullish() })) });

/** The server's answer, if it is one. The SDK hands through whatever came, error pages too. */
const read = <T>(schema: z.ZodType<T>, answer: unknown): T => {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const found =
    typeof answer === 'string' ? `a text that begins "${answer.slice(0, 80)}"` : `${parsed.error.issues[0]?.message ?? 'another shape'}`;
  throw new ModelError(
    'bad-response',
    `expected a JSON answer with choices, found ${found}. Is the base URL right (most end in /v1)?`,
    true,
  );
};

const noChoices = (): ModelError => new ModelError('bad-response', 'the answer holds no choices', true);
const wrongInput = (id: string, speaks: string): ModelError =>
  new ModelError('bad-request', `${id} speaks ${speaks}; the request is of the other kind. Set "speaks" in its configuration.`, false);

const finishReasons: Readonly<Record<string, FinishReason>> = { stop: 'stop', length: 'length', content_filter: 'content-filter' };

type Answer = {
  readonly model?: string | null | undefined;
  readonly usage?: { prompt_tokens: number; completion_tokens: number } | null | undefined;
};

const completionOf = (answer: Answer, text: string, finish: string | null | undefined): Completion => {
  const usage: Usage | undefined =
    answer.usage === null || answer.usage === undefined
      ? undefined
      : { inputTokens: answer.usage.prompt_tokens, outputTokens: answer.usage.completion_tokens };
  return {
    text,
    finishReason: finishReasons[finish ?? ''] ?? 'other',
    model: answer.model ?? '',
    ...(usage === undefined ? {} : { usage }),
  };
};
