import { afterEach, describe, expect, it } from 'vitest';
import { type AnthropicOptions, anthropic } from '../../src/models/anthropic.ts';
import type { Model } from '../../src/models/model.ts';
import { modelContract } from '../contracts/model.ts';
import { fixture, impatientPorts, rawRequest, remoteOptions, request } from './asking.ts';
import { cutJson, failing, hangingBody, json, page, type Reply, type Server, startServer } from './misbehaving-server.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const message = fixture('anthropic-message');
const good = json(message);
const changed = (change: object): Reply => json(Object.assign({}, message, change));

const against = async (
  replies: readonly Reply[],
  options: Partial<AnthropicOptions> = {},
): Promise<{ model: Model; server: Server; pauses: number[] }> => {
  const server = await startServer(replies);
  servers.push(server);
  const ports = impatientPorts();
  const model = await anthropic({ ...remoteOptions(ports, server.url), ...options });
  return { model, server, pauses: ports.pauses };
};

modelContract('anthropic', {
  make: async () => (await against([good])).model,
  request,
  failing: async () => ({ model: (await against([failing(401)])).model, secrets: ['sk-secret-0123456789'] }),
});

describe('an Anthropic model', () => {
  it('reads the text without the thinking, and counts cached input', async () => {
    const { model } = await against([good]);
    expect(await model.generate(request)).toEqual({
      text: '```python\nx = 1\n```',
      finishReason: 'stop',
      model: 'test-claude-2026-01-01',
      usage: { inputTokens: 25, outputTokens: 7 },
    });
  });

  it('sends system messages apart', async () => {
    const { model, server } = await against([good]);
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Write x.' },
    ] as const;
    await model.generate({ ...request, input: { kind: 'chat', messages } });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      model: 'model',
      max_tokens: 100,
      temperature: 0.2,
      system: 'Be brief.',
      messages: [{ role: 'user', content: 'Write x.' }],
      stream: false,
    });
  });

  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['refusal', 'content-filter'],
    ['pause_turn', 'other'],
  ])('maps %s to %s', async (stopReason, finishReason) => {
    const { model } = await against([changed({ stop_reason: stopReason })]);
    expect((await model.generate(request)).finishReason).toBe(finishReason);
  });

  it('retries an overloaded server', async () => {
    const { model, server, pauses } = await against([failing(529), failing(429, { 'retry-after': '3' }), good]);
    expect((await model.generate(request)).text).toContain('x = 1');
    expect(server.requests).toHaveLength(3);
    expect(pauses).toEqual([500, 3_000]);
  });

  it.each<readonly [string, Reply]>([
    ['cut JSON', cutJson],
    ['an error page', page()],
    ['an answer without content', changed({ content: [], stop_reason: 'max_tokens' })],
    ['another shape', json({ type: 'message' })],
  ])('calls %s a bad response', async (_, reply) => {
    const { model } = await against([reply]);
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'bad-response' });
  });

  it('times out on a server that stops in the middle', async () => {
    const { model } = await against([hangingBody], { timeoutMs: 150 });
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('can’t continue a raw text', async () => {
    const { model } = await against([good]);
    await expect(model.generate(rawRequest)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('says how to install a missing package', async () => {
    const load = (): Promise<never> => Promise.reject(new Error('none'));
    await expect(against([good], { load })).rejects.toThrow('npm install @anthropic-ai/sdk');
  });
});
