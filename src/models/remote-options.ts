import { UserError } from '../core/index.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { Budget } from './budget.ts';
import type { Ports } from './ports.ts';
import type { Price } from './price.ts';

/** Options that every model behind a network has. */
export type RemoteOptions = {
  /** The id that Fathom shows: `openai/gpt-4.1-mini`. */
  readonly id: string;
  /** The name that the server knows. */
  readonly model: string;
  /** From the environment, never from the command line. */
  readonly apiKey?: string;
  /** The environment variable that would hold the key, for messages. */
  readonly keyName?: string;
  /** `http://127.0.0.1:8000/v1`. The provider's own address where absent. */
  readonly baseUrl?: string;
  /** Time for one call, in milliseconds. Default 180 000. */
  readonly timeoutMs?: number;
  readonly limit: AdaptiveLimit;
  readonly budget?: Budget;
  /** Without it, costs stay unknown and a spending cap can't be kept. */
  readonly price?: Price;
  readonly ports: Ports;
};

export const defaultTimeoutMs = 180_000;

/** Throws a UserError where the options can't work, before anything is spent. */
export const checkRemote = (options: RemoteOptions): void => {
  if (options.apiKey === undefined && options.baseUrl === undefined) {
    const name = options.keyName ?? 'its environment variable';
    throw new UserError('key-missing', `Model ${options.id} needs a key: set ${name}. Keys are read from the environment only.`);
  }
  if (options.budget !== undefined && options.price === undefined) {
    throw new UserError(
      'price-unknown',
      `A spending cap of $${options.budget.capUsd} was given, but the price of ${options.id} is not known. Add it to the configuration under prices (US dollars for a million input and output tokens), or drop the cap.`,
    );
  }
};

/** Loads an SDK that is an optional peer. Throws a UserError `sdk-missing` with the line that installs it. */
export const loadSdk = async <T>(name: string, id: string, load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (thrown) {
    throw new UserError(
      'sdk-missing',
      `Model ${id} needs the package ${name}, which could not be loaded. Install it: npm install ${name}`,
      { cause: thrown },
    );
  }
};

/** Everything of the options that no error may show: the key, and a password that stands in the address. */
export const secretsOf = ({ apiKey, baseUrl }: RemoteOptions): readonly string[] => {
  const password = /^[a-z]+:\/\/[^/@]*:([^/@]+)@/i.exec(baseUrl ?? '')?.[1];
  return [apiKey, password].filter((secret) => secret !== undefined);
};
