import type { Limits } from '../../core/index.ts';
import type { LaunchRequest, Loaded, Sandbox, Session } from '../../sandboxes/sandbox.ts';
import { SandboxError } from '../../sandboxes/sandbox.ts';

export type Opened = { readonly session: Session; readonly limits: Limits };

/** The sessions of one candidate: at most one at a time, reused while it lives. */
export class CandidateSessions {
  readonly #sandbox: Sandbox;
  readonly #launch: LaunchRequest;
  readonly #limits: Limits;
  #current: Opened | undefined;
  /** How many checks the current session has served. */
  served = 0;

  constructor(sandbox: Sandbox, launch: LaunchRequest, limits: Limits) {
    this.#sandbox = sandbox;
    this.#launch = launch;
    this.#limits = limits;
  }

  /**
   * The living session, or a new one. A failing box is tried once more; then throws SandboxError.
   * Loading that ran out of wall time is tried once more with doubled limits: the machine may be loaded.
   */
  async get(): Promise<Opened> {
    if (this.#current !== undefined) return this.#current;
    const first = await this.#open(this.#limits);
    if (!timedOut(first.session.loaded)) return first;
    await this.drop();
    return this.#open(doubled(this.#limits));
  }

  /** A new session in place of the living one, with wall and processor time doubled where asked. */
  async fresh(time: 'usual' | 'doubled'): Promise<Opened> {
    await this.drop();
    return time === 'usual' ? this.get() : this.#open(doubled(this.#limits));
  }

  async drop(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    this.served = 0;
    if (current === undefined) return;
    try {
      await current.session.close();
    } catch (error) {
      // The box is gone either way; what was seen in it stands.
      if (!(error instanceof SandboxError)) throw error;
    }
  }

  async #open(limits: Limits): Promise<Opened> {
    const request = { launch: this.#launch, limits, files: [], environment: {} };
    let session: Session;
    try {
      session = await this.#sandbox.open(request);
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error;
      session = await this.#sandbox.open(request);
    }
    this.#current = { session, limits };
    return this.#current;
  }
}

const timedOut = (loaded: Loaded): boolean => !loaded.loaded && loaded.kind === 'timeout';

const doubled = (limits: Limits): Limits => ({
  ...limits,
  callMs: limits.callMs * 2,
  loadMs: limits.loadMs * 2,
  cpuSeconds: limits.cpuSeconds * 2,
});
