import { readFileSync } from 'node:fs';
import { adaptiveLimit } from '../../src/models/adaptive-limit.ts';
import type { GenerateRequest } from '../../src/models/model.ts';
import { type Ports, systemPorts } from '../../src/models/ports.ts';

export const about = { taskId: 'read-note', language: 'python', style: 'instruction', perturbation: 'none', index: 0 } as const;

export const request: GenerateRequest = {
  input: { kind: 'chat', messages: [{ role: 'user', content: 'Write x.' }] },
  maxTokens: 100,
  temperature: 0.2,
  about,
};

export const rawRequest: GenerateRequest = { ...request, input: { kind: 'raw', text: 'def f():\n' } };

export const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/providers/${name}.json`, import.meta.url), 'utf8'));

/** Real timers for time-outs; pauses are noted and not taken. */
export const impatientPorts = (): Ports & { readonly pauses: number[] } => {
  const pauses: number[] = [];
  return {
    ...systemPorts,
    random: () => 0.5,
    pauses,
    sleep: (ms, signal) => {
      pauses.push(ms);
      return signal?.aborted ? Promise.reject(signal.reason) : Promise.resolve();
    },
  };
};

export const remoteOptions = (ports: Ports, baseUrl: string) =>
  ({
    id: 'test/model',
    model: 'model',
    apiKey: 'sk-secret-0123456789',
    baseUrl,
    ports,
    limit: adaptiveLimit({ ports }),
    timeoutMs: 2_000,
  }) as const;
