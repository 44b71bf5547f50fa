import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptiveLimit } from '../../src/models/adaptive-limit.ts';
import { budget } from '../../src/models/budget.ts';
import { parseModelId } from '../../src/models/model-id.ts';
import { costOf, upperBound } from '../../src/models/price.ts';
import { redact, redactJson } from '../../src/models/redact.ts';
import { secretsOf } from '../../src/models/remote-options.ts';
import { impatientPorts, remoteOptions, request } from './asking.ts';

describe('the adaptive limit', () => {
  const clock = (): { now(): number; at: number } => ({
    at: 0,
    now() {
      return this.at;
    },
  });

  it('lets 20 calls in and holds the next back', async () => {
    const limit = adaptiveLimit({ ports: clock() });
    const leaves = await Promise.all(Array.from({ length: 20 }, () => limit.enter()));
    let entered = false;
    const late = limit.enter().then((leave) => {
      entered = true;
      return leave;
    });
    await Promise.resolve();
    expect(entered).toBe(false);
    leaves[0]?.('other');
    await late;
    expect(entered).toBe(true);
  });

  it('shrinks by a fifth on 429, once in 15 seconds', async () => {
    const time = clock();
    const limit = adaptiveLimit({ ports: time });
    const refuse = async (): Promise<void> => (await limit.enter())('rate-limited');
    await refuse();
    expect(limit.current).toBe(16);
    time.at = 14_999;
    await refuse();
    expect(limit.current).toBe(16);
    time.at = 15_000;
    await refuse();
    expect(limit.current).toBe(12);
  });

  it('does not shrink when the server fails', async () => {
    const limit = adaptiveLimit({ ports: clock() });
    for (let call = 0; call < 50; call += 1) (await limit.enter())('other');
    expect(limit.current).toBe(20);
  });

  it('grows by one place for about as many answers as the limit', async () => {
    const limit = adaptiveLimit({ ports: clock() });
    for (let call = 0; call < 21; call += 1) (await limit.enter())('answered');
    expect(limit.current).toBe(21);
  });

  it('never falls below one nor rises above its most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('answered', 'rate-limited', 'other'), { maxLength: 300 }), async (endings) => {
        const time = clock();
        const limit = adaptiveLimit({ ports: time, most: 25 });
        for (const ending of endings) {
          time.at += 20_000;
          (await limit.enter())(ending);
          expect(limit.current).toBeGreaterThanOrEqual(1);
          expect(limit.current).toBeLessThanOrEqual(25);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('counts a place as free only once', async () => {
    const limit = adaptiveLimit({ start: 1, ports: clock() });
    const leave = await limit.enter();
    leave('other');
    leave('other');
    await limit.enter();
    const second = await Promise.race([limit.enter().then(() => 'in'), Promise.resolve('waiting')]);
    expect(second).toBe('waiting');
  });

  it('forgets a caller that was aborted while it waited', async () => {
    const limit = adaptiveLimit({ start: 1, ports: clock() });
    const leave = await limit.enter();
    const stop = new AbortController();
    const waiting = limit.enter(stop.signal);
    stop.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    leave('answered');
    expect(typeof (await limit.enter())).toBe('function');
  });
});

describe('the spending cap', () => {
  it('never lets spent and reserved exceed the cap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ bound: fc.double({ min: 0, max: 2, noNaN: true }), share: fc.double({ min: 0, max: 1, noNaN: true }) })),
        (calls) => {
          const purse = budget(5);
          for (const { bound, share } of calls) {
            try {
              purse.reserve(bound).settle(bound * share);
            } catch {
              expect(purse.spentUsd + bound).toBeGreaterThan(5);
            }
            expect(purse.spentUsd).toBeLessThanOrEqual(5);
          }
        },
      ),
    );
  });

  it('counts a reservation until it is settled, and settles once', () => {
    const purse = budget(1);
    const first = purse.reserve(0.6);
    expect(() => purse.reserve(0.6)).toThrow('$0.6000 reserved');
    first.settle(0.1);
    first.settle(0.1);
    expect(purse.spentUsd).toBeCloseTo(0.1);
    purse.reserve(0.6);
  });

  it('counts what earlier sessions spent', () => {
    expect(() => budget(1, 0.9).reserve(0.2)).toThrow('$0.9000 are spent');
  });

  it('refuses a price that is not a number', () => {
    expect(() => budget(1).reserve(Number.NaN)).toThrow('spending cap');
  });
});

describe('prices', () => {
  it('are for a million tokens', () => {
    expect(costOf({ inputTokens: 1_000, outputTokens: 500 }, { inputPerMillion: 2, outputPerMillion: 8 })).toBeCloseTo(0.006, 12);
  });

  it('bound the input by its bytes', () => {
    const input = { kind: 'raw', text: 'ä'.repeat(100) } as const;
    expect(upperBound({ ...request, input })).toEqual({ inputTokens: 232, outputTokens: 100 });
  });
});

describe('redaction', () => {
  it('removes a secret in every form', () => {
    expect(redact('key=a+b/c== and a%2Bb%2Fc%3D%3D', ['a+b/c=='])).toBe('key=[redacted] and [redacted]');
  });

  it('removes the longer of two secrets whole', () => {
    expect(redact('secretsecret-2', ['secret', 'secretsecret-2'])).toBe('[redacted]');
  });

  it('leaves texts alone where the secret is too short to be one', () => {
    expect(redact('a b c', ['a'])).toBe('a b c');
  });

  it('reaches keys and values of JSON', () => {
    expect(redactJson({ 'x-hidden-key': ['hidden-key', 1, null] }, ['hidden-key'])).toEqual({ 'x-[redacted]': ['[redacted]', 1, null] });
  });

  it('covers the key and a password in the address', () => {
    const ports = impatientPorts();
    const options = { ...remoteOptions(ports, 'https://me:hunter22@proxy.example/v1'), apiKey: 'sk-1234' };
    expect(secretsOf(options)).toEqual(['sk-1234', 'hunter22']);
  });

  it('leaves no secret behind', () => {
    const secret = fc.string({ minLength: 4, maxLength: 12 }).filter((text) => !'[redacted]'.includes(text));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (key, before, after) => {
        expect(redact(before + key + after, [key]).replaceAll('[redacted]', '\n')).not.toContain(key);
      }),
    );
  });
});

describe('a model id', () => {
  it('splits at the first slash', () => {
    expect(parseModelId('openrouter/meta-llama/llama-3')).toEqual({ provider: 'openrouter', model: 'meta-llama/llama-3' });
  });

  it.each(['gpt-4', '/gpt-4', 'openai/', ''])('refuses "%s"', (id) => {
    expect(() => parseModelId(id)).toThrow('provider/model');
  });
});
