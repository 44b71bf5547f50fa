import { afterEach, describe, expect, it } from 'vitest';
import { adaptiveLimit } from '../../src/models/adaptive-limit.ts';
import { budget } from '../../src/models/budget.ts';
import type { Model } from '../../src/models/model.ts';
import { type OpenaiOptions, openaiCompatible } from '../../src/models/openai-compatible.ts';
import { modelContract } from '../contracts/model.ts';
import { fixture, impatientPorts, rawRequest, remoteOptions, request } from './asking.ts';
import {
  cutJson,
  failing,
  hanging,
  hangingBody,
  json,
  page,
  type Reply,
  resetting,
  type Server,
  slow,
  startServer,
} from './misbehaving-server.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const good = json(fixture('openai-chat'));

const against = async (
  replies: readonly Reply[],
  options: Partial<OpenaiOptions> = {},
): Promise<{ model: Model; server: Server; pauses: number[] }> => {
  const server = await startServer(replies);
  servers.push(server);
  const ports = impatientPorts();
  const model = await openaiCompatible({ ...remoteOptions(ports, `${server.url}/v1`), ...options });
  return { model, server, pauses: ports.pauses };
};

modelContract('openaiCompatible', {
  make: async () => (await against([good])).model,
  request,
  failing: async () => ({ model: (await against([failing(401)])).model, secrets: ['sk-secret-0123456789'] }),
});

describe('an OpenAI-compatible model', () => {
  it('reads text, end, usage and the server’s name for the model', async () => {
    const { model } = await against([good]);
    expect(await model.generate(request)).toEqual({
      text: '```python\nx = 1\n```',
      finishReason: 'stop',
      model: 'test-model-2026-01-01',
      usage: { inputTokens: 20, outputTokens: 7 },
    });
  });

  it('sends what was asked for', async () => {
    const { model, server } = await against([good]);
    await model.generate({ ...request, topP: 0.9, seed: 7, stop: ['\n\n'] });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      model: 'model',
      messages: [{ role: 'user', content: 'Write x.' }],
      max_tokens: 100,
      temperature: 0.2,
      top_p: 0.9,
      seed: 7,
      stop: ['\n\n'],
    });
    expect(server.requests[0]?.path).toBe('/v1/chat/completions');
  });

  it('leaves out what the server does not take', async () => {
    const { model, server } = await against([good], { omit: ['temperature'], maxTokensParameter: 'max_completion_tokens' });
    await model.generate(request);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      model: 'model',
      messages: [{ role: 'user', content: 'Write x.' }],
      max_completion_tokens: 100,
    });
  });

  it('continues a raw text', async () => {
    const { model, server } = await against([json(fixture('openai-completion'))], { speaks: 'raw' });
    expect(await model.generate(rawRequest)).toMatchObject({ text: '    return 1\n', finishReason: 'length' });
    expect(server.requests[0]?.path).toBe('/v1/completions');
  });

  it('refuses a request of the other kind', async () => {
    const { model } = await against([good]);
    await expect(model.generate(rawRequest)).rejects.toMatchObject({ code: 'bad-request', retryable: false });
  });

  it('takes a refusal of the provider as the text', async () => {
    const { model } = await against([json(fixture('openai-refusal'))]);
    expect(await model.generate(request)).toMatchObject({ text: "I can't help with that.", finishReason: 'content-filter' });
  });

  it('names a filtered answer', async () => {
    const { model } = await against([json(fixture('openai-filtered'))]);
    expect(await model.generate(request)).toMatchObject({ text: '', finishReason: 'content-filter' });
  });

  it('waits as long as retry-after says', async () => {
    const { model, pauses, server } = await against([
      failing(429, { 'retry-after': '7' }),
      failing(429, { 'retry-after-ms': '1500' }),
      good,
    ]);
    expect((await model.generate(request)).text).toContain('x = 1');
    expect(pauses).toEqual([7_000, 1_500]);
    expect(server.requests).toHaveLength(3);
  });

  it('waits longer each time where nothing is said', async () => {
    const { model, pauses } = await against([failing(429), failing(500), failing(503), page(502), good]);
    await model.generate(request);
    expect(pauses).toEqual([500, 500, 1_000, 2_000]);
  });

  it('gives up when the retries are used up, and says how many calls were made', async () => {
    const { model, server } = await against([failing(500)]);
    await expect(model.generate(request)).rejects.toMatchObject({
      code: 'server',
      retryable: true,
      message: expect.stringContaining('after 6 calls'),
    });
    expect(server.requests).toHaveLength(6);
  });

  it('does not wait for a server that asks for more than ten minutes', async () => {
    const { model, server } = await against([failing(429, { 'retry-after': '86400' })]);
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'rate-limit', retryable: true });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [400, 'bad-request'],
    [401, 'authentication'],
    [403, 'authentication'],
    [404, 'bad-request'],
    [422, 'bad-request'],
  ] as const)('does not retry status %i', async (status, code) => {
    const { model, server } = await against([failing(status)]);
    await expect(model.generate(request)).rejects.toMatchObject({ code, retryable: false });
    expect(server.requests).toHaveLength(1);
  });

  it.each<readonly [string, Reply]>([
    ['cut JSON', cutJson],
    ['an error page with status 200', page()],
    ['JSON of another shape', json({ detail: 'nothing' })],
    ['a list', json([])],
    ['an answer without choices', json({ choices: [], model: 'm' })],
  ])('calls %s a bad response', async (_, reply) => {
    const { model } = await against([reply]);
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'bad-response' });
  });

  it('tries again after a reset connection', async () => {
    const { model, server } = await against([resetting, good]);
    expect((await model.generate(request)).text).toContain('x = 1');
    expect(server.requests).toHaveLength(2);
  });

  it.each<readonly [string, Reply]>([
    ['never answers', hanging],
    ['stops in the middle of its answer', hangingBody],
  ])('times out on a server that %s', async (_, reply) => {
    const { model, server } = await against([reply], { timeoutMs: 150 });
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'timeout', retryable: true });
    expect(server.requests).toHaveLength(2);
  });

  it('waits for a slow server', async () => {
    const { model } = await against([slow(good, 100)]);
    expect((await model.generate(request)).text).toContain('x = 1');
  });

  it('stops at once when it is aborted in flight', async () => {
    const { model } = await against([hanging]);
    const stop = new AbortController();
    const answer = model.generate(request, stop.signal);
    setTimeout(() => stop.abort(new Error('interrupted')), 50);
    await expect(answer).rejects.toThrow('interrupted');
  });

  it('keeps the key out of an error that repeats it', async () => {
    const { model } = await against([json({ error: { message: 'Incorrect API key provided: sk-secret-0123456789' } }, 401)]);
    await expect(model.generate(request)).rejects.toThrow('Incorrect API key provided: [redacted]');
  });

  it('counts the cost by the stated price', async () => {
    const { model } = await against([good], { price: { inputPerMillion: 10, outputPerMillion: 100 } });
    expect((await model.generate(request)).costUsd).toBeCloseTo(0.0009, 10);
  });

  it('stops before a call that could exceed the cap', async () => {
    const { model, server } = await against([good], { price: { inputPerMillion: 0, outputPerMillion: 10_000 }, budget: budget(1.5) });
    await model.generate(request);
    await model.generate(request);
    // Two calls cost 0.07 each; a third is refused only once a full answer no longer fits.
    for (let call = 0; call < 5; call += 1) await model.generate(request);
    await expect(model.generate({ ...request, maxTokens: 110 })).rejects.toMatchObject({ code: 'budget', retryable: false });
    expect(server.requests).toHaveLength(7);
  });

  it('refuses a cap where the price is unknown', async () => {
    await expect(against([good], { budget: budget(1) })).rejects.toMatchObject({ name: 'UserError', code: 'price-unknown' });
  });

  it('refuses to start without a key for the provider itself', async () => {
    const ports = impatientPorts();
    const options = { id: 'openai/m', model: 'm', keyName: 'OPENAI_API_KEY', ports, limit: adaptiveLimit({ ports }) };
    await expect(openaiCompatible(options)).rejects.toThrow('set OPENAI_API_KEY');
  });

  it('says how to install a missing package', async () => {
    const load = (): Promise<never> => Promise.reject(new Error("Cannot find package 'openai'"));
    await expect(against([good], { load })).rejects.toMatchObject({
      code: 'sdk-missing',
      message: expect.stringContaining('npm install openai'),
    });
  });
});
